#include "analyse/counts/regression.hpp"

#include "analyse/counts/negative_binomial.hpp"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>

namespace sitrep::analyse {
namespace {

constexpr double linear_predictor_max = 30;  ///< e^30 counts a week: an optimiser's stray step, no count
constexpr int steps_max = 100;

Eigen::MatrixXd design_of(const Columns& columns)
{
    Eigen::MatrixXd design(static_cast<Eigen::Index>(columns.front().size()), static_cast<Eigen::Index>(columns.size()));
    for (std::size_t j = 0; j < columns.size(); ++j)
        design.col(static_cast<Eigen::Index>(j)) = Eigen::Map<const Eigen::VectorXd>(columns[j].data(), design.rows());
    return design;
}

double log_likelihood_of(std::span<const double> counts, const Eigen::VectorXd& means, double overdispersion)
{
    double sum = 0;
    for (std::size_t i = 0; i < counts.size(); ++i)
        sum += NegativeBinomial{means[static_cast<Eigen::Index>(i)], overdispersion}.log_probability(std::llround(counts[i]));
    return sum;
}

struct Fit {
    Eigen::VectorXd coefficients, means, standard_errors;
    bool converged = false;
};

/// Iteratively reweighted least squares (Nelder and Wedderburn 1972), from `start` or from the counts themselves.
Fit fit_given(std::span<const double> counts, const Eigen::MatrixXd& design, double overdispersion, const Fit* start)
{
    Fit fit;
    const Eigen::Index rows = design.rows();
    Eigen::VectorXd eta(rows);
    if (start != nullptr)
        eta = start->means.array().log();
    else
        for (Eigen::Index i = 0; i < rows; ++i) eta[i] = std::log(counts[static_cast<std::size_t>(i)] + 0.1);
    fit.coefficients = Eigen::VectorXd::Constant(design.cols(), 1e300);
    Eigen::HouseholderQR<Eigen::MatrixXd> qr;
    for (int step = 0; step < steps_max; ++step) {
        fit.means = eta.array().exp();
        Eigen::VectorXd root_weights(rows), working(rows);
        for (Eigen::Index i = 0; i < rows; ++i) {
            const double mean = fit.means[i];
            root_weights[i] = std::sqrt(mean / (1 + overdispersion * mean));
            working[i] = eta[i] + (counts[static_cast<std::size_t>(i)] - mean) / mean;
        }
        qr.compute(root_weights.asDiagonal() * design);
        const Eigen::VectorXd next = qr.solve(root_weights.cwiseProduct(working));
        if (!next.allFinite()) return fit;
        fit.converged = (next - fit.coefficients).cwiseAbs().maxCoeff() < 1e-11 * (1 + next.cwiseAbs().maxCoeff());
        fit.coefficients = next;
        eta = (design * next).cwiseMax(-linear_predictor_max).cwiseMin(linear_predictor_max);
        if (fit.converged) break;
    }
    fit.means = eta.array().exp();
    const Eigen::MatrixXd upper = qr.matrixQR().topRows(design.cols()).triangularView<Eigen::Upper>();
    const Eigen::MatrixXd inverse = upper.triangularView<Eigen::Upper>().solve(Eigen::MatrixXd::Identity(design.cols(), design.cols()));
    fit.standard_errors = inverse.rowwise().norm();
    if (!fit.standard_errors.allFinite()) fit.converged = false;
    return fit;
}

std::vector<double> to_vector(const Eigen::VectorXd& values) { return {values.data(), values.data() + values.size()}; }

Regression regression_of(std::span<const double> counts, const Fit& fit, double overdispersion)
{
    Regression out;
    out.coefficients = to_vector(fit.coefficients);
    out.standard_errors = to_vector(fit.standard_errors);
    out.overdispersion = overdispersion;
    out.fitted = to_vector(fit.means);
    out.log_likelihood = log_likelihood_of(counts, fit.means, overdispersion);
    out.converged = fit.converged;
    return out;
}

}  // namespace

RateRatio Regression::rate_ratio(std::size_t column, double confidence) const
{
    const double z = normal_quantile(0.5 + confidence / 2), at = coefficients[column], se = standard_errors[column];
    return {std::exp(at), {std::exp(at - z * se), std::exp(at + z * se)}, 2 * normal_cdf(-std::abs(at / se))};
}

Regression count_regression(std::span<const double> counts, const Columns& columns, double overdispersion)
{
    return regression_of(counts, fit_given(counts, design_of(columns), overdispersion, nullptr), overdispersion);
}

Regression negative_binomial_regression(std::span<const double> counts, const Columns& columns)
{
    const Eigen::MatrixXd design = design_of(columns);
    const std::vector<double> seen(counts.begin(), counts.end());
    Fit fit = fit_given(counts, design, 0, nullptr);
    double overdispersion = 0;
    for (int step = 0; fit.converged && step < steps_max; ++step) {
        const double next = fitted_overdispersion(seen, to_vector(fit.means));
        const bool settled = std::abs(next - overdispersion) <= 1e-12 * (1 + next);
        overdispersion = next;
        fit = fit_given(counts, design, overdispersion, &fit);
        if (settled) break;
    }
    return regression_of(counts, fit, overdispersion);
}

double pearson_dispersion(std::span<const double> counts, const Regression& poisson_fit)
{
    double sum = 0;
    for (std::size_t i = 0; i < counts.size(); ++i)
        sum += (counts[i] - poisson_fit.fitted[i]) * (counts[i] - poisson_fit.fitted[i]) / poisson_fit.fitted[i];
    return sum / static_cast<double>(counts.size() - poisson_fit.coefficients.size());
}

}  // namespace sitrep::analyse
