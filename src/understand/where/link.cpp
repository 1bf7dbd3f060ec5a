// Where and when an episode took place, by the mentions in its own sentences.
#include <algorithm>

#include "understand/assemble.hpp"

namespace sitrep::understand {

namespace {

constexpr std::size_t places_max = 8;
// Steps of coarseness.
constexpr int names_a_province = 5, around_the_act = 3;

// Smaller is finer. A name that no gazetteer knows is a village or a quarter of the town named beside it more often than not.
int coarseness(const PlaceMention& mention)
{
    const Place& place = mention.place;
    const bool bare = mention.span == mention.name_span;
    if (!place.is_resolved() && place.kind == PlaceKind::unknown) return place.precision >= PlacePrecision::region ? 4 : bare ? 1 : 2;
    switch (place.kind) {
        case PlaceKind::site:
            return 0;
        case PlaceKind::settlement:
            return bare ? 2 : 3;
        case PlaceKind::water:
        case PlaceKind::road:
        case PlaceKind::unknown:
            return 1;
        case PlaceKind::district:
            return 4;
        case PlaceKind::region:
            return 5;
        case PlaceKind::governorate:
            return 6;
        case PlaceKind::country:
            return 7;
    }
    return 7;
}

// "Kirkuk" in a report from Kirkuk province names the province as often as its capital.
bool shares_name_with_province(const Material& material, const ContextPlace& place)
{
    const std::string& admin1 = place.mention->place.admin1;
    return place.mention->place.kind == PlaceKind::settlement && !admin1.empty() &&
           material.document.words(place.name.first, place.name.last) == admin1;
}

}  // namespace

bool same_place(const Material& material, std::uint32_t a, std::uint32_t b)
{
    const ContextPlace& x = material.context.places[a];
    const ContextPlace& y = material.context.places[b];
    if (x.mention->place.is_resolved() || y.mention->place.is_resolved())
        return x.mention->place.gazetteer_id == y.mention->place.gazetteer_id && (x.tokens.last - x.tokens.first) == (y.tokens.last - y.tokens.first);
    return material.document.words(x.tokens.first, x.tokens.last) == material.document.words(y.tokens.first, y.tokens.last);
}

namespace {

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

// Of the countries of an episode's places, the one that most places of the report lie in.
std::string_view country_of(const Material& material, const std::vector<std::uint32_t>& places)
{
    constexpr std::ptrdiff_t votes_max = 64;
    const auto& all = material.context.places;
    std::string_view best;
    std::ptrdiff_t most = 0;
    for (const std::uint32_t place : places) {
        const std::string_view country = material.context.places[place].mention->place.country;
        const auto votes = std::count_if(all.begin(), all.begin() + std::min<std::ptrdiff_t>(votes_max, std::ssize(all)),
                                         [&](const ContextPlace& other) { return other.mention->place.country == country; });
        if (country.empty() || votes <= most) continue;
        best = country;
        most = votes;
    }
    return best;
}

// Places finest first. A place told with the act itself comes before one of the sentences around it, one of the body before one of the
// title, and equally fine places stay in the order in which they were told.
std::vector<std::uint32_t> places_of(const Material& material, const std::vector<Segment>& segments, const Episode& episode)
{
    std::vector<std::uint32_t> places;
    std::size_t told_with_act = 0;
    const bool over_time = told_over_time(material, segments, episode);
    const auto tells = [&](const Segment& segment) { return !over_time || counts_events(material, segment); };
    for (const bool eventful : {true, false}) {
        for (const bool in_title : {false, true})
            for (const std::uint32_t index : episode.segments)
                if (segments[index].eventful == eventful && segments[index].in_title == in_title && tells(segments[index]))
                    add_places(material, segments[index].places, places);
        if (eventful) told_with_act = places.size();
    }
    if (places.empty())
        for (const std::uint32_t index : episode.segments) add_places(material, segments[index].distant, places);
    // "in the town": the place told last before this episode.
    for (std::uint32_t before = episode.segments.front(); places.empty() && before > 0; --before)
        add_places(material, segments[before - 1].places, places);
    const std::string_view country = country_of(material, places);
    std::vector<std::pair<int, std::uint32_t>> ordered;
    for (const std::uint32_t place : places) {
        const ContextPlace& here = material.context.places[place];
        int order = shares_name_with_province(material, here) ? names_a_province : coarseness(*here.mention);
        if (ordered.size() >= told_with_act && told_with_act > 0) order += around_the_act;
        if (here.mention->place.country != country) order += around_the_act;
        ordered.emplace_back(order * static_cast<int>(places_max) + static_cast<int>(ordered.size()), place);
    }
    std::sort(ordered.begin(), ordered.end());
    for (std::size_t i = 0; i < ordered.size(); ++i) places[i] = ordered[i].second;
    return places;
}

// "October 2021: cells strike in Deir ez-Zor only": a report on one month, which its title names and no other time.
std::optional<std::uint32_t> month_of_report(const Material& material)
{
    const auto& dates = material.context.dates;
    const auto& sentences = material.document.sentences();
    const auto in_title = [&](const ContextDate& date) { return sentences[date.sentence].in_title; };
    if (dates.empty() || !in_title(dates[0]) || (dates.size() > 1 && in_title(dates[1]))) return std::nullopt;
    const DateRange& range = dates[0].mention->range;
    const bool is_month = range.precision == DatePrecision::month && range.start && range.end && *range.start == *range.end;
    return is_month ? std::optional(0U) : std::nullopt;
}

}  // namespace

Link link_of(const Material& material, const std::vector<Segment>& segments, const Episode& episode)
{
    Link link;
    link.places = places_of(material, segments, episode);
    if (told_over_time(material, segments, episode)) return link;
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

std::optional<std::uint32_t> dating_mention(const Material& material, std::optional<std::uint32_t> date, bool background)
{
    if (date && dates_an_event(*material.context.dates[*date].mention)) return date;
    return background ? std::nullopt : month_of_report(material);
}

DateRange date_of(const Material& material, std::optional<std::uint32_t> date, bool background)
{
    if (const auto dating = dating_mention(material, date, background)) return material.context.dates[*dating].mention->range;
    if (background || !material.report.published) return DateRange::unknown();
    // GUIDELINE, `date`: a core incident without any date expression is dated to the month of publication.
    const std::chrono::year_month_day day{material.report.published->day};
    const auto month = PartialDate::of(static_cast<int>(day.year()), static_cast<unsigned>(day.month()), std::nullopt);
    return month ? DateRange::at(*month) : DateRange::unknown();
}

}  // namespace sitrep::understand
