// Existence and identifiability of a log-linear estimate (Fienberg & Rinaldo 2012; for sparse lists Chan, Silverman & Vincent 2021).
#include "analyse/undercount/loglinear.hpp"

#include <Eigen/Dense>

#include <vector>

namespace sitrep::analyse {
namespace {

constexpr double tiny = 1e-9;

/// max sum(A c) subject to 0 <= A c <= 1, c free: positive exactly when some c has A c >= 0 and A c != 0.
/// Dictionary simplex with Bland's rule from c = 0, which is feasible.
double widest_recession(const Eigen::MatrixXd& a)
{
    const Eigen::Index rows = 2 * a.rows(), columns = 2 * a.cols();
    Eigen::MatrixXd table(rows + 1, columns + 1);  // last row: objective; last column: right-hand side
    table.topLeftCorner(a.rows(), a.cols()) = a;
    table.block(0, a.cols(), a.rows(), a.cols()) = -a;
    table.block(a.rows(), 0, a.rows(), columns) = -table.topLeftCorner(a.rows(), columns);
    table.col(columns).setZero();
    table.col(columns).head(a.rows()).setOnes();
    table.row(rows).head(columns) = table.topLeftCorner(a.rows(), columns).colwise().sum();

    std::vector<Eigen::Index> outside(static_cast<std::size_t>(columns)), inside(static_cast<std::size_t>(rows));
    for (Eigen::Index j = 0; j < columns; ++j) outside[std::size_t(j)] = j;
    for (Eigen::Index i = 0; i < rows; ++i) inside[std::size_t(i)] = columns + i;
    constexpr int pivots_max = 20000;
    for (int pivots = 0; pivots < pivots_max; ++pivots) {
        Eigen::Index enters = -1;
        for (Eigen::Index j = 0; j < columns; ++j)
            if (table(rows, j) > tiny && (enters < 0 || outside[std::size_t(j)] < outside[std::size_t(enters)])) enters = j;
        if (enters < 0) break;
        Eigen::Index leaves = -1;
        double least = 0;
        for (Eigen::Index i = 0; i < rows; ++i) {
            if (table(i, enters) <= tiny) continue;
            const double ratio = table(i, columns) / table(i, enters);
            if (leaves < 0 || ratio < least - tiny || (ratio < least + tiny && inside[std::size_t(i)] < inside[std::size_t(leaves)])) {
                leaves = i;
                least = ratio;
            }
        }
        if (leaves < 0) break;  // cannot be: the objective is bounded by the number of rows
        const double pivot = table(leaves, enters);
        table.row(leaves) /= pivot;
        table(leaves, enters) = 1 / pivot;
        for (Eigen::Index i = 0; i <= rows; ++i) {
            if (i == leaves) continue;
            const double factor = table(i, enters);
            if (factor == 0) continue;
            table(i, enters) = 0;
            table.row(i) -= factor * table.row(leaves);
        }
        std::swap(outside[std::size_t(enters)], inside[std::size_t(leaves)]);
        if (-table(rows, columns) > 0.5) break;  // one whole cell can run off: that decides it
    }
    return -table(rows, columns);
}

}  // namespace

Standing standing(const Design& design, const OverlapTable& table)
{
    const auto columns = Eigen::Index(design.columns());
    std::vector<std::size_t> positive, zero;
    for (std::size_t i = 0; i < design.rows(); ++i) (table.counts[design.pattern(i)] > 0 ? positive : zero).push_back(i);
    const auto rows_of = [&](const std::vector<std::size_t>& rows) {
        Eigen::MatrixXd out(Eigen::Index(rows.size()), columns);
        for (std::size_t i = 0; i < rows.size(); ++i)
            for (Eigen::Index j = 0; j < columns; ++j) out(Eigen::Index(i), j) = design.at(rows[i], std::size_t(j));
        return out;
    };
    if (positive.empty()) return Standing::no_finite_estimate;
    const Eigen::FullPivLU<Eigen::MatrixXd> of_positive(rows_of(positive));
    if (of_positive.rank() == columns) return Standing::sound;  // no direction leaves the counted cells as they are
    if (!zero.empty()) {
        Eigen::MatrixXd run_off = rows_of(zero) * of_positive.kernel();
        run_off = run_off.unaryExpr([](double value) { return std::abs(value) < tiny ? 0 : value; });
        if (widest_recession(run_off) > tiny) return Standing::no_finite_estimate;
    }
    std::vector<std::size_t> all(design.rows());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    return Eigen::FullPivLU<Eigen::MatrixXd>(rows_of(all)).rank() == columns ? Standing::sound : Standing::not_identifiable;
}

}  // namespace sitrep::analyse
