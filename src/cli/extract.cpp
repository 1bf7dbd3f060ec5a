// sitrep extract: JSON lines in, JSON lines out, without a library.
#include "cli/commands.hpp"
#include "cli/models.hpp"
#include "pipeline/in_order.hpp"
#include "pipeline/read_report.hpp"
#include "pipeline/run_merge.hpp"
#include "publish/extraction.hpp"
#include "read/source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <thread>

namespace sitrep::cli {
namespace {

constexpr pipeline::Held pending_max{.items = 64, .bytes = std::size_t{16} << 20};

struct ExtractArguments {
    std::vector<std::string> inputs{"-"};
    unsigned threads = std::max(1u, std::thread::hardware_concurrency());
    std::string models;
};

void run(const ExtractArguments& arguments, Session& session)
{
    const auto gazetteer = session.open_gazetteer();
    const auto files = models_in_folder(arguments.models);
    const auto models = files.set();
    const auto source = read::open(arguments.inputs, {});
    pipeline::Workers workers(arguments.threads > 1 ? arguments.threads : 0);
    pipeline::RunMerge merging;
    bool refused = false;

    auto next = [&]() -> std::optional<Received> {
        while (auto item = source->next()) {
            if (item->has_value()) return std::move(**item);
            refused = true;
            say(fmt::format("refused {}: {}", item->error().where, item->error().why));
        }
        return std::nullopt;
    };
    auto work = [&](const Received& received) { return pipeline::read_report(received.report, gazetteer, models); };
    pipeline::in_order<Received>(workers, pending_max, next, pipeline::bytes_held, work, [&](Received received, pipeline::ReadReport read) {
        const auto ids = merging.ids_of(received.report, read);
        std::string line = publish::extraction_line(received.report, read.understanding, ids);
        line += '\n';
        if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size()) throw Failed("cannot write to standard output");
    });
    if (refused) session.exit_code = exit_failed;
}

}  // namespace

void add_extract(CLI::App& program, Session& session)
{
    auto* command = program.add_subcommand("extract", "What reports say, as JSON lines, without a library");
    const auto arguments = std::make_shared<ExtractArguments>();
    command->add_option("inputs", arguments->inputs, "Files; standard input when none is given");
    command->add_option("--threads", arguments->threads, "Threads to use")->check(CLI::Range(1, 64));
    command->add_option("--models", arguments->models, "Folder with english.model and arabic.model to use in place of the shipped ones");
    command->add_flag("--json", session.json, "Accepted for uniformity: the answer is always JSON");
    command->footer("\nOne object a line: {\"id\",\"url\",\"publisher\",\"published\",\"language\",\"title\",\"text\"}; only id and text are needed.\n"
                    "The answer's lines stand in the same order. The form is described in docs/extraction.md.\n"
                    "Example:\n  sitrep extract < reports.jsonl > facts.jsonl");
    command->callback([arguments, &session] { run(*arguments, session); });
}

}  // namespace sitrep::cli
