// ln likelihood of the exponential Hawkes process with its gradient, in one pass over the events.
#pragma once

#include "analyse/repeat/hawkes.hpp"

#include <span>
#include <vector>

namespace sitrep::analyse {

/// Which baseline values an instant lies between, and how near to each.
struct BaselineAt {
    std::size_t left = 0;
    double share_left = 1;  ///< the rest belongs to left + 1, which is there when the share is below 1
};
BaselineAt baseline_at(const Baseline& baseline, double time);
/// Integral over [from, until] of the share that each knot has.
void add_baseline_integrals(const Baseline& baseline, double from, double until, std::vector<double>& integrals);
double baseline_value(const BaselineAt& at, std::span<const double> values);

/// Everything that does not change with the parameters.
struct HawkesData {
    std::span<const double> times;
    double end = 0;
    std::vector<BaselineAt> at;
    std::vector<double> integrals;

    HawkesData(std::span<const double> times, double end, const Baseline& baseline);
};

/// Parameters: values at the knots, then (with contagion) branching and rate. `gradient` has their number, or is empty.
double hawkes_log_likelihood(const HawkesData& data, std::span<const double> parameters, std::span<double> gradient);

}  // namespace sitrep::analyse
