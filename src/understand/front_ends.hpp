// One front end per language that is read.
#pragma once

#include "understand/cue.hpp"

namespace sitrep::understand {

Cues english_cues(const text::Document& document, const Context& context);
Cues arabic_cues(const text::Document& document, const Context& context);

}  // namespace sitrep::understand
