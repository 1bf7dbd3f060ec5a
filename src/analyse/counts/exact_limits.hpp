// Exact limits for counts, shares and ratios of two rates: what a bare number hides.
#pragma once

#include <cstdint>

namespace sitrep::analyse {

/// Lower and upper limit of what a count, share or ratio may stand for. `high` may be infinite.
struct Limits {
    double low = 0;
    double high = 0;
    friend bool operator==(const Limits&, const Limits&) = default;
};

/// Exact limits of a Poisson mean of which `count` (>= 0) were seen (Garwood 1936): 49 at 0.95 gives 36.3 to 64.8.
/// `confidence` lies strictly between 0 and 1.
Limits poisson_limits(std::int64_t count, double confidence);

/// Exact limits of a share of which `part` of `whole` were seen (Clopper and Pearson 1934); 0 to 1 when `whole` is 0.
Limits share_limits(std::int64_t part, std::int64_t whole, double confidence);

/// Two rates compared: count over exposure of the first, divided by that of the second.
struct RateRatio {
    double ratio = 0;  ///< NaN when both counts are 0, infinite when only the second is
    Limits limits;     ///< exact; 0 to infinity when both counts are 0
    double p = 1;      ///< two-sided: the chance of a split at most as likely as the one seen, if the rates are equal
};

/// Exact comparison by the binomial distribution of the first count given the sum (Przyborowski and Wilenski 1940).
/// Exposures (weeks, months) are above 0.
RateRatio rate_ratio(std::int64_t first, double first_exposure, std::int64_t second, double second_exposure, double confidence);

/// Upper quantile of the standard normal distribution: 1.96 for 0.975.
double normal_quantile(double probability);
/// Chance of a standard normal value at most `value`.
double normal_cdf(double value);

}  // namespace sitrep::analyse
