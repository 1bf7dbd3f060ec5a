// Victims who come on top of others of the same fate: "killed seven soldiers, and two others died in hospital".
#pragma once

#include "understand/english/sheet.hpp"

namespace sitrep::understand::english {

/// "Two others", "two more", "another two".
bool says_others(const Sheet& sheet, const Count& count);

/// How many are told before in the sentence that a toll of others comes on top of; 0 where it is told of another time, place, side or source. The toll has its
/// act already.
std::int64_t counted_before(const Sheet& sheet, const Cues& cues, const TollCue& others);

}  // namespace sitrep::understand::english
