// What a stretch of text and an incident told before it tell together, as features: whether the one goes on with the other is learnt from them.
#pragma once

#include "understand/assemble.hpp"
#include "understand/incidents/relations.hpp"

namespace sitrep::understand {

/// An incident told before, and where a segment stands from it.
struct ToldBefore {
    const Episode& episode;
    const Profile& profile;
    bool current = false;    ///< the one told last
    bool paragraph = false;  ///< a paragraph lies between
};

/// For and against the segment being one more of that incident.
void add_relation_features(const Material& material, const std::vector<Segment>& segments, const ToldBefore& before, const Segment& segment, const Profile& now,
                           Features& features);

/// For and against a segment telling an incident of its own, or nothing, after those told so far.
void add_novelty_features(const Material& material, const std::vector<Segment>& segments, std::size_t episodes, std::uint32_t index, const ToldBefore& last,
                          Features& features);

}  // namespace sitrep::understand
