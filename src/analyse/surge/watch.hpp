// A series under watch: a chart with a stated rate of false alarms, its baseline learnt from the series itself and again after each alarm.
#pragma once

#include "analyse/counts/negative_binomial.hpp"
#include "analyse/surge/likelihood_ratio.hpp"
#include "analyse/surge/run_length.hpp"

#include <map>
#include <optional>
#include <span>
#include <tuple>
#include <vector>

namespace sitrep::analyse {

/// What a chart is built on: counts of `weeks` weeks without a change.
struct WatchBaseline {
    double sum = 0;
    int weeks = 0;
    double scatter = 0, scatter_error = 0;  ///< overdispersion by moments, below 0 where counts scatter less than Poisson; its standard error
    double overdispersion() const { return scatter > 0 ? scatter : 0; }
    double mean() const { return (sum + 0.5) / weeks; }   ///< half an event more (Jeffreys): no baseline says "never"
    friend auto operator<=>(const WatchBaseline&, const WatchBaseline&) = default;
};

/// Sum, and overdispersion with its error, of the counts.
WatchBaseline baseline_of(std::span<const double> counts);

/// A chart for a rise or fall by `factor`, its threshold set so that false alarms come once in the wanted number of weeks, the doubt about
/// the baseline included: its rate is averaged over a gamma distribution of the mean and a normal one of the overdispersion.
struct ChartDesign {
    LatticeChart chart;
    double evidence_per_state = 0;  ///< log likelihood ratio of one lattice step
    double weeks_per_false_alarm = 0;  ///< as averaged; at least what was wanted
    double weeks_to_alarm = 0;         ///< mean weeks from a change by `factor` to its alarm
};
ChartDesign design_chart(const WatchBaseline& baseline, double factor, double wanted_weeks, Direction direction);

/// Designs already made, so that a thousand districts with the same few events are computed once. One thread at a time.
class ChartDesigns {
public:
    const ChartDesign& of(const WatchBaseline& baseline, double factor, double wanted_weeks, Direction direction);

private:
    std::map<std::tuple<WatchBaseline, double, double, Direction>, ChartDesign> made_;
};

struct WatchOptions {
    double factor = 1.5;                  ///< change looked for: a rise by it or a fall to 1 / it
    double weeks_per_false_alarm = 520;   ///< of this series, in each direction
    int baseline_weeks_first = 12;        ///< weeks after which a chart starts; it is built anew at twice, four times … as many, up to 104
    bool falls_too = true;
};

enum class WeekState { learning, quiet, rising, falling, not_looked };

struct WatchedWeek {
    WeekState state = WeekState::learning;
    double expected = 0;         ///< baseline mean; 0 while learning
    double evidence = 0;         ///< log likelihood ratio for a rise, as share of the threshold (1 = alarm)
    double upper = 0;            ///< 99 % quantile of one week under the baseline
    double p = 1;                ///< chance of at least this count in one week under the baseline
    std::size_t onset = 0;       ///< of an alarm: first week of the change
    double change = 1;           ///< of an alarm: mean since onset / baseline mean
    double weeks_per_false_alarm = 0;
};

/// One entry a week. `looked[t]` false: no source was looking, the week is not counted as zero. `breaks`: weeks at which a baseline must
/// start anew (a ceasefire, lost access), ascending.
std::vector<WatchedWeek> watch(std::span<const double> counts, const std::vector<bool>& looked, std::span<const std::size_t> breaks, const WatchOptions& options,
                               ChartDesigns& designs);

/// Benjamini and Hochberg (1995): each p with the smallest false discovery rate at which it would be called.
std::vector<double> false_discovery_rates(std::span<const double> p);

}  // namespace sitrep::analyse
