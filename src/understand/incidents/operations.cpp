#include "understand/incidents/operations.hpp"

#include <algorithm>

#include "understand/names/register.hpp"

namespace sitrep::understand {

void note_operations(Cues& cues)
{
    const bool told = std::ranges::any_of(cues.actors, [](const ActorCue& actor) { return is_force(actor.side); }) ||
                      std::ranges::any_of(cues.acts, [](const ActCue& act) { return act.kind == IncidentKind::security_operation; });
    if (!told) cues.methods &= ~(1U << static_cast<unsigned>(IncidentKind::security_operation));
}

}  // namespace sitrep::understand
