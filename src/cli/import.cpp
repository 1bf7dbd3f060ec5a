// sitrep import: event tables into the library.
#include "cli/commands.hpp"
#include "cli/models.hpp"
#include "cli/progress.hpp"
#include "core/json_text.hpp"
#include "pipeline/import_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

namespace sitrep::cli {
namespace {

struct ImportArguments {
    std::vector<std::string> inputs;
    std::string map, publisher, because;
    std::int64_t take_back = 0, put_back = 0;
    bool list = false, may_repeat = false;
    unsigned threads = std::max(1u, std::thread::hardware_concurrency());
};

/// --map holds the mapping itself or names the file that does.
tables::Mapping mapping_of(const std::string& map)
{
    if (map.empty()) return {};
    std::string text = map;
    if (std::error_code none; std::filesystem::is_regular_file(map, none)) {
        std::ifstream file(map, std::ios::binary);
        text.assign(std::istreambuf_iterator<char>(file), {});
        text += '\n';
    }
    auto mapping = tables::mapping_from(text);
    if (!mapping) throw Failed(fmt::format("--map {}: {}", map, mapping.error().why));
    return std::move(*mapping);
}

std::string in_json(const pipeline::Imported& done)
{
    JsonText json;
    json.open('{').key("new").value(done.rows).key("updated").value(done.updated).key("already").value(done.already).key("taken_back").value(done.taken_back);
    json.key("refused").value(done.refused).key("new_incidents").value(done.new_incidents).key("joined").value(done.joined).key("left_out").open('{');
    for (const auto& [why, number] : done.left_out) json.key(why).value(number);
    json.close('}').key("imports").open('[');
    for (const auto id : done.imports) json.value(std::int64_t(id));
    return json.close(']').close('}').take();
}

std::string summary_of(const pipeline::Imported& done, const std::string& library)
{
    std::string out = fmt::format("imported {} new rows", done.rows);
    if (done.updated) out += fmt::format(", {} new versions of rows already there", done.updated);
    if (done.already) out += fmt::format(", {} unchanged", done.already);
    if (done.taken_back) out += fmt::format(", {} that were taken back before and stay out", done.taken_back);
    if (done.refused) out += fmt::format(", refused {} (list them: sitrep refused --library {})", done.refused, library);
    out += fmt::format("; new incidents {}, joined to one already there {}", done.new_incidents, done.joined);
    for (const auto& [why, number] : done.left_out) out += fmt::format("\nleft out {:>6}  {}", number, why);
    for (const auto id : done.imports) out += fmt::format("\nto take it back: sitrep import --take-back {} --library {}", std::int64_t(id), library);
    return out;
}

void list(const store::Store& library, const Session& session)
{
    JsonText json;
    json.open('[');
    for (const auto& import : library.imports()) {
        if (!session.json) {
            answer(fmt::format("{:>4}  {}  {:<14} {:>8} rows, {:>8} standing  {}  ({})", std::int64_t(import.id), import.at, import.sheet.provider, import.rows,
                               import.standing, import.sheet.origin, import.who));
            continue;
        }
        json.open('{').key("import").value(std::int64_t(import.id)).key("at").value(import.at).key("who").value(import.who).key("provider").value(import.sheet.provider);
        json.key("format").value(import.sheet.format).key("file").value(import.sheet.origin).key("rows").value(import.rows).key("standing").value(import.standing).close('}');
    }
    if (session.json) answer(json.close(']').take());
}

void change(store::Store& library, const ImportArguments& arguments, const Session& session)
{
    const bool back = arguments.take_back != 0;
    const auto import = store::ImportId{back ? arguments.take_back : arguments.put_back};
    const auto changed = back ? library.take_back(import, session.who, arguments.because) : library.put_back(import, session.who, arguments.because);
    if (session.json) return answer(fmt::format(R"({{"incidents":{}}})", changed));
    answer(back ? fmt::format("import {} taken back: {} incidents changed (put it back: sitrep import --put-back {})", std::int64_t(import), changed, std::int64_t(import))
                : fmt::format("import {} put back: {} incidents changed", std::int64_t(import), changed));
}

void run(const ImportArguments& arguments, Session& session)
{
    const bool changing = arguments.take_back != 0 || arguments.put_back != 0;
    if (arguments.list || changing) {
        const auto library = session.open_library(false);
        return arguments.list ? list(*library, session) : change(*library, arguments, session);
    }
    if (arguments.inputs.empty()) throw Failed("name the tables to import, or use --list, --take-back or --put-back");
    const auto gazetteer = session.open_gazetteer();
    const auto library = session.open_library(true);
    const auto models = models_of_library(session.library);
    read::Options reading;
    reading.rows = true;
    auto source = read::open(arguments.inputs, reading);
    pipeline::Imported done;
    {
        ProgressBar bar("importing");
        pipeline::ImportOptions options;
        options.mapping = mapping_of(arguments.map);
        options.provider = arguments.publisher;
        options.who = session.who;
        options.may_repeat = arguments.may_repeat;
        options.threads = arguments.threads;
        options.models = models.set();
        options.progress = [&](const pipeline::Imported& so_far, const read::Progress& progress) {
            bar.show(so_far.met(), progress.bytes_total ? double(progress.bytes_done) / double(progress.bytes_total) : -1);
        };
        done = pipeline::import_tables(*source, gazetteer, *library, options);
    }
    answer(session.json ? in_json(done) : summary_of(done, session.library));
    if (done.met() == done.refused && done.refused > 0) session.exit_code = exit_failed;
}

}  // namespace

void add_import_tables(CLI::App& program, Session& session)
{
    auto* command = program.add_subcommand("import", "Event tables into the library: ACLED, UCDP GED, GTD, PLOVER, POLECAT, Sitrep's own, or any with a mapping");
    const auto given = std::make_shared<ImportArguments>();
    command->add_option("tables", given->inputs, "CSV, TSV or JSON-lines files, folders or archives of them, or - for standard input");
    session.add_options(*command);
    session.add_who(*command);
    command->add_option("--map", given->map, "Columns of another table: field=column,…; or the file that holds them, one a line. Fields: " + tables::mapping_fields());
    command->add_option("--publisher", given->publisher, "Whose table it is (default: the format's name, else the file's)");
    command->add_flag("--may-repeat", given->may_repeat, "Rows of this table may tell one event twice (as a list of reports does); else each row is an event of its own");
    auto* listing = command->add_flag("--list", given->list, "List the imports so far");
    auto* back = command->add_option("--take-back", given->take_back, "Take the import of this number back")->excludes(listing);
    command->add_option("--put-back", given->put_back, "Put an import that was taken back in again")->excludes(listing)->excludes(back);
    command->add_option("--because", given->because, "Why, for --take-back and --put-back");
    command->add_option("--threads", given->threads, "Threads to use")->check(CLI::Range(1, 64));
    command->footer("\nThe format is told from the header row. A later table updates rows by their id; a bad row is refused with its line and stops nothing.\n"
                    "Example:\n  sitrep import acled-syria.csv GEDEvent_v25_1.csv\n"
                    "  sitrep import ours.csv --publisher \"Partner desk\" --map id=No,date=Day,date_order=dmy,kind=Type,kind:Bomb=ied_or_mine,place=Town,country=Country,killed=Dead");
    command->callback([given, &session] { run(*given, session); });
}

}  // namespace sitrep::cli
