#include "analyse/outlook/forecast.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace sitrep::analyse {
namespace {

double crps_of(const NegativeBinomial& forecast, double outcome)
{
    // Sum of (F(k) - [k >= y])² over all k; past the outcome the terms are the squared upper tail. The table of chances is
    // filled in one pass; it ends where the tail's square is below double precision.
    constexpr double tail_min = 1e-9;
    const auto last = static_cast<std::size_t>(std::max<std::int64_t>(forecast.quantile(1 - tail_min), std::int64_t(outcome)) + 1);
    const std::vector<double> chances = forecast.probabilities(last + 1);
    double below = 0, score = 0;
    for (std::size_t k = 0; k <= last; ++k) {
        below += chances[k];
        const double apart = double(k) >= outcome ? 1 - below : below;
        score += apart * apart;
    }
    return score;
}

double crps_of(const Sample& sample, double outcome)
{
    // Mean |x − y| − ½ mean |x − x'|, the second by ranks (sorted form, O(n)).
    const double n = double(sample.values.size());
    double apart = 0, spread = 0;
    for (std::size_t i = 0; i < sample.values.size(); ++i) {
        apart += std::abs(sample.values[i] - outcome);
        spread += (2 * double(i) + 1 - n) * sample.values[i];
    }
    return apart / n - spread / (n * n);
}

constexpr std::array ignorance_edges{0.0, 0.5, 2.5, 5.5, 10.5, 25.5, 50.5, 100.5, 250.5, 500.5, 1000.5};

/// Number of edges at or below the value: 1 for no event, 11 for more than 1,000.
std::size_t ignorance_bin(double value) { return std::size_t(std::upper_bound(ignorance_edges.begin(), ignorance_edges.end(), value) - ignorance_edges.begin()); }

template <class... Cases>
struct Each : Cases... {
    using Cases::operator()...;
};

}  // namespace

Sample::Sample(std::vector<double> unsorted) : values(std::move(unsorted)) { std::sort(values.begin(), values.end()); }

double mean_of(const Forecast& forecast)
{
    return std::visit(Each{[](const NegativeBinomial& counts) { return counts.mean; },
                           [](const Sample& sample) {
                               double sum = 0;
                               for (const double value : sample.values) sum += value;
                               return sum / double(sample.values.size());
                           }},
                      forecast);
}

double quantile_of(const Forecast& forecast, double probability)
{
    return std::visit(Each{[&](const NegativeBinomial& counts) { return double(counts.quantile(probability)); },
                           [&](const Sample& sample) {
                               const double rank = std::ceil(probability * double(sample.values.size()) - 1e-9);
                               return sample.values[static_cast<std::size_t>(std::max(1.0, rank)) - 1];
                           }},
                      forecast);
}

Limits interval_of(const Forecast& forecast, double share) { return {quantile_of(forecast, (1 - share) / 2), quantile_of(forecast, (1 + share) / 2)}; }

double cdf_of(const Forecast& forecast, double value)
{
    return std::visit(Each{[&](const NegativeBinomial& counts) { return counts.cdf(std::int64_t(std::floor(value))); },
                           [&](const Sample& sample) {
                               const auto above = std::upper_bound(sample.values.begin(), sample.values.end(), value);
                               return double(above - sample.values.begin()) / double(sample.values.size());
                           }},
                      forecast);
}

double crps(const Forecast& forecast, double outcome)
{
    return std::visit([&](const auto& distribution) { return crps_of(distribution, outcome); }, forecast);
}

double log_score(const Forecast& forecast, double outcome)
{
    return std::visit(Each{[&](const NegativeBinomial& counts) { return -counts.log_probability(std::int64_t(outcome)); },
                           [&](const Sample& sample) {
                               const auto same = std::count(sample.values.begin(), sample.values.end(), outcome);
                               return same == 0 ? std::numeric_limits<double>::infinity() : -std::log(double(same) / double(sample.values.size()));
                           }},
                      forecast);
}

double dawid_sebastiani(const NegativeBinomial& forecast, double outcome)
{
    const double apart = outcome - forecast.mean;
    return apart * apart / forecast.variance() + std::log(forecast.variance());
}

double interval_score(const Limits& interval, double share, double outcome)
{
    const double outside = std::max({0.0, interval.low - outcome, outcome - interval.high});
    return interval.high - interval.low + 2 / (1 - share) * outside;
}

double ignorance(std::span<const double> draws, double outcome)
{
    const auto bin = ignorance_bin(outcome);
    const auto in_bin = std::count_if(draws.begin(), draws.end(), [&](double draw) { return ignorance_bin(draw) == bin; });
    return -std::log2(double(in_bin + 1) / double(draws.size() + ignorance_edges.size()));
}

double ignorance(const Forecast& forecast, double outcome)
{
    constexpr double draws = 1000;
    const auto bin = ignorance_bin(outcome);
    // Edges lie between whole numbers but for the first: a count below the upper edge is in this bin or in one before.
    const double below = bin <= 1 ? 0 : cdf_of(forecast, ignorance_edges[bin - 1]);
    const double within = bin == ignorance_edges.size() ? 1 : cdf_of(forecast, ignorance_edges[bin]);
    return -std::log2((draws * (within - below) + 1) / (draws + double(ignorance_edges.size())));
}

double interpolated_quantile(const Sample& sample, double probability)
{
    const double at = probability * double(sample.values.size() - 1);
    const auto low = static_cast<std::size_t>(at);
    const std::size_t high = std::min(low + 1, sample.values.size() - 1);
    return sample.values[low] + (at - double(low)) * (sample.values[high] - sample.values[low]);
}

double calibration_z(std::span<const NegativeBinomial> forecasts, std::span<const double> outcomes)
{
    double apart = 0, variance = 0;
    for (std::size_t i = 0; i < forecasts.size(); ++i) {
        const double spread = forecasts[i].variance();
        // The score's own mean is 1 + ln variance, its variance the kurtosis less 1: 2 + 6 × overdispersion + 1 / variance.
        apart += dawid_sebastiani(forecasts[i], outcomes[i]) - 1 - std::log(spread);
        variance += 2 + 6 * forecasts[i].overdispersion + 1 / spread;
    }
    return apart / std::sqrt(variance);
}

std::vector<double> pit_histogram(std::span<const Forecast> forecasts, std::span<const double> outcomes, int bins)
{
    std::vector<double> shares(static_cast<std::size_t>(bins));
    for (std::size_t i = 0; i < forecasts.size(); ++i) {
        const double low = cdf_of(forecasts[i], outcomes[i] - 1), high = cdf_of(forecasts[i], outcomes[i]);
        for (int bin = 0; bin < bins; ++bin) {
            const double from = double(bin) / bins, to = double(bin + 1) / bins;
            const auto below = [&](double u) { return high > low ? std::clamp((u - low) / (high - low), 0.0, 1.0) : double(u >= high); };
            shares[static_cast<std::size_t>(bin)] += (below(to) - below(from)) / double(forecasts.size());
        }
    }
    return shares;
}

}  // namespace sitrep::analyse
