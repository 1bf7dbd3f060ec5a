// Counts over several incidents, and habits without a count.
#pragma once

#include "understand/arabic/actors.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace sitrep::understand::arabic {

/// The order that a word gives an incident in a count ("سابع تفجير" is 7): an ordinal beside a unit, or a definite one in a stretch of time.
std::optional<std::int64_t> order_of_incident(const Reading& reading, std::uint32_t i, bool in_period);

/// Fills Cues::tallies and marks the tolls they cover as cumulative.
void find_tallies(const Reading& reading, Cues& cues);
/// Fills Cues::patterns.
void find_patterns(const Reading& reading, Cues& cues);

}  // namespace sitrep::understand::arabic
