#include "cli/session.hpp"

#include "merge/merge.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>

namespace sitrep::cli {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> shipped_gazetteers()
{
    std::error_code none;
    const fs::path program = fs::read_symlink("/proc/self/exe", none).parent_path();
    return {program / "gazetteer.blob", program.parent_path() / "gazetteer.blob", program.parent_path() / "share" / "sitrep" / "gazetteer.blob"};
}

place::Gazetteer first_of(const std::vector<fs::path>& places)
{
    for (const auto& file : places) {
        std::error_code none;
        if (!fs::exists(file, none)) continue;
        auto opened = place::Gazetteer::open(file);
        if (!opened) throw Failed(fmt::format("{}: {}", opened.error().where, opened.error().why));
        return std::move(*opened);
    }
    throw Failed(fmt::format("no gazetteer at {}. Build it with `make`, or name one with --gazetteer FILE.", places.back().string()));
}

}  // namespace

void Session::add_options(CLI::App& command)
{
    command.add_option("-L,--library", library, "The desk's library file")->capture_default_str();
    command.add_flag("--json", json, "Answer in JSON");
}

void Session::add_who(CLI::App& command)
{
    command.add_option("--who", who, "Role or initials to note beside the change")->capture_default_str();
}

fs::path Session::desk_gazetteer() const { return fs::path(library).replace_extension(".gazetteer"); }

place::Gazetteer Session::open_gazetteer() const
{
    if (!gazetteer_file.empty()) return first_of({gazetteer_file});
    if (const char* from_environment = std::getenv("SITREP_GAZETTEER")) return first_of({from_environment});
    auto places = shipped_gazetteers();
    places.insert(places.begin(), desk_gazetteer());
    return first_of(places);
}

place::Gazetteer Session::open_shipped_gazetteer() const { return gazetteer_file.empty() ? first_of(shipped_gazetteers()) : first_of({gazetteer_file}); }

std::unique_ptr<store::Store> Session::open_library(bool create) const
{
    std::error_code none;
    if (!create && !fs::exists(library, none))
        throw Failed(fmt::format("there is no library at {}. Make one with `sitrep read FILES --library {}`.", library, library));
    return store::open_store(library, merge::consolidate);
}

Incident Session::incident(const store::Store& store, const std::string& id) const
{
    const auto number = incident_id_from(id);
    if (!number) throw Failed(fmt::format("{} is no incident id. Ids look like I42; `sitrep incidents` lists them.", id));
    auto found = store.incident(*number);
    if (!found) throw Failed(fmt::format("there is no incident {} in {}. `sitrep incidents` lists what is there.", to_string(*number), library));
    return std::move(*found);
}

void say(const std::string& line)
{
    fmt::print(stderr, "{}\n", line);
}

void answer(const std::string& line)
{
    fmt::print("{}\n", line);
}

}  // namespace sitrep::cli
