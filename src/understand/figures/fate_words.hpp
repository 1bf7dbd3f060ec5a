// Words that tell of death, and words that tell of wounds: not which act or toll they make, only that somebody's fate is told.
#pragma once

#include "text/document.hpp"
#include "understand/cue.hpp"

namespace sitrep::understand {

/// Killed or injured. A wide net, since a word too many changes nothing and a word too few loses victims.
bool tells_fate(const text::Token& token, Outcome outcome);

}  // namespace sitrep::understand
