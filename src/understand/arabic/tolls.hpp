// How many were killed, injured, abducted or arrested, and which act tells it.
#pragma once

#include "understand/arabic/actors.hpp"
#include "understand/arabic/acts.hpp"

#include <vector>

namespace sitrep::understand::arabic {

/// Fills Cues::tolls, in the order of the text.
void find_tolls(const Reading& reading, const std::vector<FoundAct>& acts, const std::vector<FoundActor>& actors, Cues& cues);

}  // namespace sitrep::understand::arabic
