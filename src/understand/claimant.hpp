// Whose claim some words tell.
#pragma once

#include "text/document.hpp"
#include "understand/cue.hpp"

namespace sitrep::understand {

/// Of the actors of its sentence that may have done something the last one named before the claim, else the first behind it; or none.
CueIndex claimant_of(const text::Document& document, const Cues& cues, Tokens claim);

}  // namespace sitrep::understand
