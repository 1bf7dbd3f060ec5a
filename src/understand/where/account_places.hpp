// Where an account happened: the places of an episode, the finest first, each as precise as it is known.
#pragma once

#include "understand/assemble.hpp"

namespace sitrep::understand {

/// Chooses the places. What no gazetteer knows takes the country and governorate of the places it is told with, or the country that the report is
/// clearly about; no place is more precise than the one where it happened.
void set_places(const Material& material, const std::vector<Segment>& segments, const Episode& episode, const Link& link, Account& account);

}  // namespace sitrep::understand
