// Where a report says so plainly that the perpetrator tells of the deed itself, that needs no weighing.
#pragma once

#include "understand/assemble.hpp"

namespace sitrep::understand {

/// True where grammar gives a claim of the incident, in its own words or the sentence behind them, to the perpetrator, which has a name;
/// and where nobody but forces speaks of a force's operation (GUIDELINE, `perpetrator`: forces announcing their own operation too).
bool is_plainly_claimed(const Material& material, const std::vector<Segment>& segments, const Episode& episode, IncidentKind kind, CueIndex perpetrator);

}  // namespace sitrep::understand
