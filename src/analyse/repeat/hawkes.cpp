#include "analyse/repeat/hawkes.hpp"

#include "analyse/random.hpp"
#include "analyse/repeat/hawkes_likelihood.hpp"

#include <Eigen/Dense>
#include <nlopt.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace sitrep::analyse {
namespace {

/// The likelihood as NLopt asks for it: in logarithms of the parameters, the best point so far kept.
class Search {
public:
    explicit Search(const HawkesData& data) : data_(data) {}

    void run(std::vector<double> start, const std::vector<double>& low, const std::vector<double>& high)
    {
        for (std::size_t i = 0; i < start.size(); ++i) start[i] = std::clamp(start[i], low[i], high[i]);
        nlopt::opt optimiser(nlopt::LD_LBFGS, unsigned(start.size()));
        optimiser.set_max_objective(&Search::objective, this);
        optimiser.set_lower_bounds(low);
        optimiser.set_upper_bounds(high);
        constexpr double tolerance = 1e-14;
        constexpr int evaluations_max = 2000;
        optimiser.set_ftol_rel(tolerance);
        optimiser.set_xtol_rel(tolerance);
        optimiser.set_maxeval(evaluations_max);
        double value = 0;
        try {
            optimiser.optimize(start, value);
        } catch (const nlopt::roundoff_limited&) {  // no better point can be told apart: the best seen is the answer
        } catch (const std::runtime_error&) {       // a line search that finds no way up says so by failing: the same
        }
    }

    double value(const std::vector<double>& logs, std::vector<double>& gradient)
    {
        std::vector<double> parameters(logs.size());
        std::transform(logs.begin(), logs.end(), parameters.begin(), [](double log) { return std::exp(log); });
        const double likelihood = hawkes_log_likelihood(data_, parameters, gradient);
        for (std::size_t i = 0; i < gradient.size(); ++i) gradient[i] *= parameters[i];
        if (likelihood > best_value_) {
            best_value_ = likelihood;
            best_ = logs;
        }
        return likelihood;
    }

    const std::vector<double>& best() const { return best_; }
    double best_value() const { return best_value_; }

private:
    static double objective(const std::vector<double>& logs, std::vector<double>& gradient, void* self)
    {
        return static_cast<Search*>(self)->value(logs, gradient);
    }

    const HawkesData& data_;
    std::vector<double> best_;
    double best_value_ = -std::numeric_limits<double>::infinity();
};

void check(std::span<const double> times, double end, const Baseline& baseline)
{
    if (times.size() < 2) throw std::invalid_argument("a process is fitted to at least two events");
    if (!std::is_sorted(times.begin(), times.end()) || times.front() < 0 || times.back() > end)
        throw std::invalid_argument("the times of a process ascend from 0 to its end");
    const bool ascend = std::adjacent_find(baseline.knots.begin(), baseline.knots.end(), std::greater_equal<>()) == baseline.knots.end();
    if (baseline.knots.empty() || !ascend || baseline.knots.front() != 0) throw std::invalid_argument("the knots of a baseline ascend from 0");
}

/// Standard errors of the logarithms of the last baseline value, branching and rate, from differences of the exact gradient.
std::vector<double> log_errors(Search& search, const std::vector<double>& best, std::size_t knots)
{
    constexpr double step = 1e-5;
    const auto size = Eigen::Index(best.size());
    Eigen::MatrixXd curvature(size, size);
    for (Eigen::Index i = 0; i < size; ++i) {
        std::vector<double> above = best, below = best, up(best.size()), down(best.size());
        above[std::size_t(i)] += step;
        below[std::size_t(i)] -= step;
        search.value(above, up);
        search.value(below, down);
        for (Eigen::Index j = 0; j < size; ++j) curvature(i, j) = (down[std::size_t(j)] - up[std::size_t(j)]) / (2 * step);
    }
    const Eigen::LDLT<Eigen::MatrixXd> factors((curvature + curvature.transpose()) / 2);
    if (factors.info() != Eigen::Success || !factors.isPositive()) return {};
    const Eigen::MatrixXd variance = factors.solve(Eigen::MatrixXd::Identity(size, size));
    std::vector<double> errors;
    for (Eigen::Index i = Eigen::Index(knots) - 1; i < size; ++i) {
        if (!(variance(i, i) > 0)) return {};
        errors.push_back(std::sqrt(variance(i, i)));
    }
    return errors;
}

}  // namespace

Baseline Baseline::lines(double end, double spacing)
{
    const auto pieces = std::max(1, int(std::lround(end / spacing)));
    Baseline out;
    for (int i = 0; i <= pieces; ++i) out.knots.push_back(end * i / pieces);
    return out;
}

