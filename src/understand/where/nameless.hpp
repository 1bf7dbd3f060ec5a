// Words that the tagger takes for a place, but that name none.
#pragma once

#include "understand/cue.hpp"

namespace sitrep::understand {

/// "north" alone and "the north and the east" name no place; "Iraqi bases", "three villages" are several, none of them named; "مسجد صغير" is a mosque, but not which.
bool names_nothing(const text::Document& document, Tokens tokens);

/// "The same province", "المحافظة نفسها": a province told before, without its name.
bool points_back_at_unit(const text::Document& document, Tokens tokens);

/// Letters before a place that the tagger saw which are no part of it: "بشارع بدارو", "والكشمة". Zero where another word already says "in".
std::uint32_t letters_before_place(const text::Document& document, Tokens tokens);

}  // namespace sitrep::understand
