#include "analyse/undercount/loglinear.hpp"

#include <Eigen/Dense>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/tools/minima.hpp>
#include <boost/math/tools/roots.hpp>

#include <cmath>

namespace sitrep::analyse {
namespace {

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Vector = Eigen::VectorXd;

constexpr int newton_steps_max = 200;
constexpr double settled = 1e-13;  // of the deviance, relative

struct PoissonFit {
    Vector coefficients, expected;
    Matrix information;
    double deviance = 0;
};

Matrix matrix_of(const Design& design)
{
    Matrix matrix(Eigen::Index(design.rows()), Eigen::Index(design.columns()));
    for (std::size_t i = 0; i < design.rows(); ++i)
        for (std::size_t j = 0; j < design.columns(); ++j) matrix(Eigen::Index(i), Eigen::Index(j)) = design.at(i, j);
    return matrix;
}

Vector counts_of(const Design& design, const OverlapTable& table)
{
    Vector counts(Eigen::Index(design.rows()));
    for (std::size_t i = 0; i < design.rows(); ++i) counts[Eigen::Index(i)] = double(table.counts[design.pattern(i)]);
    return counts;
}

double deviance_of(const Vector& counts, const Vector& expected)
{
    double sum = 0;
    for (Eigen::Index i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0) sum += counts[i] * std::log(counts[i] / expected[i]);
        sum -= counts[i] - expected[i];
    }
    return 2 * sum;
}

/// Iteratively reweighted least squares, steps halved until the deviance no longer rises.
std::optional<PoissonFit> fit_poisson(const Matrix& design, const Vector& counts)
{
    PoissonFit now;
    Vector predictor = (counts.array() + 0.1).log();
    now.expected = counts.array() + 0.1;
    Vector working = predictor.array() + (counts - now.expected).array() / now.expected.array();
    now.deviance = std::numeric_limits<double>::infinity();
    now.coefficients = Vector::Zero(design.cols());
    Matrix weighted(design.rows(), design.cols());
    for (int step = 0; step < newton_steps_max; ++step) {
        weighted = design.array().colwise() * now.expected.array();
        now.information.noalias() = weighted.transpose() * design;
        const Eigen::LDLT<Eigen::MatrixXd> solver(now.information);
        if (solver.info() != Eigen::Success || !solver.isPositive()) return std::nullopt;
        const Vector target = solver.solve(weighted.transpose() * working);
        Vector next = target;
        double deviance = 0;
        for (int halved = 0;; ++halved) {
            predictor.noalias() = design * next;
            const Vector expected = predictor.array().exp();
            deviance = deviance_of(counts, expected);
            if ((std::isfinite(deviance) && deviance <= now.deviance * (1 + 1e-12) + 1e-12) || step == 0) {
                now.expected = expected;
                break;
            }
            constexpr int halvings_max = 40;
            if (halved == halvings_max) return std::nullopt;
            next = (next + now.coefficients) / 2;
        }
        if (!std::isfinite(deviance)) return std::nullopt;
        const double change = std::abs(deviance - now.deviance);
        now.coefficients = next;
        now.deviance = deviance;
        working = predictor.array() + (counts - now.expected).array() / now.expected.array();
        if (step > 0 && change <= settled * (std::abs(deviance) + 0.1)) return now;
    }
    return std::nullopt;
}

double log_likelihood(const Vector& counts, const Vector& expected)
{
    double sum = 0;
    for (Eigen::Index i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0) sum += counts[i] * std::log(expected[i]);
        sum -= expected[i] + std::lgamma(counts[i] + 1);
    }
    return sum;
}

/// The whole table, the unseen cell in front.
class Profile {
public:
    Profile(const Design& design, const OverlapTable& table) : documented_(double(table.documented()))
    {
        const Matrix seen = matrix_of(design);
        whole_ = Matrix::Zero(seen.rows() + 1, seen.cols());
        whole_(0, 0) = 1;
        whole_.bottomRows(seen.rows()) = seen;
        counts_ = Vector::Zero(seen.rows() + 1);
        counts_.tail(seen.rows()) = counts_of(design, table);
    }

