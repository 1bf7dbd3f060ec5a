// sitrep gazetteer: what the gazetteer knows of a name and why it answers in that order, and the desk's own places put on top of it.
#include "cli/commands.hpp"
#include "cli/progress.hpp"
#include "core/json_text.hpp"
#include "place/import/import.hpp"

#include <fmt/format.h>

namespace sitrep::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t candidates_shown_max = 10;
constexpr std::size_t countries_shown_max = 40;
constexpr std::size_t faults_shown_max = 10;

struct Lookup {
    std::string name, near;
};

void answer_in_json(const std::vector<PlaceCandidate>& candidates)
{
    JsonText json;
    json.open('{').key("resolved").value(!candidates.empty() && candidates.front().score >= place::Gazetteer::sure_from()).key("candidates").open('[');
    for (const auto& candidate : candidates) {
        const Place& place = candidate.place;
        json.open('{').key("score").fraction(candidate.score, 3).key("name").value(place.name).key("name_ar").known(place.name_ar).key("country").known(place.country);
        json.key("admin1").known(place.admin1).key("admin1_code").known(place.admin1_code).latitude_longitude(place.point);
        json.key("precision").value(static_cast<std::int64_t>(place.precision)).key("gazetteer_id").value(place.gazetteer_id).key("reason").value(candidate.reason).close('}');
    }
    answer(json.close(']').close('}').take());
}

void find(const Lookup& lookup, const Session& session)
{
    const auto gazetteer = session.open_gazetteer();
    place::Near where;
    if (lookup.near.size() == 2) where.country = lookup.near;
    else where.admin1_code = lookup.near;
    const auto candidates = gazetteer.find(lookup.name, where, candidates_shown_max);
    if (session.json) return answer_in_json(candidates);
    for (const auto& candidate : candidates) {
        const Place& place = candidate.place;
        answer(fmt::format("{:.2f}  {}{}  {}{}  {}  {}", candidate.score, place.name, place.name_ar.empty() ? "" : " / " + place.name_ar, place.country,
                           place.admin1.empty() ? "" : ", " + place.admin1,
                           place.point ? fmt::format("{:.2f} {:.2f}", place.point->lat(), place.point->lon()) : "no point", candidate.reason));
    }
    if (candidates.empty())
        say(fmt::format("{} is in no gazetteer that is loaded. `sitrep gazetteer import FILE` adds places, as of GeoNames, OCHA or a table of your own.", lookup.name));
    else if (candidates.front().score < place::Gazetteer::sure_from())
        say(fmt::format("None is sure enough: the first has a chance of {:.2f}, and below {:.2f} a name is left not resolved. --near says where it should be.", candidates.front().score,
                        place::Gazetteer::sure_from()));
}

void tell_in_json(const place::Gazetteer& gazetteer)
{
    JsonText json;
    json.open('{').key("places").value(static_cast<std::int64_t>(gazetteer.size())).key("attribution").value(gazetteer.attribution()).key("sources").open('[');
    for (const auto& source : gazetteer.sources())
        json.open('{').key("name").value(source.name).key("licence").value(source.licence).key("places").value(static_cast<std::int64_t>(source.places)).key("names").value(
            static_cast<std::int64_t>(source.names)).close('}');
    json.close(']').key("countries").open('[');
    for (const auto& one : gazetteer.coverage())
        json.open('{').key("country").value(one.country).key("settlements").value(static_cast<std::int64_t>(one.settlements)).key("with_arabic").value(
            static_cast<std::int64_t>(one.with_arabic)).key("expected").value(static_cast<std::int64_t>(one.expected)).key("completeness").fraction(one.completeness, 3).close('}');
    answer(json.close(']').close('}').take());
}

void tell(const Session& session)
{
    const auto gazetteer = session.open_gazetteer();
    if (session.json) return tell_in_json(gazetteer);
    answer(fmt::format("{} places. {}", gazetteer.size(), gazetteer.attribution()));
    answer("\nput on top of each other, the last one last:");
    for (const auto& source : gazetteer.sources())
        answer(fmt::format("  {}: {} places, {} names ({})", source.name, source.places, source.names, source.licence));
    answer("\nsettlements and sites by country, with an Arabic name, and how many of the settlements it must have (by the number of its towns) these are:");
    const auto coverage = gazetteer.coverage();
    for (std::size_t i = 0; i < std::min(coverage.size(), countries_shown_max); ++i)
        answer(fmt::format("  {}  {:>8} {:>8} {:>6}", coverage[i].country, coverage[i].settlements, coverage[i].with_arabic,
                           coverage[i].expected == 0 ? "?" : fmt::format("{:.0f} %", 100 * coverage[i].completeness)));
    if (coverage.size() > countries_shown_max) answer(fmt::format("  and {} more countries (--json lists all)", coverage.size() - countries_shown_max));
}

struct Import {
    std::vector<std::string> files;
    place::ImportOptions options;
    bool fresh = false;
};

fs::path former(const fs::path& desk) { return desk.string() + ".former"; }

