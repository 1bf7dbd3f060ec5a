// Whether the words around a number tell of the fate that it is taken for.
#pragma once

#include <string_view>

#include "understand/cue.hpp"

namespace sitrep::understand {

/// Of a figure that no rule reads as the dead or the hurt, only the tagger: "a bomb exploded beside eight soldiers" kills nobody that the report tells.
/// True where the sentence of `figure` has a word of death ("six were found in a grave"; for the hurt: of wounds, blows or care), or only gives a number by
/// somebody ("the hospital says nine") behind sentences that have one; of other outcomes always. Languages other than Arabic are read as English.
/// Looks at a bounded number of words.
bool is_fate_told(const text::Document& document, Tokens figure, Outcome outcome);

/// A word by which somebody gives a figure: "said", "counts", "according", قال.
bool gives_a_figure(std::string_view word);

}  // namespace sitrep::understand
