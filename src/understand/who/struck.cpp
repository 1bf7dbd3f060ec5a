#include "understand/who/struck.hpp"

#include <algorithm>

#include "understand/names/register.hpp"
#include "understand/who/struck_in_arabic.hpp"

namespace sitrep::understand {

namespace {

bool is_counted(const Material& material, const ActorCue& actor)
{
    constexpr std::uint32_t reach = 4;
    const std::uint32_t from = actor.tokens.first - std::min(actor.tokens.first, reach);
    bool counted = false;
    for (const TollCue& toll : cues_in(material.cues.tolls, {from, actor.tokens.last})) {
        if (toll.added || toll.sentence != actor.sentence || !toll.tokens.overlaps(actor.tokens)) continue;
        if (toll.of_attackers) return false;
        counted = true;
    }
    return counted;
}

}  // namespace

bool is_struck_alone(const Material& material, const std::vector<Segment>& segments, const Episode& episode, const Suspect& suspect, IncidentKind kind)
{
    const bool of_a_force = kind == IncidentKind::security_operation || kind == IncidentKind::airstrike;
    const auto& actors = material.cues.actors;
    if (suspect.outside || !of_a_force || is_force(actors[suspect.mentions.front()].side)) return false;
    const bool arabic = material.document.language() == Language::arabic;
    const auto is_suspect = [&](const ClaimCue& claim) {
        const bool told = claim.claiming == Claiming::claims || claim.claiming == Claiming::blamed;
        if (!told || claim.actor == none) return false;
        const ActorCue &accused = actors[claim.actor], &first = actors[suspect.mentions.front()];
        return std::ranges::find(suspect.mentions, claim.actor) != suspect.mentions.end() || (!first.name.empty() && accused.name == first.name);
    };
    if (any_in_episode(material.cues.claims, segments, episode, is_suspect)) return false;
    // Grammar's patients to the left of a verb may as well have done it: only an object counts.
    const auto is_object = [&](const ActorCue& actor) {
        return actor.role == ActorCue::Role::patient && actor.act != none && material.cues.acts[actor.act].tokens.last <= actor.tokens.first && !material.cues.acts[actor.act].by_victims;
    };
    return std::ranges::all_of(suspect.mentions, [&](CueIndex mention) {
        const ActorCue& actor = actors[mention];
        if (arabic) return is_told_as_struck(material, actor) || (actor.role != ActorCue::Role::agent && is_counted(material, actor));
        return actor.role != ActorCue::Role::agent && (is_object(actor) || is_counted(material, actor));
    });
}

}  // namespace sitrep::understand
