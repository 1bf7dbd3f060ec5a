// What words say that the tagger takes for a number of victims.
#pragma once

#include <optional>
#include <vector>

#include "text/document.hpp"
#include "understand/cue.hpp"

namespace sitrep::understand {

/// How many people some words of a sentence tell of ("three", "a woman", "him and his son", "nobody", قتيلان); `outcome`, `tagged` and whose dead they are
/// stay to be set. Nothing for no words, and for a number of animals or plants.
std::optional<TollCue> toll_in(const text::Document& document, Tokens tokens, std::uint32_t sentence);

/// Whether a number is the first of two that a word of change parts, of which the second holds: "the toll has risen from nine to thirteen",
/// خُفّضت الحصيلة من 14 إلى 11. "From five to eight people" alone is a range.
bool is_change(const text::Document& document, std::uint32_t number);

/// "The toll rose from nine to thirteen", حصيلة القتلى من 14 إلى 11: the first figure is replaced, the second holds. Not where a tally counts them; of one
/// report no more than a few dozen are read.
void add_changed_tolls(const text::Document& document, const std::vector<TallyCue>& tallies, std::vector<TollCue>& tolls);

}  // namespace sitrep::understand
