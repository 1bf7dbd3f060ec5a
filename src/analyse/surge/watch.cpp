#include "analyse/surge/watch.hpp"

#include "analyse/counts/exact_limits.hpp"

#include <boost/math/distributions/gamma.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace sitrep::analyse {
namespace {

struct Node {
    double z = 0, weight = 0;
};

/// Gauss–Hermite nodes for a standard normal (Abramowitz and Stegun 25.10).
constexpr std::array<Node, 7> seven{{{0, 0.457142857142857}, {1.154405394739968, 0.240123178605013}, {-1.154405394739968, 0.240123178605013},
                                     {2.366759410734541, 0.0307571239675865}, {-2.366759410734541, 0.0307571239675865},
                                     {3.750439717725742, 0.000548268855972217}, {-3.750439717725742, 0.000548268855972217}}};
constexpr std::array<Node, 3> three{{{0, 2.0 / 3}, {1.7320508075688772, 1.0 / 6}, {-1.7320508075688772, 1.0 / 6}}};

/// What the truth may be, given the baseline, with the weight of each.
struct Doubt {
    std::vector<NegativeBinomial> truths;
    std::vector<double> weights;
};

Doubt doubt_about(const WatchBaseline& baseline)
{
    Doubt out;
    const double mean = baseline.mean();
    for (const Node& node : three) {
        const double overdispersion = std::max(0.0, baseline.scatter + node.z * baseline.scatter_error);
        const double shape = baseline.weeks * mean / (1 + overdispersion * mean);
        const boost::math::gamma_distribution<double> means(shape, mean / shape);
        for (const Node& level : seven) {
            const double below = std::clamp(normal_cdf(level.z), 1e-12, 1 - 1e-12);
            out.truths.push_back({boost::math::quantile(means, below), overdispersion});
            out.weights.push_back(node.weight * level.weight);
        }
    }
    return out;
}

double weeks_per_false_alarm(const LatticeChart& chart, const Doubt& doubt)
{
    double rate = 0;
    for (std::size_t i = 0; i < doubt.truths.size(); ++i) rate += doubt.weights[i] / average_run_length(chart, doubt.truths[i]);
    return 1 / rate;
}

/// The lattice nearest to the chart for a change by `factor`: steps of about a fifth in the log likelihood ratio, so that the run length can
/// be set to about a tenth either way. Returns also the evidence of one step.
std::pair<LatticeChart, double> lattice_of(const NegativeBinomial& base, double log_factor)
{
    constexpr double step_wanted = 0.2;
    const double at_zero = log_likelihood_ratio(0, base.mean, base.overdispersion, log_factor);
    const double per_count = log_likelihood_ratio(1, base.mean, base.overdispersion, log_factor) - at_zero;
    LatticeChart chart;
    chart.falling = log_factor < 0;
    chart.per_count = std::max(1, static_cast<int>(std::lround(std::abs(per_count) / step_wanted)));
    const double step = std::abs(per_count) / chart.per_count;
    chart.per_week = std::max(1, static_cast<int>(std::lround(std::abs(at_zero) / step)));
    return {chart, step};
}

/// Beyond this many states a chart is not made finer but stops: e^60 weeks are longer than any archive.
constexpr int states_max = 600;

}  // namespace

WatchBaseline baseline_of(std::span<const double> counts)
{
    WatchBaseline out;
    out.weeks = static_cast<int>(counts.size());
    out.sum = std::accumulate(counts.begin(), counts.end(), 0.0);
    const double mean = out.mean(), n = out.weeks;
    double squares = 0;
    for (const double count : counts) squares += (count - mean) * (count - mean);
    // Moments, with the standard error that follows from the kurtosis of a negative binomial.
    out.scatter = (squares / (n - 1) - mean) / (mean * mean);
    const double variance = mean + out.overdispersion() * mean * mean;
    out.scatter_error = variance / (mean * mean) * std::sqrt((2 + 6 * out.overdispersion()) / n);
    return out;
}

ChartDesign design_chart(const WatchBaseline& baseline, double factor, double wanted_weeks, Direction direction)
{
    const NegativeBinomial base{baseline.mean(), baseline.overdispersion()};
    const double log_factor = direction == Direction::up ? std::log(factor) : -std::log(factor);
    auto [chart, step] = lattice_of(base, log_factor);
    const Doubt doubt = doubt_about(baseline);
    const auto weeks_at = [&](int threshold) {
        chart.threshold = threshold;
        return weeks_per_false_alarm(chart, doubt);
    };
    // The logarithm of the run length grows about linearly with the threshold: a bracket by doubling steps, then false position.
    int low = 1, high = std::clamp(static_cast<int>(std::log(wanted_weeks) / step), 2, states_max);
    double low_log = 0, high_log = std::log(weeks_at(high));
    const double wanted = std::log(wanted_weeks);
    while (high_log < wanted && high < states_max) {
        low = high;
        low_log = high_log;
        high = std::min(states_max, high + high / 2 + 1);
        high_log = std::log(weeks_at(high));
    }
    while (high - low > 1) {
        const double share = std::clamp((wanted - low_log) / (high_log - low_log), 0.1, 0.9);
        const int middle = std::clamp(low + static_cast<int>(std::lround(share * (high - low))), low + 1, high - 1);
        const double at = std::log(weeks_at(middle));
        (at < wanted ? low : high) = middle;
        (at < wanted ? low_log : high_log) = at;
    }
    // The nearer of the two neighbours: a threshold is a whole number, the stated rate is the one that it has.
    if (low > 1 && wanted - low_log < high_log - wanted) {
        high = low;
        high_log = low_log;
    }
    chart.threshold = high;
    const NegativeBinomial changed{direction == Direction::up ? base.mean * factor : base.mean / factor, base.overdispersion};
    return {chart, step, std::exp(high_log), average_run_length(chart, changed)};
}

