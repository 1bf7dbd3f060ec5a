// What a count is told of: the place and the stretch of time that belong to one number, in a sentence that may hold several.
#pragma once

#include <optional>

#include "understand/cue.hpp"

namespace sitrep::understand {

/// The place that a count covers: the one told with it ("49 in Syria and 61 in Iraq"), one shared with the numbers behind it ("23 killed and 41 hurt in
/// Hama"), or the one told before them. An index into Context::places; nothing where the sentence gives it none.
std::optional<std::uint32_t> place_of_count(const text::Document& document, const Context& context, Tokens count);

/// The time over which it counts, in the same ways; a single day only where the sentence tells no longer stretch. An index into Context::dates.
std::optional<std::uint32_t> period_of_count(const text::Document& document, const Context& context, Tokens count);

}  // namespace sitrep::understand
