// What surely tells another incident than one told before, whatever was learnt of the words: the other side at another place or on another day.
#pragma once

#include "understand/incidents/relations.hpp"

namespace sitrep::understand {

/// Whether a segment that tells of an act of its own cannot go on with an episode: `before` and `now` are what is known of both.
bool surely_another(const Material& material, const std::vector<Segment>& segments, const Episode& episode, const Profile& before, const Segment& segment, const Profile& now);

}  // namespace sitrep::understand
