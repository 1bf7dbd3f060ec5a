// What an Arabic report calls the doer that was chosen, and the doer that its words tell where the choice took another.
#pragma once

#include "understand/assemble.hpp"

namespace sitrep::understand {

/// Sets words, names and, where the doer itself or a clash tells them, the status of an account's perpetrator, behind set_perpetrator.
void tell_doer_in_arabic(const Material& material, const std::vector<Segment>& segments, const Episode& episode, CueIndex actor, Account& account);

}  // namespace sitrep::understand
