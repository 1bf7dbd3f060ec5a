#include "analyse/outlook/baselines.hpp"

#include <algorithm>
#include <cmath>

namespace sitrep::analyse {
namespace {

/// Keeps the log score of the last-month forecast finite, as in the reference.
constexpr double last_month_min = 1e-9;

std::span<const double> last(std::span<const double> months, std::size_t most) { return months.last(std::min(months.size(), most)); }

}  // namespace

NegativeBinomial smoothed_forecast(std::span<const double> months, double mean_min)
{
    constexpr double weight_of_last = 0.4, size = 2;
    constexpr std::size_t months_max = 36;
    const auto recent = last(months, months_max);
    double mean = recent.front();
    for (const double month : recent.subspan(1)) mean += weight_of_last * (month - mean);
    return {std::max(mean_min, mean), 1 / size};
}

std::string_view to_string(Baseline baseline)
{
    switch (baseline) {
    case Baseline::zero: return "zero";
    case Baseline::last_month: return "last_month";
    case Baseline::conflictology: return "conflictology_12";
    case Baseline::twelve_months: return "nb_12_months";
    case Baseline::smoothed: return "ewma_0.4_nb2";
    }
    return "";
}

NegativeBinomial moments_of(std::span<const double> values)
{
    double sum = 0, squares = 0;
    for (const double value : values) sum += value;
    const double mean = sum / double(values.size());
    for (const double value : values) squares += (value - mean) * (value - mean);
    const double variance = values.size() > 1 ? squares / double(values.size() - 1) : mean;
    // All zeros: half an event over the whole time, widely scattered.
    if (mean == 0) return {0.5 / double(values.size()), 1};
    return {mean, std::max(0.0, (variance - mean) / (mean * mean))};
}

Forecast baseline_forecast(Baseline baseline, std::span<const double> months)
{
    constexpr std::size_t year = 12;
    switch (baseline) {
    case Baseline::zero: return Sample({0.0});
    case Baseline::last_month: return NegativeBinomial{std::max(last_month_min, months.back()), 0};
    case Baseline::conflictology: {
        const auto recent = last(months, year);
        return Sample({recent.begin(), recent.end()});
    }
    case Baseline::twelve_months: return moments_of(last(months, year));
    case Baseline::smoothed: return smoothed_forecast(months, smoothed_mean_min);
    }
    return Sample({0.0});
}

}  // namespace sitrep::analyse
