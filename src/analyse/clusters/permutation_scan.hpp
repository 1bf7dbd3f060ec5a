// The space-time permutation scan: where and when cases stand closer together than their places and days alone would bring about.
#pragma once

#include "analyse/clusters/scan_answer.hpp"
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

struct PermutationOptions {
    ScanKind kind = ScanKind::retrospective;
    CircleLimits circles{};          ///< weight_max is lowered to `share_max`
    double share_max = 0.5;          ///< of all cases, that a circle may hold
    std::int32_t steps_max = 28;     ///< longest window
    std::int64_t cases_min = 2;      ///< of a cluster
    std::size_t replications = 999;  ///< shuffles of the days over the cases
    std::uint64_t seed = 1;
    unsigned threads = 0;            ///< 0 = all cores; the answer is the same on any number
    std::size_t clusters_max = 10;
};

/// Space-time permutation scan (Kulldorff, Heffernan, Hartman, Assunção and Mostashari 2005). Expected cases of a circle and window are
/// cases in the circle times cases in the window over all cases; the statistic is `excess`; p is (1 + shuffles at least as high) /
/// (1 + shuffles). Empty answer for fewer than two cases. Throws std::invalid_argument when a case names no place or step of the table.
ScanAnswer permutation_scan(const CaseTable& table, const PermutationOptions& options);

}  // namespace sitrep::analyse
