#include "understand/incidents/told_whole.hpp"

#include <algorithm>
#include <chrono>

namespace sitrep::understand {

namespace {

constexpr std::size_t looked_at_max = 64;  // segments of a sentence or an episode: bounds the work on hostile text

bool has_anew(const Material& material, const Segment& segment)
{
    const auto& sentence = material.document.sentences()[segment.sentence];
    const bool reported = !cues_in(material.cues.sources, {sentence.first, sentence.last}).empty();  // "police said that gunmen had killed five"
    return std::ranges::any_of(segment.acts, [&](CueIndex index) {
        const ActCue& act = material.cues.acts[index];
        return act.strength != Strength::weak && !act.definite && (reported || !act.past_context) && !act.added;
    });
}

bool has_count(const Material& material, const Segment& segment)
{
    return std::ranges::any_of(segment.tolls, [&](CueIndex index) {
        const TollCue& toll = material.cues.tolls[index];
        const bool harmed = toll.outcome == Outcome::killed || toll.outcome == Outcome::injured;
        return harmed && toll.counts_victims() && !toll.part && !toll.total && !toll.added && !toll.several_events && !toll.updates && !toll.replaced && toll.doubt == 0;
    });
}

const Place& place_of(const Material& material, std::uint32_t place) { return material.context.places[place].mention->place; }

// A town or a governorate, in a known country.
bool is_settled(const Place& place) { return place.is_resolved() && place.precision <= PlacePrecision::governorate && !place.country.empty(); }

// A name that no gazetteer settles. In Arabic, where more words pass for names, held-out reports lost by it.
bool is_only_named(const Material& material, const Place& place)
{
    return !place.is_resolved() && place.kind == PlaceKind::unknown && material.document.language() == Language::english;
}

// No word in common: "near Lashio" and "Lashio" may be one.
bool share_no_word(const Material& material, std::uint32_t a, std::uint32_t b)
{
    const Tokens one = material.context.places[a].name, other = material.context.places[b].name;
    for (std::uint32_t at = one.first; at < one.last; ++at)
        for (std::uint32_t there = other.first; there < other.last; ++there)
            if (material.words.bare[at] == material.words.bare[there]) return false;
    return true;
}

bool has_place(const Material& material, const Segment& segment)
{
    return std::ranges::any_of(segment.places, [&](std::uint32_t place) { return is_settled(place_of(material, place)) || is_only_named(material, place_of(material, place)); });
}

// In two countries or governorates, or two towns.
bool are_apart(const Material& material, std::uint32_t one, std::uint32_t other)
{
    const Place &a = place_of(material, one), &b = place_of(material, other);
    const bool town_a = is_settled(a) && a.precision <= PlacePrecision::near, town_b = is_settled(b) && b.precision <= PlacePrecision::near;
    const bool named_a = is_only_named(material, a), named_b = is_only_named(material, b);
    if (named_a || named_b) return (named_a || town_a) && (named_b || town_b) && share_no_word(material, one, other);
    if (!is_settled(a) || !is_settled(b)) return false;
    if (a.country != b.country || (!a.admin1_code.empty() && !b.admin1_code.empty() && a.admin1_code != b.admin1_code)) return true;
    return a.precision <= PlacePrecision::near && b.precision <= PlacePrecision::near && a.gazetteer_id != b.gazetteer_id;
}

bool has_day(const Material& material, const Segment& segment)
{
    return std::ranges::any_of(segment.dates, [&](std::uint32_t index) {
        const DateMention& mention = *material.context.dates[index].mention;
        const auto first = mention.range.first_day(), last = mention.range.last_day();
        return dates_an_event(mention) && !(first && last && *last - *first > std::chrono::days(1));
    });
}

}  // namespace

bool tells_whole(const Material& material, const std::vector<Segment>& segments, std::uint32_t index)
{
    const Segment& segment = segments[index];
    const SentenceFlags& flags = material.cues.sentences[segment.sentence];
    const bool retells = flags.statement || flags.refers_back || flags.tally || flags.pattern || flags.hypothetical;
    if (segment.in_title || !segment.eventful || retells || !has_place(material, segment)) return false;
    std::uint32_t first = index, last = index;
    while (first > 0 && index - first < looked_at_max && segments[first - 1].sentence == segment.sentence) --first;
    while (last + 1 < segments.size() && last - index < looked_at_max && segments[last + 1].sentence == segment.sentence) ++last;
    bool act = false, count = false, day = false;
    for (std::uint32_t at = first; at <= last; ++at) {
        act = act || has_anew(material, segments[at]);
        count = count || has_count(material, segments[at]);
        day = day || has_day(material, segments[at]);
    }
    return act && count && day;
}

bool tells_other_whole(const Material& material, const std::vector<Segment>& segments, const Episode& episode, const Profile& before, std::uint32_t index, const Profile& now)
{
    if (!tells_whole(material, segments, index) || weigh_tolls(material, before, now) < 0) return false;
    const auto told = std::span(episode.segments).first(std::min(episode.segments.size(), looked_at_max));
    if (std::ranges::none_of(told, [&](std::uint32_t other) { return tells_whole(material, segments, other); })) return false;
    return std::ranges::all_of(told, [&](std::uint32_t other) {
        return std::ranges::all_of(segments[other].places, [&](std::uint32_t there) {
            return std::ranges::all_of(segments[index].places, [&](std::uint32_t here) { return are_apart(material, here, there); });
        });
    });
}

bool is_of_the_lead_day(const Material& material, const std::vector<Segment>& segments, const Episode& episode)
{
    const std::uint32_t first = first_of_body(segments);
    if (first == segments.size()) return false;
    const Segment& lead = segments[first];
    const auto is_past = [&](std::uint32_t date) { return was_over_long_before(material.context.dates[date].mention->range, material.report.published); };
    if (material.cues.sentences[lead.sentence].background || std::ranges::any_of(lead.dates, is_past) || !tells_whole(material, segments, first)) return false;
    Profile of_lead;
    add(of_lead, material, lead);
    const auto told = std::span(episode.segments).first(std::min(episode.segments.size(), looked_at_max));
    return std::ranges::any_of(told, [&](std::uint32_t index) {
        if (index == first) return true;
        Profile now;
        add(now, material, segments[index]);
        return weigh_dates(material, of_lead, now) < 0 && tells_whole(material, segments, index) && !material.cues.sentences[segments[index].sentence].background;
    });
}

}  // namespace sitrep::understand