    /// Log of the multinomial likelihood, highest over all else; -infinity where no fit settles.
    double operator()(double unseen) const
    {
        Vector counts = counts_;
        counts[0] = unseen;
        const auto fitted = fit_poisson(whole_, counts);
        if (!fitted) return -std::numeric_limits<double>::infinity();
        const double all = documented_ + unseen;
        double sum = std::lgamma(all + 1) - std::lgamma(unseen + 1);
        for (Eigen::Index i = 0; i < counts.size(); ++i)
            if (counts[i] > 0) sum += counts[i] * std::log(fitted->expected[i] / all);
        return sum;
    }

private:
    double documented_;
    Matrix whole_;
    Vector counts_;
};

}  // namespace

std::optional<LogLinearFit> fit(const Design& design, const OverlapTable& table)
{
    const Matrix matrix = matrix_of(design);
    const Vector counts = counts_of(design, table);
    const auto fitted = fit_poisson(matrix, counts);
    if (!fitted) return std::nullopt;
    const Eigen::MatrixXd covariance = fitted->information.ldlt().solve(Eigen::MatrixXd::Identity(matrix.cols(), matrix.cols()));
    LogLinearFit out;
    const double documented = double(table.documented()), parameters = double(design.columns());
    out.unseen = std::exp(fitted->coefficients[0]);
    out.population = documented + out.unseen;
    out.standard_error = std::sqrt(out.unseen + out.unseen * out.unseen * covariance(0, 0));
    out.deviance = fitted->deviance;
    out.degrees_of_freedom = std::int64_t(design.rows()) - std::int64_t(design.columns());
    const double likelihood = log_likelihood(counts, fitted->expected);
    out.aic = -2 * likelihood + 2 * parameters;
    out.bic = -2 * likelihood + parameters * std::log(documented);
    out.expected.assign(fitted->expected.begin(), fitted->expected.end());
    if (!std::isfinite(out.population) || !std::isfinite(out.standard_error)) return std::nullopt;
    return out;
}

std::optional<ProfileInterval> profile_interval(const Design& design, const OverlapTable& table, double level)
{
    const auto fitted = fit(design, table);
    if (!fitted) return std::nullopt;
    const Profile profile(design, table);
    const double documented = double(table.documented()), unseen_max = 1000 * documented;
    // Searched on the scale of log(unseen + 1): the interval spans orders of magnitude.
    const auto at = [&](double x) { return profile(std::expm1(x)); };
    const double centre = std::log1p(fitted->unseen), reach = std::max(0.5, 6 * fitted->standard_error / (fitted->unseen + 1));
    std::uintmax_t steps = 200;
    const auto best = boost::math::tools::brent_find_minima([&](double x) { return -at(x); }, std::max(0.0, centre - reach), centre + reach, 40, steps);
    const double top = -best.second;
    if (!std::isfinite(top)) return std::nullopt;
    const double drop = boost::math::quantile(boost::math::chi_squared(1), level) / 2;
    const auto over = [&](double x) { return at(x) - top + drop; };
    const boost::math::tools::eps_tolerance<double> close(40);
    ProfileInterval out{documented + std::expm1(best.first), documented, 0};
    if (best.first > 0 && over(0) < 0) {
        std::uintmax_t tries = 200;
        out.low = documented + std::expm1(boost::math::tools::toms748_solve(over, 0.0, best.first, close, tries).first);
    }
    double beyond = best.first + 0.25;
    while (over(beyond) > 0) {
        beyond += 0.5;
        if (std::expm1(beyond) > unseen_max) return std::nullopt;
    }
    std::uintmax_t tries = 200;
    out.high = documented + std::expm1(boost::math::tools::toms748_solve(over, best.first, beyond, close, tries).first);
    return out;
}

}  // namespace sitrep::analyse
