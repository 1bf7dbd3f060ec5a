#include "understand/incidents/moving_target.hpp"

#include <algorithm>

#include "understand/names/register.hpp"

namespace sitrep::understand {

namespace {

bool is_gunfire(const Material& material, const ActCue& act)
{
    const bool attacks = act.kind == IncidentKind::armed_attack && act.strength != Strength::weak && act.reality == Reality::happened;
    const bool by_force = act.agent != none && is_force(material.cues.actors[act.agent].side);
    return attacks && !by_force && (!act.generic_kind || act.told_as_attack);
}

bool hits_what_moves(const Material& material, const ActCue& act)
{
    constexpr std::uint32_t reach = 8;
    if (act.patient != none) return material.cues.actors[act.patient].moving;
    const Tokens behind{act.tokens.last, act.tokens.last + reach};
    const auto next_act = cues_in(material.cues.acts, behind);
    const std::uint32_t end = next_act.empty() ? behind.last : next_act.front().tokens.first;
    for (const ActorCue& actor : cues_in(material.cues.actors, {behind.first, end}))
        if (actor.sentence == act.sentence && actor.role != ActorCue::Role::agent) return actor.moving;
    return false;
}

}  // namespace

bool fires_on_what_moves(const Material& material, const std::vector<Segment>& segments, const Episode& episode)
{
    return std::ranges::any_of(episode.segments, [&](std::uint32_t segment) {
        return std::ranges::any_of(segments[segment].acts, [&](CueIndex index) {
            const ActCue& act = material.cues.acts[index];
            return is_gunfire(material, act) && hits_what_moves(material, act);
        });
    });
}

}  // namespace sitrep::understand
