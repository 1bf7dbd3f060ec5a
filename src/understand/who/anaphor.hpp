// "The same group", "the same men": who did the deed told before.
#pragma once

#include "understand/assemble.hpp"

namespace sitrep::understand {

/// True for words that say that whoever did the deed told before did this one too.
bool means_last_doer(const Material& material, const ActorCue& actor);
/// Gives an incident the perpetrator of another, under its name. Of one whose perpetrator is unknown, so is that of this.
void take_doer_of(const Account& before, Account& account);

/// The register's name of the side whose people a doer's words mean, "its fighters" or "their snipers": one of the same sentence, else that of the incident told
/// before; empty where there is none.
std::string owner_of_people(const Material& material, const ActorCue& actor, const Account* before);

}  // namespace sitrep::understand
