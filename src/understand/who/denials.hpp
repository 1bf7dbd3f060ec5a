// Words that begin a denial where the tagger saw a claim: who says that it had no part in a deed does not claim it.
#pragma once

#include "understand/cue.hpp"

namespace sitrep::understand {

/// "تبرأت من", "أنكرت", "تنصل": the marks for claims and denials are the same ones (GUIDELINE, `claim`).
bool begins_denial(const text::Document& document, Tokens claim);

}  // namespace sitrep::understand
