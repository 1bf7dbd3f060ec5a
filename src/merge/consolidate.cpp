// From accounts to the record of one incident.
#include "merge/merge.hpp"
#include "merge/record.hpp"
#include "merge/sources.hpp"

#include <algorithm>
#include <tuple>

namespace sitrep::merge {
namespace {

/// Oldest publication first, reports without one last; then as filed.
bool older(const FiledAccount& a, const FiledAccount& b)
{
    if (a.published.has_value() != b.published.has_value()) return a.published.has_value();
    if (a.published && a.published->day != b.published->day) return a.published->day < b.published->day;
    return a.id < b.id;
}

}  // namespace

Incident consolidate(IncidentId id, std::vector<FiledAccount> accounts)
{
    std::sort(accounts.begin(), accounts.end(), older);
    Incident incident;
    incident.id = id;
    incident.kind = agreed_kind(accounts);
    incident.date = agreed_date(accounts);
    incident.place = agreed_place(accounts);
    const auto perpetrator = agreed_perpetrator(accounts);
    incident.perpetrator = perpetrator.name;
    incident.status = perpetrator.status;
    incident.target_class = agreed_target(accounts);
    incident.killed = toll_range(accounts, [](const Account& a) -> const std::optional<Toll>& { return a.killed; });
    incident.injured = toll_range(accounts, [](const Account& a) -> const std::optional<Toll>& { return a.injured; });
    incident.abducted = toll_range(accounts, [](const Account& a) -> const std::optional<Toll>& { return a.abducted; });
    incident.arrested = toll_range(accounts, [](const Account& a) -> const std::optional<Toll>& { return a.arrested; });
    incident.perpetrators_killed = toll_range(accounts, [](const Account& a) -> const std::optional<Toll>& { return a.perpetrators_killed; });
    const auto groups = source_groups(accounts);
    incident.independent_sources = static_cast<int>(groups_in(groups));
    std::tie(incident.grade, incident.grade_rule) = grade_of(accounts, groups);
    incident.background_only = std::all_of(accounts.begin(), accounts.end(), [](const FiledAccount& one) { return one.account.background; });
    incident.conflicts = conflicts_in(accounts);
    incident.source_letter = source_letter_of(accounts);
    incident.item_digit = item_digit_of(incident.grade, groups_in(groups), incident.conflicts);
    incident.accounts = std::move(accounts);
    return incident;
}

}  // namespace sitrep::merge
