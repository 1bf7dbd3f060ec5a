#include "analyse/outlook/scoreboard.hpp"

#include "analyse/outlook/baselines.hpp"
#include "analyse/random.hpp"
#include "analyse/replicate.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace sitrep::analyse {
namespace {

std::vector<double> months_of(const Panel& panel, std::size_t unit)
{
    std::vector<double> out;
    for (const auto& row : panel) out.push_back(row[unit]);
    return out;
}

Forecaster naive_forecaster(Baseline baseline)
{
    return {std::string(to_string(baseline)), true, [baseline](const Panel& past) {
                std::vector<Forecast> out;
                for (std::size_t i = 0; i < past.front().size(); ++i) out.push_back(baseline_forecast(baseline, months_of(past, i)));
                return out;
            }};
}

Forecaster persistent(double overdispersion, std::string name)
{
    return {std::move(name), false, [overdispersion](const Panel& past) {
                std::vector<Forecast> out;
                for (const double count : past.back()) out.emplace_back(NegativeBinomial{std::max(smoothed_mean_min, count), overdispersion});
                return out;
            }};
}

std::vector<std::vector<double>> harmonics(std::size_t months)
{
    std::vector<std::vector<double>> out(2);
    for (std::size_t t = 0; t <= months; ++t) {
        out[0].push_back(std::sin(2 * std::numbers::pi * double(t) / 12));
        out[1].push_back(std::cos(2 * std::numbers::pi * double(t) / 12));
    }
    return out;
}

/// The desk's model: a short and a long memory of each unit, neighbours where known, a scatter for each unit. Old months fade.
Forecaster model_forecaster(const std::vector<std::vector<double>>& weights, bool season)
{
    constexpr double two_years = 24;
    EndemicEpidemic model;
    model.long_memory = true;
    model.long_run = two_years;
    model.memory = two_years;
    model.unit_dispersions = true;
    model.shrinkage = 0.3;
    model.weights = weights;
    return {"endemic_epidemic", false, [model, season, start = std::vector<double>()](const Panel& past) mutable {
                constexpr std::size_t season_months_min = 36;
                EndemicEpidemic now = model;
                if (season && past.size() >= season_months_min) now.covariates = harmonics(past.size());
                const auto fitted = fit(now, past, start);
                start = fitted.parameters;
                const auto next = next_period(now, fitted, past);
                return std::vector<Forecast>(next.begin(), next.end());
            }};
}

struct Case {
    const Forecast& forecast;
    double outcome;
};

Scores scores_of(std::string name, bool naive, const std::vector<Case>& cases)
{
    constexpr int pit_bins = 10;
    Scores out;
    out.name = std::move(name);
    out.naive = naive;
    out.cases = std::int64_t(cases.size());
    double with_events = 0;
    std::vector<Forecast> forecasts;
    std::vector<double> outcomes;
    for (const Case& one : cases) {
        const Limits wide = interval_of(one.forecast, 0.9), narrow = interval_of(one.forecast, 0.5);
        const bool inside = one.outcome >= wide.low && one.outcome <= wide.high;
        out.crps += crps(one.forecast, one.outcome);
        out.log_score += log_score(one.forecast, one.outcome);
        out.interval_score += interval_score(wide, 0.9, one.outcome);
        out.covered_90 += inside;
        out.covered_50 += one.outcome >= narrow.low && one.outcome <= narrow.high;
        out.covered_with_events += inside && one.outcome > 0;
        with_events += one.outcome > 0;
        out.ignorance += ignorance(one.forecast, one.outcome);
        forecasts.push_back(one.forecast);
        outcomes.push_back(one.outcome);
    }
    const double n = double(cases.size());
    for (double* sum : {&out.crps, &out.log_score, &out.interval_score, &out.covered_90, &out.covered_50, &out.ignorance}) *sum /= n;
    out.covered_with_events = with_events > 0 ? out.covered_with_events / with_events : std::numeric_limits<double>::quiet_NaN();
    out.pit = pit_histogram(forecasts, outcomes, pit_bins);
    return out;
}

Limits block_bootstrap(const std::vector<double>& by_month, std::uint64_t seed)
{
    constexpr std::size_t replications = 2000;
    std::vector<double> means;
    for (std::size_t r = 0; r < replications; ++r) {
        RandomStream random(seed, r);
        double sum = 0;
        for (std::size_t i = 0; i < by_month.size(); ++i) sum += by_month[random.below(std::uint32_t(by_month.size()))];
        means.push_back(sum / double(by_month.size()));
    }
    std::sort(means.begin(), means.end());
    return {means[replications / 20], means[replications - 1 - replications / 20]};
}

}  // namespace

