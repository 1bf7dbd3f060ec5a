// sitrep tallies: counts that others state, never added to ours.
#include "cli/claim_tests.hpp"
#include "cli/commands.hpp"
#include "cli/lines.hpp"
#include "cli/period.hpp"
#include "publish/desk_json.hpp"

#include <fmt/format.h>

namespace sitrep::cli {
namespace {

void run(const Selection& selection, const Session& session)
{
    const auto library = session.open_library(false);
    for (const FiledTally& filed : library->tallies(selection.query())) {
        if (session.json) {
            answer(publish::tally_json(filed));
            continue;
        }
        const Tally& tally = filed.tally;
        answer(fmt::format("{:>6} {}{}{}  says {}  ({}{})", tally.quantity, tally.unit, tally.scope_place.empty() ? "" : " in " + tally.scope_place,
                           tally.period_text.empty() ? "" : ", " + tally.period_text, tally.claimant.empty() ? "the report itself" : tally.claimant,
                           filed.publisher.empty() ? "publisher unknown" : filed.publisher,
                           filed.published ? " " + to_iso(filed.published->day) : ""));
    }
}

}  // namespace

void add_tallies(CLI::App& program, Session& session)
{
    auto* command = program.add_subcommand("tallies", "Counts that others state, with who states them");
    const auto selection = std::make_shared<Selection>();
    session.add_options(*command);
    selection->add_options(*command);
    const auto test = std::make_shared<bool>(false);
    command->add_flag("--test", *test, "Test each against the ledger: range, gap, exact limits, sum of parts, claimed and reported one by one");
    command->footer("\nExample:\n  sitrep tallies --month 2025-09\n  sitrep tallies --month 2025-09 --test");
    command->callback([selection, test, &session] { *test ? test_claims(selection->query(), session) : run(*selection, session); });
}

}  // namespace sitrep::cli
