// Where and when an episode took place, by the mentions in its own sentences.
#include <algorithm>

#include "understand/assemble.hpp"

namespace sitrep::understand {

namespace {

constexpr std::size_t places_max = 8;

// Smaller is finer. A name that no gazetteer knows is a village more often than not.
int coarseness(const PlaceMention& mention)
{
    const Place& place = mention.place;
    if (!place.is_resolved() && place.kind == PlaceKind::unknown) return place.precision >= PlacePrecision::region ? 3 : 1;
    switch (place.kind) {
        case PlaceKind::site:
            return 0;
        case PlaceKind::settlement:
            return mention.span == mention.name_span ? 1 : 2;
        case PlaceKind::water:
        case PlaceKind::road:
        case PlaceKind::unknown:
            return 2;
        case PlaceKind::district:
            return 3;
        case PlaceKind::region:
            return 4;
        case PlaceKind::governorate:
            return 5;
        case PlaceKind::country:
            return 6;
    }
    return 6;
}

// "Kirkuk" in a report from Kirkuk province names the province as often as its capital.
bool shares_name_with_province(const Material& material, const ContextPlace& place)
{
    const std::string& admin1 = place.mention->place.admin1;
    return place.mention->place.kind == PlaceKind::settlement && !admin1.empty() &&
           material.document.words(place.name.first, place.name.last) == admin1;
}

bool same_place(const Material& material, std::uint32_t a, std::uint32_t b)
{
    const ContextPlace& x = material.context.places[a];
    const ContextPlace& y = material.context.places[b];
    if (x.mention->place.is_resolved() || y.mention->place.is_resolved())
        return x.mention->place.gazetteer_id == y.mention->place.gazetteer_id && (x.tokens.last - x.tokens.first) == (y.tokens.last - y.tokens.first);
    return material.document.words(x.tokens.first, x.tokens.last) == material.document.words(y.tokens.first, y.tokens.last);
}

void add_places(const Material& material, const std::vector<std::uint32_t>& found, std::vector<std::uint32_t>& places)
{
    for (const std::uint32_t place : found) {
        if (places.size() >= places_max) return;
        if (std::none_of(places.begin(), places.end(), [&](std::uint32_t other) { return same_place(material, place, other); }))
            places.push_back(place);
    }
}

constexpr int unresolved_rank = 5, hour_rank = 8, no_rank = 9;

// A date that dates the event itself: a day before a month, one that is known before one that is not.
int rank_of(const DateMention& mention)
{
    if (mention.type == TimexType::duration || mention.type == TimexType::set) return no_rank;
    if (mention.range.is_known()) return static_cast<int>(mention.range.precision);
    return dates_an_event(mention) ? unresolved_rank : hour_rank;
}

// The day that a stretch shares with what is told before it in its paragraph: with the beginning of its own sentence, with a sentence
// that only sets the scene ("Tuesday saw a series of attacks"), or, where it has an hour of its own, with the event told last.
std::optional<std::uint32_t> shared_date(const Material& material, const std::vector<Segment>& segments, std::uint32_t first, bool has_hour)
{
    const auto& sentences = material.document.sentences();
    const std::uint32_t paragraph = sentences[segments[first].sentence].paragraph;
    for (std::uint32_t before = first; before > 0; --before) {
        const Segment& segment = segments[before - 1];
        if (sentences[segment.sentence].paragraph != paragraph) return std::nullopt;
        for (const std::uint32_t date : segment.dates)
            if (dates_an_event(*material.context.dates[date].mention)) {
                const bool shared = has_hour || !segment.eventful || segment.sentence == segments[first].sentence;
                return shared ? std::optional(date) : std::nullopt;
            }
    }
    return std::nullopt;
}

}  // namespace

Link link_of(const Material& material, const std::vector<Segment>& segments, const Episode& episode)
{
    Link link;
    for (const bool eventful : {true, false})
        for (const std::uint32_t index : episode.segments)
            if (segments[index].eventful == eventful) add_places(material, segments[index].places, link.places);
    if (link.places.empty())
        for (const std::uint32_t index : episode.segments) add_places(material, segments[index].distant, link.places);
    const auto order = [&](std::uint32_t place) {
        const ContextPlace& here = material.context.places[place];
        return shares_name_with_province(material, here) ? 4 : coarseness(*here.mention);
    };
    // "in the town": the place told last before this episode.
    for (std::uint32_t before = episode.segments.front(); link.places.empty() && before > 0; --before)
        add_places(material, segments[before - 1].places, link.places);
    // Equally fine places stay in the order in which they were told.
    std::vector<std::pair<int, std::uint32_t>> ordered;
    for (const std::uint32_t place : link.places)
        ordered.emplace_back(order(place) * static_cast<int>(places_max) + static_cast<int>(ordered.size()), place);
    std::sort(ordered.begin(), ordered.end());
    for (std::size_t i = 0; i < ordered.size(); ++i) link.places[i] = ordered[i].second;
    int best = no_rank;
    const auto consider = [&](std::uint32_t date) {
        const int rank = rank_of(*material.context.dates[date].mention);
        if (rank < best) {
            best = rank;
            link.date = date;
        }
    };
    for (const std::uint32_t index : episode.segments)
        for (const std::uint32_t date : segments[index].dates)
            if (segments[index].eventful || rank_of(*material.context.dates[date].mention) == 0 ||
                rank_of(*material.context.dates[date].mention) == unresolved_rank)
                consider(date);
    if (!link.date || rank_of(*material.context.dates[*link.date].mention) >= static_cast<int>(DatePrecision::year))
        for (const std::uint32_t index : episode.segments)
            for (const std::uint32_t date : segments[index].announcing) consider(date);
    if (!link.date || rank_of(*material.context.dates[*link.date].mention) >= 8)
        if (const auto shared = shared_date(material, segments, episode.segments.front(), link.date.has_value())) link.date = shared;
    return link;
}

// An incident without a day of its own, told in one paragraph with one that has a day, is told of that day.
std::optional<std::uint32_t> day_of_paragraph(const Material& material, const std::vector<Segment>& segments, const Episode& episode)
{
    const auto& sentences = material.document.sentences();
    const std::uint32_t first = episode.segments.front();
    for (std::uint32_t before = first; before > 0; --before) {
        const Segment& segment = segments[before - 1];
        if (segment.in_title || sentences[segment.sentence].paragraph != sentences[segments[first].sentence].paragraph) return std::nullopt;
        if (!segment.dates.empty() && segment.eventful && rank_of(*material.context.dates[segment.dates.back()].mention) == 0)
            return segment.dates.back();
    }
    return std::nullopt;
}

DateRange date_of(const Material& material, const std::vector<Segment>& segments, const Episode& episode)
{
    const Link link = link_of(material, segments, episode);
    if (link.date && dates_an_event(*material.context.dates[*link.date].mention)) return material.context.dates[*link.date].mention->range;
    if (const auto day = day_of_paragraph(material, segments, episode)) return material.context.dates[*day].mention->range;
    const bool several = std::any_of(episode.segments.begin(), episode.segments.end(), [&](std::uint32_t index) {
        return std::any_of(segments[index].tolls.begin(), segments[index].tolls.end(),
                           [&](CueIndex toll) { return material.cues.tolls[toll].several_events; });
    });
    if (several || episode.background || !material.report.published) return DateRange::unknown();
    // GUIDELINE, `date`: a core incident without any date expression is dated to the month of publication.
    const std::chrono::year_month_day day{material.report.published->day};
    const auto month = PartialDate::of(static_cast<int>(day.year()), static_cast<unsigned>(day.month()), std::nullopt);
    return month ? DateRange::at(*month) : DateRange::unknown();
}

}  // namespace sitrep::understand
