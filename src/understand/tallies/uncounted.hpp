// Numbers that are no tally, whatever their sentence tells: shares, weights, money, families that fled, parts of the counted.
#pragma once

#include "understand/cue.hpp"

namespace sitrep::understand {

/// "30 percent", "150,000 barrels", "80 families", "نزح 12 ألف شخص", "eleven of them children": `number` holds the number alone.
bool counts_no_tally(const text::Document& document, Tokens number);

/// "The second attack this week killed two people": those of one attack, though a period stands there.
bool is_of_one_in_order(const text::Document& document, std::uint32_t number);

}  // namespace sitrep::understand
