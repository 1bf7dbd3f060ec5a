// The order of an incident in a count: "the fifth killing since May" says that there were five.
#pragma once

#include "understand/english/sheet.hpp"

namespace sitrep::understand::english {

/// The words behind an ordinal that it counts, when it counts incidents or their victims over a time that the sentence names; empty tokens otherwise
/// and for "the first". `period` tells of the sentence that it names a longer time.
std::optional<Tokens> counted_in_order(const Sheet& sheet, const Count& ordinal, bool period);

}  // namespace sitrep::understand::english
