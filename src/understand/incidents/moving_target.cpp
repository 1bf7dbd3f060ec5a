#include "understand/incidents/moving_target.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "understand/names/register.hpp"
#include "understand/one_of.hpp"

namespace sitrep::understand {

namespace {

bool is_gunfire(const Material& material, const ActCue& act)
{
    const bool attacks = act.kind == IncidentKind::armed_attack && act.strength != Strength::weak && act.reality == Reality::happened;
    const bool by_force = act.agent != none && is_force(material.cues.actors[act.agent].side);
    return attacks && !by_force && (!act.generic_kind || act.told_as_attack);
}

// Not "a bus stop", "the train station", "a car dealer", "a parked car".
bool moves(const Material& material, const ActorCue& actor)
{
    constexpr std::array<std::string_view, 17> stands{"stop",   "stops", "station", "stations", "terminal", "terminals", "depot",      "depots", "park",
                                                          "parks", "rank",  "garage",  "yard",     "dealer",   "dealers",   "dealership", "wash"};
    const auto& tokens = material.document.tokens();
    const std::uint32_t end = material.document.sentences()[actor.sentence].last;
    if (actor.tokens.last < end && is_one_of(stands, tokens[actor.tokens.last].normal)) return false;
    for (std::uint32_t at = actor.tokens.first; at < actor.tokens.last; ++at)
        if (tokens[at].normal == "parked" || is_one_of(stands, tokens[at].normal)) return false;
    return actor.moving;
}

bool hits_what_moves(const Material& material, const ActCue& act)
{
    constexpr std::uint32_t reach = 8;
    if (act.patient != none) return moves(material, material.cues.actors[act.patient]);
    const Tokens behind{act.tokens.last, act.tokens.last + reach};
    const auto next_act = cues_in(material.cues.acts, behind);
    const std::uint32_t end = next_act.empty() ? behind.last : next_act.front().tokens.first;
    for (const ActorCue& actor : cues_in(material.cues.actors, {behind.first, end}))
        if (actor.sentence == act.sentence && actor.role != ActorCue::Role::agent) return moves(material, actor);
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
