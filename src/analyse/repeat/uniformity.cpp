#include "analyse/repeat/uniformity.hpp"

#include <algorithm>
#include <cmath>

namespace sitrep::analyse {
namespace {

// P(D > d) = 2 sum (-1)^(k-1) exp(-2 k^2 x^2) (Kolmogorov 1933).
double tail(double x)
{
    constexpr int terms_max = 100;
    constexpr double nothing_below = 0.2;  // the sum is 1 to 13 digits there and converges slowly
    if (x < nothing_below) return 1;
    double sum = 0;
    for (int k = 1; k <= terms_max; ++k) sum += (k % 2 == 1 ? 2 : -2) * std::exp(-2.0 * k * k * x * x);
    return std::clamp(sum, 0.0, 1.0);
}

}  // namespace

KolmogorovTest test_uniform(std::vector<double> values)
{
    if (values.empty()) return {};
    std::sort(values.begin(), values.end());
    const auto number = double(values.size());
    double distance = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
        distance = std::max({distance, double(i + 1) / number - values[i], values[i] - double(i) / number});
    const double root = std::sqrt(number);
    return {distance, tail((root + 0.12 + 0.11 / root) * distance)};
}

KolmogorovTest test_exponential(std::span<const double> values)
{
    std::vector<double> uniform(values.size());
    std::transform(values.begin(), values.end(), uniform.begin(), [](double value) { return -std::expm1(-value); });
    return test_uniform(std::move(uniform));
}

}  // namespace sitrep::analyse
