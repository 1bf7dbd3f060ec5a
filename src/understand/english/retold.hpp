// Acts that a sentence only speaks of: before a court, on an anniversary, in a rumour that is false, or in words of a debate.
#pragma once

#include "understand/english/sheet.hpp"

namespace sitrep::understand::english {

/// "Sentenced for killing five soldiers", "the anniversary of the massacre": it happened, on a day of its own (GUIDELINE, "What counts", 4).
bool is_recalled(const Sheet& sheet, const Hit& hit, bool nominal);

/// "The bombing [that] killed nine", "an attack in which nine died": an act that goes on telling of the one before it.
bool is_same_deed(const Sheet& sheet, const ActCue& before, const Hit& hit);

/// Whether the words behind an act that is recalled tell where or when it was; else it is no incident.
bool is_placed_or_dated(const Sheet& sheet, const Hit& hit);

/// "Reports of an attack in the town are false", "claims that five were killed are untrue"; not "claims that the army did it".
bool is_told_as_false(const Sheet& sheet, const Hit& hit, bool nominal);

/// "The senator attacked the bill", "came under fire over corruption": nobody was hurt by it.
bool is_of_a_debate(const Sheet& sheet, const Hit& hit);

}  // namespace sitrep::understand::english
