// sitrep verify: re-hashes the originals and walks the log's chain.
#include "cli/commands.hpp"
#include "cli/progress.hpp"

#include <fmt/format.h>

namespace sitrep::cli {
namespace {

void run(Session& session)
{
    const auto library = session.open_library(false);
    store::VerifyResult result;
    {
        ProgressBar bar("verifying");
        result = library->verify([&](double share) { bar.show(0, share); });
    }
    for (const auto& fault : result.faults) answer("fault: " + fault);
    if (!result.faults.empty()) {
        say("The library was changed outside Sitrep, or the disk is failing. Keep a copy of this file and go back to the last backup.");
        session.exit_code = exit_failed;
        return;
    }
    answer(fmt::format("all is as it was written: {} originals, {} log entries", result.originals, result.log_entries));
}

}  // namespace

void add_verify(CLI::App& program, Session& session)
{
    auto* command = program.add_subcommand("verify", "Check that nothing was changed outside Sitrep");
    session.add_options(*command);
    command->footer("\nExample:\n  sitrep verify --library desk.sitrep");
    command->callback([&session] { run(session); });
}

}  // namespace sitrep::cli
