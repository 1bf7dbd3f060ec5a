// How well an incident is established, and by which rule (DESIGN.md section 8).
#include "merge/record.hpp"

#include "merge/sources.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep::merge {
namespace {

/// Two named actors of independent sources, or one that its perpetrator denies.
std::optional<std::string> contested_by(const Accounts& accounts, const std::vector<std::size_t>& groups)
{
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        const auto& a = accounts[i].account.perpetrator;
        if (accounts[i].account.denied) return fmt::format("{} denies it", a.name.empty() ? std::string("the accused side") : a.name);
        if (a.name.empty()) continue;
        for (std::size_t j = 0; j < i; ++j) {
            const auto& b = accounts[j].account.perpetrator;
            if (b.name.empty() || groups[i] == groups[j] || a.name == b.name) continue;
            return fmt::format("independent sources name different perpetrators: {} and {}", b.name, a.name);
        }
    }
    return std::nullopt;
}

}  // namespace

std::pair<Grade, std::string> grade_of(const Accounts& accounts, const std::vector<std::size_t>& groups)
{
    if (std::all_of(accounts.begin(), accounts.end(), is_claim_alone)) return {Grade::claimed_only, "only the perpetrator itself says so"};
    if (auto why = contested_by(accounts, groups)) return {Grade::contested, *why};
    std::vector<std::size_t> independent;
    for (std::size_t i = 0; i < accounts.size(); ++i)
        if (!is_claim_alone(accounts[i])) independent.push_back(groups[i]);
    const auto sources = groups_in(independent);
    const auto all = groups_in(groups);
    if (sources >= 2) return {Grade::confirmed, fmt::format("{} sources that do not quote each other", sources)};
    if (all >= 2) return {Grade::confirmed, "claimed by the perpetrator and reported by a source that does not quote it"};
    if (std::any_of(accounts.begin(), accounts.end(), is_admission)) return {Grade::confirmed, "admitted by the side that suffered it"};
    const bool attributed = std::any_of(accounts.begin(), accounts.end(), [](const FiledAccount& one) { return !one.account.attribution.empty() && !one.account.background; });
    if (attributed) return {Grade::fair, "one source, which names who says so"};
    return {Grade::weak, "one source, which does not name who says so"};
}

}  // namespace sitrep::merge
