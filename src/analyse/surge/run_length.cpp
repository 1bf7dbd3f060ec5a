#include "analyse/surge/run_length.hpp"

#include "analyse/surge/likelihood_ratio.hpp"

#include <Eigen/Dense>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

namespace sitrep::analyse {
namespace {

using RowMatrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

// Past 1e14 weeks the system is singular to double precision: the chart never alarms.
double or_never(double length) { return std::isfinite(length) && length > 0 ? length : std::numeric_limits<double>::infinity(); }

double run_length_of(const Eigen::MatrixXd& stays)
{
    const Eigen::MatrixXd leaves = Eigen::MatrixXd::Identity(stays.rows(), stays.cols()) - stays;
    return or_never(leaves.partialPivLu().solve(Eigen::VectorXd::Ones(stays.rows()))[0]);
}

/// The evidence of one week is a straight line in the count: `per_count` × count − `per_week`.
struct Increment {
    double per_count = 0, per_week = 0;
};

Increment increment_of(double mean, double overdispersion, double factor)
{
    const double log_factor = std::log(factor);
    const double at_zero = log_likelihood_ratio(0, mean, overdispersion, log_factor);
    return {log_likelihood_ratio(1, mean, overdispersion, log_factor) - at_zero, -at_zero};
}

std::vector<double> cumulative(std::vector<double> chances)
{
    for (std::size_t i = 1; i < chances.size(); ++i) chances[i] += chances[i - 1];
    return chances;
}

/// Chance that one week adds at most `value`.
double chance_at_most(const Increment& increment, const std::vector<double>& cdf, double value)
{
    constexpr double rounding = 1e-12;
    const double count = std::floor((value + increment.per_week) / increment.per_count + rounding);
    if (count < 0) return 0;
    return cdf[std::min(cdf.size() - 1, static_cast<std::size_t>(count))];
}

Eigen::MatrixXd interpolated_chain(const Increment& increment, const std::vector<double>& cdf, double threshold, int levels)
{
    const int intervals = levels - 1;
    const double width = threshold / intervals;
    Eigen::MatrixXd chain(levels, levels);
    for (int from = 0; from < levels; ++from) {
        const double low = (from - 1) * width;
        const std::array<double, 3> at = from == 0 ? std::array{0.0, 0.0, 0.0} : std::array{low, low + width / 2, low + width};
        const auto reach = [&](double to) {
            return (chance_at_most(increment, cdf, to - at[0]) + 4 * chance_at_most(increment, cdf, to - at[1]) + chance_at_most(increment, cdf, to - at[2])) / 6;
        };
        double below = chain(from, 0) = reach(0);
        for (int to = 1; to < levels; ++to) {
            const double here = reach(to * width);
            chain(from, to) = here - below;
            below = here;
        }
    }
    return chain;
}

}  // namespace

int LatticeChart::next(int state, std::int64_t count) const
{
    const std::int64_t added = falling ? per_week - per_count * count : per_count * count - per_week;
    return static_cast<int>(std::clamp<std::int64_t>(state + added, 0, threshold));
}

namespace {

/// Solves `leaves` × x = 1 in place, where nothing stands more than `band` rows below the diagonal. What a chain leaves over to its next steps
/// is an M-matrix, so that elimination needs no pivots: n² × band steps instead of n³.
std::vector<double> solved_below_band(RowMatrix& leaves, Eigen::Index band)
{
    const Eigen::Index size = leaves.rows();
    std::vector<double> out(std::size_t(size), 1.0);
    for (Eigen::Index k = 0; k < size; ++k) {
        const double* const pivot = &leaves(k, 0);
        for (Eigen::Index below = k + 1; below < std::min(size, k + band + 1); ++below) {
            double* const row = &leaves(below, 0);
            const double share = row[k] / pivot[k];
            for (Eigen::Index column = k + 1; column < size; ++column) row[column] -= share * pivot[column];
            out[std::size_t(below)] -= share * out[std::size_t(k)];
        }
    }
    for (Eigen::Index k = size; k-- > 0;) {
        const double* const row = &leaves(k, 0);
        for (Eigen::Index column = k + 1; column < size; ++column) out[std::size_t(k)] -= row[column] * out[std::size_t(column)];
        out[std::size_t(k)] /= row[k];
    }
    return out;
}

}  // namespace

double average_run_length(const LatticeChart& chart, const NegativeBinomial& truth)
{
    const int states = chart.threshold;
    // Beyond this count every state of a rising chart has alarmed, and every state of a falling one is at 0.
    const auto last = static_cast<std::size_t>((states + chart.per_week) / chart.per_count + 1);
    const std::vector<double> chances = truth.probabilities(last + 1);
    double beyond = 1;
    for (const double chance : chances) beyond -= chance;
    // A rising chart falls by `per_week` at most, a falling one rises by no more: with its states turned round both are banded below.
    const auto at = [&](int state) { return chart.falling ? states - 1 - state : state; };
    RowMatrix leaves = RowMatrix::Identity(states, states);
    for (int from = 0; from < states; ++from) {
        for (std::size_t count = 0; count <= last; ++count) {
            const int to = chart.next(from, static_cast<std::int64_t>(count));
            if (to < states) leaves(at(from), at(to)) -= chances[count];
        }
        if (chart.falling) leaves(at(from), at(0)) -= std::max(0.0, beyond);
    }
    return or_never(solved_below_band(leaves, chart.per_week)[std::size_t(at(0))]);
}

double interpolated_run_length(const NegativeBinomial& base, double factor, const NegativeBinomial& truth, double threshold, int levels, int count_max)
{
    const Increment increment = increment_of(base.mean, base.overdispersion, factor);
    const auto cdf = cumulative(truth.probabilities(static_cast<std::size_t>(count_max) + 1));
    return run_length_of(interpolated_chain(increment, cdf, threshold, levels));
}

std::vector<double> alarm_chances(std::span<const double> means, double overdispersion, double factor, double threshold, int levels, int count_max)
{
    std::vector<double> out;
    Eigen::RowVectorXd still = Eigen::RowVectorXd::Zero(levels);
    still[0] = 1;
    for (const double mean : means) {
        const auto cdf = cumulative(NegativeBinomial{mean, overdispersion}.probabilities(static_cast<std::size_t>(count_max) + 1));
        const double before = still.sum();
        still *= interpolated_chain(increment_of(mean, overdispersion, factor), cdf, threshold, levels);
        out.push_back(before - still.sum());
    }
    return out;
}

}  // namespace sitrep::analyse
