// Words for an act that tell of none today: a question, and what is remembered on its day.
#pragma once

#include "understand/arabic/reading.hpp"
#include "understand/cue.hpp"

namespace sitrep::understand::arabic {

/// "هل قتل مسلحون خمسة؟" is asked and did not happen; "ذكرى مقتل خمسة جنود", "الذكرى الثانية لمجزرة" recall what did, on a day of its own.
void mark_unreal(const Reading& reading, const Found& found, ActCue& cue);

/// "حاول مسلحون اغتيال قاض": an attempt is an incident, and nobody is dead by it.
bool is_only_tried(const Reading& reading, const Found& found);

}  // namespace sitrep::understand::arabic
