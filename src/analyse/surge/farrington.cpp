#include "analyse/surge/farrington.hpp"

#include "analyse/counts/exact_limits.hpp"
#include "analyse/counts/negative_binomial.hpp"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sitrep::analyse {
namespace {

constexpr int steps_max = 25;
constexpr double settled = 1e-8;  ///< relative change of the deviance, the usual stop of reweighted least squares

/// Weeks that the judged one is compared with. Level 0 is the season of the judged week.
struct Baseline {
    std::vector<double> counts, times;  ///< times in weeks from the judged one: negative
    std::vector<int> levels;
    std::vector<double> weights;
    int level_count = 1;
};

/// A quasi-Poisson fit with a level for each season and perhaps a trend. Because seasons exclude each other, the least-squares step is
/// solved season by season after taking out its weighted mean: as stable as QR, in one pass over the rows.
struct Fit {
    std::vector<double> eta, means, root_weights;
    std::vector<double> level_weight, level_time, level_working;
    double slope = 0, slope_information = 0;
    double level_zero = 0;  ///< log mean of level 0 at time 0 with the trend
    double dispersion = 1;
    /// Of the working residuals (y - m) / m: the scale of standard errors in the reference tables (surveillance 1.20.3), kept so that
    /// limits agree to the last digit. Smaller than `dispersion`, which inflates the limit itself.
    double relative_dispersion = 1;
    double freedom = 0;
    bool with_trend = false;

    double variance_at_zero() const
    {
        const double flat = 1 / level_weight[0];
        return relative_dispersion * (with_trend ? flat + level_time[0] * level_time[0] / slope_information : flat);
    }
    double leverage(const Baseline& rows, std::size_t i) const
    {
        const auto level = static_cast<std::size_t>(rows.levels[i]);
        const double centred = rows.times[i] - level_time[level];
        const double flat = 1 / level_weight[level];
        return root_weights[i] * (with_trend ? flat + centred * centred / slope_information : flat);
    }
};

double deviance_of(const Baseline& rows, const std::vector<double>& means)
{
    double sum = 0;
    for (std::size_t i = 0; i < means.size(); ++i) {
        const double y = rows.counts[i];
        sum += rows.weights[i] * ((y > 0 ? y * std::log(y / means[i]) : 0) - (y - means[i]));
    }
    return 2 * sum;
}

void level_means(const Baseline& rows, Fit& fit, const std::vector<double>& working)
{
    std::fill(fit.level_weight.begin(), fit.level_weight.end(), 0);
    std::fill(fit.level_time.begin(), fit.level_time.end(), 0);
    std::fill(fit.level_working.begin(), fit.level_working.end(), 0);
    for (std::size_t i = 0; i < working.size(); ++i) {
        const auto level = static_cast<std::size_t>(rows.levels[i]);
        const double weight = fit.root_weights[i];
        fit.level_weight[level] += weight;
        fit.level_time[level] += weight * rows.times[i];
        fit.level_working[level] += weight * working[i];
    }
    for (std::size_t level = 0; level < fit.level_weight.size(); ++level) {
        if (fit.level_weight[level] <= 0) continue;
        fit.level_time[level] /= fit.level_weight[level];
        fit.level_working[level] /= fit.level_weight[level];
    }
}

void slope_within_levels(const Baseline& rows, Fit& fit, const std::vector<double>& working)
{
    double together = 0;
    fit.slope_information = 0;
    for (std::size_t i = 0; i < working.size(); ++i) {
        const auto level = static_cast<std::size_t>(rows.levels[i]);
        const double centred = rows.times[i] - fit.level_time[level];
        fit.slope_information += fit.root_weights[i] * centred * centred;
        together += fit.root_weights[i] * centred * (working[i] - fit.level_working[level]);
    }
    fit.slope = together / fit.slope_information;
}

/// One step of reweighted least squares. The weights stay those of the means before the step, as in the usual summaries of such fits.
void step(const Baseline& rows, Fit& fit, std::vector<double>& working)
{
    for (std::size_t i = 0; i < working.size(); ++i) {
        fit.root_weights[i] = rows.weights[i] * fit.means[i];
        working[i] = fit.eta[i] + (rows.counts[i] - fit.means[i]) / fit.means[i];
    }
    level_means(rows, fit, working);
    if (fit.with_trend) slope_within_levels(rows, fit, working);
    for (std::size_t i = 0; i < working.size(); ++i) {
        const auto level = static_cast<std::size_t>(rows.levels[i]);
        fit.eta[i] = fit.level_working[level] + (fit.with_trend ? fit.slope * (rows.times[i] - fit.level_time[level]) : 0);
        fit.means[i] = std::exp(fit.eta[i]);
    }
}

Fit fit_of(const Baseline& rows, bool with_trend, bool by_working_residuals)
{
    const std::size_t n = rows.counts.size(), levels = static_cast<std::size_t>(rows.level_count);
    Fit fit;
    fit.with_trend = with_trend;
    fit.eta.resize(n);
    fit.means.resize(n);
    fit.root_weights.resize(n);
    fit.level_weight.resize(levels);
    fit.level_time.resize(levels);
    fit.level_working.resize(levels);
    for (std::size_t i = 0; i < n; ++i) {
        fit.means[i] = rows.counts[i] + 0.1;
        fit.eta[i] = std::log(fit.means[i]);
    }
    std::vector<double> working(n);
    double deviance = deviance_of(rows, fit.means);
    for (int i = 0; i < steps_max; ++i) {
        step(rows, fit, working);
        const double next = deviance_of(rows, fit.means);
        const bool done = std::abs(next - deviance) / (std::abs(next) + 0.1) < settled;
        deviance = next;
        if (done) break;
    }
    double pearson = 0, relative = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const double residual = (rows.counts[i] - fit.means[i]) / fit.means[i];
        pearson += fit.root_weights[i] * residual * residual;
        relative += rows.weights[i] * residual * residual;
    }
    const auto used_levels = std::count_if(fit.level_weight.begin(), fit.level_weight.end(), [](double weight) { return weight > 0; });
    fit.freedom = double(n) - double(used_levels) - (with_trend ? 1 : 0);
    fit.dispersion = fit.freedom > 0 ? std::max(1.0, pearson / fit.freedom) : 1;
    fit.relative_dispersion = !by_working_residuals ? fit.dispersion : fit.freedom > 0 ? relative / fit.freedom : 1;
    fit.level_zero = fit.level_working[0] - (with_trend ? fit.slope * fit.level_time[0] : 0);
    return fit;
}