HawkesFit fit_hawkes(std::span<const double> times, double end, const Baseline& baseline, const HawkesBounds& bounds)
{
    check(times, end, baseline);
    const HawkesData data(times, end, baseline);
    const std::size_t knots = baseline.knots.size();
    const double mean = double(times.size()) / end;
    const double rate_low = std::log(1 / (end * bounds.delay_max_share)), rate_high = std::log(1 / bounds.delay_min);
    std::vector<double> low(knots, std::log(mean * 1e-6)), high(knots, std::log(mean * 1e3));
    low.insert(low.end(), {std::log(bounds.branching_min), rate_low});
    high.insert(high.end(), {std::log(bounds.branching_max), rate_high});

    Search search(data);
    for (const double share : {0.25, 0.5, 0.75}) {
        std::vector<double> start(knots, std::log(mean * 0.6));
        start.insert(start.end(), {std::log(0.4), rate_low + share * (rate_high - rate_low)});
        search.run(start, low, high);
    }
    const std::vector<double> best = search.best();
    HawkesFit fit;
    for (std::size_t i = 0; i < knots; ++i) fit.baseline.push_back(std::exp(best[i]));
    fit.branching = std::exp(best[knots]);
    fit.rate = std::exp(best[knots + 1]);
    fit.log_likelihood = search.best_value();
    constexpr double at_bound = 1e-6;
    for (std::size_t i = knots; i < best.size(); ++i) fit.at_bound = fit.at_bound || best[i] - low[i] < at_bound || high[i] - best[i] < at_bound;
    if (!fit.at_bound) fit.log_errors = log_errors(search, best, knots);
    return fit;
}

HawkesFit fit_poisson(std::span<const double> times, double end, const Baseline& baseline)
{
    check(times, end, baseline);
    const HawkesData data(times, end, baseline);
    const double mean = double(times.size()) / end;
    const std::size_t knots = baseline.knots.size();
    Search search(data);
    search.run(std::vector<double>(knots, std::log(mean)), std::vector<double>(knots, std::log(mean * 1e-6)), std::vector<double>(knots, std::log(mean * 1e3)));
    HawkesFit fit;
    for (const double log : search.best()) fit.baseline.push_back(std::exp(log));
    fit.log_likelihood = search.best_value();
    return fit;
}

double hawkes_log_likelihood(std::span<const double> times, double end, const Baseline& baseline, const HawkesFit& fit)
{
    check(times, end, baseline);
    std::vector<double> parameters = fit.baseline;
    if (fit.rate > 0) parameters.insert(parameters.end(), {fit.branching, fit.rate});
    return hawkes_log_likelihood(HawkesData(times, end, baseline), parameters, {});
}

std::vector<double> rescaled_gaps(std::span<const double> times, const Baseline& baseline, const HawkesFit& fit)
{
    std::vector<double> gaps;
    double before = 0, excitement = 0;  // just after the event before
    for (const double time : times) {
        std::vector<double> integrals(baseline.knots.size());
        add_baseline_integrals(baseline, before, time, integrals);
        double expected = -fit.branching * excitement * std::expm1(-fit.rate * (time - before));
        for (std::size_t knot = 0; knot < integrals.size(); ++knot) expected += integrals[knot] * fit.baseline[knot];
        gaps.push_back(expected);
        excitement = excitement * std::exp(-fit.rate * (time - before)) + 1;
        before = time;
    }
    return gaps;
}

std::vector<double> spread_over_days(std::span<const std::int64_t> days, TieRule rule, std::uint64_t seed)
{
    std::vector<std::int64_t> sorted(days.begin(), days.end());
    std::sort(sorted.begin(), sorted.end());
    std::vector<double> times;
    RandomStream stream(seed, 0);
    for (std::size_t first = 0; first < sorted.size();) {
        std::size_t past = first;
        while (past < sorted.size() && sorted[past] == sorted[first]) ++past;
        for (std::size_t i = first; i < past; ++i)
            times.push_back(double(sorted[i]) + (rule == TieRule::evenly ? (double(i - first) + 0.5) / double(past - first) : stream.uniform()));
        first = past;
    }
    std::sort(times.begin(), times.end());
    return times;
}

std::vector<double> simulate_baseline(double end, const Baseline& baseline, const std::vector<double>& values, std::uint64_t seed, std::uint64_t replication)
{
    RandomStream stream(seed, replication);
    const double most = *std::max_element(values.begin(), values.end());
    std::vector<double> times;
    // Thinning (Lewis and Shedler 1979).
    for (double time = -std::log1p(-stream.uniform()) / most; time < end; time -= std::log1p(-stream.uniform()) / most)
        if (stream.uniform() * most < baseline_value(baseline_at(baseline, time), values)) times.push_back(time);
    return times;
}

}  // namespace sitrep::analyse
