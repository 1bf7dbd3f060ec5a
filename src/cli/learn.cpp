// sitrep learn: the desk's decisions taught to the models on this machine.
#include "cli/commands.hpp"
#include "cli/models.hpp"
#include "cli/progress.hpp"
#include "pipeline/learn.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

namespace sitrep::cli {
namespace {

using pipeline::Learnt;

struct LearnArguments {
    bool undo = false, dry_run = false;
    unsigned threads = std::max(1u, std::thread::hardware_concurrency());
};

std::string_view name_of(Learnt::Verdict verdict)
{
    switch (verdict) {
        case Learnt::Verdict::too_few: return "too_few";
        case Learnt::Verdict::no_gain: return "no_gain";
        case Learnt::Verdict::gain: break;
    }
    return "gain";
}

std::string in_json(const Learnt& learnt, bool written)
{
    std::string questions;
    for (const auto& gain : learnt.gains)
        questions += fmt::format(R"({}{{"language":"{}","question":"{}","taught":{},"held_back":{},"before":{},"after":{},"won":{},"lost":{},"taken":{}}})",
                                 questions.empty() ? "" : ",", to_string(gain.language), to_string(gain.question), gain.taught, gain.held_back, gain.before,
                                 gain.after(), gain.won, gain.lost, gain.taken());
    return fmt::format(R"({{"result":"{}","written":{},"incidents":{},"incidents_held_back":{},"held_back":{},"before":{},"after":{},"questions":[{}]}})",
                       name_of(learnt.verdict), written, learnt.incidents, learnt.incidents_held_back, learnt.held_back, learnt.before, learnt.after,
                       questions);
}

void answer_learnt(const Learnt& learnt, const std::string& folder, bool written)
{
    if (learnt.verdict == Learnt::Verdict::too_few)
        return answer(fmt::format("too few: the desk has decided on {} incidents that something can be learnt from, and {} are needed. Nothing is changed.\n"
                                  "`sitrep accept`, `set` and `withdraw` add to them.",
                                  learnt.incidents, pipeline::incidents_to_learn_from_min));
    answer(fmt::format("{} incidents decided on by the desk: {} to learn from, {} held back", learnt.incidents, learnt.incidents - learnt.incidents_held_back,
                       learnt.incidents_held_back));
    for (const auto& gain : learnt.gains)
        answer(fmt::format("  {:<3} {:<12} learnt from {:>5}; right of {:>5} held back: {:>5} before, {:>5} after  {}", to_string(gain.language),
                           to_string(gain.question), gain.taught, gain.held_back, gain.before, gain.after(),
                           gain.taken() ? "taken" : gain.won < gain.lost ? "worse: left as it was" : "no gain beyond chance: left as it was"));
    const auto share = [&](std::size_t right) { return 100.0 * static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(1, learnt.held_back)); };
    if (learnt.verdict == Learnt::Verdict::no_gain)
        return answer(fmt::format("no gain beyond chance on the held-back part ({} of {} right, as before): nothing is changed.", learnt.before, learnt.held_back));
    answer(fmt::format("gain on the held-back part: {} of {} right before, {} after ({:.1f}% → {:.1f}%)", learnt.before, learnt.held_back, learnt.after,
                       share(learnt.before), share(learnt.after)));
    if (written) answer(fmt::format("`sitrep read` uses {} from now on. `sitrep learn --undo` takes it back.", folder));
    else answer("a dry run: nothing is written.");
}

void put_back(const Session& session)
{
    const auto folder = pipeline::models_beside(session.library);
    const auto put = pipeline::put_models_back(folder);
    if (session.json)
        return answer(fmt::format(R"({{"undone":{},"now":"{}"}})", put != pipeline::PutBack::nothing, put == pipeline::PutBack::former ? "former" : "shipped"));
    switch (put) {
        case pipeline::PutBack::nothing: return answer(fmt::format("there is nothing to take back: {} uses the shipped models.", session.library));
        case pipeline::PutBack::former: return answer("done: the models before the last `sitrep learn` are in use again.");
        case pipeline::PutBack::shipped: return answer("done: the shipped models are in use again.");
    }
}

void run(const LearnArguments& arguments, const Session& session)
{
    if (arguments.undo) return put_back(session);
    const auto library = session.open_library(false);
    const auto gazetteer = session.open_gazetteer();
    const auto models = models_of_library(session.library);
    Learnt learnt;
    {
        ProgressBar bar("learning");
        pipeline::LearnOptions options;
        options.threads = arguments.threads;
        options.progress = [&](std::size_t done, std::size_t all) { bar.show(std::int64_t(done), double(done) / double(all)); };
        learnt = pipeline::learn(*library, gazetteer, models.set(), options);
    }
    const auto folder = pipeline::models_beside(session.library);
    const bool written = learnt.verdict == Learnt::Verdict::gain && !arguments.dry_run;
    if (written) pipeline::write_models(folder, learnt.english ? &*learnt.english : nullptr, learnt.arabic ? &*learnt.arabic : nullptr);
    if (session.json) return answer(in_json(learnt, written));
    answer_learnt(learnt, folder.string(), written);
}

}  // namespace

void add_learn(CLI::App& program, Session& session)
{
    auto* command = program.add_subcommand("learn", "Teach the models what the desk has accepted, corrected and withdrawn");
    const auto arguments = std::make_shared<LearnArguments>();
    session.add_options(*command);
    auto* undo = command->add_flag("--undo", arguments->undo, "Use the models from before the last `sitrep learn` again; a second time, the shipped ones");
    command->add_flag("--dry-run", arguments->dry_run, "Say what would be gained and write nothing")->excludes(undo);
    command->add_option("--threads", arguments->threads, "Threads to use")->check(CLI::Range(1, 64));
    command->footer("\nA quarter of the decided incidents is held back, and only what answers these better is taken. The models stand beside the library, in\n"
                    "LIBRARY.models, and hold numbers only, no words. What is in the library stays as it was read. See docs/learning.md.\n"
                    "Example:\n  sitrep learn --dry-run\n  sitrep learn --library desk.sitrep\n  sitrep learn --undo");
    command->callback([arguments, &session] { run(*arguments, session); });
}

}  // namespace sitrep::cli
