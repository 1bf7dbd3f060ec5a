// The tally in words that the tagger takes for one.
#pragma once

#include <optional>

#include "understand/cue.hpp"

namespace sitrep::understand {

/// The first number of the words that may be a tally, with what it counts; none where they hold no such number.
std::optional<TallyCue> tally_in(const text::Document& document, Tokens tokens);

}  // namespace sitrep::understand
