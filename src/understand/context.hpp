// Place and date mentions in tokens, for the front ends.
#pragma once

#include "understand/cue.hpp"

namespace sitrep::understand {

/// Keeps pointers to the report and the mentions, which must outlive it.
Context context_of(const Report& report, const text::Document& document, const std::vector<PlaceMention>& places,
                   const std::vector<DateMention>& dates);

/// Tokens that a span covers at least in part.
Tokens tokens_of(const text::Document& document, Span span);

}  // namespace sitrep::understand
