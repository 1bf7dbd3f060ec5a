// Acts that a sentence does not state: it asks of them, sets them as a condition, says what may be, or tells a story.
#pragma once

#include "understand/english/sheet.hpp"

namespace sitrep::understand::english {

/// "Was the town attacked?", "if they attack", "an attack could kill hundreds", "in the novel, a gunman kills three". `nominal`: the act is told as a noun.
/// What is known to have happened stays so: "why were five killed?", "if the attack was theirs", "an attack on Sunday that could lead to war".
bool is_supposed(const Sheet& sheet, const Hit& hit, bool nominal);

}  // namespace sitrep::understand::english
