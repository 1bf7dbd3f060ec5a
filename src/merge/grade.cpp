// How well an incident is established, and by which rule (DESIGN.md section 8).
#include "merge/record.hpp"

#include "merge/merge.hpp"
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
    const auto unbelieved = [](const FiledAccount& one) { return one.reliability == 'E'; };
    if (std::all_of(accounts.begin(), accounts.end(), unbelieved)) return {Grade::discounted, "told only by sources that the desk holds to be unreliable (E)"};
    if (std::all_of(accounts.begin(), accounts.end(), is_claim_alone)) return {Grade::claimed_only, "only the perpetrator itself says so"};
    if (auto why = contested_by(accounts, groups)) return {Grade::contested, *why};
    std::vector<std::size_t> independent;
    for (std::size_t i = 0; i < accounts.size(); ++i)
        if (!is_claim_alone(accounts[i]) && !unbelieved(accounts[i])) independent.push_back(groups[i]);  // who is not believed confirms nothing
    const auto sources = groups_in(independent);
    std::vector<std::size_t> believed;
    for (std::size_t i = 0; i < accounts.size(); ++i)
        if (!unbelieved(accounts[i])) believed.push_back(groups[i]);
    const auto all = groups_in(believed);
    if (sources >= 2) return {Grade::confirmed, fmt::format("{} sources that do not quote each other", sources)};
    if (all >= 2) return {Grade::confirmed, "claimed by the perpetrator and reported by a source that does not quote it"};
    if (std::any_of(accounts.begin(), accounts.end(), is_admission)) return {Grade::confirmed, "admitted by the side that suffered it"};
    const bool attributed = std::any_of(accounts.begin(), accounts.end(), [](const FiledAccount& one) { return !one.account.attribution.empty() && !one.account.background; });
    if (attributed) return {Grade::fair, "one source, which names who says so"};
    return {Grade::weak, "one source, which does not name who says so"};
}

char source_letter_of(const Accounts& accounts)
{
    char best = 'F';  // "cannot be judged" says less than any judgement, so that E is a better answer
    for (const auto& filed : accounts) best = std::min(best, filed.reliability);
    return best;
}

int item_digit_of(Grade grade, std::size_t sources, const std::vector<Conflict>& conflicts)
{
    constexpr std::size_t many_sources = 3;
    switch (grade) {
        case Grade::confirmed: return sources >= many_sources && conflicts.empty() ? 1 : 2;
        case Grade::fair: return 3;
        case Grade::contested:
        case Grade::claimed_only: return 4;
        case Grade::discounted: return 5;
        case Grade::weak: break;
    }
    return 6;
}

char proposed_letter(std::int64_t told, std::int64_t corroborated, std::int64_t contested)
{
    constexpr std::int64_t enough = 20;
    if (told < enough) return 'F';
    if (contested * 3 > told) return 'D';
    return corroborated * 2 >= told ? 'B' : 'C';
}

}  // namespace sitrep::merge
