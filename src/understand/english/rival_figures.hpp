// Figures that another source sets beside a toll that is told already: "The government gives 400", "the union lists 26 names".
#pragma once

#include <optional>

#include "understand/english/sheet.hpp"

namespace sitrep::understand::english {

/// The number that a verb of counting gives, and what it counts where that is said; nothing where the verb has another object
/// ("counts 40 villages", "gave chase").
struct GivenFigure {
    std::uint32_t count = 0;         ///< into Sheet::counts
    std::optional<Outcome> outcome;  ///< none for a bare number: what was counted before
};
std::optional<GivenFigure> figure_given(const Sheet& sheet, std::uint32_t verb);

/// A toll for each such number that a source gives within two sentences of a toll; needs tolls and sources.
void add_rival_figures(const Sheet& sheet, Cues& cues);

}  // namespace sitrep::understand::english
