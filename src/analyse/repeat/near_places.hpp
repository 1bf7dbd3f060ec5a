// Pairs of places by distance band, with the events of each place side by side: what every shuffle of a Knox table counts over.
#pragma once

#include "analyse/repeat/knox.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace sitrep::analyse {

/// Events by place, places along the rows of an index, so that near places are near in memory as well.
struct NearPlaces {
    struct Pair {
        std::uint32_t first = 0, second = 0;  ///< places; equal for the pairs of one place's own events
    };
    std::vector<std::uint32_t> order;         ///< events in order of place
    std::vector<std::uint32_t> begins;        ///< first event of each place in `order`, one more than there are places
    std::vector<std::vector<Pair>> by_band;   ///< for each distance band but the open one; each pair once

    std::int64_t pairs_in(std::size_t band) const;  ///< pairs of events
};

NearPlaces near_places(std::span<const TimedSpot> events, Metric metric, const std::vector<double>& distance_edges);

}  // namespace sitrep::analyse
