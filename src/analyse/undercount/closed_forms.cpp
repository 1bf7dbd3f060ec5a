#include "analyse/undercount/closed_forms.hpp"

#include <bit>
#include <cmath>

namespace sitrep::analyse {

ChapmanPair chapman(std::int64_t on_a, std::int64_t on_b, std::int64_t on_both)
{
    ChapmanPair pair;
    pair.on_a = on_a;
    pair.on_b = on_b;
    pair.on_both = on_both;
    const double a = double(on_a), b = double(on_b), m = double(on_both);
    pair.population = (a + 1) * (b + 1) / (m + 1) - 1;
    pair.variance = (a + 1) * (b + 1) * (a - m) * (b - m) / ((m + 1) * (m + 1) * (m + 2));
    return pair;
}

std::vector<ChapmanPair> chapman_pairs(const OverlapTable& table)
{
    std::vector<ChapmanPair> pairs;
    for (std::size_t a = 0; a < table.lists(); ++a)
        for (std::size_t b = a + 1; b < table.lists(); ++b) {
            pairs.push_back(chapman(table.on_list(a), table.on_list(b), table.on_both(a, b)));
            pairs.back().a = a;
            pairs.back().b = b;
        }
    return pairs;
}

std::optional<NoHighestInteraction> no_highest_interaction(const OverlapTable& table)
{
    double log_unseen = 0, relative_variance = 0;
    for (ListSet pattern = 1; pattern < table.counts.size(); ++pattern) {
        if (table.counts[pattern] == 0) return std::nullopt;
        const double count = double(table.counts[pattern]);
        log_unseen += std::popcount(pattern) % 2 == 1 ? std::log(count) : -std::log(count);
        relative_variance += 1 / count;
    }
    const double unseen = std::exp(log_unseen);
    return NoHighestInteraction{unseen, std::sqrt(unseen + unseen * unseen * relative_variance)};
}

}  // namespace sitrep::analyse
