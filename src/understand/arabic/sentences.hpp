// What a sentence as a whole is, and what its dates and places stand for.
#pragma once

#include "understand/arabic/acts.hpp"

#include <vector>

namespace sitrep::understand::arabic {

/// Fills Cues::sentences and Cues::no_incidents, and marks acts that are told as background by grammar.
void read_sentences(const Reading& reading, const std::vector<FoundAct>& acts, Cues& cues);
/// Fills Cues::dates and Cues::places.
void read_date_and_place_roles(const Reading& reading, const std::vector<FoundAct>& acts, Cues& cues);

}  // namespace sitrep::understand::arabic
