// Words that the tagger takes for a place, but that name none.
#pragma once

#include "understand/cue.hpp"

namespace sitrep::understand {

/// "north" alone and "the north and the east" name no place; "Iraqi bases" are several, none of them named; "مسجد صغير" is a mosque, but not which.
bool names_nothing(const text::Document& document, Tokens tokens);

}  // namespace sitrep::understand