/// Past outbreaks count less: weight 1/s² for a standardised Anscombe residual s above the threshold (Farrington et al. 1996).
void weigh_down_outbreaks(Baseline& rows, const Fit& fit, double threshold)
{
    double sum = 0;
    for (std::size_t i = 0; i < rows.counts.size(); ++i) {
        const double root = std::sqrt(fit.means[i]), third = std::cbrt(rows.counts[i]);
        const double anscombe = 1.5 * (third * third / std::cbrt(root) - root);
        const double standard = anscombe / std::sqrt(fit.dispersion * (1 - fit.leverage(rows, i)));
        rows.weights[i] = standard > threshold ? 1 / (standard * standard) : 1;
        sum += rows.weights[i];
    }
    const double scale = double(rows.counts.size()) / sum;
    for (double& weight : rows.weights) weight *= scale;
}

Fit reweighted_fit(Baseline& rows, bool with_trend, const FarringtonOptions& options)
{
    std::fill(rows.weights.begin(), rows.weights.end(), 1);
    const Fit first = fit_of(rows, with_trend, options.scale_by_working_residuals);
    weigh_down_outbreaks(rows, first, options.weights_threshold);
    return fit_of(rows, with_trend, options.scale_by_working_residuals);
}

/// Season of a week `back` weeks before the judged one: 0 inside a window, else 1 .. levels - 1 in equal parts of what lies between windows.
int level_of(int back, const FarringtonOptions& options)
{
    const int in_year = back % options.weeks_in_year;
    if (in_year <= options.half_window || options.weeks_in_year - in_year <= options.half_window) return 0;
    const int between = options.weeks_in_year - 2 * options.half_window - 1;
    const int from_older = options.weeks_in_year - options.half_window - 1 - in_year;
    return 1 + from_older * (options.seasonal_levels - 1) / between;
}

