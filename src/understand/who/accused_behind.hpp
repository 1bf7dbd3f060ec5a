// Whom an Arabic accuser blames, where only the tagger sees the accused: "واتهم الجيش [النمور] بالتفجير".
#pragma once

#include "understand/cue.hpp"

namespace sitrep::understand {

/// Moves the blame of a claim from an accuser to the people named right behind it; where a place is named there ("اتهمت الحركة إسرائيل"), nobody whom
/// the report names is blamed, and the accuser did not do it.
void note_accused(const text::Document& document, const Context& context, Cues& cues);

}  // namespace sitrep::understand
