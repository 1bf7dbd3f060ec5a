// What a scan finds: circles in which, for a while, there were more cases than expected.
#pragma once

#include <cstdint>
#include <vector>

namespace sitrep::analyse {

enum class ScanKind : std::uint8_t {
    retrospective,  ///< windows that begin and end anywhere
    prospective,    ///< windows that reach the last step: what is going on now
};

struct Cluster {
    std::vector<std::uint32_t> places;  ///< of the scan's table, nearest to the centre first
    double radius_km = 0;
    std::int32_t first_step = 0, last_step = 0;
    std::int64_t cases = 0;
    double expected = 0;
    double statistic = 0;  ///< ln likelihood ratio
    double p = 1;          ///< rank among the largest statistics of the random tables
};

struct ScanAnswer {
    std::vector<Cluster> clusters;  ///< by statistic; none shares both a place and a step with one before it
    std::vector<double> maxima;     ///< largest statistic of each random table, in order of replications
    std::size_t circles = 0, distinct_circles = 0;

    /// Gives each cluster its p: (1 + random tables at least as high) / (1 + random tables).
    void rank();
};

}  // namespace sitrep::analyse
