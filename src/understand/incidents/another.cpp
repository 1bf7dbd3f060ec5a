#include "understand/incidents/another.hpp"

#include <algorithm>

#include "understand/names/register.hpp"
#include "understand/tagging/tags.hpp"

namespace sitrep::understand {

namespace {

// An act that is told as new: it happened, and no word says that it is the one told before.
bool is_told_anew(const ActCue& act) { return act.strength != Strength::weak && !act.definite; }

// The sides of those told as doers: agents of acts by grammar, and perpetrators by the tagger.
struct Doers {
    bool force = false, insurgent = false, others = false;
    void see(Side side) { (is_force(side) ? force : is_insurgent(side) ? insurgent : others) = true; }
    bool only_force() const { return force && !insurgent && !others; }
    bool only_insurgent() const { return insurgent && !force && !others; }
};

// `exact`: only who does what an act of its own is told in.
void add_doers(const Material& material, const Segment& segment, bool exact, Doers& doers)
{
    const Cues& cues = material.cues;
    for (const CueIndex index : segment.acts) {
        const ActCue& act = cues.acts[index];
        if (act.agent == none || act.strength == Strength::weak) continue;
        if (!exact || (!act.definite && (act.told_as_attack || !act.generic_kind))) doers.see(cues.actors[act.agent].side);
    }
    for (const ActorCue& actor : cues_in(cues.actors, segment.tokens))
        if (actor.tagged == tag_role("perp") && (!exact || actor.role != ActorCue::Role::patient)) doers.see(actor.side);
}

bool other_side(const Doers& before, const Doers& now)
{
    return (before.only_force() && now.only_insurgent()) || (before.only_insurgent() && now.only_force());
}

// Who speaks of a body that was found or of a count retells what others have told.
bool retells(const Material& material, const Segment& segment)
{
    const SentenceFlags& flags = material.cues.sentences[segment.sentence];
    if (flags.statement || flags.refers_back || flags.tally || flags.pattern || flags.hypothetical) return true;
    return std::ranges::any_of(segment.tolls, [&](CueIndex toll) { return material.cues.tolls[toll].of_attackers; });
}

constexpr std::size_t segments_max = 64;  // of an episode that are looked at: bounds the work on hostile text

std::span<const std::uint32_t> first_few(const Episode& episode)
{
    return std::span(episode.segments).first(std::min(episode.segments.size(), segments_max));
}

bool tells_act(const Material& material, const std::vector<Segment>& segments, const Episode& episode)
{
    return std::ranges::any_of(first_few(episode), [&](std::uint32_t index) {
        return segments[index].eventful && std::ranges::any_of(segments[index].acts, [&](CueIndex act) { return is_told_anew(material.cues.acts[act]); });
    });
}

// A strike from the air or by guns after a fight on foot.
bool strikes_from_afar(const Profile& before, const Profile& now)
{
    const auto from_afar = [](Method method) { return method == Method::air || method == Method::shell; };
    const auto on_foot = [](Method method) { return method == Method::attack || method == Method::clash || method == Method::operation; };
    return std::ranges::any_of(now.methods, from_afar) && std::ranges::none_of(before.methods, from_afar) && std::ranges::any_of(before.methods, on_foot);
}

// "وفي بيت لحم أصيب …": an Arabic sentence that opens with its place goes on elsewhere. English opens what it goes on with so, too.
bool opens_elsewhere(const Material& material, const Segment& segment)
{
    const bool begins = material.document.sentences()[segment.sentence].first == segment.tokens.first;
    return begins && material.document.tokens()[segment.tokens.first].arabic && material.cues.sentences[segment.sentence].new_incident;
}

bool is_in_body(const std::vector<Segment>& segments, const Episode& episode)
{
    return std::ranges::any_of(first_few(episode), [&](std::uint32_t index) { return !segments[index].in_title; });
}

}  // namespace

bool surely_another(const Material& material, const std::vector<Segment>& segments, const Episode& episode, const Profile& before, const Segment& segment, const Profile& now)
{
    if (!segment.eventful || segment.in_title || retells(material, segment)) return false;
    const auto anew = [&](CueIndex act) { return is_told_anew(material.cues.acts[act]); };
    if (std::ranges::none_of(segment.acts, anew) || !tells_act(material, segments, episode)) return false;
    const bool place = weigh_places(material, before, now) >= other_place, day = weigh_dates(material, before, now) >= other_date;
    if (!place && !day) return false;
    if (place && opens_elsewhere(material, segment)) return true;
    // Who claims a deed retells it, unless place and day are its own: "On Wednesday the group said it had fired on the post at Blida".
    const bool claims = !cues_in(material.cues.claims, segment.tokens).empty();
    if (claims && place && day) return true;
    if (claims && !place) return false;
    // "The same night", at another place.
    if (!claims && place && material.cues.sentences[segment.sentence].same_day) return true;
    // Another place, day and doer.
    if (place && day && !before.agents.empty() && !now.agents.empty() && weigh_agents(material, before, now) >= 0) return true;
    if (!claims && place && strikes_from_afar(before, now) && is_in_body(segments, episode)) return true;
    Doers then, here;
    for (const std::uint32_t index : first_few(episode)) add_doers(material, segments[index], false, then);
    add_doers(material, segment, true, here);
    return other_side(then, here);
}

}  // namespace sitrep::understand
