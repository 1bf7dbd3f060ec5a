#include "understand/plainly_claimed.hpp"

#include <algorithm>

#include "understand/register.hpp"

namespace sitrep::understand {

namespace {

// "An Israeli strike" and the Israeli army that tells of it are one doer.
bool is_of_one_side(const std::string& claims, const std::string& name)
{
    return claims == name || (!claims.empty() && (army_of(name) == claims || army_of(claims) == name));
}

bool claims_it(const Material& material, const std::vector<Segment>& segments, const Episode& episode, const std::string& name)
{
    const auto& sentences = material.document.sentences();
    const std::uint32_t behind = segments[episode.segments.back()].sentence + 1;
    const auto claims = [&](const ClaimCue& claim) {
        return claim.claiming == Claiming::claims && !claim.added && claim.actor != none && is_of_one_side(material.cues.actors[claim.actor].name, name);
    };
    if (behind < sentences.size() && std::ranges::any_of(cues_in(material.cues.claims, {sentences[behind].first, sentences[behind].last}), claims)) return true;
    return any_in_episode(material.cues.claims, segments, episode, claims);
}

bool only_forces_speak(const Material& material, const std::vector<Segment>& segments, const Episode& episode)
{
    bool any = false;
    for (const std::uint32_t segment : episode.segments)
        for (const SourceCue& source : cues_in(material.cues.sources, segments[segment].tokens)) {
            const auto actors = cues_in(material.cues.actors, source.tokens);
            if (std::ranges::none_of(actors, [](const ActorCue& actor) { return is_force(actor.side); })) return false;
            any = true;
        }
    return any;
}

}  // namespace

bool is_plainly_claimed(const Material& material, const std::vector<Segment>& segments, const Episode& episode, IncidentKind kind, CueIndex perpetrator)
{
    if (perpetrator == none) return false;
    const ActorCue& actor = material.cues.actors[perpetrator];
    const bool armed = is_force(actor.side) || is_insurgent(actor.side);
    if (armed && !actor.name.empty() && claims_it(material, segments, episode, actor.name)) return true;
    return kind == IncidentKind::security_operation && is_force(actor.side) && only_forces_speak(material, segments, episode);
}

}  // namespace sitrep::understand
