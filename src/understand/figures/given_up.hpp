// Numbers that hold no longer, by the words around them.
#pragma once

#include "text/document.hpp"

namespace sitrep::understand {

/// Whether a number is told as what was said at first, or wrongly: "first reports had nineteen", "four had been named at first", "a report of five dead was
/// false", "nine, not seven, died".
bool told_first(const text::Document& document, std::uint32_t number);

}  // namespace sitrep::understand
