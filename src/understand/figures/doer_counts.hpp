// Numbers of those who did it, beside the numbers of those it was done to.
#pragma once

#include "understand/cue.hpp"

namespace sitrep::understand {

/// "[Twelve policemen] killed eleven fishermen": whether a number counts the doers of an act by grammar, of which another number tells whom it hit. Needs the
/// roles of the front end.
bool counts_doers(const Cues& cues, Tokens number, Outcome outcome);

}  // namespace sitrep::understand
