// The و that joins one name to the next, which is no letter of it.
#pragma once

#include "text/document.hpp"
#include "understand/cue.hpp"

namespace sitrep::understand {

/// Notes the conjunction written against actors that the tagger alone saw: "[التبو] والطوارق", "[الأمن العام] ومخابرات الجيش".
void note_joined_names(const text::Document& document, Cues& cues);

}  // namespace sitrep::understand
