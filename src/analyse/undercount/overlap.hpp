// Who saw what: incidents (or victims) counted by the set of lists that hold them. Every estimate of the unseen starts here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace sitrep::analyse {

inline constexpr std::size_t lists_max = 10;

/// A set of lists: bit 1 << i stands for list i. ListSet 0, seen by no list, is what nobody counted.
using ListSet = std::uint32_t;

/// Counts by pattern. Lists are independent families of sources, or lists that came from outside.
struct OverlapTable {
    std::vector<std::string> names;    ///< one a list, at most lists_max
    std::vector<std::int64_t> counts;  ///< one a pattern, 2^lists of them; counts[0] is 0

    explicit OverlapTable(std::vector<std::string> list_names);

    std::size_t lists() const { return names.size(); }
    std::int64_t documented() const;                        ///< seen by at least one list: the floor
    std::int64_t holding(ListSet all_of) const;             ///< seen by each of these lists, whatever else saw them
    std::int64_t on_list(std::size_t list) const { return holding(ListSet{1} << list); }
    std::int64_t on_both(std::size_t a, std::size_t b) const { return holding((ListSet{1} << a) | (ListSet{1} << b)); }
    std::int64_t alone(std::size_t list) const { return counts[std::size_t{1} << list]; }
    std::int64_t seen_once() const;                         ///< held by one list only
};

}  // namespace sitrep::analyse
