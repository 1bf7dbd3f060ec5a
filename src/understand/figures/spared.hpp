// Who was to be killed and was not: "tried to kill a mayor, wounding two guards", "did not kill the guard", حاول مسلحون اغتيال قاض.
#pragma once

#include <vector>

#include "text/document.hpp"
#include "understand/cue.hpp"

namespace sitrep::understand {

/// Whether people stand right behind an act of killing that did not come to pass by its own words. Acts stand in the order of the text.
bool was_spared(const text::Document& document, const std::vector<ActCue>& acts, Tokens people);

}  // namespace sitrep::understand
