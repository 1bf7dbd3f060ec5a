// Who did it, and how that is known: claimed, attributed, unknown.
#include <algorithm>

#include "understand/incidents/segment_features.hpp"
#include "understand/names/register.hpp"
#include "understand/questions.hpp"
#include "understand/tagging/tags.hpp"
#include "understand/who/bystanders.hpp"
#include "understand/who/claimant.hpp"
#include "understand/who/struck.hpp"
#include "understand/who/whereabouts.hpp"

namespace sitrep::understand {

namespace {

constexpr std::size_t suspects_max = 12;

bool may_act(const ActorCue& actor, IncidentKind kind)
{
    if (actor.tagged == tag_role("perp")) return true;
    if (actor.side == Side::thing || actor.side == Side::other) return false;
    return kind == IncidentKind::protest || kind == IncidentKind::other_violence || kind == IncidentKind::clash || actor.side != Side::official;
}

bool same_actor(const Material& material, const ActorCue& a, const ActorCue& b)
{
    if (!a.name.empty() || !b.name.empty()) return a.name == b.name;
    return a.side == b.side && material.words.bare[a.tokens.last - 1] == material.words.bare[b.tokens.last - 1];
}

std::vector<Suspect> suspects_of(const Material& material, const std::vector<Segment>& segments, const Episode& episode, IncidentKind kind)
{
    constexpr std::size_t elsewhere_max = 64;
    std::vector<Suspect> suspects;
    const auto& actors = material.cues.actors;
    const auto known_as = [&](CueIndex index) {
        return std::ranges::find_if(suspects, [&](const Suspect& suspect) { return same_actor(material, actors[suspect.mentions.front()], actors[index]); });
    };
    for (const bool outside : {false, true})
        for (CueIndex index = 0; index < actors.size(); ++index) {
            if (in_episode(segments, episode, actors[index].tokens) == outside) continue;
            const auto known = known_as(index);
            if (outside && known != suspects.end()) {
                if (known->elsewhere.size() < elsewhere_max) known->elsewhere.push_back(index);
                continue;
            }
            if (!may_act(actors[index], kind) || (outside && actors[index].name.empty() && !is_insurgent(actors[index].side))) continue;
            if (known != suspects.end()) known->mentions.push_back(index);
            else if (suspects.size() < suspects_max) suspects.push_back({{index}, outside ? std::vector{index} : std::vector<CueIndex>{}, outside});
        }
    return suspects;
}

// Told nowhere but where the report clears or doubts it.
bool is_cleared(const Material& material, const Suspect& suspect)
{
    const auto cleared = [&](CueIndex mention) { return material.cues.actors[mention].cleared; };
    return std::ranges::all_of(suspect.mentions, cleared) && std::ranges::all_of(suspect.elsewhere, cleared);
}

// A protest is its people's: no group that the report names elsewhere (GUIDELINE, `perpetrator`).
bool is_no_protester(const Material& material, const Suspect& suspect, IncidentKind kind)
{
    return kind == IncidentKind::protest && suspect.outside && material.cues.actors[suspect.mentions.front()].side != Side::civilians;
}

bool speaks(const Material& material, Tokens tokens)
{
    const auto& sources = material.cues.sources;
    return std::any_of(sources.begin(), sources.end(), [&](const SourceCue& source) { return source.tokens.overlaps(tokens); });
}

// The nearest act of the same sentence, and whether it follows.
std::int64_t act_beside(const Material& material, const ActorCue& actor)
{
    std::int64_t nearest = 99;
    bool follows = false;
    for (const auto& act : material.cues.acts) {
        if (act.sentence != actor.sentence) continue;
        const std::int64_t gap = act.tokens.first >= actor.tokens.last ? std::int64_t{act.tokens.first} - actor.tokens.last
                                                                        : std::int64_t{actor.tokens.first} - act.tokens.last;
        if (gap >= nearest) continue;
        nearest = gap;
        follows = act.tokens.first >= actor.tokens.last;
    }
    return size_class(nearest) * 2 + follows;
}

// Claims and denials by this actor, wherever the report tells them of the episode.
void add_claims(const Material& material, const std::vector<Segment>& segments, const Episode& episode, const ActorCue& actor, Features& features, bool guesses)
{
    for (const auto& claim : material.cues.claims) {
        const bool inside = in_episode(segments, episode, claim.tokens);
        const bool known = claim.actor != none && (guesses || !claim.added);
        const bool own = known && same_actor(material, material.cues.actors[claim.actor], actor);
        features.add(own ? FeatureName("own claim") : FeatureName("other claim"), static_cast<std::int64_t>(claim.claiming) * 4 + inside * 2 + known);
        if (!own || inside || !guesses) continue;
        // "The group claimed all three attacks" is told of each of them.
        const auto& sentence = material.document.sentences()[claim.sentence];
        const auto acts = cues_in(material.cues.acts, {sentence.first, sentence.last});
        const bool several = std::any_of(acts.begin(), acts.end(), [](const ActCue& act) { return act.several; });
        const bool follows = !episode.segments.empty() && sentence.first >= segments[episode.segments.back()].tokens.last;
        features.add("own claim elsewhere", (static_cast<std::int64_t>(claim.claiming) * 2 + several) * 4 + follows * 2 + sentence.in_title);
    }
}

// Whether a figure counts those people as victims, or a figure stands right before them.
void add_counted(const Material& material, const ActorCue& actor, Features& features)
{
    constexpr std::uint32_t reach = 4;
    const std::uint32_t from = actor.tokens.first > reach ? actor.tokens.first - reach : 0;
    for (const auto& toll : cues_in(material.cues.tolls, {from, actor.tokens.last + 1})) {
        if (toll.sentence != actor.sentence) continue;
        const bool counts = toll.tokens.overlaps(actor.tokens) || (!toll.name.empty() && toll.name == actor.name);
        features.add("counted", ((static_cast<std::int64_t>(toll.outcome) * 2 + toll.of_attackers) * 2 + counts) * 2 + toll.added);
    }
}

// How surely the tagger sees each role that people may play.
void add_leans(const Material& material, Tokens tokens, Features& features)
{
    for (const std::uint8_t role : {tag_role("perp"), tag_role("target"), tag_role("actor"), tag_role("source")})
        features.add("lean", lean_to(material, tokens, role) * std::ssize(tag_roles) + role);
}

void add_mention(const Material& material, const std::vector<Segment>& segments, const Episode& episode, CueIndex index, IncidentKind kind, Features& features)
{
    const ActorCue& actor = material.cues.actors[index];
    features.add("role", static_cast<std::int64_t>(actor.role));
    features.add("role, side", static_cast<std::int64_t>(actor.role) * 16 + static_cast<std::int64_t>(actor.side));
    features.add("act beside", act_beside(material, actor));
    features.add("tagged", actor.tagged * 2 + actor.added);
    features.add("tagged, role", actor.tagged * 4 + static_cast<std::int64_t>(actor.role));
    features.add_if(speaks(material, actor.tokens), "speaks");
    const auto& sentence = material.document.sentences()[actor.sentence];
    features.add_if(sentence.in_title, "in title");
    features.add("opens sentence", actor.tokens.first <= sentence.first + 2);
    for (const std::uint32_t number : episode.segments) {
        if (!segments[number].tokens.contains(actor.tokens)) continue;
        features.add("segment", segments[number].eventful * 2 + (number == episode.segments.front()));
        for (const CueIndex act : segments[number].acts) {
            const ActCue& cue = material.cues.acts[act];
            if (cue.agent == index) features.add("agent of", cue.generic_kind ? 99 : static_cast<std::int64_t>(cue.kind));
            if (cue.patient == index) features.add("patient of", static_cast<std::int64_t>(kind));
        }
    }
    add_neighbours(material, actor.tokens, features);
}

// On whose side those stand who tell it: an army's own operation is told by its officers (GUIDELINE, `perpetrator`).
void add_speakers(const Material& material, const std::vector<Segment>& segments, const Episode& episode, const ActorCue& perpetrator, Features& features)
{
    constexpr std::size_t speakers_max = 6;
    const bool by_force = is_force(perpetrator.side);
    std::size_t speakers = 0;
    bool forces = false, others = false;
    for (const auto& source : material.cues.sources) {
        if (!in_episode(segments, episode, source.tokens)) continue;
        bool force = false;
        for (const ActorCue& actor : cues_in(material.cues.actors, source.tokens)) {
            force = force || is_force(actor.side);
            if (speakers < speakers_max) features.add("speaker, side", static_cast<std::int64_t>(actor.side) * 16 + static_cast<std::int64_t>(perpetrator.side));
        }
        (force ? forces : others) = true;
        if (++speakers == speakers_max) break;
    }
    features.add("speakers", ((forces * 2 + others) * 2 + by_force) * 16 + static_cast<std::int64_t>(perpetrator.side));
}

// Whether the suspect's own side tells of the deed at all, the plainest way that it does so: no claim, own source or own report is no word of theirs,
// however much others announce (GUIDELINE, `perpetrator`).
std::int64_t own_voice(const Material& material, const std::vector<Segment>& segments, const Episode& episode, const ActorCue& perpetrator, bool own_source)
{
    enum : std::int64_t { none_told, others_claim, claims_elsewhere, force_speaks, publishes, is_source, claims_here };
    std::int64_t voice = none_told;
    for (const auto& claim : material.cues.claims) {
        if (claim.claiming != Claiming::claims) continue;
        const bool own = claim.actor != none && same_actor(material, material.cues.actors[claim.actor], perpetrator);
        const bool inside = in_episode(segments, episode, claim.tokens);
        voice = std::max<std::int64_t>(voice, own ? (inside ? claims_here : claims_elsewhere) : inside ? others_claim : none_told);
    }
    if (own_source) voice = std::max<std::int64_t>(voice, is_source);
    if (!perpetrator.name.empty() && perpetrator.name == material.report.publisher) voice = std::max<std::int64_t>(voice, publishes);
    for (const auto& source : material.cues.sources) {
        if (!is_force(perpetrator.side) || !in_episode(segments, episode, source.tokens)) continue;
        const auto actors = cues_in(material.cues.actors, source.tokens);
        if (std::ranges::any_of(actors, [](const ActorCue& actor) { return is_force(actor.side); })) voice = std::max<std::int64_t>(voice, force_speaks);
    }
    return voice;
}

// What speaks for nobody that the report tells.
void add_nobody(const Material& material, const std::vector<Segment>& segments, const Episode& episode, const std::vector<Suspect>& suspects, std::int64_t agents, Features& nobody)
{
    std::int64_t inside = 0, named_inside = 0;
    for (const auto& suspect : suspects) {
        inside += !suspect.outside;
        named_inside += !suspect.outside && !material.cues.actors[suspect.mentions.front()].name.empty();
    }
    nobody.add("suspects", size_class(std::ssize(suspects)));
    nobody.add("suspects inside", std::min<std::int64_t>(inside, 3) * 3 + std::min<std::int64_t>(named_inside, 2));
    nobody.add("agents", std::min<std::int64_t>(agents, 2));
    for (const auto& claim : material.cues.claims) nobody.add("claim", static_cast<std::int64_t>(claim.claiming) * 2 + in_episode(segments, episode, claim.tokens));
    for (std::size_t i = 0; i < episode.segments.size() && i < 4; ++i) add_words(material, segments[episode.segments[i]].tokens, "word", 30, nobody);
}

// "The Houthis announced that an American strike killed 68": who does it by grammar, against one who only speaks.
void add_agents(const Material& material, const Suspect& suspect, bool agent, std::int64_t agents, Features& features)
{
    const ActorCue& first = material.cues.actors[suspect.mentions.front()];
    const bool speaker = std::ranges::any_of(suspect.mentions, [&](CueIndex mention) { return speaks(material, material.cues.actors[mention].tokens); });
    const std::int64_t grammar = agent * 2 + (agents > agent);
    features.add("agent, other", (grammar * 2 + suspect.outside) * 2 + !first.name.empty());
    features.add("agent, other, side", grammar * 16 + static_cast<std::int64_t>(first.side));
    features.add("speaker, agents", speaker * 4 + grammar);
}

}  // namespace

Asked<CueIndex> ask_perpetrator(const Material& material, const std::vector<Segment>& segments, const std::vector<Episode>& episodes, std::size_t index, IncidentKind kind)
{
    const Episode& episode = episodes[index];
    const auto& actors = material.cues.actors;
    const CueIndex by_rules = perpetrator_by_rules(material, segments, episode, kind);
    Asked<CueIndex> asked;
    auto suspects = suspects_of(material, segments, episode, kind);
    std::erase_if(suspects, [&](const Suspect& suspect) {
        return is_victim_alone(material, suspect, kind) || is_struck_alone(material, segments, episode, suspect, kind) ||
               is_of_others_alone(material, segments, episodes, index, suspect) || is_cleared(material, suspect) ||
               is_no_protester(material, suspect, kind);
    });
    const auto named_insurgents = std::ranges::count_if(suspects, [&](const Suspect& suspect) {
        const ActorCue& actor = actors[suspect.mentions.front()];
        return !actor.name.empty() && is_insurgent(actor.side);
    });
    const auto is_agent = [&](const Suspect& suspect) {
        return !suspect.outside && std::ranges::any_of(suspect.mentions, [&](CueIndex mention) { return actors[mention].role == ActorCue::Role::agent; });
    };
    const std::int64_t agents = std::ranges::count_if(suspects, is_agent);
    Features& nobody = asked.offer(none);
    nobody.under(1);
    nobody.add("kind", static_cast<std::int64_t>(kind));
    nobody.add_if(by_rules == none, "rules agree");
    nobody.add("named insurgents", std::min<std::int64_t>(named_insurgents, 2));
    add_nobody(material, segments, episode, suspects, agents, nobody);
    for (const auto& suspect : suspects) {
        const ActorCue& first = actors[suspect.mentions.front()];
        CueIndex shown = suspect.mentions.front();
        bool agrees = false;
        for (const CueIndex mention : suspect.mentions) {
            if (by_rules != none && same_actor(material, actors[mention], actors[by_rules])) {
                shown = by_rules;
                agrees = true;
            }
        }
        Features& features = asked.offer(shown);
        features.under(2);
        features.add("any");
        features.add_if(agrees, "rules agree");
        features.add("side, kind", static_cast<std::int64_t>(first.side) * 16 + static_cast<std::int64_t>(kind));
        features.add("named, side", !first.name.empty() * 16 + static_cast<std::int64_t>(first.side));
        features.add("named, outside", !first.name.empty() * 2 + suspect.outside);
        features.add_if(first.suspected, "suspected");
        features.add("named insurgents, named, side", (std::min<std::int64_t>(named_insurgents, 2) * 2 + !first.name.empty()) * 16 + static_cast<std::int64_t>(first.side));
        features.add("in title, named", (material.document.sentences()[first.sentence].in_title * 2 + !first.name.empty()) * 2 + suspect.outside);
        features.add("mentions", size_class(std::ssize(suspect.mentions)));
        if (!first.name.empty()) features.add("name", first.name);
        features.add_hash(feature_join(feature_hash("head"), material.words.bare[first.tokens.last - 1]));
        features.add_if(suspect.mentions.front() == suspects.front().mentions.front(), "told first");
        add_claims(material, segments, episode, first, features, false);
        add_whereabouts(material, segments, episodes, index, suspect, features);
        add_agents(material, suspect, is_agent(suspect), agents, features);
        for (std::size_t i = 0; i < suspect.mentions.size() && i < 4; ++i) {
            add_mention(material, segments, episode, suspect.mentions[i], kind, features);
            add_leans(material, actors[suspect.mentions[i]].tokens, features);
            add_counted(material, actors[suspect.mentions[i]], features);
        }
    }
    return asked;
}

Asked<PerpetratorStatus> ask_status(const Material& material, const std::vector<Segment>& segments, const Episode& episode, IncidentKind kind,
                                    CueIndex perpetrator)
{
    Asked<PerpetratorStatus> asked;
    Features& shared = asked.share();
    shared.add("kind", static_cast<std::int64_t>(kind));
    if (perpetrator == none) {
        shared.add("nobody");
        for (const auto& claim : material.cues.claims) shared.add("claim", static_cast<std::int64_t>(claim.claiming));
    } else {
        const ActorCue& actor = material.cues.actors[perpetrator];
        shared.add("side, named", static_cast<std::int64_t>(actor.side) * 2 + !actor.name.empty());
        shared.add("side, named, kind", (static_cast<std::int64_t>(actor.side) * 2 + !actor.name.empty()) * 16 + static_cast<std::int64_t>(kind));
        shared.add_if(actor.suspected, "suspected");
        if (!actor.name.empty()) shared.add("name", actor.name);
        shared.add_hash(feature_join(feature_hash("head"), material.words.bare[actor.tokens.last - 1]));
        shared.add_hash(feature_join(feature_hash("begin"), material.words.bare[actor.tokens.first]));
        add_claims(material, segments, episode, actor, shared, true);
        bool own_source = false, other_source = false, anywhere = false;
        for (const auto& source : material.cues.sources) {
            const bool own = !actor.name.empty() && (source.name == actor.name || (source.name.empty() && speaker_named(material.cues, source.tokens) == actor.name));
            const bool inside = in_episode(segments, episode, source.tokens);
            own_source = own_source || (own && inside);
            other_source = other_source || (!own && inside);
            anywhere = anywhere || own;
        }
        shared.add("own source, other", own_source * 4 + other_source * 2 + anywhere);
        const std::int64_t voice = own_voice(material, segments, episode, actor, own_source);
        shared.add("voice", (voice * 2 + other_source) * 16 + static_cast<std::int64_t>(actor.side));
        shared.add("voice, named", (voice * 2 + other_source) * 2 + !actor.name.empty());
        shared.add("own source, side", own_source * 16 + static_cast<std::int64_t>(actor.side));
        shared.add_if(!actor.name.empty() && actor.name == material.report.publisher, "publishes");
        add_speakers(material, segments, episode, actor, shared);
        add_mention(material, segments, episode, perpetrator, kind, shared);
        shared.add_if(speaks(material, actor.tokens), "speaks");
    }
    shared.under(1);
    for (std::size_t i = 0; i < episode.segments.size() && i < 3; ++i) add_words(material, segments[episode.segments[i]].tokens, "word", 30, shared);
    for (const auto status : {PerpetratorStatus::claimed, PerpetratorStatus::attributed, PerpetratorStatus::unknown})
        asked.offer_class(status, static_cast<std::uint64_t>(status), shared);
    return asked;
}

}  // namespace sitrep::understand
