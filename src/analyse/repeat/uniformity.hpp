// Are these numbers what chance would draw? The Kolmogorov-Smirnov test.
#pragma once

#include <span>
#include <vector>

namespace sitrep::analyse {

struct KolmogorovTest {
    double distance = 0;  ///< largest difference of the two distribution functions
    double p = 1;         ///< Kolmogorov's limit with Stephens's (1970) correction for the number of values
};

/// Against the uniform distribution on [0, 1].
KolmogorovTest test_uniform(std::vector<double> values);
/// Against the exponential distribution of mean 1.
KolmogorovTest test_exponential(std::span<const double> values);

}  // namespace sitrep::analyse
