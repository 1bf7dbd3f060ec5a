// sitrep why: why these reports were taken for one incident, or kept apart.
#include "cli/commands.hpp"
#include "merge/merge.hpp"

#include <fmt/format.h>

namespace sitrep::cli {
namespace {

void print(const std::vector<Reason>& reasons)
{
    for (const Reason& reason : reasons) answer(fmt::format("    {:+5.2f}  {:<12} {}", reason.weight, reason.what, reason.words));
}

void why_one(const Incident& incident, const store::Store& library)
{
    const auto rows = library.why(incident.id);
    if (rows.empty()) answer(fmt::format("{} has one account; nothing was near enough to compare it with.", to_string(incident.id)));
    for (const auto& row : rows) {
        answer(fmt::format("  account {} {} account {}", std::int64_t(row.account), row.relation == "joined" ? "joined" : "was kept apart from",
                           std::int64_t(row.against)));
        print(row.reasons);
    }
}

void why_two(const Incident& a, const Incident& b)
{
    merge::Comparison best;
    best.score = -1e9;
    for (const auto& x : a.accounts)
        for (const auto& y : b.accounts)
            if (auto comparison = merge::compare(x, y); comparison.score > best.score) best = std::move(comparison);
    answer(fmt::format("{} and {}: score {:.2f}; from {:.2f} on they would be one incident.", to_string(a.id), to_string(b.id), best.score, merge::same_above));
    print(best.reasons);
    if (best.score >= merge::same_above)
        answer(fmt::format("  They stay two because a person, a common report or another of their accounts keeps them apart. `sitrep merge {} {}` joins them.",
                           to_string(a.id), to_string(b.id)));
}

void run(const std::vector<std::string>& ids, const Session& session)
{
    const auto library = session.open_library(false);
    const Incident first = session.incident(*library, ids.front());
    if (ids.size() == 1) return why_one(first, *library);
    const Incident second = session.incident(*library, ids[1]);
    if (first.id == second.id) return why_one(first, *library);
    why_two(first, second);
}

}  // namespace

void add_why(CLI::App& program, Session& session)
{
    auto* command = program.add_subcommand("why", "Why reports were (not) merged, in words and numbers");
    const auto ids = std::make_shared<std::vector<std::string>>();
    command->add_option("ids", *ids, "One incident, or two")->required()->expected(1, 2);
    session.add_options(*command);
    command->footer("\nExample:\n  sitrep why I42        the reasons behind its merges\n  sitrep why I42 I57    why these two are not one");
    command->callback([ids, &session] { run(*ids, session); });
}

}  // namespace sitrep::cli
