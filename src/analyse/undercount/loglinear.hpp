// Poisson log-linear models of an overlap table (Fienberg 1972; Cormack 1989): designs, fit, existence, profile interval.
#pragma once

#include "analyse/undercount/overlap.hpp"

#include <optional>
#include <span>

namespace sitrep::analyse {

/// Rows are the patterns that the model speaks of (all but 0), columns its parameters; the first is the constant,
/// whose exponential is the unseen.
class Design {
public:
    std::size_t rows() const { return patterns_.size(); }
    std::size_t columns() const { return columns_; }
    ListSet pattern(std::size_t row) const { return patterns_[row]; }
    double at(std::size_t row, std::size_t column) const { return values_[row * columns_ + column]; }
    std::span<const double> row(std::size_t row) const { return std::span(values_).subspan(row * columns_, columns_); }

    /// One more parameter for that pattern alone, so that its count says nothing about the rest.
    void set_apart(ListSet pattern);

private:
    friend class DesignBuilder;
    std::vector<ListSet> patterns_;
    std::vector<double> values_;
    std::size_t columns_ = 0;
};

/// Two-list terms as a set: bit 0 stands for lists 1 and 2, bit 1 for 1 and 3, …, then 2 and 3, …
using Terms = std::uint64_t;
std::size_t pairs_of(std::size_t lists);
/// The lists of a two-list term, as a pattern of two bits.
ListSet lists_of_term(std::size_t lists, std::size_t term);

/// One parameter a list and one for each term (time effect Mt when there is none). `empty_terms` are terms whose lists share
/// nothing: their patterns are expected to be 0 and are left out together with the parameter (the extended maximum of Fienberg & Rinaldo 2012).
Design two_list_design(std::size_t lists, Terms terms, Terms empty_terms = 0);

/// How chances of being seen differ between incidents, beside or instead of between lists (Otis et al. 1978).
enum class Heterogeneity { none, poisson2, darroch };
/// `by_list`: each list has its own chance (Mt, Mth), or all the same (M0, Mh). Poisson2 adds 2^j - 1, Darroch j^2 / 2 for
/// incidents on j lists (Rivest & Baillargeon 2007).
Design capture_design(std::size_t lists, bool by_list, Heterogeneity heterogeneity);

struct LogLinearFit {
    double unseen = 0, population = 0;  ///< population = documented + unseen
    double standard_error = 0;          ///< of the population (Rivest & Baillargeon 2007)
    double deviance = 0, aic = 0, bic = 0;  ///< BIC with log(documented)
    std::int64_t degrees_of_freedom = 0;
    std::vector<double> expected;       ///< one a row of the design
};

/// Maximum likelihood by Newton's method. Nothing when it does not settle: ask `standing` first.
std::optional<LogLinearFit> fit(const Design& design, const OverlapTable& table);

enum class Standing {
    sound,
    no_finite_estimate,  ///< the likelihood grows without end (Fienberg & Rinaldo 2012)
    not_identifiable     ///< several values of the unseen fit equally well
};
/// Whether the model's estimate is there and is one, decided from the pattern of zeros and never from how a fit behaved.
Standing standing(const Design& design, const OverlapTable& table);

struct ProfileInterval {
    double population = 0, low = 0, high = 0;
};
/// Where twice the log of the multinomial likelihood, highest over all else, falls by the chi-squared quantile of `level`
/// (Cormack 1992). Nothing when it does not fall so far within a thousand times the documented.
std::optional<ProfileInterval> profile_interval(const Design& design, const OverlapTable& table, double level);

}  // namespace sitrep::analyse
