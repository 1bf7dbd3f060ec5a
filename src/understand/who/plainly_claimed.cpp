#include "understand/who/plainly_claimed.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "understand/names/register.hpp"
#include "understand/one_of.hpp"

namespace sitrep::understand {

namespace {

// "An Israeli strike" and the Israeli army that tells of it are one doer.
bool is_of_one_side(const std::string& claims, const std::string& name)
{
    return claims == name || (!claims.empty() && (army_of(name) == claims || army_of(claims) == name));
}

// "The army", "the military": not "Ukraine's air force" nor "the army's Sixth Division".
bool is_bare(const text::Document& document, Tokens words)
{
    const text::Sentence& sentence = document.sentences()[document.sentence_of(words.first)];
    if (words.first > sentence.first && document.tokens()[words.first - 1].normal == "'s") return false;
    if (words.last < sentence.last && document.tokens()[words.last].normal == "'s") return false;
    for (std::uint32_t at = words.first + 1; at < words.last; ++at)
        if (document.tokens()[at].capital) return false;
    return true;
}

bool is_army(const ActorCue& actor) { return actor.side == Side::state_force || actor.side == Side::foreign_force; }

// Whether no army or police but this one has a name in the report.
bool is_only_force(const Material& material, const std::string& name)
{
    return std::ranges::none_of(material.cues.actors, [&](const ActorCue& actor) {
        return is_army(actor) && !actor.name.empty() && actor.name != name && army_of(actor.name) != name && army_of(name) != actor.name;
    });
}

// "The army said that it had struck": the one army of the report that has a name.
bool is_said_by(const Material& material, const ActorCue& speaker, const ActorCue& perpetrator)
{
    if (!perpetrator.name.empty() && is_of_one_side(speaker.name, perpetrator.name)) return true;
    if (!speaker.name.empty() || !is_army(speaker) || !is_army(perpetrator) || !is_bare(material.document, speaker.tokens)) return false;
    if (!perpetrator.name.empty()) return is_only_force(material, perpetrator.name);
    return material.words.bare[speaker.tokens.last - 1] == material.words.bare[perpetrator.tokens.last - 1];
}

bool claims_it(const Material& material, const std::vector<Segment>& segments, const Episode& episode, const ActorCue& perpetrator)
{
    const auto& sentences = material.document.sentences();
    const std::uint32_t behind = segments[episode.segments.back()].sentence + 1;
    const auto claims = [&](const ClaimCue& claim) {
        return claim.claiming == Claiming::claims && !claim.added && claim.actor != none && is_said_by(material, material.cues.actors[claim.actor], perpetrator);
    };
    if (behind < sentences.size() && std::ranges::any_of(cues_in(material.cues.claims, {sentences[behind].first, sentences[behind].last}), claims)) return true;
    return any_in_episode(material.cues.claims, segments, episode, claims);
}

bool only_forces_speak(const Material& material, const std::vector<Segment>& segments, const Episode& episode)
{
    constexpr std::array<std::string_view, 6> staff{"release", "service", "command", "headquarters", "commander", "communique"};
    bool any = false;
    for (const std::uint32_t segment : episode.segments)
        for (const SourceCue& source : cues_in(material.cues.sources, segments[segment].tokens)) {
            const auto actors = cues_in(material.cues.actors, source.tokens);
            const bool of_staff = actors.empty() && is_one_of(staff, material.document.tokens()[source.tokens.last - 1].normal);
            if (!of_staff && std::ranges::none_of(actors, [](const ActorCue& actor) { return is_force(actor.side); })) return false;
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
    if (armed && claims_it(material, segments, episode, actor)) return true;
    return kind == IncidentKind::security_operation && is_force(actor.side) && only_forces_speak(material, segments, episode);
}

}  // namespace sitrep::understand
