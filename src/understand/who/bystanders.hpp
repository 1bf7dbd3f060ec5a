// Groups and forces that a report names without telling any deed of theirs.
#pragma once

#include "understand/who/whereabouts.hpp"

namespace sitrep::understand {

/// Clears mentions that only lend their name to something else ("the Saudi hospital", "men in army uniform", "a flag of ISIS"), that say where somebody is not
/// ("free of Abu Sayyaf"), or that are one of several guesses ("ISIS, al-Qaeda or smugglers"). English only.
void clear_bystanders(const text::Document& document, Cues& cues);

/// True for a force that the incident names only where it counts its own victims: "three Turkish soldiers were killed". In a clash and a protest both sides may have some.
bool is_victim_alone(const Material& material, const Suspect& suspect, IncidentKind kind);

}  // namespace sitrep::understand
