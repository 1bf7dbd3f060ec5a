// When did the level change? All changes of a finished series at once, and week by week as a chance.
#pragma once

#include "analyse/counts/exact_limits.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sitrep::analyse {

/// What a change must gain in twice the log likelihood to be made.
enum class ChangePenalty {
    bic,   ///< 2 ln n
    mbic,  ///< 3 ln n and the logarithm of each stretch's length (Zhang and Siegmund 2007): fewer changes
    mbic_plain_pruning  ///< mbic with the pruning of other programs, which may miss the optimum of this penalty: to compare with them
};

/// Weeks after which the mean changes, ascending: 41 says that the first 41 values are one stretch. The exact optimum of the penalised
/// likelihood by PELT (Killick, Fearnhead and Eckley 2012); stretches have at least two values. Overdispersion 0 is the Poisson cost, else
/// negative binomial with that overdispersion in all stretches: Poisson cuts overdispersed counts into pieces that are not there.
std::vector<std::size_t> change_points(std::span<const double> counts, double overdispersion, ChangePenalty penalty);
/// The same with a penalty of the caller's own.
std::vector<std::size_t> change_points(std::span<const double> counts, double overdispersion, double penalty);

/// Overdispersion by what neighbouring values differ (von Neumann's differences), so that changes of level do not count as scatter.
double local_overdispersion(std::span<const double> counts);

/// One change with the doubt about it.
struct Change {
    std::size_t at = 0;              ///< first value of the new level
    double before = 0, after = 0;    ///< means
    Limits ratio;                    ///< 95 % of after / before (Wald, with the overdispersion)
    double p = 1;                    ///< bootstrap: how often a series without this change shows one as large
};

/// Each change of `change_points` with the p of a parametric bootstrap: its two stretches are drawn `replications` times from one mean,
/// and p = (1 + draws whose best split gains as much) / (1 + replications).
std::vector<Change> tested_changes(std::span<const double> counts, const std::vector<std::size_t>& changes, double overdispersion, int replications,
                                   std::uint64_t seed, unsigned threads);

/// Bayesian run length (Adams and MacKay 2007) with a gamma prior on the Poisson mean, whose predictive is negative binomial.
struct RunLengthPosterior {
    std::vector<std::size_t> most_likely;  ///< run length with the highest chance after 0, 1, … n values
    std::vector<double> chance_of_zero;    ///< chance that a new run begins just there
    std::vector<std::size_t> starts;       ///< first values (1-based) of the most likely sequence of runs, traced back from the end
};
RunLengthPosterior run_length_posterior(std::span<const double> counts, double hazard, double prior_shape, double prior_rate);

}  // namespace sitrep::analyse
