// Claims and accusations that a report tells behind an incident and means for it.
#pragma once

#include "understand/assemble.hpp"

namespace sitrep::understand {

/// Whether a sentence may claim or blame a single deed: what is told of a habit, a count, a danger or earlier deeds is told of none.
bool may_tell_of_one_deed(const Material& material, std::uint32_t sentence);

/// The first claim of a sort in the sentence behind an episode, where that tells of no other incident; or further on, where it is told of several
/// ("claimed both attacks", "blamed the Taliban for all three"). Null where there is none, and where a sentence accuses two sides.
const ClaimCue* claim_behind(const Material& material, const std::vector<Segment>& segments, const std::vector<Episode>& episodes, std::size_t index, Claiming sort);

}  // namespace sitrep::understand
