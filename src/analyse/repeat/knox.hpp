// Knox's table: do events that are near in place come nearer in time than their places and times alone would bring about?
#pragma once

#include "analyse/nearness.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace sitrep::analyse {

struct TimedSpot {
    Spot at;
    double time = 0;  ///< days, from any origin
};

/// Bins are half-open and named as computed: edges 0, 1, 5 make the bands [0, 1), [1, 5) and [5, infinity).
struct KnoxOptions {
    Metric metric = Metric::great_circle;
    std::vector<double> distance_edges{0, 1, 5, 10, 25};  ///< ascending, km or the unit of the plane; the first is 0
    std::vector<double> time_edges{0, 4, 8, 15};          ///< ascending, days; the first is 0
    std::size_t replications = 999;                       ///< shuffles of the times over the places
    std::uint64_t seed = 1;
    unsigned threads = 0;                                 ///< 0 = all cores; the answer is the same on any number
};

struct KnoxCell {
    std::int64_t pairs = 0;
    double expected = 0;       ///< pairs in the distance band times pairs in the time band over all pairs
    double shuffled_mean = 0, shuffled_sd = 0;
    double shuffled_median = 0;
    double p = 1;              ///< (1 + shuffles with at least as many) / (1 + shuffles)
    double p_poisson = 1;      ///< P(at least as many) under Poisson with `expected`; too sure of itself, shown for comparison only
    double ratio() const { return shuffled_mean > 0 ? double(pairs) / shuffled_mean : 0; }
};

/// Cells of distance band d and time band t at d * time_bands() + t. The last band of each has no upper edge.
struct KnoxTable {
    std::vector<double> distance_edges, time_edges;
    std::vector<KnoxCell> cells;
    std::vector<std::int64_t> by_distance, by_time;  ///< pairs per band
    std::int64_t pairs = 0;
    std::size_t distance_bands() const { return distance_edges.size(); }
    std::size_t time_bands() const { return time_edges.size(); }
    const KnoxCell& at(std::size_t distance_band, std::size_t time_band) const { return cells[distance_band * time_bands() + time_band]; }
};

/// P(a Poisson number of mean `expected` is at least `number`).
double poisson_at_least(std::int64_t number, double expected);

/// Knox (1964) with the permutation test of Mantel (1967), in the table form of near-repeat studies. Only pairs nearer than the last
/// distance edge are ever listed, place by place, so memory grows with the places and not with the pairs; the open bands follow
/// from the margins, which shuffling leaves alone. Throws std::invalid_argument for edges that do not ascend from 0 or are fewer than two.
KnoxTable knox_table(std::span<const TimedSpot> events, const KnoxOptions& options);

}  // namespace sitrep::analyse