Baseline baseline_of(std::span<const double> counts, std::size_t at, const FarringtonOptions& options)
{
    Baseline rows;
    rows.level_count = options.seasonal_levels;
    const int oldest = options.years_back * options.weeks_in_year + options.half_window;
    for (int back = oldest; back > std::max(options.half_window, options.weeks_left_out); --back) {
        const int level = level_of(back, options);
        if (options.seasonal_levels == 1 && level_of(back, {.seasonal_levels = 2}) != 0) continue;
        rows.counts.push_back(counts[at - static_cast<std::size_t>(back)]);
        rows.times.push_back(-back);
        rows.levels.push_back(options.seasonal_levels == 1 ? 0 : level);
    }
    rows.weights.assign(rows.counts.size(), 1);
    return rows;
}

bool trend_is_kept(const Fit& fit, const Baseline& rows, const FarringtonOptions& options)
{
    // An extrapolated trend must not lead above all that was seen, and two years are no trend (Farrington et al. 1996).
    if (std::exp(fit.level_zero) > *std::max_element(rows.counts.begin(), rows.counts.end())) return false;
    if (options.trend_p_max >= 1) return true;
    const double t = fit.slope / std::sqrt(fit.relative_dispersion / fit.slope_information);
    if (!options.scale_by_working_residuals) return 2 * normal_cdf(-std::abs(t)) < options.trend_p_max;
    const boost::math::students_t_distribution<double> chance(fit.freedom);
    return 2 * boost::math::cdf(chance, -std::abs(t)) < options.trend_p_max;
}

double upper_limit(double mean, double log_variance, double dispersion, const FarringtonOptions& options)
{
    const double z = normal_quantile(1 - options.alpha);
    if (options.limit == UpperLimit::delta) {
        const double spread = dispersion + log_variance * mean;
        const double power = std::pow(mean, 2.0 / 3) + z * std::sqrt(4.0 / 9 * std::cbrt(mean) * spread);
        return std::pow(std::max(0.0, power), 1.5);
    }
    const double at = options.limit == UpperLimit::muan ? mean * std::exp(z * std::sqrt(log_variance)) : mean;
    if (!std::isfinite(at) || at <= 0) return 0;
    return double(NegativeBinomial{at, (dispersion - 1) / at}.quantile(1 - options.alpha));
}

}  // namespace

std::optional<FarringtonWeek> farrington_week(std::span<const double> counts, std::size_t at, const FarringtonOptions& options)
{
    const int oldest = options.years_back * options.weeks_in_year + options.half_window;
    if (at >= counts.size() || at < static_cast<std::size_t>(oldest)) return std::nullopt;
    Baseline rows = baseline_of(counts, at, options);
    FarringtonWeek week;
    week.observed = counts[at];
    const double recent = std::accumulate(counts.begin() + std::ptrdiff_t(at) + 1 - options.recent_weeks, counts.begin() + std::ptrdiff_t(at) + 1, 0.0);
    if (std::all_of(rows.counts.begin(), rows.counts.end(), [](double count) { return count == 0; })) {
        week.alarm = week.observed > 0 && recent >= options.recent_cases_min;
        return week;
    }
    const bool trend_possible = options.years_back >= 3;
    Fit fit = reweighted_fit(rows, trend_possible, options);
    if (trend_possible && !trend_is_kept(fit, rows, options)) fit = reweighted_fit(rows, false, options);
    week.expected = std::exp(fit.level_zero);
    week.dispersion = fit.dispersion;
    if (fit.with_trend) week.trend = fit.slope;
    week.upper = upper_limit(week.expected, fit.variance_at_zero(), fit.dispersion, options);
    week.alarm = week.observed > week.upper && recent >= options.recent_cases_min;
    return week;
}

}  // namespace sitrep::analyse
