// Where in a report one is told of who may have done something.
#pragma once

#include <span>

#include "understand/assemble.hpp"

namespace sitrep::understand {

/// One who may have done it, with all mentions that were looked at: those in the episode's own words, and those elsewhere.
struct Suspect {
    std::vector<CueIndex> mentions;   ///< in the episode; of one told only elsewhere, the first of those
    std::vector<CueIndex> elsewhere;  ///< in other parts of the report, the first few
    bool outside = false;             ///< told only elsewhere
};

/// Whether a suspect is told before, within or behind the episode, how far off and how often, and whether of another incident, in another country or province.
void add_whereabouts(const Material& material, const std::vector<Segment>& segments, const std::vector<Episode>& episodes, std::size_t index, const Suspect& suspect,
                     Features& features);

/// True for one told only behind the episode and only of other incidents, each known to lie in another country or province: no culprit of this one.
bool is_of_others_alone(const Material& material, const std::vector<Segment>& segments, const std::vector<Episode>& episodes, std::size_t index, const Suspect& suspect);

}  // namespace sitrep::understand
