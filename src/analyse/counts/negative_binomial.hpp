// Counts that scatter more than Poisson: the negative binomial distribution by its mean and overdispersion.
#pragma once

#include "analyse/random.hpp"

#include <cstdint>
#include <vector>

namespace sitrep::analyse {

/// Counts 0, 1, 2, … with variance mean + overdispersion × mean². Overdispersion 0 is Poisson; size = 1 / overdispersion.
struct NegativeBinomial {
    double mean = 0;            ///< >= 0
    double overdispersion = 0;  ///< >= 0

    double variance() const { return mean + overdispersion * mean * mean; }
    double log_probability(std::int64_t count) const;
    double probability(std::int64_t count) const;
    /// Chance of at most `count`; 0 below 0.
    double cdf(std::int64_t count) const;
    /// Smallest count with cdf >= probability; `probability` in [0, 1).
    std::int64_t quantile(double probability) const;
    /// Chances of 0 .. n - 1.
    std::vector<double> probabilities(std::size_t n) const;
};

/// Draws from one distribution many times: a table of its chances, one uniform number a draw.
class CountSampler {
public:
    explicit CountSampler(const NegativeBinomial& distribution);
    std::int64_t draw(RandomStream& random) const;

private:
    std::vector<double> cdf_;
};

/// Overdispersion that makes `counts` around `means` most likely (one mean each; maximum likelihood); 0 when they scatter no more than Poisson.
double fitted_overdispersion(const std::vector<double>& counts, const std::vector<double>& means);

}  // namespace sitrep::analyse
