#include "understand/incidents/relation_features.hpp"

namespace sitrep::understand {

namespace {

std::int64_t standing_of(const ToldBefore& before) { return before.current * 2 + before.paragraph; }

// Which outcomes some figures tell.
std::int64_t outcomes_in(const Material& material, const std::vector<CueIndex>& tolls)
{
    std::int64_t told = 0;
    for (const CueIndex index : tolls) {
        const Outcome outcome = material.cues.tolls[index].outcome;
        told |= outcome == Outcome::killed ? 1 : outcome == Outcome::injured ? 2 : 4;
    }
    return told;
}

// The acts of a segment: whether one is told, and whether all may be ones told before ("the attack").
struct ActsTold {
    bool any = false, definite = true;
};

ActsTold acts_of(const Material& material, const Segment& segment)
{
    ActsTold told;
    for (const CueIndex index : segment.acts) {
        const ActCue& act = material.cues.acts[index];
        if (act.strength == Strength::weak) continue;
        told.any = true;
        told.definite = told.definite && act.definite;
    }
    return told;
}

// An act told without victims waits for them: what the incident has been told of, and what the segment tells.
std::int64_t tolls_and_acts(const Material& material, const Profile& before, const Segment& segment)
{
    const ActsTold acts = acts_of(material, segment);
    return (outcomes_in(material, before.tolls) * 8 + outcomes_in(material, segment.tolls)) * 4 + acts.any * 2 + acts.definite;
}

void add_missing(const Material& material, const ToldBefore& before, const Segment& segment, Features& features)
{
    const std::int64_t both = tolls_and_acts(material, before.profile, segment);
    features.add("tolls of both, acts", both);
    features.add("tolls of both, current", both * 4 + standing_of(before));
    features.add("places, dates of both", ((before.profile.places.empty() * 2 + segment.places.empty()) * 4 + before.profile.dates.empty() * 2 + segment.dates.empty()) * 4 +
                                              before.current * 2 + acts_of(material, segment).any);
}

std::int64_t kind_class(const ActCue& act)
{
    constexpr std::int64_t of_no_kind = 31;
    return act.generic_kind ? of_no_kind : static_cast<std::int64_t>(act.kind);
}

// The first acts that an episode tells; bounded, as an episode of a long report is compared with all that follows it.
std::vector<CueIndex> first_acts_of(const std::vector<Segment>& segments, const Episode& episode)
{
    constexpr std::size_t acts_max = 64, segments_max = 256;
    std::vector<CueIndex> acts;
    for (std::size_t i = 0; i < episode.segments.size() && i < segments_max; ++i)
        for (const CueIndex act : segments[episode.segments[i]].acts) {
            if (acts.size() == acts_max) return acts;
            acts.push_back(act);
        }
    return acts;
}

// The kinds of the acts of both, and whether the segment's act is told by a word of the incident's.
void add_acts_of_both(const Material& material, const std::vector<Segment>& segments, const ToldBefore& before, const Segment& segment, Features& features)
{
    constexpr std::size_t acts_max = 3;
    if (segment.acts.empty()) return;
    const auto before_acts = first_acts_of(segments, before.episode);
    for (std::size_t i = 0; i < segment.acts.size() && i < acts_max; ++i) {
        const ActCue& act = material.cues.acts[segment.acts[i]];
        bool again = false;
        for (std::size_t k = 0; k < before_acts.size(); ++k) {
            const ActCue& then = material.cues.acts[before_acts[k]];
            again = again || material.words.bare[act.tokens.first] == material.words.bare[then.tokens.first];
            if (k < acts_max) features.add("kinds of both", (kind_class(act) * 32 + kind_class(then)) * 4 + act.definite * 2 + act.nominal);
        }
        features.add("act again", again * 16 + act.definite * 8 + act.nominal * 4 + before.current * 2 + (act.strength == Strength::certain));
    }
}

// Those hurt now and those told of before; actors with a name that both tell of.
void add_people_of_both(const Material& material, const ToldBefore& before, const Segment& segment, Features& features)
{
    const Cues& cues = material.cues;
    bool same_name = false, same_class = false, agent_hit = false;
    for (const CueIndex index : segment.tolls) {
        const TollCue& toll = cues.tolls[index];
        for (const CueIndex other : before.profile.tolls) {
            const TollCue& then = cues.tolls[other];
            same_name = same_name || (!toll.name.empty() && toll.name == then.name);
            same_class = same_class || (toll.victims && then.victims == toll.victims);
        }
        for (const CueIndex agent : before.profile.agents) agent_hit = agent_hit || cues.actors[agent].side == toll.side;
    }
    features.add("people of both",
                 (same_name * 4 + same_class * 2 + agent_hit) * 8 + !segment.tolls.empty() * 4 + before.profile.tolls.empty() * 2 + before.current);
    std::int64_t shared = 0, others = 0;
    for (const ActorCue& actor : cues_in(cues.actors, segment.tokens)) {
        if (actor.name.empty()) continue;
        const auto is_agent = [&](CueIndex agent) { return cues.actors[agent].name == actor.name; };
        ++(std::ranges::any_of(before.profile.agents, is_agent) ? shared : others);
    }
    features.add("names of both", (std::min<std::int64_t>(shared, 2) * 3 + std::min<std::int64_t>(others, 2)) * 2 + before.current);
}

// The words that a segment opens with ("The attack", "Later", "He"), by what lies between.
void add_opening(const Material& material, const ToldBefore& before, const Segment& segment, Features& features)
{
    const std::uint32_t first = segment.tokens.first;
    const auto standing = static_cast<std::uint64_t>(standing_of(before) * 2 + segment.eventful);
    const std::uint64_t word = feature_join(feature_hash("opens, current"), material.words.bare[first]);
    features.add_hash(feature_join(word, standing));
    if (first + 1 < segment.tokens.last) features.add_hash(feature_join(feature_join(feature_hash(" two", word), material.words.bare[first + 1]), standing));
    features.add("segments told", size_class(std::ssize(before.episode.segments)) * 4 + before.current * 2 + segment.eventful);
    const SentenceFlags& flags = material.cues.sentences[segment.sentence];
    const std::int64_t bits = flags.background * 32 + flags.refers_back * 16 + flags.new_incident * 8 + flags.same_day * 4 + flags.tally * 2 + flags.statement;
    features.add("flags, current", bits * 4 + standing_of(before));
}

// How the first two days that can be compared follow each other.
std::int64_t order_of_days(const Material& material, const Profile& before, const Profile& now)
{
    for (const std::uint32_t date : now.dates)
        for (const std::uint32_t other : before.dates) {
            const DateMention& a = *material.context.dates[date].mention;
            const DateMention& b = *material.context.dates[other].mention;
            const auto first = a.range.first_day(), then = b.range.first_day();
            if (!dates_an_event(a) || !dates_an_event(b) || !first || !then) continue;
            const auto days = (*first - *then).count();
            constexpr std::int64_t week = 7;
            if (days == 0) return 1;
            if (days > 0) return days == 1 ? 2 : days <= week ? 3 : 4;
            return days == -1 ? 5 : days >= -week ? 6 : 7;
        }
    return 0;
}

// Whether the title tells one act (1), several (2), or both.
std::int64_t acts_in_title(const Material& material)
{
    std::int64_t told = 0;
    for (const ActCue& act : material.cues.acts) {
        if (!material.document.sentences()[act.sentence].in_title) break;  // acts stand in the order of the text, titles before it
        told |= act.several ? 2 : 1;
    }
    return told;
}

}  // namespace

void add_relation_features(const Material& material, const std::vector<Segment>& segments, const ToldBefore& before, const Segment& segment, const Profile& now,
                           Features& features)
{
    add_missing(material, before, segment, features);
    add_acts_of_both(material, segments, before, segment, features);
    add_people_of_both(material, before, segment, features);
    add_opening(material, before, segment, features);
    features.add("order of days, current", order_of_days(material, before.profile, now) * 4 + before.current * 2 + segment.eventful);
}

void add_novelty_features(const Material& material, const std::vector<Segment>& segments, std::size_t episodes, std::uint32_t index, const ToldBefore& last,
                          Features& features)
{
    const Segment& segment = segments[index];
    const ActsTold acts = acts_of(material, segment);
    features.add("tolls of both, acts", tolls_and_acts(material, last.profile, segment));
    features.add("own place, tolls", (segment.places.empty() * 2 + segment.dates.empty()) * 32 + outcomes_in(material, segment.tolls) * 4 + acts.any * 2 + acts.definite);
    features.add("paragraph", last.paragraph * 4 + acts.any * 2 + acts.definite);
    constexpr std::int64_t episodes_max = 7;
    features.add("acts in title", (acts_in_title(material) * 8 + std::min<std::int64_t>(static_cast<std::int64_t>(episodes), episodes_max)) * 2 + segment.eventful);
    if (index + 1 == segments.size()) return features.add("no next", segment.eventful);
    const Segment& next = segments[index + 1];
    features.add("next", (next.eventful * 2 + !next.places.empty()) * 8 + !next.dates.empty() * 4 + (next.sentence == segment.sentence) * 2 + segment.eventful);
}

}  // namespace sitrep::understand
