// Where inside a sentence another thing begins to be told: "…، كما قُتل شاب في داعل", "… والخميس قُتل 27".
#pragma once

#include "understand/arabic/acts.hpp"

namespace sitrep::understand::arabic {

/// Fills Cues::breaks; needs acts, tolls and the roles of places and dates.
void find_breaks(const Reading& reading, Cues& cues);

}  // namespace sitrep::understand::arabic