const ChartDesign& ChartDesigns::of(const WatchBaseline& baseline, double factor, double wanted_weeks, Direction direction)
{
    const std::tuple key(baseline, factor, wanted_weeks, direction);
    auto found = made_.find(key);
    if (found == made_.end()) found = made_.emplace(key, design_chart(baseline, factor, wanted_weeks, direction)).first;
    return found->second;
}

namespace {

/// One stretch under one baseline.
struct Running {
    WatchBaseline baseline;
    const ChartDesign* up = nullptr;
    const ChartDesign* down = nullptr;
    int up_state = 0, down_state = 0;
    std::size_t up_onset = 0, down_onset = 0;
    double up_sum = 0, down_sum = 0;
    int up_weeks = 0, down_weeks = 0;
};

void step(const ChartDesign& design, double count, std::size_t week, int& state, std::size_t& onset, double& sum, int& weeks)
{
    if (state == 0) {
        onset = week;
        sum = 0;
        weeks = 0;
    }
    sum += count;
    ++weeks;
    state = design.chart.next(state, static_cast<std::int64_t>(count));
}

Running started(const std::vector<double>& learnt, const WatchOptions& options, ChartDesigns& designs)
{
    Running out;
    out.baseline = baseline_of(learnt);
    out.up = &designs.of(out.baseline, options.factor, options.weeks_per_false_alarm, Direction::up);
    if (options.falls_too) out.down = &designs.of(out.baseline, options.factor, options.weeks_per_false_alarm, Direction::down);
    return out;
}

WatchedWeek judged(Running& running, double count, std::size_t week)
{
    step(*running.up, count, week, running.up_state, running.up_onset, running.up_sum, running.up_weeks);
    if (running.down != nullptr) step(*running.down, count, week, running.down_state, running.down_onset, running.down_sum, running.down_weeks);
    const NegativeBinomial base{running.baseline.mean(), running.baseline.overdispersion()};
    WatchedWeek out;
    out.state = WeekState::quiet;
    out.expected = base.mean;
    out.evidence = double(running.up_state) / running.up->chart.threshold;
    out.upper = double(base.quantile(0.99));
    out.p = 1 - base.cdf(static_cast<std::int64_t>(count) - 1);
    out.weeks_per_false_alarm = running.up->weeks_per_false_alarm;
    if (running.up_state >= running.up->chart.threshold) {
        out.state = WeekState::rising;
        out.onset = running.up_onset;
        out.change = running.up_sum / running.up_weeks / base.mean;
    } else if (running.down != nullptr && running.down_state >= running.down->chart.threshold) {
        out.state = WeekState::falling;
        out.onset = running.down_onset;
        out.change = running.down_sum / running.down_weeks / base.mean;
    }
    return out;
}

}  // namespace

std::vector<WatchedWeek> watch(std::span<const double> counts, const std::vector<bool>& looked, std::span<const std::size_t> breaks, const WatchOptions& options,
                               ChartDesigns& designs)
{
    constexpr int baseline_weeks_max = 104;
    std::vector<WatchedWeek> out(counts.size());
    std::vector<double> learnt;        // counts of this stretch
    Running running;  // without a chart: learning
    int next_size = options.baseline_weeks_first;
    const auto restart = [&](std::size_t from, std::size_t until) {
        learnt.clear();
        for (std::size_t t = from; t < until; ++t)
            if (looked[t]) learnt.push_back(counts[t]);
        running = Running{};
        next_size = options.baseline_weeks_first;
    };
    for (std::size_t t = 0; t < counts.size(); ++t) {
        if (std::binary_search(breaks.begin(), breaks.end(), t)) restart(t, t);
        if (!looked[t]) {
            out[t].state = WeekState::not_looked;
            continue;
        }
        const bool changed = [&] {
            if (running.up == nullptr) return false;
            out[t] = judged(running, counts[t], t);
            return out[t].state != WeekState::quiet;
        }();
        // The new baseline begins after the alarm: the weeks that raised it were picked for being high, and would hide the next rise.
        if (changed)
            restart(t + 1, t + 1);
        else
            learnt.push_back(counts[t]);
        if (static_cast<int>(learnt.size()) >= next_size && next_size <= baseline_weeks_max) {
            running = started(learnt, options, designs);
            while (next_size <= static_cast<int>(learnt.size())) next_size *= 2;
            if (next_size > baseline_weeks_max / 2 && next_size < baseline_weeks_max) next_size = baseline_weeks_max;
        }
    }
    return out;
}

std::vector<double> false_discovery_rates(std::span<const double> p)
{
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] > p[b]; });
    std::vector<double> out(p.size());
    double least = 1;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const double rank = double(p.size() - i);
        least = std::min(least, p[order[i]] * double(p.size()) / rank);
        out[order[i]] = least;
    }
    return out;
}

}  // namespace sitrep::analyse
