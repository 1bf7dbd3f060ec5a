// The naive forecasts that every model must beat before a desk may look at it.
#pragma once

#include "analyse/outlook/forecast.hpp"

#include <array>
#include <span>
#include <string_view>

namespace sitrep::analyse {

/// The five of ViEWS 2023/24 and of the reference table.
enum class Baseline {
    zero,            ///< nothing happens
    last_month,      ///< Poisson with last month's count as mean
    conflictology,   ///< one of the last 12 months again, each as likely
    twelve_months,   ///< negative binomial with mean and variance of the last 12 months
    smoothed         ///< negative binomial of size 2 around an exponentially weighted mean, weight 0.4 for last month
};
inline constexpr std::array all_baselines{Baseline::zero, Baseline::last_month, Baseline::conflictology, Baseline::twelve_months, Baseline::smoothed};
std::string_view to_string(Baseline baseline);

/// The baseline's forecast for the month after `months` (oldest first, never empty) of one unit.
Forecast baseline_forecast(Baseline baseline, std::span<const double> months);

/// The smoothed baseline over the last 36 months; `mean_min` events a month are always possible.
NegativeBinomial smoothed_forecast(std::span<const double> months, double mean_min);
/// A month without events does not make the next one impossible.
inline constexpr double smoothed_mean_min = 0.02;

/// Negative binomial with mean and variance of the values (moments); Poisson where they scatter less.
NegativeBinomial moments_of(std::span<const double> values);

}  // namespace sitrep::analyse
