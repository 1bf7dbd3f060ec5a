// sitrep why: why these reports were taken for one incident, or kept apart.
#include "cli/commands.hpp"
#include "merge/merge.hpp"
#include "pipeline/filing.hpp"

#include <fmt/format.h>

#include <charconv>

namespace sitrep::cli {
namespace {

void print(const std::vector<Reason>& reasons)
{
    constexpr double shown_from = 0.05;
    double rest = 0;
    for (const Reason& reason : reasons) {
        if (std::abs(reason.weight) < shown_from) rest += reason.weight;
        else answer(fmt::format("    {:+5.2f}  {:<12} {}", reason.weight, reason.what, reason.words));
    }
    if (rest != 0) answer(fmt::format("    {:+5.2f}  {:<12} {}", rest, "the rest", "what says little"));
}

void why_one(const Incident& incident, const store::Store& library)
{
    const auto rows = library.why(incident.id);
    if (rows.empty()) answer(fmt::format("{} has one account; nothing that it could be compared with was likely the same.", to_string(incident.id)));
    for (const auto& row : rows) {
        answer(fmt::format("  account {} {} account {}", std::int64_t(row.account), row.relation == "joined" ? "joined" : "was kept apart from",
                           std::int64_t(row.against)));
        print(row.reasons);
    }
    for (const auto& filed : incident.accounts)
        for (const auto& tied : library.tied_to(filed.id)) {
            const auto other = library.incident_of(tied.other);
            if (other && *other != incident.id)
                answer(fmt::format("  account {} may tell the same as account {} of {}: chance {:.2f}", std::int64_t(filed.id), std::int64_t(tied.other), to_string(*other),
                                   merge::chance_of(tied.score)));
        }
}

/// What was typed: accounts of an incident ("I42" or "42"), one account ("A117"), or the accounts of a report ("R12").
struct Named {
    std::string name;
    std::vector<FiledAccount> accounts;
};

Named named(const std::string& typed, const store::Store& library, const Session& session)
{
    const char kind = typed.empty() ? ' ' : typed.front();
    if (kind != 'A' && kind != 'a' && kind != 'R' && kind != 'r') {
        auto incident = session.incident(library, typed);
        return {to_string(incident.id), std::move(incident.accounts)};
    }
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(typed.data() + 1, typed.data() + typed.size(), number);
    if (error != std::errc{} || end != typed.data() + typed.size() || number <= 0) throw Failed(fmt::format("{} is no id. Ids look like I42 (incident), A117 (account), R12 (report).", typed));
    Named out{typed, {}};
    for (const auto id : kind == 'A' || kind == 'a' ? std::vector{AccountId{number}} : library.accounts_of_report(ReportId{number}))
        if (const auto found = library.account(id)) out.accounts.push_back(*found);
    if (out.accounts.empty()) throw Failed(fmt::format("there is no {} with an account in {}.", typed, session.library));
    return out;
}

void why_two(const Named& a, const Named& b, const store::Store& library)
{
    merge::Comparison best;
    best.score = merge::never - 1;
    const FiledAccount *x = nullptr, *y = nullptr;
    for (const auto& p : a.accounts)
        for (const auto& q : b.accounts)
            if (auto comparison = merge::compare(p, q); comparison.score > best.score || (best.impossible && !comparison.impossible)) {
                if (x && comparison.impossible && !best.impossible) continue;
                best = std::move(comparison);
                x = &p, y = &q;
            }
    const auto thresholds = pipeline::thresholds_of(library);
    answer(fmt::format("{} and {}: chance {:.2f} that accounts {} and {} tell one event. From {:.2f} on the program merges, from {:.2f} on it proposes.", a.name, b.name,
                       best.chance(), std::int64_t(x->id), std::int64_t(y->id), thresholds.merge_from, thresholds.propose_from));
    print(best.reasons);
    if (best.impossible) return answer("  They cannot be one: see the reason against it.");
    const auto one = library.incident_of(x->id), other = library.incident_of(y->id);
    if (!one || !other) return answer("  At least one is filed under no incident any more.");
    if (one == other) return answer(fmt::format("  Both are filed under {}.", to_string(*one)));
    if (library.told_apart(x->id, *other)) return answer("  A person has said that they are different.");
    if (best.chance() >= thresholds.merge_from)
        answer(fmt::format("  They stay two because a common report, another of their accounts or a person's decision keeps them apart. `sitrep merge {} {}` joins them.", to_string(*one),
                           to_string(*other)));
}

void run(const std::vector<std::string>& ids, const Session& session)
{
    const auto library = session.open_library(false);
    if (ids.size() == 1) return why_one(session.incident(*library, ids.front()), *library);
    const auto first = named(ids[0], *library, session), second = named(ids[1], *library, session);
    if (first.name == second.name) return why_one(session.incident(*library, ids.front()), *library);
    why_two(first, second, *library);
}

}  // namespace

void add_why(CLI::App& program, Session& session)
{
    auto* command = program.add_subcommand("why", "Why reports were (not) merged, in words and numbers");
    const auto ids = std::make_shared<std::vector<std::string>>();
    command->add_option("ids", *ids, "One incident, or two of incidents (I42), accounts (A117) and reports (R12)")->required()->expected(1, 2);
    session.add_options(*command);
    command->footer("\nExample:\n  sitrep why I42        the reasons behind its merges, and what else may be the same\n  sitrep why I42 I57    why these two are not one\n"
                    "  sitrep why A117 A230  two accounts, wherever they are filed");
    command->callback([ids, &session] { run(*ids, session); });
}

}  // namespace sitrep::cli
