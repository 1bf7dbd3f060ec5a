#include "merge/grouping_rule.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace sitrep::merge {
namespace {

constexpr std::size_t pairs_looked_at_max = 400;  // of two large groups a spread of pairs stands for all
constexpr std::size_t pairs_one_by_one_max = 64;

}  // namespace

bool GroupingRule::told_apart(Members x, Members y) const
{
    return std::any_of(x.begin(), x.end(), [&](Number i) { return std::any_of(y.begin(), y.end(), [&](Number j) { return all_.apart_(i, j); }); });
}

bool GroupingRule::exclude(Members x, Members y) const
{
    if (all_.apart_ && told_apart(x, y)) return true;
    if (x.size() * y.size() <= pairs_one_by_one_max)
        return std::any_of(x.begin(), x.end(), [&](Number i) { return std::any_of(y.begin(), y.end(), [&](Number j) { return are_told_as_two(all_.facts(i), all_.facts(j)); }); });
    const auto [fewer, more] = std::minmax(x, y, [](Members p, Members q) { return p.size() < q.size(); });
    std::vector<std::uint64_t> tellers;
    const auto share = [&](auto teller) {
        const auto of = [&](Number member) { return static_cast<std::uint64_t>(teller(all_.facts(member))); };
        tellers.clear();
        for (const auto member : fewer)
            if (const auto by = of(member); by != 0) tellers.push_back(by);
        std::sort(tellers.begin(), tellers.end());
        return !tellers.empty() && std::any_of(more.begin(), more.end(), [&](Number member) { return std::binary_search(tellers.begin(), tellers.end(), of(member)); });
    };
    return share([](const Facts& facts) { return facts.report; }) || share([](const Facts& facts) { return facts.table; });
}

std::optional<float> GroupingRule::tie_between(Number a, Number b) const
{
    const auto& links = all_.nodes_[a].links;
    const auto at = std::lower_bound(links.begin(), links.end(), b, [](const Grouping::Link& link, Number number) { return link.other < number; });
    if (at != links.end() && at->other == b) return at->score;
    return std::nullopt;
}

void GroupingRule::fetch_ahead(Members members) const
{
    for (const auto account : members) __builtin_prefetch(&all_.nodes_[account]);
    for (const auto account : members) {
        const auto& node = all_.nodes_[account];
        __builtin_prefetch(node.links.data() + node.links.size() / 2);
        if (node.facts) merge::fetch_ahead(*node.facts);
    }
}

/// Of few pairs little is asked, since one odd one weighs much; of many on average what is asked of a tie.
double GroupingRule::mean_asked_of(std::size_t pairs) const
{
    constexpr double few_pairs = 8;
    const double of_a_tie = score_of_chance(all_.thresholds_.merge_from);
    return of_a_tie + (all_.thresholds_.mean_at_least - of_a_tie) * std::min(1.0, few_pairs / static_cast<double>(pairs));
}

bool GroupingRule::fit(Members x, Members y) const
{
    if (comes_before_by_content(y.front(), x.front())) std::swap(x, y);
    const std::size_t all = x.size() * y.size(), step = (all + pairs_looked_at_max - 1) / pairs_looked_at_max;
    double sum = 0;
    std::size_t count = 0;
    // The ties of those that are fewer are looked through, since each of them comes again and again.
    const bool fewer = x.size() < y.size();
    for (std::size_t at = 0; at < all; at += step, ++count) {
        const auto i = x[at / y.size()], j = y[at % y.size()];
        const auto tie = fewer ? tie_between(i, j) : tie_between(j, i);
        const double score = tie ? double{*tie} : std::max(never, score_of(all_.facts(i), all_.facts(j), *all_.model_));
        if (score < all_.thresholds_.worst_at_least) return false;
        sum += score;
    }
    return sum / static_cast<double>(count) >= mean_asked_of(all);
}

}  // namespace sitrep::merge
