// People who are only told to be there: "a post guarded by eight soldiers", "a bus with twelve passengers", حاجز يحرسه ثمانية.
#pragma once

#include "text/document.hpp"
#include "understand/cue.hpp"

namespace sitrep::understand {

/// Whether a number counts those who guard, ride or live in what was hit. It may still be all of the dead, where no other number of them is told.
bool only_stands_by(const text::Document& document, Tokens figure);

}  // namespace sitrep::understand
