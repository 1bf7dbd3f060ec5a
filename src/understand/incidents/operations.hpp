// Whether a report tells of anything that could be a force's operation.
#pragma once

#include "understand/cue.hpp"

namespace sitrep::understand {

/// Cues::methods: an operation is some force's, so a report that tells of no force, no arrest and no search tells of none. Needs the tagger's actors too.
void note_operations(Cues& cues);

}  // namespace sitrep::understand
