// Mentions of two names that are one place: "between A and B", "the A–B road", "A district of B", "Iraq's Dubz district".
#pragma once

#include "place/softening.hpp"

#include <vector>

namespace sitrep::place {

/// One or two names with the words around them. `finer` is the one whose place is meant.
struct Stretch {
    Softened words;
    std::size_t finer = 0;   ///< index in the judged spots
    std::size_t last = 0;    ///< the last judged spot of the stretch
    bool between = false;
};

/// Softens every spot and joins those that belong together; in order, none overlapping another.
std::vector<Stretch> stretches_of(const std::vector<Atom>& atoms, const std::vector<Judged>& judged);

}  // namespace sitrep::place
