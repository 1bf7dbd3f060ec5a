// Where an Arabic report lets the doer's own side speak of the deed: an army of those it struck, a spokesman of what his men did.
#pragma once

#include "understand/assemble.hpp"

namespace sitrep::understand {

/// True where the perpetrator's own side, an office of it or its outlet says "that it struck", or says who or what it struck was, in the incident's own
/// words or in the sentence behind them that tells nothing else. Denials, inquiries and what others did are no such word.
bool speaks_of_own_deed(const Material& material, const std::vector<Segment>& segments, const Episode& episode, IncidentKind kind, CueIndex perpetrator);

/// True where a group struck and what is claimed is the answer of the forces alone: "وقال الجيش إنه قتل ستة من المهاجمين".
bool only_forces_claim(const Material& material, const std::vector<Segment>& segments, const Episode& episode, CueIndex perpetrator);

/// True where a force that tells of a bomb is named as its doer only because it speaks: "وقال الجيش إن جنديين قُتلا بعبوة".
bool only_tells_of_bomb(const Material& material, const std::vector<Segment>& segments, const Episode& episode, IncidentKind kind, CueIndex perpetrator);

/// True where somebody speaks of an operation, and all who do speak for people in arms.
bool only_armed_bodies_speak(const Material& material, const std::vector<Segment>& segments, const Episode& episode);

}  // namespace sitrep::understand