std::vector<Forecaster> desk_forecasters(const std::vector<std::vector<double>>& weights, bool season)
{
    std::vector<Forecaster> out{model_forecaster(weights, season)};
    for (const Baseline baseline : all_baselines) out.push_back(naive_forecaster(baseline));
    const std::pair<double, const char*> scatters[] = {{0.01, "last_month_nb_0.01"}, {0.03, "last_month_nb_0.03"}, {0.1, "last_month_nb_0.1"}, {0.3, "last_month_nb_0.3"}};
    for (const auto& [overdispersion, name] : scatters) out.push_back(persistent(overdispersion, name));
    return out;
}

Backtest backtest(const Panel& panel, std::size_t first, std::vector<Forecaster> forecasters, unsigned threads)
{
    Backtest out;
    out.first = first;
    const std::size_t months = panel.size() - first;
    out.forecasts.resize(forecasters.size());
    out.crps.resize(forecasters.size());
    for (const Forecaster& forecaster : forecasters) {
        out.names.push_back(forecaster.name);
        out.naive.push_back(forecaster.naive);
    }
    replicate(forecasters.size(), threads, [&](std::size_t f) {
        for (std::size_t m = 0; m <= months; ++m) {
            const Panel past(panel.begin(), panel.begin() + std::ptrdiff_t(first + m));
            out.forecasts[f].push_back(forecasters[f].next(past));
            if (m == months) break;
            out.crps[f].emplace_back();
            for (std::size_t i = 0; i < past.front().size(); ++i) out.crps[f].back().push_back(crps(out.forecasts[f][m][i], panel[first + m][i]));
        }
    });
    return out;
}

std::size_t chosen_for(const Backtest& past, std::size_t month, std::size_t unit)
{
    // A month less recent weighs a tenth less; whoever replaces the model must have beaten it by 30 % of the best score, or the choice
    // would follow luck (both picked on the reference tables themselves, which are no test of them: docs/statistics.md).
    constexpr double kept_a_month = 0.9, margin = 0.3;
    if (month <= past.first) return 0;
    std::vector<double> sums(past.crps.size());
    for (std::size_t f = 0; f < sums.size(); ++f) {
        double weight = 1;
        for (std::size_t m = month - past.first; m-- > 0; weight *= kept_a_month) sums[f] += weight * past.crps[f][m][unit];
    }
    // A forecast that calls something impossible is never shown, however well it did: its log score is infinite once it is wrong.
    for (std::size_t f = 0; f < sums.size(); ++f)
        if (past.naive[f] && past.names[f] != to_string(Baseline::twelve_months) && past.names[f] != to_string(Baseline::smoothed)) sums[f] = INFINITY;
    const auto best = std::min_element(sums.begin(), sums.end());
    return *best * (1 + margin) < sums[0] ? std::size_t(best - sums.begin()) : 0;
}

Scoreboard scoreboard(const Panel& panel, const Backtest& past, std::size_t from_month, std::uint64_t seed)
{
    Scoreboard out;
    out.months = panel.size() - from_month;
    const std::size_t units = panel.front().size();
    std::vector<Case> chosen;
    std::vector<double> chosen_by_month;
    for (std::size_t t = from_month; t < panel.size(); ++t) {
        chosen_by_month.push_back(0);
        for (std::size_t i = 0; i < units; ++i) {
            const std::size_t f = chosen_for(past, t, i);
            chosen.push_back({past.forecasts[f][t - past.first][i], panel[t][i]});
            chosen_by_month.back() += past.crps[f][t - past.first][i] / double(units);
        }
    }
    std::vector<Scores> others;
    for (std::size_t f = 0; f < past.names.size(); ++f) {
        std::vector<Case> cases;
        for (std::size_t t = from_month; t < panel.size(); ++t)
            for (std::size_t i = 0; i < units; ++i) cases.push_back({past.forecasts[f][t - past.first][i], panel[t][i]});
        others.push_back(scores_of(past.names[f], past.naive[f], cases));
    }
    const auto naive_best = std::min_element(others.begin(), others.end(), [](const Scores& a, const Scores& b) {
        return std::pair(!a.naive, a.crps) < std::pair(!b.naive, b.crps);
    });
    const auto best_index = std::size_t(naive_best - others.begin());
    out.best_naive = naive_best->name;
    out.naive_hit_rate = naive_best->covered_90;
    std::vector<double> apart;
    for (std::size_t t = from_month; t < panel.size(); ++t) {
        double naive = 0;
        for (std::size_t i = 0; i < units; ++i) naive += past.crps[best_index][t - past.first][i] / double(units);
        apart.push_back(chosen_by_month[t - from_month] - naive);
        out.difference += apart.back() / double(out.months);
    }
    out.difference_limits = block_bootstrap(apart, seed);
    std::sort(others.begin(), others.end(), [](const Scores& a, const Scores& b) { return std::pair(a.crps, a.name) < std::pair(b.crps, b.name); });
    out.rows.push_back(scores_of("shown", false, chosen));
    out.hit_rate = out.rows.front().covered_90;
    out.rows.insert(out.rows.end(), others.begin(), others.end());
    return out;
}

}  // namespace sitrep::analyse
