// Both sides of a clash, where one phrase names them.
#pragma once

#include "understand/assemble.hpp"

namespace sitrep::understand {

/// The words that name two sides of a fight, one of which is this actor: "[Ahrar al-Sham and the Ninth Division] traded fire", "a gunfight between
/// [the Garre and the Degodia]"; nothing where only one is named, where one of them is a state's force, or where both fight a third.
Tokens sides_of_clash(const Material& material, const ActorCue& actor);
/// The register's name of each side, in the words of the report where it has none: "Ahrar al-Sham / Ninth Division"; empty where neither has one.
std::string name_of_sides(const Material& material, Tokens sides);

/// Names both sides of a clash where other words of the incident than those chosen tell them: "Clans clash. The Apuk and Aguok clans fought over a well."
void name_sides_told_elsewhere(const Material& material, const std::vector<Segment>& segments, const Episode& episode, CueIndex perpetrator, Account& account);

}  // namespace sitrep::understand
