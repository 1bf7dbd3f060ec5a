// Estimates of the unseen that need no fitting: two lists (Chapman), and all lists without their highest-order interaction.
#pragma once

#include "analyse/undercount/overlap.hpp"

#include <array>
#include <optional>

namespace sitrep::analyse {

/// Two lists of `on_a` and `on_b` incidents that share `on_both` of them.
struct ChapmanPair {
    std::size_t a = 0, b = 0;  ///< numbers of the lists
    std::int64_t on_a = 0, on_b = 0, on_both = 0;
    double population = 0;     ///< (n_a + 1)(n_b + 1) / (m + 1) - 1; leans low when the lists depend on each other positively
    double variance = 0;
};

/// Chapman 1951, variance after Seber 1970. Counts are 0 or more and `on_both` is at most the smaller list.
ChapmanPair chapman(std::int64_t on_a, std::int64_t on_b, std::int64_t on_both);
/// One for each two lists, in the order 1-2, 1-3, …, 2-3, …
std::vector<ChapmanPair> chapman_pairs(const OverlapTable& table);

/// The saturated model: every interaction but the highest, which no data can show (Fienberg 1972).
struct NoHighestInteraction {
    double unseen = 0;          ///< product of the cells of odd order over that of even order
    double standard_error = 0;  ///< of the population: of the estimate by the delta method, and of the Poisson count itself
};
/// Nothing when a cell is 0: then the form is 0 or without bound.
std::optional<NoHighestInteraction> no_highest_interaction(const OverlapTable& table);

/// Factors by which the highest-order interaction may miss 1: it multiplies the unseen, whatever the model.
inline constexpr std::array<double, 5> interaction_factors{0.5, 2.0 / 3, 1, 1.5, 2};

}  // namespace sitrep::analyse
