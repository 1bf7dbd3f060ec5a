// Charts that collect evidence week by week that a count's mean has changed: CUSUM for a stated factor, GLR for an unknown one.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace sitrep::analyse {

enum class Direction { up, down };

struct ChartPoint {
    double statistic = 0;   ///< log likelihood ratio collected so far, >= 0
    bool alarm = false;     ///< statistic >= threshold
    std::size_t onset = 0;  ///< first week of the change that fits best; meaningful where statistic > 0
};

/// What the chart compares with: an expected count each week, and one overdispersion (0 = Poisson).
struct Expected {
    std::span<const double> means;
    double overdispersion = 0;
};

/// What a week adds to the evidence for mean × exp(log_factor) against mean.
double log_likelihood_ratio(double count, double mean, double overdispersion, double log_factor);

/// CUSUM for a change by exp(log_factor), up or down by its sign. Starts anew after an alarm.
std::vector<ChartPoint> cusum_chart(std::span<const double> counts, const Expected& expected, double log_factor, double threshold);

/// Generalised likelihood ratio over the unknown week and size of the change (Höhle and Paul 2008). Starts anew after an alarm.
/// Costs weeks² until an alarm.
std::vector<ChartPoint> glr_chart(std::span<const double> counts, const Expected& expected, Direction direction, double threshold);

/// The three classic Poisson CUSUMs: standardised counts by which rule.
enum class Standardising { plain, anscombe, rossi };
/// C(t) = max(0, C(t-1) + z(t) - reference), without restart (Rossi, Lampugnani and Marchi 1999).
std::vector<double> standardised_cusum(std::span<const double> counts, double mean, double reference, Standardising rule);

}  // namespace sitrep::analyse
