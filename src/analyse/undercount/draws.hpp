// Draws from the distributions that Gibbs sampling needs, on top of a replication's own stream: the same on every machine.
#pragma once

#include "analyse/random.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace sitrep::analyse {

class Draws {
public:
    Draws(std::uint64_t seed, std::uint64_t replication) : random_(seed, replication) {}

    double uniform()
    {
        if (used_ == ahead_.size()) {
            random_.uniforms(ahead_);
            used_ = 0;
        }
        return ahead_[used_++];
    }
    /// Ziggurat (Marsaglia & Tsang 2000; Doornik 2005).
    double normal();
    /// Shape above 0, scale 1 (Marsaglia & Tsang 2000).
    double gamma(double shape);
    /// Both shapes above 0; always inside (0, 1).
    double beta(double a, double b);
    /// Successes among `trials`, each with chance `chance` in [0, 1]: inversion, or transformed rejection (BTRS, Hörmann 1993).
    std::int64_t binomial(std::int64_t trials, double chance);
    /// Mean 0 or more: inversion, or transformed rejection (PTRS, Hörmann 1993).
    std::int64_t poisson(double mean);

private:
    std::int64_t binomial_half(std::int64_t trials, double chance);

    RandomStream random_;
    std::array<double, 256> ahead_{};  ///< drawn in advance, many at once
    std::size_t used_ = 256;
};

}  // namespace sitrep::analyse
