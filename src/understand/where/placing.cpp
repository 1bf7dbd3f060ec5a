// Which of a report's places and dates are those of an episode.
#include <algorithm>
#include <iterator>

#include "understand/english/place_roles.hpp"
#include "understand/incidents/segment_features.hpp"
#include "understand/questions.hpp"

namespace sitrep::understand {

namespace {

constexpr std::size_t candidates_max = 24;

// Where a mention stands to the episode: its segment, the nearest act.
void add_position(const Material& material, const std::vector<Segment>& segments, const Episode& episode, Tokens tokens, std::uint32_t sentence, Features& features)
{
    const auto& sentences = material.document.sentences();
    bool inside = false, eventful = false, first = false;
    std::int64_t nearest = 99;
    for (const std::uint32_t number : episode.segments) {
        const Segment& segment = segments[number];
        if (!segment.tokens.contains(tokens)) continue;
        inside = true;
        eventful = segment.eventful;
        first = number == episode.segments.front();
        for (const CueIndex act : segment.acts) nearest = std::min(nearest, gap_between(tokens, material.cues.acts[act].tokens));
    }
    features.add("position", inside * 8 + eventful * 4 + first * 2 + sentences[sentence].in_title);
    features.add("act", size_class(nearest));
    const auto away = std::int64_t{sentence} - segments[episode.segments.front()].sentence;
    if (!inside) features.add("away", std::clamp<std::int64_t>(away, -4, 4));
    features.add("opens sentence", tokens.first == sentences[sentence].first);
    features.add("dateline", tokens.first <= 2);
    add_neighbours(material, tokens, features);
}

void keep_new(std::vector<std::uint32_t>& kept, std::uint32_t index)
{
    if (kept.size() < candidates_max && std::find(kept.begin(), kept.end(), index) == kept.end()) kept.push_back(index);
}

PlaceRole role_of(const Material& material, std::uint32_t index) { return index < material.cues.places.size() ? material.cues.places[index] : PlaceRole::event; }

bool is_unit(const Place& place) { return place.kind == PlaceKind::governorate || place.kind == PlaceKind::country; }

// In the dateline of a dispatch whose act is told with a place of the same country, or within the name of a group.
bool stands_elsewhere(const Material& material, const std::vector<std::uint32_t>& told, std::uint32_t index)
{
    const ContextPlace& place = material.context.places[index];
    const PlaceRole role = role_of(material, index);
    if (material.document.tokens()[place.tokens.first].arabic) return false;
    if (role == PlaceRole::other) return !told.empty() && english::names_a_group(material.document, material.cues, place.tokens);
    if (role != PlaceRole::dateline || english::heads_item(material.document, place.tokens)) return false;
    return std::ranges::any_of(told, [&](std::uint32_t other) { return material.context.places[other].mention->place.country == place.mention->place.country; });
}

// The places finer than a province that the words name which tell the act.
std::vector<std::uint32_t> told_with_act(const Material& material, const std::vector<Segment>& segments, const Episode& episode, const std::vector<std::uint32_t>& places)
{
    std::vector<std::uint32_t> told;
    std::ranges::copy_if(places, std::back_inserter(told), [&](std::uint32_t place) {
        const ContextPlace& there = material.context.places[place];
        if (role_of(material, place) != PlaceRole::event || is_unit(there.mention->place)) return false;
        return std::ranges::any_of(episode.segments, [&](std::uint32_t number) { return segments[number].eventful && segments[number].tokens.contains(there.tokens); });
    });
    return told;
}

// All places that an episode may have happened at: those of its own words, whatever they seem to say there, and those the report opens with.
std::vector<std::uint32_t> places_near(const Material& material, const std::vector<Segment>& segments, const Episode& episode, const Link& by_rules)
{
    const auto& all = material.context.places;
    std::vector<std::uint32_t> places = by_rules.places;
    for (const std::uint32_t number : episode.segments) {
        for (const std::uint32_t place : segments[number].places) keep_new(places, place);
        for (const std::uint32_t place : segments[number].distant) keep_new(places, place);
    }
    const bool few = places.size() < 3;
    for (const std::uint32_t number : episode.segments) {
        const auto begins_before = [](const ContextPlace& place, std::uint32_t token) { return place.tokens.first < token; };
        auto at = std::lower_bound(all.begin(), all.end(), segments[number].tokens.first, begins_before);
        for (; at != all.end() && at->tokens.first < segments[number].tokens.last; ++at) keep_new(places, static_cast<std::uint32_t>(at - all.begin()));
    }
    const auto& sentences = material.document.sentences();
    const auto of_body = std::find_if(all.begin(), all.end(), [&](const ContextPlace& place) { return !sentences[place.sentence].in_title; });
    constexpr std::ptrdiff_t opening_places = 2;
    for (auto at = of_body; at != all.end() && at - of_body < opening_places; ++at) keep_new(places, static_cast<std::uint32_t>(at - all.begin()));
    if (few)
        for (std::uint32_t place = 0; place < all.size() && place < candidates_max; ++place) keep_new(places, place);
    const auto told = told_with_act(material, segments, episode, places);
    std::erase_if(places, [&](std::uint32_t place) { return stands_elsewhere(material, told, place); });
    return places;
}

// Where a place comes among the others of an episode as a reader meets them, the headline last: what is named first is what a report is about.
void add_order(const Material& material, const std::vector<Segment>& segments, const Episode& episode, std::uint32_t index, const std::vector<std::uint32_t>& all,
               Features& features)
{
    const auto& places = material.context.places;
    const auto& sentences = material.document.sentences();
    const auto comes_before = [&](const ContextPlace& a, const ContextPlace& b) {
        const bool title_a = sentences[a.sentence].in_title, title_b = sentences[b.sentence].in_title;
        return title_a != title_b ? title_b : a.tokens.first < b.tokens.first;
    };
    const auto softened = [](const ContextPlace& place) { return place.mention->span != place.mention->name_span; };
    const ContextPlace& own = places[index];
    const bool inside = in_episode(segments, episode, own.tokens), event = role_of(material, index) == PlaceRole::event;
    std::int64_t before = 0, finer_before = 0, in_line = 0, bare_in_line = 0;
    bool told_before = false;
    for (const std::uint32_t other : all) {
        if (other == index || !comes_before(places[other], own)) continue;
        const Place& there = places[other].mention->place;
        ++before;
        finer_before += !is_unit(there);
        const bool same = there.is_resolved() && there.gazetteer_id == own.mention->place.gazetteer_id;
        told_before = told_before || same;
        if (same || role_of(material, other) != PlaceRole::event || !in_episode(segments, episode, places[other].tokens)) continue;
        ++in_line;
        bare_in_line += !softened(places[other]) && !is_unit(there);
    }
    constexpr std::int64_t line_max = 3;
    const auto standing = inside * 16 + event * 8 + is_unit(own.mention->place) * 4 + softened(own) * 2 + sentences[own.sentence].in_title;
    features.add("order", size_class(before));
    features.add("order of the fine", size_class(finer_before) * 2 + is_unit(own.mention->place));
    features.add("in line", std::min(in_line, line_max) * 32 + standing);
    features.add("bare in line", std::min(bare_in_line, line_max) * 32 + standing);
    features.add_if(told_before, "told before");
    constexpr std::uint32_t words_max = 5;
    for (std::uint32_t at = own.tokens.first; at < own.tokens.last && at < own.tokens.first + words_max; ++at)
        if (!own.name.contains({at, at + 1})) features.add_hash(feature_join(feature_hash("own word"), material.words.bare[at]));
}

// Words that name who speaks, a person, or who was hit are no place, or say less of where.
void add_other_readings(const Cues& cues, const ContextPlace& place, Features& features)
{
    features.add_if(cue_over(cues.persons, place.tokens) != nullptr, "names a person");
    if (const SourceCue* source = cue_over(cues.sources, place.tokens)) features.add("names a source", source->tokens.contains(place.tokens));
    if (const ActorCue* actor = cue_over(cues.actors, place.tokens))
        features.add("names an actor", static_cast<std::int64_t>(actor->side) * 2048 + static_cast<std::int64_t>(actor->tagged) * 8 + (actor->tokens == place.tokens) * 4 +
                                           actor->tokens.contains(place.tokens) * 2 + (actor->tokens.first == place.tokens.first));
    if (const TallyCue* tally = cue_over(cues.tallies, place.tokens)) features.add("within a tally", tally->tagged);
}

// Whether the same place is named again: in the title, in this episode, outside of it.
void add_repeated(const Material& material, const std::vector<Segment>& segments, const Episode& episode, std::uint32_t index, Features& features)
{
    constexpr std::uint32_t places_max = 64;
    const auto& places = material.context.places;
    const auto& sentences = material.document.sentences();
    const ContextPlace& own = places[index];
    std::int64_t within = 0, outside = 0;
    bool in_title = false;
    for (std::uint32_t other = 0; other < places.size() && other < places_max; ++other) {
        if (other == index) continue;
        const Place& there = places[other].mention->place;
        const bool same = there.is_resolved() ? there.gazetteer_id == own.mention->place.gazetteer_id : same_place(material, other, index);
        if (!same) continue;
        in_title = in_title || sentences[places[other].sentence].in_title;
        ++(in_episode(segments, episode, places[other].tokens) ? within : outside);
    }
    features.add("again", std::min<std::int64_t>(within, 2) * 8 + std::min<std::int64_t>(outside, 2) * 2 + in_title);
}

void add_place(const Material& material, std::uint32_t index, const std::vector<std::uint32_t>& all, Features& features)
{
    const ContextPlace& place = material.context.places[index];
    const Place& known = place.mention->place;
    const bool bare = place.mention->span == place.mention->name_span;
    features.add("kind", static_cast<std::int64_t>(known.kind) * 4 + known.is_resolved() * 2 + bare);
    features.add("precision", static_cast<std::int64_t>(known.precision));
    const PlaceRole role = role_of(material, index);
    features.add("tagged", static_cast<std::int64_t>(place.tagged));
    features.add("lean", lean_to(material, place.name, tag_role("place")));
    features.add("tagged, kind", static_cast<std::int64_t>(place.tagged) * 32 + static_cast<std::int64_t>(known.kind) * 2 + known.is_resolved());
    features.add("role", static_cast<std::int64_t>(role));
    features.add("role, kind", static_cast<std::int64_t>(role) * 16 + static_cast<std::int64_t>(known.kind));
    features.add("words", size_class(std::int64_t{place.tokens.last} - place.tokens.first));
    std::int64_t same_country = 0, finer = 0, around = 0;
    for (const std::uint32_t other : all) {
        if (other == index) continue;
        const Place& there = material.context.places[other].mention->place;
        same_country += there.country == known.country;
        finer += there.precision < known.precision;
        // "al-Shuhail, in eastern Deir ez-Zor": the place beside it holds it.
        const auto gap = gap_between(material.context.places[other].tokens, place.tokens);
        if (gap > 3 || material.context.places[other].sentence != place.sentence) continue;
        around = there.precision > known.precision || (!known.is_resolved() && there.is_resolved()) ? 1 : 2;
        features.add("beside", around * 2 + (material.context.places[other].tokens.first > place.tokens.first));
    }
    features.add("same country", same_country > 0 || all.size() == 1);
    features.add("finer ones", size_class(finer));
    features.add_hash(feature_join(feature_hash("head"), material.words.bare[place.tokens.first]));
    // "same area", "the convoy": words without a capital describe more often than they name.
    const auto& tokens = material.document.tokens();
    const bool capital = std::any_of(tokens.begin() + place.name.first, tokens.begin() + place.name.last, [](const text::Token& token) { return token.capital; });
    const bool latin = !tokens[place.name.first].arabic;
    features.add("shape", static_cast<std::int64_t>(place.tagged) * 8 + known.is_resolved() * 4 + capital * 2 + latin);
    features.add_hash(feature_join(feature_hash("tail"), material.words.bare[place.tokens.last - 1]));
    features.add_if(known.kind == PlaceKind::settlement && !known.admin1.empty() && known.name == known.admin1, "names a province");
    features.add_if(!known.is_resolved() && known.country.empty(), "lies nowhere known");
    features.add("population", known.population > 300000 ? 3 : known.population > 50000 ? 2 : known.population > 0);
}

void add_date(const Material& material, std::uint32_t index, Features& features)
{
    const ContextDate& date = material.context.dates[index];
    const DateRole role = index < material.cues.dates.size() ? material.cues.dates[index] : DateRole::event;
    const DateMention& mention = *date.mention;
    features.add("role", static_cast<std::int64_t>(role));
    features.add("type", static_cast<std::int64_t>(mention.type) * 16 + static_cast<std::int64_t>(mention.range.precision) * 2 + mention.is_period);
    features.add("known", mention.range.is_known() * 2 + dates_an_event(mention));
    features.add("role, type", static_cast<std::int64_t>(role) * 16 + static_cast<std::int64_t>(mention.range.precision) * 2 + mention.range.is_known());
    if (material.report.published && mention.range.last_day()) {
        const auto days = (material.report.published->day - *mention.range.last_day()).count();
        features.add("age", days < 0 ? -1 : size_class(days));
    }
    for (std::uint32_t at = date.tokens.first; at < date.tokens.last && at < date.tokens.first + 4; ++at)
        features.add_hash(feature_join(feature_hash("own word"), material.words.bare[at]));
}

}  // namespace

Asked<std::uint32_t> ask_place(const Material& material, const std::vector<Segment>& segments, const Episode& episode, const Link& by_rules)
{
    const auto places = places_near(material, segments, episode, by_rules);
    Asked<std::uint32_t> asked;
    for (const std::uint32_t index : places) {
        Features& features = asked.offer(index);
        const auto ranked = std::find(by_rules.places.begin(), by_rules.places.end(), index);
        features.add("rank by rules", ranked == by_rules.places.end() ? 9 : ranked - by_rules.places.begin());
        add_place(material, index, places, features);
        add_order(material, segments, episode, index, places, features);
        add_other_readings(material.cues, material.context.places[index], features);
        add_repeated(material, segments, episode, index, features);
        add_position(material, segments, episode, material.context.places[index].tokens, material.context.places[index].sentence, features);
    }
    return asked;
}

Asked<std::optional<std::uint32_t>> ask_date(const Material& material, const std::vector<Segment>& segments, const Episode& episode, const Link& by_rules,
                                             bool background)
{
    std::vector<std::uint32_t> dates;
    if (by_rules.date) dates.push_back(*by_rules.date);
    for (const std::uint32_t number : episode.segments) {
        for (const std::uint32_t date : segments[number].dates) keep_new(dates, date);
        for (const std::uint32_t date : segments[number].announcing) keep_new(dates, date);
    }
    // Dates told just before: what is told after them may be of the same day.
    const std::uint32_t first = episode.segments.front();
    for (std::uint32_t before = first; before > 0 && before + 3 > first; --before)
        for (const std::uint32_t date : segments[before - 1].dates) keep_new(dates, date);
    Asked<std::optional<std::uint32_t>> asked;
    Features& nothing = asked.offer(std::nullopt);
    nothing.under(1);
    nothing.add("any");
    nothing.add_if(!by_rules.date, "rules agree");
    nothing.add("dates", size_class(std::ssize(dates)));
    nothing.add("background, published", background * 2 + material.report.published.has_value());
    nothing.add_if(told_over_time(material, segments, episode), "told over time");
    for (const std::uint32_t index : dates) {
        Features& features = asked.offer(index);
        features.under(2);
        features.add("any");
        features.add_if(by_rules.date == index, "rules agree");
        features.add_if(background, "background");
        add_date(material, index, features);
        add_position(material, segments, episode, material.context.dates[index].tokens, material.context.dates[index].sentence, features);
    }
    return asked;
}

}  // namespace sitrep::understand
