// Reasons to think that a place's name names something else here: part of a person's or an organisation's name.
#pragma once

#include "place/spotting.hpp"

namespace sitrep::place {

/// True when the words around make the name part of a longer proper name ("Deir ez-Zor Military Council", "Colonel Hassan").
bool is_part_of_other_name(const std::vector<Atom>& atoms, const Spot& spot);

/// True where the name is that of an organisation's town or country ("Deir ez-Zor Military Council", "شرطة البصرة").
bool is_town_of_organisation(const std::vector<Atom>& atoms, const Spot& spot);

/// True beside a noun for a street or a quarter: it may be called after a place that lies far away ("شارع صلاح الدين", حي القاهرة).
bool may_be_called_after(const Spot& spot);

/// True for "the Kaduna police", "the Jalisco New Generation": the article belongs to the noun behind the name. Regions have
/// articles of their own ("the Sahel").
bool is_attribute(const std::vector<Atom>& atoms, const Spot& spot);

}  // namespace sitrep::place
