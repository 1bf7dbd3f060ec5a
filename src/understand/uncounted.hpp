// Numbers that count no victims and no incidents, whatever their sentence tells: shares, weights, money, families that fled, units by their number.
#pragma once

#include "understand/cue.hpp"

namespace sitrep::understand {

/// "30 percent", "150,000 barrels", "80 families", "نزح 12 ألف شخص", "eleven of them children": `number` holds the number alone.
bool counts_no_victims(const text::Document& document, Tokens number);

/// "الفرقة 25", "شبكة السويداء 24": digits that belong to a name.
bool is_part_of_name(const text::Document& document, std::uint32_t digits);

}  // namespace sitrep::understand
