// The words around a name that soften it ("eastern countryside of", "desert near", "ريف … الشرقي"), and what they do to precision.
#pragma once

#include "place/resolving.hpp"

namespace sitrep::place {

/// The mention's stretch of atoms and how the words in it soften the place.
struct Softened {
    std::size_t first = 0, last = 0;
    std::size_t name = 0;     ///< where the name begins
    std::uint32_t trim = 0;   ///< clitic letters of the first atom that do not belong to the mention
    bool around = false;      ///< near, direction, countryside: not the place itself
    bool region = false;      ///< desert, road: stretches over a region
    double north_km = 0, east_km = 0;  ///< "20 km south of": how far from the place, by the words
    PlaceKind kind = PlaceKind::unknown;  ///< what the words make of it, or unknown: what it was
};

/// Words between a name and the noun of its site: "power" of "Kerem power station".
bool opens_compound(const Atom& atom);

Softened soften(const std::vector<Atom>& atoms, const Spot& spot);

/// Precision of a softened place.
PlacePrecision softened(PlacePrecision precision, const Softened& words);

}  // namespace sitrep::place
