// The self-exciting process: how many events come of a baseline that moves with the times, and how many of the events before them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace sitrep::analyse {

/// A baseline that is a straight line between its values at the knots; one knot = constant. Knots ascend from 0 to the end of the
/// period. With a constant baseline any slow change of the times is taken for contagion.
struct Baseline {
    std::vector<double> knots;

    static Baseline constant() { return {{0}}; }
    /// Knots as evenly as can be, about `spacing` apart, at both ends of [0, end] and between.
    static Baseline lines(double end, double spacing);
};

/// Intensity baseline(t) + branching * rate * sum over earlier events of exp(-rate * (t - time)). Rate is per unit of time.
struct HawkesFit {
    std::vector<double> baseline;  ///< values at the knots, events per unit of time
    double branching = 0;          ///< events that one event brings about, in the mean; 0 for a fit without contagion
    double rate = 0;               ///< 1 / mean delay between cause and effect
    double log_likelihood = 0;
    bool at_bound = false;         ///< branching or rate ended at a bound of the search: do not read it
    /// Standard error of the logarithm of the last baseline value, branching and rate; empty where the curvature gives none.
    std::vector<double> log_errors;
    int parameters() const { return int(baseline.size()) + (rate > 0 ? 2 : 0); }
    double aic() const { return 2 * parameters() - 2 * log_likelihood; }
};

struct HawkesBounds {
    double branching_min = 1e-6, branching_max = 0.999;
    double delay_min = 0.02, delay_max_share = 0.5;  ///< of 1 / rate: in units of time; in parts of the period
};

/// Maximum likelihood (Ozaki 1979), bounded, in logarithms, with exact gradients, from several starts. `times` ascend in [0, end]; there are
/// at least two. Throws std::invalid_argument otherwise.
HawkesFit fit_hawkes(std::span<const double> times, double end, const Baseline& baseline, const HawkesBounds& bounds = {});
/// The same baseline without contagion: an inhomogeneous Poisson process.
HawkesFit fit_poisson(std::span<const double> times, double end, const Baseline& baseline);

/// ln likelihood of a fit.
double hawkes_log_likelihood(std::span<const double> times, double end, const Baseline& baseline, const HawkesFit& fit);

/// Expected events between each event and the one before it (the first: since 0). Under the right model these are independent and
/// exponential with mean 1 (Papangelou 1972; Brown et al. 2002).
std::vector<double> rescaled_gaps(std::span<const double> times, const Baseline& baseline, const HawkesFit& fit);

/// How events of one day are spread over it. Reports give days; the process has no ties.
enum class TieRule : std::uint8_t {
    evenly,     ///< the k-th of m at (k - 0.5) / m of the day: gaps inside a day come out too regular
    at_random,  ///< uniform over the day, drawn with the seed
};
/// Days count from 0. The answer ascends.
std::vector<double> spread_over_days(std::span<const std::int64_t> days, TieRule rule, std::uint64_t seed);

/// Times of an inhomogeneous Poisson process with a fitted baseline, for judging a likelihood ratio.
std::vector<double> simulate_baseline(double end, const Baseline& baseline, const std::vector<double>& values, std::uint64_t seed, std::uint64_t replication);

}  // namespace sitrep::analyse
