// The unseen when incidents fall into classes that differ in how likely each list is to hold them (LCMCR, Manrique-Vallier 2016).
#pragma once

#include "analyse/undercount/overlap.hpp"

namespace sitrep::analyse {

struct LatentClassOptions {
    std::size_t classes = 10;          ///< the most that may be in use (truncation of the Dirichlet process), 2 to 32
    double shape = 0.25, rate = 0.25;  ///< gamma prior of the concentration
    std::size_t chains = 4;
    std::int64_t burn_in = 10000;      ///< sweeps a chain that are thrown away
    std::int64_t draws = 2000;         ///< kept a chain
    std::int64_t thinning = 25;        ///< sweeps between two that are kept
    std::uint64_t seed = 1;
    unsigned threads = 0;              ///< 0 = all cores; the answer does not depend on it
};

/// What several chains of one quantity say together (Gelman et al. 2013; Vehtari et al. 2021, without rank normalisation).
struct ChainSummary {
    double mean = 0, deviation = 0;
    double split_r_hat = 0;            ///< near 1 when the chains agree; above 1.05 they do not
    double effective_draws = 0;        ///< independent draws that would tell as much
    double standard_error() const;     ///< of the mean, from Monte Carlo alone
};
ChainSummary summarise(const std::vector<std::vector<double>>& chains);

struct LatentClasses {
    std::int64_t documented = 0;
    std::vector<std::vector<double>> population;  ///< one row a chain
    ChainSummary summary;
    double quantile(double chance) const;  ///< of the population, all chains together
    std::int64_t sweeps = 0;               ///< done in all
};

/// Gibbs sampler over the counts by pattern. The table has 2 to lists_max lists and at least one incident.
LatentClasses latent_classes(const OverlapTable& table, const LatentClassOptions& options);

}  // namespace sitrep::analyse
