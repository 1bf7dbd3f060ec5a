// Sentences that tell an incident whole: somebody did something to so many people, at a place, on a day. Two of them that differ are two incidents.
#pragma once

#include "understand/incidents/relations.hpp"

namespace sitrep::understand {

/// Whether the sentence of a segment tells an act as new, how many it hit, where and on which day, the place in the segment itself.
bool tells_whole(const Material& material, const std::vector<Segment>& segments, std::uint32_t index);

/// Whether it does and so does some sentence of the text among those of an episode, which tells of no place that may be one of its own and of no figure that
/// is one: "Gunmen killed four in Goma on Friday. … killed nine in Gao on Friday." `before` and `now` are what is known of both.
bool tells_other_whole(const Material& material, const std::vector<Segment>& segments, const Episode& episode, const Profile& before, std::uint32_t index, const Profile& now);

}  // namespace sitrep::understand
