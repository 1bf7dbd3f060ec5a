#include "analyse/repeat/hawkes_likelihood.hpp"

#include <algorithm>
#include <cmath>

namespace sitrep::analyse {

BaselineAt baseline_at(const Baseline& baseline, double time)
{
    const auto& knots = baseline.knots;
    if (knots.size() == 1) return {0, 1};
    const auto right = std::upper_bound(knots.begin() + 1, knots.end() - 1, time);
    const auto left = std::size_t(right - knots.begin()) - 1;
    return {left, (*right - time) / (*right - knots[left])};
}

double baseline_value(const BaselineAt& at, std::span<const double> values)
{
    return at.share_left == 1 ? values[at.left] : at.share_left * values[at.left] + (1 - at.share_left) * values[at.left + 1];
}

void add_baseline_integrals(const Baseline& baseline, double from, double until, std::vector<double>& integrals)
{
    const auto& knots = baseline.knots;
    if (knots.size() == 1) {
        integrals[0] += until - from;
        return;
    }
    for (std::size_t left = baseline_at(baseline, from).left; left + 1 < knots.size() && (from < until); ++left) {
        const double stop = left + 2 == knots.size() ? until : std::min(until, knots[left + 1]);
        const double middle_share = (knots[left + 1] - (from + stop) / 2) / (knots[left + 1] - knots[left]);
        integrals[left] += middle_share * (stop - from);
        integrals[left + 1] += (1 - middle_share) * (stop - from);
        from = stop;
    }
}

HawkesData::HawkesData(std::span<const double> all_times, double period_end, const Baseline& baseline)
    : times(all_times), end(period_end), integrals(baseline.knots.size())
{
    at.reserve(times.size());
    for (const double time : times) at.push_back(baseline_at(baseline, time));
    add_baseline_integrals(baseline, 0, end, integrals);
}

double hawkes_log_likelihood(const HawkesData& data, std::span<const double> parameters, std::span<double> gradient)
{
    const std::size_t knots = data.integrals.size();
    const bool exciting = parameters.size() > knots, with_gradient = !gradient.empty();
    const double branching = exciting ? parameters[knots] : 0, rate = exciting ? parameters[knots + 1] : 0;
    double sum = 0, of_branching = 0, of_rate = 0;
    std::fill(gradient.begin(), gradient.end(), 0.0);
    // excitement: sum of exp(-rate * age) over earlier events; slope: its derivative by the rate.
    double excitement = 0, slope = 0, before = 0;
    for (std::size_t i = 0; i < data.times.size(); ++i) {
        const double time = data.times[i];
        if (exciting && i > 0) {
            const double gap = time - before, decay = std::exp(-rate * gap);
            slope = decay * (slope - gap * (excitement + 1));
            excitement = decay * (excitement + 1);
        }
        before = time;
        const BaselineAt& at = data.at[i];
        const double intensity = baseline_value(at, parameters) + branching * rate * excitement;
        sum += std::log(intensity);
        if (exciting) {
            // 1 - exp(-x) loses every digit for small x, and an optimiser follows the loss to absurd branching.
            const double age = data.end - time;
            sum += branching * std::expm1(-rate * age);
            of_branching += rate * excitement / intensity + std::expm1(-rate * age);
            of_rate += branching * ((excitement + rate * slope) / intensity - age * std::exp(-rate * age));
        }
        if (!with_gradient) continue;
        gradient[at.left] += at.share_left / intensity;
        if (at.share_left < 1) gradient[at.left + 1] += (1 - at.share_left) / intensity;
    }
    for (std::size_t knot = 0; knot < knots; ++knot) {
        sum -= parameters[knot] * data.integrals[knot];
        if (with_gradient) gradient[knot] -= data.integrals[knot];
    }
    if (with_gradient && exciting) {
        gradient[knots] = of_branching;
        gradient[knots + 1] = of_rate;
    }
    return sum;
}

}  // namespace sitrep::analyse
