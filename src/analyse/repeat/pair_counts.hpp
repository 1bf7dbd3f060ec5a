// Counts near pairs by how far apart in time they are, for many shuffles of the times at once.
#pragma once

#include "analyse/repeat/near_places.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace sitrep::analyse {

/// Shuffles counted side by side: one pass over the pairs serves all of them, and each processor register holds several.
inline constexpr std::size_t shuffles_at_once = 16;
inline constexpr std::size_t time_edges_max = 12;

/// Per distance band and finite time edge above 0, the pairs less than that edge apart; one number for each shuffle of the batch.
using PairCounts = std::vector<std::array<std::int64_t, shuffles_at_once>>;

/// `times` holds shuffles_at_once values for each event, events in NearPlaces::order. `Time` is std::int16_t for whole days (all within
/// 32,767 days) or double. `edges` ascend. Counts of band b and edge e stand at b * edges.size() + e.
template <class Time>
PairCounts count_pairs(const NearPlaces& places, const std::vector<Time>& times, const std::vector<Time>& edges);

}  // namespace sitrep::analyse
