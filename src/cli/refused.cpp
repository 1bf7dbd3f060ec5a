// sitrep refused and sitrep sources: what was not taken, and who the reports come from.
#include "cli/commands.hpp"

#include <fmt/format.h>

namespace sitrep::cli {

void add_refused(CLI::App& program, Session& session)
{
    auto* command = program.add_subcommand("refused", "Documents that were refused, and why");
    session.add_options(*command);
    command->footer("\nExample:\n  sitrep refused");
    command->callback([&session] {
        const auto library = session.open_library(false);
        for (const auto& refusal : library->refused()) answer(fmt::format("{}  {}: {}", refusal.at, refusal.where, refusal.why));
    });
}

void add_sources(CLI::App& program, Session& session)
{
    auto* command = program.add_subcommand("sources", "Who the reports come from");
    session.add_options(*command);
    command->footer("\nExample:\n  sitrep sources");
    command->callback([&session] {
        const auto library = session.open_library(false);
        for (const auto& source : library->sources())
            answer(fmt::format("{:>5}  {}  {:>6} reports  {}", std::int64_t(source.id), source.reliability, source.reports,
                               source.name.empty() ? "(not named)" : source.name));
    });
}

}  // namespace sitrep::cli
