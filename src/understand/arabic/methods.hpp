// With what it was done, and what that says of the kind of an act.
#pragma once

#include "understand/arabic/acts.hpp"

#include <vector>

namespace sitrep::understand::arabic {

/// Fills Cues::weapons. A weapon tells a kind only where it was used in an act of its sentence.
void find_weapons(const Reading& reading, const std::vector<FoundAct>& acts, Cues& cues);
/// Killings of chosen persons, told by their circumstances, become assassinations; needs tolls and weapons.
void refine_kinds(const Reading& reading, const std::vector<FoundAct>& acts, Cues& cues);
/// Cues::methods: a protest is one only where some word of the report tells of people who protest. Needs the acts with their kinds.
void note_methods(const Reading& reading, Cues& cues);

}  // namespace sitrep::understand::arabic
