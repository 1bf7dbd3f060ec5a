#include "analyse/surge/likelihood_ratio.hpp"

#include <algorithm>
#include <cmath>

namespace sitrep::analyse {
namespace {

/// Score and curvature of the log likelihood of weeks [first, last] at mean × exp(log_factor). The curvature is always negative.
struct Slope {
    double score = 0, curvature = 0;
};

Slope slope_at(std::span<const double> counts, const Expected& expected, std::size_t first, std::size_t last, double log_factor)
{
    Slope out;
    const double factor = std::exp(log_factor), alpha = expected.overdispersion;
    for (std::size_t t = first; t <= last; ++t) {
        const double mean = expected.means[t] * factor, spread = 1 + alpha * mean;
        out.score += (counts[t] - mean) / spread;
        out.curvature -= mean * (1 + alpha * counts[t]) / (spread * spread);
    }
    return out;
}

/// The most likely log factor of a change over weeks [first, last], kept within ±log_factor_max.
double best_log_factor(std::span<const double> counts, const Expected& expected, std::size_t first, std::size_t last)
{
    constexpr double log_factor_max = 20;
    constexpr int steps_max = 100;
    double seen = 0, mean = 0;
    for (std::size_t t = first; t <= last; ++t) {
        seen += counts[t];
        mean += expected.means[t];
    }
    if (seen == 0) return -log_factor_max;
    double at = std::log(seen / mean);
    if (expected.overdispersion == 0) return at;
    for (int step = 0; step < steps_max; ++step) {
        const Slope slope = slope_at(counts, expected, first, last, at);
        const double next = std::clamp(at - slope.score / slope.curvature, -log_factor_max, log_factor_max);
        const bool settled = std::abs(next - at) < 1e-12 * (1 + std::abs(at));
        at = next;
        if (settled) break;
    }
    return at;
}

double evidence(std::span<const double> counts, const Expected& expected, std::size_t first, std::size_t last, double log_factor)
{
    double sum = 0;
    for (std::size_t t = first; t <= last; ++t) sum += log_likelihood_ratio(counts[t], expected.means[t], expected.overdispersion, log_factor);
    return sum;
}

ChartPoint glr_at(std::span<const double> counts, const Expected& expected, Direction direction, std::size_t restart, std::size_t now)
{
    ChartPoint point;
    point.onset = now;
    const double sign = direction == Direction::up ? 1 : -1;
    for (std::size_t first = now + 1; first-- > restart;) {
        if (sign * slope_at(counts, expected, first, now, 0).score <= 0) continue;  // best on the other side: no change this way
        const double factor = best_log_factor(counts, expected, first, now);
        const double value = evidence(counts, expected, first, now, factor);
        if (value > point.statistic) point = {value, false, first};
    }
    return point;
}

double standardised(double count, double mean, Standardising rule)
{
    switch (rule) {
    case Standardising::plain: return (count - mean) / std::sqrt(mean);
    case Standardising::anscombe: return 1.5 * (std::pow(count, 2.0 / 3) - std::pow(mean, 2.0 / 3)) / std::pow(mean, 1.0 / 6);
    case Standardising::rossi: return (count - 3 * mean + 2 * std::sqrt(count * mean)) / (2 * std::sqrt(mean));
    }
    return 0;
}

}  // namespace

double log_likelihood_ratio(double count, double mean, double overdispersion, double log_factor)
{
    const double factor = std::exp(log_factor);
    if (overdispersion == 0) return count * log_factor - mean * (factor - 1);
    const double spread_ratio = std::log1p(overdispersion * mean * factor) - std::log1p(overdispersion * mean);
    return count * (log_factor - spread_ratio) - spread_ratio / overdispersion;
}

std::vector<ChartPoint> cusum_chart(std::span<const double> counts, const Expected& expected, double log_factor, double threshold)
{
    std::vector<ChartPoint> out(counts.size());
    double statistic = 0;
    std::size_t onset = 0;
    for (std::size_t t = 0; t < counts.size(); ++t) {
        if (statistic == 0) onset = t;
        statistic = std::max(0.0, statistic + log_likelihood_ratio(counts[t], expected.means[t], expected.overdispersion, log_factor));
        out[t] = {statistic, statistic >= threshold, onset};
        if (out[t].alarm) statistic = 0;
    }
    return out;
}

std::vector<ChartPoint> glr_chart(std::span<const double> counts, const Expected& expected, Direction direction, double threshold)
{
    std::vector<ChartPoint> out(counts.size());
    std::size_t restart = 0;
    for (std::size_t t = 0; t < counts.size(); ++t) {
        out[t] = glr_at(counts, expected, direction, restart, t);
        out[t].alarm = out[t].statistic >= threshold;
        if (out[t].alarm) restart = t + 1;
    }
    return out;
}

std::vector<double> standardised_cusum(std::span<const double> counts, double mean, double reference, Standardising rule)
{
    std::vector<double> path(counts.size());
    double sum = 0;
    for (std::size_t t = 0; t < counts.size(); ++t) path[t] = sum = std::max(0.0, sum + standardised(counts[t], mean, rule) - reference);
    return path;
}

}  // namespace sitrep::analyse
