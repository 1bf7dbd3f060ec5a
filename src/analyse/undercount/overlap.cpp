#include "analyse/undercount/overlap.hpp"

#include <bit>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace sitrep::analyse {

OverlapTable::OverlapTable(std::vector<std::string> list_names) : names(std::move(list_names))
{
    if (names.size() > lists_max) throw std::invalid_argument("an overlap table has at most 10 lists");
    counts.assign(std::size_t{1} << names.size(), 0);
}

std::int64_t OverlapTable::documented() const { return std::accumulate(counts.begin() + 1, counts.end(), std::int64_t{0}); }

std::int64_t OverlapTable::holding(ListSet all_of) const
{
    std::int64_t sum = 0;
    for (ListSet pattern = 1; pattern < counts.size(); ++pattern)
        if ((pattern & all_of) == all_of) sum += counts[pattern];
    return sum;
}

std::int64_t OverlapTable::seen_once() const
{
    std::int64_t sum = 0;
    for (ListSet pattern = 1; pattern < counts.size(); ++pattern)
        if (std::has_single_bit(pattern)) sum += counts[pattern];
    return sum;
}

}  // namespace sitrep::analyse
