// How many weeks a CUSUM of counts runs until it alarms: computed, not guessed, so that a desk can choose "one false alarm in N weeks".
#pragma once

#include "analyse/counts/negative_binomial.hpp"

#include <span>
#include <vector>

namespace sitrep::analyse {

/// A CUSUM of counts on a lattice: each week adds `per_count` × count − `per_week`, the sum never below 0 (or, for a fall, the negative
/// of both), and alarms when it reaches `threshold`. Because all three are whole numbers, its states are countable and its run length exact.
struct LatticeChart {
    int per_count = 1;
    int per_week = 1;
    int threshold = 1;
    bool falling = false;

    /// The chart's next state, or `threshold` for an alarm.
    int next(int state, std::int64_t count) const;
};

/// Mean weeks to an alarm, from state 0, when counts come from `truth` (Brook and Evans 1972): solves (I − P) L = 1 by LU.
double average_run_length(const LatticeChart& chart, const NegativeBinomial& truth);

/// Mean weeks to an alarm of the CUSUM for mean `base` × `factor` in real numbers, on `levels` − 1 equal intervals and the state 0;
/// inside an interval by Simpson's rule (Bissell 1984; Hawkins 1992; the scheme of Höhle 2010). Counts above `count_max` are not looked at.
/// Approximate for small counts: at 20 levels off by some per cent.
double interpolated_run_length(const NegativeBinomial& base, double factor, const NegativeBinomial& truth, double threshold, int levels, int count_max);

/// Chance of an alarm at each of the weeks, when the mean changes from week to week; same scheme.
std::vector<double> alarm_chances(std::span<const double> means, double overdispersion, double factor, double threshold, int levels, int count_max);

}  // namespace sitrep::analyse
