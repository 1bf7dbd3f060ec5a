// What the words around a name in Latin letters tell of it where no gazetteer knows it: that a place is called so.
#pragma once

#include "place/spotting.hpp"

namespace sitrep::place {

/// "Camp", "Port" with a capital: the name of a site follows.
bool opens_name_of_site(const Atom& atom);

/// "FLASH", "URGENT": calls for attention before the head of an item, never part of a name.
bool is_call(const Atom& atom);

/// What stands before the name: "village of", "near", a bare "in", "at", "Camp" with a capital, a verb for what is done to towns.
bool is_told(const std::vector<Atom>& atoms, const Spot& spot);

/// "…, a village in", "…, a rebel base in", "…, near Palmyra", "…, 20 km south of": what the name is said to be right after it.
bool is_explained(const std::vector<Atom>& atoms, const Spot& spot);

}  // namespace sitrep::place
