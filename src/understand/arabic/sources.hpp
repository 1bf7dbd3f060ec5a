// Who says so, who claims or denies, and which persons are named.
#pragma once

#include "understand/arabic/actors.hpp"

#include <vector>

namespace sitrep::understand::arabic {

/// Fills Cues::sources.
void find_sources(const Reading& reading, const std::vector<FoundActor>& actors, Cues& cues);
/// Fills Cues::claims.
void find_claims(const Reading& reading, const std::vector<FoundAct>& acts, const std::vector<FoundActor>& actors, Cues& cues);
/// Fills Cues::persons.
void find_persons(const Reading& reading, Cues& cues);

}  // namespace sitrep::understand::arabic
