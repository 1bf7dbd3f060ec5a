// Counts over several incidents, and habits without a count.
#pragma once

#include "understand/arabic/actors.hpp"

#include <vector>

namespace sitrep::understand::arabic {

/// Fills Cues::tallies and marks the tolls they cover as cumulative.
void find_tallies(const Reading& reading, const std::vector<FoundActor>& actors, Cues& cues);
/// Fills Cues::patterns.
void find_patterns(const Reading& reading, Cues& cues);

}  // namespace sitrep::understand::arabic
