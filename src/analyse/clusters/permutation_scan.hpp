// The space-time permutation scan: where and when cases stand closer together than their places and days alone would bring about.
#pragma once

#include "analyse/clusters/zones.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace sitrep::analyse {

/// Where and when the cases happened: a case is a place of the table and a step of time, 0 .. steps - 1.
struct CaseTable {
    struct Case {
        std::uint32_t place = 0;
        std::int32_t step = 0;
    };
    std::vector<LatLon> places;
    std::int32_t steps = 0;
    std::vector<Case> cases;
};

enum class ScanKind : std::uint8_t {
    retrospective,  ///< windows that begin and end anywhere
    prospective,    ///< windows that reach the last step: what is going on now
};

struct PermutationOptions {
    ScanKind kind = ScanKind::retrospective;
    CircleLimits circles{};          ///< weight_max is lowered to half of the cases
    std::int32_t steps_max = 28;     ///< longest window
    std::int64_t cases_min = 2;      ///< of a cluster
    std::size_t replications = 999;  ///< shuffles of the days over the cases
    std::uint64_t seed = 1;
    unsigned threads = 0;            ///< 0 = all cores; the answer is the same on any number
    std::size_t clusters_max = 10;
};

struct Cluster {
    std::vector<std::uint32_t> places;  ///< nearest to the centre first
    double radius_km = 0;
    std::int32_t first_step = 0, last_step = 0;
    std::int64_t cases = 0;
    double expected = 0;
    double statistic = 0;  ///< ln likelihood ratio
    double p = 1;          ///< rank among the largest statistics of the shuffled tables
};

struct PermutationAnswer {
    std::vector<Cluster> clusters;  ///< by statistic; none shares both a place and a step with one before it
    std::vector<double> maxima;     ///< largest statistic of each shuffled table, in order of replications
    std::size_t circles = 0, distinct_circles = 0;
};

/// Space-time permutation scan (Kulldorff, Heffernan, Hartman, Assunção and Mostashari 2005). Expected cases of a circle and window are
/// cases in the circle times cases in the window over all cases; the statistic is `excess`; p is (1 + shuffles at least as high) /
/// (1 + shuffles). Empty answer for fewer than two cases. Throws std::invalid_argument when a case names no place or step of the table.
PermutationAnswer permutation_scan(const CaseTable& table, const PermutationOptions& options);

}  // namespace sitrep::analyse
