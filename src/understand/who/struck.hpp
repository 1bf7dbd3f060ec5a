// Those of whom a report tells only what was done to them.
#pragma once

#include "understand/who/whereabouts.hpp"

namespace sitrep::understand {

/// True for one of no force whom the words of a force's operation or air strike tell of only as killed, hurt, arrested or hit, never as doing or
/// claiming anything: no culprit of it ("the army killed five militants"). Attackers who died in their own attack are.
bool is_struck_alone(const Material& material, const std::vector<Segment>& segments, const Episode& episode, const Suspect& suspect, IncidentKind kind);

}  // namespace sitrep::understand
