// All forecasters on the same past months: what each would have said, how well it did, and which one a unit is shown.
#pragma once

#include "analyse/outlook/endemic_epidemic.hpp"
#include "analyse/outlook/forecast.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace sitrep::analyse {

/// A way to forecast: from the months before (oldest first) to one distribution a unit. May keep state between calls for later months.
struct Forecaster {
    std::string name;
    bool naive = false;  ///< one of the five baselines
    std::function<std::vector<Forecast>(const Panel& past)> next;
};

/// The model, the five baselines, and last month's count with more scatter than Poisson's.
/// `weights`: neighbourhood as in EndemicEpidemic, or empty. `season`: with yearly harmonics (months; at least three years).
std::vector<Forecaster> desk_forecasters(const std::vector<std::vector<double>>& weights, bool season);

/// Forecasts of months first .. panel.size() of every forecaster, each from the months before alone: [forecaster][month − first][unit].
/// The last month is the one that has not happened yet.
struct Backtest {
    std::vector<std::string> names;
    std::vector<bool> naive;
    std::size_t first = 0;
    std::vector<std::vector<std::vector<Forecast>>> forecasts;
    std::vector<std::vector<std::vector<double>>> crps;  ///< of the months that have happened, same indices
};
Backtest backtest(const Panel& panel, std::size_t first, std::vector<Forecaster> forecasters, unsigned threads);

/// Which forecaster a unit is shown for `month` (index into the panel), by its discounted CRPS over the months scored before: the model
/// (forecaster 0) unless another was clearly better for that unit. 0 where nothing has been scored yet.
std::size_t chosen_for(const Backtest& past, std::size_t month, std::size_t unit);

/// Scores of one forecaster over months and units.
struct Scores {
    std::string name;
    bool naive = false;
    double crps = 0, log_score = 0;      ///< means; the log score may be infinite
    double interval_score = 0;           ///< of the 90 % interval
    double covered_90 = 0, covered_50 = 0;
    double covered_with_events = 0;      ///< of the 90 % interval, months with events only; NaN where there were none
    double ignorance = 0;                ///< ViEWS IGN over its bins, as of 1,000 draws
    std::vector<double> pit;             ///< 10 bins
    std::int64_t cases = 0;
};

struct Scoreboard {
    std::vector<Scores> rows;      ///< the desk's choice first, then all forecasters by CRPS
    std::string best_naive;
    double difference = 0;         ///< mean CRPS of the choice minus that of the best baseline: below 0 is better
    Limits difference_limits;      ///< 90 %, block bootstrap with months as blocks
    std::size_t months = 0;
    double hit_rate = 0;           ///< share of units and months inside the choice's 90 % interval
    double naive_hit_rate = 0;     ///< the same of the best baseline
};

/// Scores months from_month .. panel.size() − 1.
Scoreboard scoreboard(const Panel& panel, const Backtest& past, std::size_t from_month, std::uint64_t seed);

}  // namespace sitrep::analyse