void answer_imported(const std::vector<place::ImportCounts>& all)
{
    for (const auto& counts : all) {
        answer(fmt::format("{} ({}): {} rows, {} places added, {} known already and given the names, {} left out", counts.file.string(), place::to_string(counts.format),
                           counts.rows, counts.added, counts.joined, counts.left_out));
        for (std::size_t i = 0; i < std::min(counts.faults.size(), faults_shown_max); ++i) say(fmt::format("  {} {}", counts.faults[i].where, counts.faults[i].why));
        if (counts.faults.size() > faults_shown_max) say(fmt::format("  and {} more rows that cannot be read", counts.faults.size() - faults_shown_max));
    }
}

void import(const Import& arguments, const Session& session)
{
    const auto desk = session.desk_gazetteer();
    const auto base = arguments.fresh ? session.open_shipped_gazetteer() : session.open_gazetteer();
    const std::vector<fs::path> files(arguments.files.begin(), arguments.files.end());
    const auto beside = fs::path(desk.string() + ".next");
    Result<std::vector<place::ImportCounts>> imported;
    {
        ProgressBar bar("importing places");
        imported = place::import_places(base, beside, files, arguments.options, [&](std::uint64_t done, std::uint64_t all) {
            constexpr std::uint64_t megabyte = 1'000'000;
            bar.show(std::int64_t(done / megabyte), all == 0 ? -1.0 : double(done) / double(all));
        });
    }
    if (!imported) throw Failed(fmt::format("{} {}", imported.error().where, imported.error().why));
    std::error_code none;
    fs::remove(former(desk), none);
    if (fs::exists(desk, none)) fs::rename(desk, former(desk));
    fs::rename(beside, desk);
    answer_imported(*imported);
    answer(fmt::format("`sitrep read` and all other commands with this library use {} from now on. `sitrep gazetteer undo` takes the last import back.", desk.string()));
}

void undo(const Session& session)
{
    const auto desk = session.desk_gazetteer();
    std::error_code none;
    if (!fs::exists(desk, none)) return answer("there is nothing to take back: the shipped gazetteer is in use.");
    if (!fs::exists(former(desk), none)) {
        fs::remove(desk);
        return answer("done: the shipped gazetteer is in use again.");
    }
    fs::rename(former(desk), desk);
    answer("done: the gazetteer before the last import is in use again.");
}

void add_lookup(CLI::App& command, Session& session)
{
    auto* lookup = command.add_subcommand("find", "Candidates for a name, with the reason for their order");
    const auto arguments = std::make_shared<Lookup>();
    session.add_options(*lookup);
    lookup->add_option("name", arguments->name, "A name in any spelling, Latin or Arabic")->required();
    lookup->add_option("--near", arguments->near, "Country (SY) or governorate (SY-DY) it should be in");
    lookup->footer("\nThe number before each is a chance: that the first one is the place meant, as fitted on places whose point is known; the others in proportion.\n"
                   "\nExample:\n  sitrep gazetteer find \"Latamneh\" --near SY-HM");
    lookup->callback([arguments, &session] { find(*arguments, session); });
}

void add_import(CLI::App& command, Session& session)
{
    auto* import_command = command.add_subcommand("import", "Put places of a file on top of the gazetteer");
    const auto arguments = std::make_shared<Import>();
    session.add_options(*import_command);
    import_command
        ->add_option("files", arguments->files,
                     "GeoNames dumps (SY.txt, allCountries.txt, alternateNamesV2.txt), OCHA P-code tables (CSV), "
                     "outlines of districts (GeoJSON of OCHA or geoBoundaries, ADM2), CSV or GeoJSON of your own")
        ->required()
        ->check(CLI::ExistingFile);
    import_command->add_option("--source", arguments->options.source, "Who made the files, where their format does not tell");
    import_command->add_option("--licence", arguments->options.licence, "Under which licence");
    import_command->add_flag("--fresh", arguments->fresh, "Begin with the shipped gazetteer, without what was imported before");
    import_command->footer("\nA place within 3 km that has a name in common gets the new names; any other is added. A table needs the columns name, lat, lon and country;\n"
                           "name_ar, admin1 (SY-DY), kind, alternates (a|b) are taken too. The desk's gazetteer stands beside the library, as LIBRARY.gazetteer.\n"
                           "\nExample:\n  sitrep gazetteer import SY.txt alternateNamesV2.txt\n  sitrep gazetteer import syr_admin4.csv --source \"OCHA 2023\"\n"
                           "  sitrep gazetteer import syr_admbnda_adm2.geojson");
    import_command->callback([arguments, &session] { import(*arguments, session); });
}

}  // namespace

void add_gazetteer(CLI::App& program, Session& session)
{
    auto* command = program.add_subcommand("gazetteer", "Look places up, and add places of your own");
    command->require_subcommand(1);
    command->footer("\nExample:\n  sitrep gazetteer find \"al-Sukhna\" --near SY\n  sitrep gazetteer import SY.txt");
    add_lookup(*command, session);
    add_import(*command, session);
    auto* info = command->add_subcommand("info", "What is loaded, by source and country");
    session.add_options(*info);
    info->footer("\nExample:\n  sitrep gazetteer info --json");
    info->callback([&session] { tell(session); });
    auto* take_back = command->add_subcommand("undo", "Use the gazetteer from before the last import");
    session.add_options(*take_back);
    take_back->callback([&session] { undo(session); });
}

}  // namespace sitrep::cli
