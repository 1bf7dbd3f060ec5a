// Numbers that count no victims though they stand where such a number may: the size of a band, people who fled, shots, the missing, a difference.
#pragma once

#include "text/document.hpp"

#include <cstdint>

namespace sitrep::understand {

/// Whether the number in tokens [first, behind) of an Arabic text is one of these.
bool counts_no_victims(const text::Document& document, std::uint32_t first, std::uint32_t behind);

}  // namespace sitrep::understand
