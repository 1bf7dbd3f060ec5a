// Names that no gazetteer has, found by the words around them: "the village of X", "X district", "in X", "قرية X".
#pragma once

#include "place/spotting.hpp"

namespace sitrep::place {

/// The unknown name that begins at atom `i`, or a spot with last == first when there is none.
Spot unknown_name(const std::vector<Atom>& atoms, std::size_t i);

/// Whether the words around a name in Latin letters show that it is a place's: "in X", "X district", "X, a village in".
bool is_shown_a_place(const std::vector<Atom>& atoms, const Spot& spot);

/// "Dand-e-Shahabuddin": whether the atom is a small word that hyphens bind to the capitals on both sides.
bool links_parts(const std::vector<Atom>& atoms, std::size_t at);

/// The same for Arabic, which has no capitals: the nouns before a name tell it.
Spot unknown_arabic(const std::vector<Atom>& atoms, std::size_t i);

/// Whether a name that holds atom `from` may hold atom `i`.
bool same_run(const std::vector<Atom>& atoms, std::size_t from, std::size_t i);

/// The atom before `i` in its sentence, or none.
const Atom* before(const std::vector<Atom>& atoms, std::size_t i);

/// Adds the other members of lists whose first member was found ("in X and Y") and every other occurrence of a found name.
void add_companions(const std::vector<Atom>& atoms, std::vector<Spot>& spots);

/// Reads the telling words before and after a name into the spot.
void read_surroundings(const std::vector<Atom>& atoms, Spot& spot);

}  // namespace sitrep::place
