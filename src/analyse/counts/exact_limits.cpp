#include "analyse/counts/exact_limits.hpp"

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace sitrep::analyse {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

/// Chance of all splits of `n` that are at most as likely as `k`. Splits as likely as `k` but for rounding count as equal.
double chance_of_less_likely(std::int64_t k, std::int64_t n, double share)
{
    const boost::math::binomial_distribution<double> splits(static_cast<double>(n), share);
    const double seen = boost::math::pdf(splits, static_cast<double>(k)) * (1 + 1e-7);
    double less_likely = 0;
    for (std::int64_t i = 0; i <= n; ++i) {
        const double chance = boost::math::pdf(splits, static_cast<double>(i));
        if (chance <= seen) less_likely += chance;
    }
    return std::min(1.0, less_likely);
}

/// Above this sum the term-by-term p costs too much and twice the smaller tail is as good.
constexpr std::int64_t summed_terms_max = 200000;

double two_sided_p(std::int64_t k, std::int64_t n, double share)
{
    if (n == 0) return 1;
    if (n <= summed_terms_max) return chance_of_less_likely(k, n, share);
    const boost::math::binomial_distribution<double> splits(static_cast<double>(n), share);
    const double low = boost::math::cdf(splits, static_cast<double>(k));
    const double high = k == 0 ? 1 : boost::math::cdf(boost::math::complement(splits, static_cast<double>(k - 1)));
    return std::min(1.0, 2 * std::min(low, high));
}

double odds_times(double share, double factor) { return share >= 1 ? infinite : share / (1 - share) * factor; }

}  // namespace

Limits poisson_limits(std::int64_t count, double confidence)
{
    const double tail = (1 - confidence) / 2;
    const double seen = static_cast<double>(count);
    return {count == 0 ? 0 : boost::math::gamma_p_inv(seen, tail), boost::math::gamma_q_inv(seen + 1, tail)};
}

Limits share_limits(std::int64_t part, std::int64_t whole, double confidence)
{
    if (whole == 0) return {0, 1};
    const double tail = (1 - confidence) / 2;
    const double seen = static_cast<double>(part), rest = static_cast<double>(whole - part);
    return {part == 0 ? 0 : boost::math::ibeta_inv(seen, rest + 1, tail), part == whole ? 1 : boost::math::ibetac_inv(seen + 1, rest, tail)};
}

RateRatio rate_ratio(std::int64_t first, double first_exposure, std::int64_t second, double second_exposure, double confidence)
{
    RateRatio out;
    const double factor = second_exposure / first_exposure;
    const double seen = static_cast<double>(first) * factor;
    if (second > 0)
        out.ratio = seen / static_cast<double>(second);
    else
        out.ratio = first > 0 ? infinite : std::numeric_limits<double>::quiet_NaN();
    const Limits share = share_limits(first, first + second, confidence);
    out.limits = {odds_times(share.low, factor), odds_times(share.high, factor)};
    out.p = two_sided_p(first, first + second, first_exposure / (first_exposure + second_exposure));
    return out;
}

double normal_quantile(double probability) { return boost::math::quantile(boost::math::normal(), probability); }
double normal_cdf(double value) { return boost::math::cdf(boost::math::normal(), value); }

}  // namespace sitrep::analyse
