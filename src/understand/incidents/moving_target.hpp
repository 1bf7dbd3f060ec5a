// Whether an attack hit something that moves: a patrol, a bus, a boat.
#pragma once

#include "understand/assemble.hpp"

namespace sitrep::understand {

/// "Gunmen opened fire on a police van", "a minibus was raked with gunfire": GUIDELINE, `type`, calls this an ambush. By grammar, and not where a force fires.
bool fires_on_what_moves(const Material& material, const std::vector<Segment>& segments, const Episode& episode);

}  // namespace sitrep::understand
