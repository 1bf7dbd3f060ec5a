// Regression of counts on a few columns (level, step, trend, season) with a log link.
#pragma once

#include "analyse/counts/exact_limits.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace sitrep::analyse {

/// Columns of equal length beside the counts. The first is by custom all ones: the level.
using Columns = std::vector<std::vector<double>>;

struct Regression {
    std::vector<double> coefficients;     ///< on the log scale, one a column
    std::vector<double> standard_errors;  ///< given the overdispersion
    double overdispersion = 0;            ///< 0: Poisson
    double log_likelihood = 0;
    std::vector<double> fitted;           ///< expected count of each row
    bool converged = false;               ///< false: counts of only zeros, or columns that say the same
    /// Ratio of rates for one unit of a column, with Wald limits.
    RateRatio rate_ratio(std::size_t column, double confidence) const;
};

/// Negative-binomial regression by maximum likelihood (Hilbe 2011): reweighted least squares by QR for the coefficients, Newton's
/// method for the overdispersion, in turn until neither moves. Counts >= 0; more rows than columns.
Regression negative_binomial_regression(std::span<const double> counts, const Columns& columns);

/// The same with a given overdispersion (0 = Poisson).
Regression count_regression(std::span<const double> counts, const Columns& columns, double overdispersion);

/// Pearson dispersion of a Poisson fit: 1 where counts scatter as Poisson says.
double pearson_dispersion(std::span<const double> counts, const Regression& poisson_fit);

}  // namespace sitrep::analyse
