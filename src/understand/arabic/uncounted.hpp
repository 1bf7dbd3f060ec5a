// Arabic numbers that count no victims though they stand where such a number may: the size of a band, people who fled, shots, the missing, a difference; and those
// that belong to a name.
#pragma once

#include "understand/cue.hpp"

namespace sitrep::understand::arabic {

/// Whether `number`, the number alone, is one of these. False in another language.
bool counts_no_victims(const text::Document& document, Tokens number);

/// "الفرقة 25", "شبكة السويداء 24": digits that belong to a name.
bool is_part_of_name(const text::Document& document, std::uint32_t digits);

}  // namespace sitrep::understand::arabic
