// A forecast as a distribution, and how well it did: proper scores, so that no forecast gains by saying what it does not believe.
#pragma once

#include "analyse/counts/exact_limits.hpp"
#include "analyse/counts/negative_binomial.hpp"

#include <cstdint>
#include <span>
#include <variant>
#include <vector>

namespace sitrep::analyse {

/// A distribution given by values that are equally likely, ascending. Never empty.
struct Sample {
    std::vector<double> values;
    explicit Sample(std::vector<double> unsorted);
};

/// What a month may bring: a negative binomial, or the values of earlier months as they were.
using Forecast = std::variant<NegativeBinomial, Sample>;

double mean_of(const Forecast& forecast);
/// Smallest value that at least `probability` of the distribution does not exceed.
double quantile_of(const Forecast& forecast, double probability);
/// The central interval that holds `share` of the distribution.
Limits interval_of(const Forecast& forecast, double share);
double cdf_of(const Forecast& forecast, double value);

/// Continuous ranked probability score (Matheson and Winkler 1976), in events: 0 is perfect, a point forecast is scored by its error.
double crps(const Forecast& forecast, double outcome);
/// Minus the log of the chance given to what happened; a sample has none for what it never saw: +infinity.
double log_score(const Forecast& forecast, double outcome);
/// ((y − mean) / sd)² + 2 ln sd (Dawid and Sebastiani 1999).
double dawid_sebastiani(const NegativeBinomial& forecast, double outcome);
/// Width of the interval and 2 / (1 − share) for each unit that the outcome lies outside (Gneiting and Raftery 2007).
double interval_score(const Limits& interval, double share, double outcome);
/// ViEWS 2023/24 ignorance of draws, in bits: chance of the outcome's bin, bins with edges 0, 0.5, 2.5, 5.5, 10.5, 25.5, 50.5, 100.5, 250.5,
/// 500.5, 1000.5, each with one draw more than it has.
double ignorance(std::span<const double> draws, double outcome);
/// The same of 1,000 draws that fall exactly as the forecast says.
double ignorance(const Forecast& forecast, double outcome);
/// Quantile with linear interpolation between order statistics, as ViEWS takes the limits of draws.
double interpolated_quantile(const Sample& sample, double probability);

/// z of the mean Dawid–Sebastiani score against what the forecasts themselves expect of it (Wei and Held 2014): beyond ±1.96 they are
/// not calibrated. One outcome a forecast.
double calibration_z(std::span<const NegativeBinomial> forecasts, std::span<const double> outcomes);

/// Share of forecasts whose non-randomised probability integral transform (Czado, Gneiting and Held 2009) falls in each of `bins` equal
/// parts of 0..1: flat where forecasts are calibrated.
std::vector<double> pit_histogram(std::span<const Forecast> forecasts, std::span<const double> outcomes, int bins);

}  // namespace sitrep::analyse
