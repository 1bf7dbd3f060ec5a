// Who or what was hit: which of the people, posts and things named beside an act are its targets, and of which class each is.
#include <algorithm>

#include "understand/context.hpp"
#include "understand/incidents/segment_features.hpp"
#include "understand/questions.hpp"

namespace sitrep::understand {

namespace {

constexpr std::size_t candidates_max = 24;

std::int64_t class_number(std::optional<TargetClass> target) { return target ? static_cast<std::int64_t>(*target) + 1 : 0; }

const Segment* segment_of(const std::vector<Segment>& segments, const Episode& episode, Tokens tokens)
{
    const auto at = std::find_if(episode.segments.begin(), episode.segments.end(), [&](std::uint32_t s) { return segments[s].tokens.contains(tokens); });
    return at == episode.segments.end() ? nullptr : &segments[*at];
}

// Where it stands beside the nearest act that happened: before or after it, how far, and what is told of.
void add_nearest_act(const Material& material, const Segment& segment, Tokens tokens, Features& features)
{
    const ActCue* nearest = nullptr;
    for (const CueIndex index : segment.acts) {
        const ActCue& act = material.cues.acts[index];
        if (nearest == nullptr || gap_between(act.tokens, tokens) < gap_between(nearest->tokens, tokens)) nearest = &act;
    }
    if (nearest == nullptr) {
        features.add("no act");
        return;
    }
    const bool before = tokens.first < nearest->tokens.first;
    features.add("act, gap", size_class(gap_between(nearest->tokens, tokens)) * 4 + before * 2 + nearest->nominal);
    features.add("act, side", before * 4 + nearest->by_victims * 2 + nearest->nominal);
    for (std::uint32_t at = nearest->tokens.first; at < nearest->tokens.last; ++at)
        features.add_hash(feature_join(feature_hash(before ? "before act" : "after act"), material.words.bare[at]));
}

void add_tolls_beside(const Material& material, const Segment& segment, Tokens tokens, Features& features)
{
    for (const auto& toll : cues_in(material.cues.tolls, segment.tokens)) {
        const auto gap = gap_between(toll.tokens, tokens);
        if (gap > 2) continue;
        features.add("toll beside", static_cast<std::int64_t>(toll.outcome) * 8 + toll.of_attackers * 4 + gap);
        features.add("toll beside, class", class_number(toll.victims));
    }
}

}  // namespace

std::vector<CueIndex> target_candidates(const Material& material, const std::vector<Segment>& segments, const Episode& episode)
{
    std::vector<CueIndex> candidates;
    const auto& actors = material.cues.actors;
    for (const std::uint32_t number : episode.segments)
        for (const ActorCue& actor : cues_in(actors, segments[number].tokens))
            if (candidates.size() < candidates_max) candidates.push_back(static_cast<CueIndex>(&actor - actors.data()));
    return candidates;
}

// "Two soldiers and a farmer were killed": the number that stands in or right before the words of a target is its own.
void set_target_tolls(const Material& material, const std::vector<Segment>& segments, const Episode& episode, Account& account)
{
    constexpr std::int64_t beside = 1;  // word
    if (account.targets.size() < 2) return;
    for (const std::uint32_t number : episode.segments)
        for (const TollCue& toll : cues_in(material.cues.tolls, segments[number].tokens)) {
            if (toll.vague || toll.combined || toll.of_attackers || toll.cumulative || toll.replaced) continue;
            const Span span = span_of(material.document, material.cues, toll.tokens);
            const auto owner = std::ranges::find_if(account.targets, [&](const Target& target) {
                if (!target.span) return false;
                const Tokens own = tokens_of(material.document, *target.span);
                return own.overlaps(toll.tokens) || (toll.tokens.last <= own.first && gap_between(toll.tokens, own) < beside);
            });
            if (owner == account.targets.end()) continue;
            auto& own = toll.outcome == Outcome::killed ? owner->killed : owner->injured;
            if (toll.outcome != Outcome::killed && toll.outcome != Outcome::injured) continue;
            if (!own) own = Toll{toll.low, toll.high, span};
        }
}

std::optional<TargetClass> class_by_word(const ActorCue& actor)
{
    return actor.side == Side::thing ? std::nullopt : actor.target_class;
}

Asked<std::optional<TargetClass>> ask_target(const Material& material, const std::vector<Segment>& segments, const Episode& episode, IncidentKind kind,
                                             CueIndex perpetrator, CueIndex actor)
{
    Asked<std::optional<TargetClass>> asked;
    Features& shared = asked.share();
    const ActorCue& cue = material.cues.actors[actor];
    const auto side = static_cast<std::int64_t>(cue.side);
    const auto known = class_number(cue.target_class);
    shared.add("class", known);
    shared.add("class, tagged", known * 32 + (cue.tagged == not_tagged ? 31 : cue.tagged));
    shared.add("class, kind", known * 16 + static_cast<std::int64_t>(kind));
    shared.add("tagged", cue.tagged == not_tagged ? 31 : cue.tagged);
    shared.add("tagged, side", (cue.tagged == not_tagged ? 31 : cue.tagged) * 16 + side);
    shared.add("side, kind", side * 16 + static_cast<std::int64_t>(kind));
    shared.add("side, role", side * 4 + static_cast<std::int64_t>(cue.role));
    shared.add("role, added", static_cast<std::int64_t>(cue.role) * 2 + cue.added);
    shared.add("named", !cue.name.empty());
    const bool patient = cue.act != none && material.cues.acts[cue.act].patient == actor;
    shared.add("patient", patient * 4 + (cue.act != none) * 2 + cue.suspected);
    const auto persons = cues_in(material.cues.persons, {cue.tokens.first > 3 ? cue.tokens.first - 3 : 0, cue.tokens.last});
    shared.add("person", std::any_of(persons.begin(), persons.end(), [&](const PersonCue& person) { return person.tokens.overlaps(cue.tokens); }));
    const text::Token& head = material.document.tokens()[cue.tokens.last - 1];
    shared.add("head", head.capital * 4 + head.normal.ends_with("s") * 2 + head.arabic);
    const ActorCue* culprit = perpetrator == none ? nullptr : &material.cues.actors[perpetrator];
    const bool is_culprit = culprit != nullptr && (actor == perpetrator || (!cue.name.empty() && cue.name == culprit->name));
    shared.add("perpetrator", is_culprit * 2 + (culprit != nullptr));
    if (culprit != nullptr) shared.add("sides", static_cast<std::int64_t>(culprit->side) * 16 + side);
    if (const Segment* segment = segment_of(segments, episode, cue.tokens)) {
        shared.add("segment", segment->eventful * 2 + segment->in_title);
        add_nearest_act(material, *segment, cue.tokens, shared);
        add_tolls_beside(material, *segment, cue.tokens, shared);
    }
    for (std::uint32_t at = cue.tokens.first; at < cue.tokens.last; ++at) shared.add_hash(feature_join(feature_hash("own word"), material.words.bare[at]));
    shared.add_hash(feature_join(feature_hash("head"), material.words.bare[cue.tokens.last - 1]));
    add_neighbours(material, cue.tokens, shared);
    asked.offer_class(std::nullopt, 0, shared);
    for (const auto target : target_classes) asked.offer_class(target, static_cast<std::uint64_t>(target) + 1, shared);
    return asked;
}

}  // namespace sitrep::understand
