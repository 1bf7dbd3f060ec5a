// Sentences cut into stretches that tell of one thing each, with the cues that stand in them.
#include <algorithm>

#include "understand/assemble.hpp"
#include "understand/incidents/breaks.hpp"

namespace sitrep::understand {

namespace {

template <class Cue>
std::pair<std::size_t, std::size_t> within(const std::vector<Cue>& cues, Tokens tokens)
{
    const auto first =
        std::lower_bound(cues.begin(), cues.end(), tokens.first, [](const Cue& cue, std::uint32_t token) { return cue.tokens.first < token; });
    const auto last = std::lower_bound(first, cues.end(), tokens.last, [](const Cue& cue, std::uint32_t token) { return cue.tokens.first < token; });
    return {static_cast<std::size_t>(first - cues.begin()), static_cast<std::size_t>(last - cues.begin())};
}

// "from 29 to 30 August" dates one event; a longer period dates none.
bool is_short(const DateMention& mention)
{
    constexpr std::chrono::days event_days_max{4};
    const auto first = mention.range.first_day(), last = mention.range.last_day();
    return first && last && *last - *first < event_days_max;
}

void add_cues(const Material& material, Segment& segment)
{
    const Cues& cues = material.cues;
    for (auto [at, end] = within(cues.acts, segment.tokens); at < end; ++at)
        if (cues.acts[at].reality == Reality::happened) segment.acts.push_back(static_cast<CueIndex>(at));
    for (auto [at, end] = within(cues.tolls, segment.tokens); at < end; ++at)
        if (!cues.tolls[at].cumulative && !cues.tolls[at].replaced) segment.tolls.push_back(static_cast<CueIndex>(at));
    for (auto [at, end] = within(material.context.places, segment.tokens); at < end; ++at) {
        const PlaceRole role = at < cues.places.size() ? cues.places[at] : PlaceRole::event;
        if (role == PlaceRole::event)
            segment.places.push_back(static_cast<std::uint32_t>(at));
        else if (role == PlaceRole::relative)
            segment.distant.push_back(static_cast<std::uint32_t>(at));
    }
    for (auto [at, end] = within(material.context.dates, segment.tokens); at < end; ++at) {
        const DateRole role = at < cues.dates.size() ? cues.dates[at] : DateRole::event;
        if (role == DateRole::event && (!material.context.dates[at].mention->is_period || is_short(*material.context.dates[at].mention)))
            segment.dates.push_back(static_cast<std::uint32_t>(at));
        else if (role == DateRole::announces)
            segment.announcing.push_back(static_cast<std::uint32_t>(at));
    }
}

bool has_day(const Material& material, const Segment& segment)
{
    return std::any_of(segment.dates.begin(), segment.dates.end(), [&](std::uint32_t date) {
        const DateMention& mention = *material.context.dates[date].mention;
        return dates_an_event(mention) && (mention.range.precision == DatePrecision::day || !mention.range.is_known());
    });
}

bool is_eventful(const Material& material, const Segment& segment)
{
    const SentenceFlags& flags = material.cues.sentences[segment.sentence];
    const bool counted = std::any_of(segment.tolls.begin(), segment.tolls.end(), [&](CueIndex toll) { return !material.cues.tolls[toll].part; });
    if ((flags.pattern || flags.tally) && !segment.in_title && !has_day(material, segment) && !counted) return false;
    const bool may_be_habit = !segment.in_title && !has_day(material, segment);
    const bool acted = std::any_of(segment.acts.begin(), segment.acts.end(), [&](CueIndex index) {
        const ActCue& act = material.cues.acts[index];
        return act.strength != Strength::weak && !(act.several && may_be_habit);
    });
    return counted || acted;
}

}  // namespace

bool tells_no_deed(const Material& material, const Segment& segment)
{
    const Cues& cues = material.cues;
    const auto is_told = [&](CueIndex act) { return cues.acts[act].strength != Strength::weak; };
    const auto is_none = [&](CueIndex toll) { return !cues.tolls[toll].vague && cues.tolls[toll].low == 0 && cues.tolls[toll].high == 0; };
    const bool set = !segment.places.empty() || !segment.dates.empty();
    if (!set && !segment.tolls.empty() && std::ranges::all_of(segment.tolls, is_none) && std::ranges::none_of(segment.acts, is_told)) return true;
    const auto is_whole = [&](CueIndex toll) { return !cues.tolls[toll].part; };
    return cues.sentences[segment.sentence].pattern && !segment.in_title && !has_day(material, segment) && std::ranges::none_of(segment.tolls, is_whole);
}

std::vector<Segment> segments_of(const Material& material)
{
    std::vector<Segment> segments;
    const auto& tokens = material.document.tokens();
    const auto& sentences = material.document.sentences();
    const auto& breaks = material.cues.breaks;
    for (std::uint32_t number = 0; number < sentences.size(); ++number) {
        const text::Sentence& sentence = sentences[number];
        std::uint32_t first = sentence.first;
        for (std::uint32_t token = sentence.first; token < sentence.last; ++token) {
            const bool last = token + 1 == sentence.last;
            if (!last && !parts_sentence(tokens[token]) && !std::binary_search(breaks.begin(), breaks.end(), token + 1)) continue;
            Segment segment;
            segment.tokens = {first, token + 1};
            segment.sentence = number;
            segment.in_title = sentence.in_title;
            add_cues(material, segment);
            segment.eventful = is_eventful(material, segment);
            segments.push_back(std::move(segment));
            first = token + 1;
        }
    }
    return segments;
}

}  // namespace sitrep::understand
