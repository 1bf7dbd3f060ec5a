// sitrep read: reports into the library.
#include "cli/commands.hpp"
#include "cli/models.hpp"
#include "cli/progress.hpp"
#include "pipeline/ingest.hpp"
#include "read/source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

namespace sitrep::cli {
namespace {

struct ReadArguments {
    std::vector<std::string> inputs;
    std::string csv_map;
    std::string publisher;
    unsigned threads = std::max(1u, std::thread::hardware_concurrency());
};

/// What servers said of each address in this run. Written down only when everything is stored: a run that is killed
/// before that fetches again, and what it had stored is met as "already there".
using Said = std::vector<std::pair<std::string, read::Validators>>;

read::Options read_options(const ReadArguments& arguments, const store::Store& library, Said& said_now)
{
    read::Options options;
    options.publisher = arguments.publisher;
    if (!arguments.csv_map.empty()) {
        auto mapping = read::csv_mapping_from(arguments.csv_map);
        if (!mapping) throw Failed(fmt::format("--map {}: {}", arguments.csv_map, mapping.error().why));
        options.csv = std::move(*mapping);
    }
    options.remembered = [&library](const std::string& url) -> std::optional<read::Validators> {
        read::Validators said{library.note("etag:" + url), library.note("last-modified:" + url)};
        if (said.etag.empty() && said.last_modified.empty()) return std::nullopt;
        return said;
    };
    options.remember = [&said_now](const std::string& url, const read::Validators& said) { said_now.emplace_back(url, said); };
    return options;
}

void remember(const Said& said_now, store::Store& library)
{
    library.in_transaction([&] {
        for (const auto& [url, said] : said_now) {
            library.set_note("etag:" + url, said.etag);
            library.set_note("last-modified:" + url, said.last_modified);
        }
    });
}

std::string in_json(const pipeline::Ingested& done)
{
    return fmt::format(R"({{"read":{},"already":{},"not_read":{},"refused":{},"accounts":{},"tallies":{},"new_incidents":{},"joined":{}}})",
                       done.read, done.already, done.not_read, done.refused, done.accounts, done.tallies, done.new_incidents, done.joined);
}

std::string summary_of(const pipeline::Ingested& done, const std::string& library)
{
    std::string out = fmt::format("read {} new reports", done.read);
    if (done.already) out += fmt::format(", {} already there", done.already);
    if (done.not_read) out += fmt::format(", {} in a language that is not read", done.not_read);
    if (done.refused) out += fmt::format(", refused {} (list them: sitrep refused --library {})", done.refused, library);
    return out + fmt::format("; accounts {}, new incidents {}, joined to one already there {}", done.accounts, done.new_incidents, done.joined);
}

void run(const ReadArguments& arguments, Session& session)
{
    const auto gazetteer = session.open_gazetteer();
    const auto library = session.open_library(true);
    const auto models = models_of_library(session.library);
    Said said_now;
    auto source = read::open(arguments.inputs, read_options(arguments, *library, said_now));

    pipeline::Ingested done;
    {
        ProgressBar bar("reading");
        pipeline::IngestOptions options;
        options.threads = arguments.threads;
        options.models = models.set();
        options.progress = [&](const pipeline::Ingested& so_far, const read::Progress& progress) {
            bar.show(so_far.read + so_far.already + so_far.refused,
                     progress.bytes_total ? double(progress.bytes_done) / double(progress.bytes_total) : -1);
        };
        done = pipeline::ingest(*source, gazetteer, *library, options);
    }
    source.reset();  // ends the reading thread: nothing more is said
    if (!said_now.empty()) remember(said_now, *library);
    answer(session.json ? in_json(done) : summary_of(done, session.library));
    if (done.read + done.already == 0 && done.refused > 0) session.exit_code = exit_failed;
}

}  // namespace

void add_read(CLI::App& program, Session& session)
{
    auto* command = program.add_subcommand("read", "Read reports into the library");
    const auto arguments = std::make_shared<ReadArguments>();
    command->add_option("inputs", arguments->inputs, "Files, folders, archives, http(s) addresses, or - for standard input")->required();
    session.add_options(*command);
    command->add_option("--map", arguments->csv_map, "Columns of a table: title=Headline,text=Body,published=Date,…");
    command->add_option("--publisher", arguments->publisher, "Publisher of reports that do not name theirs");
    command->add_option("--threads", arguments->threads, "Threads to use")->check(CLI::Range(1, 64));
    command->footer("\nReads text, HTML, RSS/Atom, JSON lines, CSV, mail, Telegram and WhatsApp exports, WARC, PDF, DOCX, and archives of these.\n"
                    "The same bytes are read once; a run that was stopped goes on where it was.\n"
                    "Example:\n  sitrep read examples/ --library desk.sitrep\n  sitrep read table.csv --map title=Headline,text=Body,published=Date");
    command->callback([arguments, &session] { run(*arguments, session); });
}

}  // namespace sitrep::cli
