// Two-list terms added one by one where they matter, for many lists with little overlap (Chan, Silverman & Vincent 2021).
#pragma once

#include "analyse/undercount/loglinear.hpp"

#include <vector>

namespace sitrep::analyse {

struct Stepwise {
    double population = 0;
    Terms terms = 0;        ///< those added, lists that share nothing among them
};

/// Begins with one parameter a list and adds, while there is one, the term whose shared count is least likely under the model so far
/// (one-sided Poisson probability at most `threshold`) and whose model keeps a finite, single estimate. Nothing when even the first model has none.
std::optional<Stepwise> stepwise(const OverlapTable& table, double threshold);

/// BCa limits (Efron 1987): bias-corrected and accelerated bootstrap, the selection of terms done anew in each replication.
struct BootstrapLimits {
    double population = 0;
    std::vector<double> chances, limits;  ///< the limit at each chance asked for
    std::int64_t failed = 0;              ///< replications without an estimate, left out
};
/// `replications` multinomial redraws of the documented; the acceleration from leaving out one incident at a time.
/// Same seed, same bytes on any number of threads.
std::optional<BootstrapLimits> stepwise_bootstrap(const OverlapTable& table, double threshold, std::size_t replications, std::vector<double> chances,
                                                  std::uint64_t seed, unsigned threads);

}  // namespace sitrep::analyse
