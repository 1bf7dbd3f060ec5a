#include "analyse/counts/negative_binomial.hpp"

#include <boost/math/distributions/negative_binomial.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/special_functions/trigamma.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace sitrep::analyse {
namespace {

/// Below this the negative binomial is Poisson to double precision and its own formulas lose digits.
constexpr double poisson_below = 1e-11;

bool is_poisson(const NegativeBinomial& distribution) { return distribution.overdispersion * std::max(1.0, distribution.mean) < poisson_below; }

/// lgamma(size + count) - lgamma(size), without the loss of digits that a large size brings.
double log_rising(double size, double count)
{
    if (count < 30) {
        double product = 0;
        for (double i = 0; i < count; ++i) product += std::log(size + i);
        return product;
    }
    return std::lgamma(size + count) - std::lgamma(size);
}

}  // namespace

double NegativeBinomial::log_probability(std::int64_t count) const
{
    if (count < 0) return -std::numeric_limits<double>::infinity();
    if (mean <= 0) return count == 0 ? 0 : -std::numeric_limits<double>::infinity();
    const double y = static_cast<double>(count);
    if (is_poisson(*this)) return y * std::log(mean) - mean - std::lgamma(y + 1);
    const double size = 1 / overdispersion;
    return log_rising(size, y) - std::lgamma(y + 1) - size * std::log1p(overdispersion * mean) + y * std::log(mean / (size + mean));
}

double NegativeBinomial::probability(std::int64_t count) const { return std::exp(log_probability(count)); }

double NegativeBinomial::cdf(std::int64_t count) const
{
    if (count < 0) return 0;
    if (mean <= 0) return 1;
    const double y = static_cast<double>(count);
    if (is_poisson(*this)) return boost::math::gamma_q(y + 1, mean);
    const double size = 1 / overdispersion;
    return boost::math::ibetac(y + 1, size, mean / (size + mean));
}

std::int64_t NegativeBinomial::quantile(double probability) const
{
    if (mean <= 0 || probability <= 0) return 0;
    // From a normal guess, by doubling steps and halving: the cdf is the judge, so the answer is exact.
    const double guess = mean + 3 * std::sqrt(variance());
    std::int64_t high = std::max<std::int64_t>(1, static_cast<std::int64_t>(guess));
    while (cdf(high) < probability) high *= 2;
    std::int64_t low = -1;
    while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (cdf(middle) >= probability ? high : low) = middle;
    }
    return high;
}

std::vector<double> NegativeBinomial::probabilities(std::size_t n) const
{
    std::vector<double> out(n);
    if (n == 0) return out;
    const bool poisson = is_poisson(*this);
    const double odds = poisson ? 0 : overdispersion * mean / (1 + overdispersion * mean);
    out[0] = poisson ? std::exp(-mean) : std::exp(-std::log1p(overdispersion * mean) / overdispersion);
    const bool underflows = out[0] < 1e-280;
    for (std::size_t y = 1; y < n; ++y) {
        const double i = static_cast<double>(y);
        if (underflows)
            out[y] = probability(static_cast<std::int64_t>(y));
        else
            out[y] = out[y - 1] * (poisson ? mean / i : odds * (1 / overdispersion + i - 1) / i);
    }
    return out;
}

CountSampler::CountSampler(const NegativeBinomial& distribution)
{
    constexpr double last_tail = 1e-12;
    const auto last = static_cast<std::size_t>(distribution.quantile(1 - last_tail));
    cdf_ = distribution.probabilities(last + 1);
    for (std::size_t i = 1; i < cdf_.size(); ++i) cdf_[i] += cdf_[i - 1];
}

std::int64_t CountSampler::draw(RandomStream& random) const
{
    const auto at = std::upper_bound(cdf_.begin(), cdf_.end() - 1, random.uniform());
    return at - cdf_.begin();
}

namespace {

/// First and second derivative of the log likelihood by log overdispersion.
struct Slope {
    double first = 0, second = 0;
};

Slope slope_at(double log_overdispersion, const std::vector<double>& counts, const std::vector<double>& means)
{
    const double size = std::exp(-log_overdispersion);
    double by_size = 0, curvature = 0;
    const double digamma_size = boost::math::digamma(size), trigamma_size = boost::math::trigamma(size);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double y = counts[i], mean = means[i];
        by_size += boost::math::digamma(size + y) - digamma_size + std::log(size / (size + mean)) + (mean - y) / (size + mean);
        curvature += boost::math::trigamma(size + y) - trigamma_size + 1 / size - 2 / (size + mean) + (size + y) / ((size + mean) * (size + mean));
    }
    return {-size * by_size, size * size * curvature + size * by_size};
}

}  // namespace

double fitted_overdispersion(const std::vector<double>& counts, const std::vector<double>& means)
{
    // The slope at 0 tells whether there is any: sum of (y - m)^2 - y, halved.
    double excess = 0, squares = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        excess += (counts[i] - means[i]) * (counts[i] - means[i]) - counts[i];
        squares += means[i] * means[i];
    }
    if (excess <= 0 || squares <= 0) return 0;
    double at = std::log(excess / squares), low = std::log(1e-8), high = std::log(1e4);
    at = std::clamp(at, low, high);
    constexpr int steps_max = 200;
    for (int step = 0; step < steps_max; ++step) {
        const Slope slope = slope_at(at, counts, means);
        (slope.first > 0 ? low : high) = at;
        double next = slope.second < 0 ? at - slope.first / slope.second : 0.5 * (low + high);
        if (next <= low || next >= high) next = 0.5 * (low + high);
        if (std::abs(next - at) < 1e-13 * (1 + std::abs(at))) return std::exp(next);
        at = next;
    }
    return std::exp(at);
}

}  // namespace sitrep::analyse
