// Is an episode an incident, and does the report announce it or only recall it? (GUIDELINE, "What counts", 1, 2 and 4)
#include "understand/incidents/segment_features.hpp"
#include "understand/questions.hpp"

namespace sitrep::understand {

namespace {

// Days before the publication, in steps: the same day, one, two, up to four, a week, a month, a quarter, a year, more; after it; unknown.
std::int64_t age_of(const DateMention* date, const std::optional<Publication>& published)
{
    if (!date) return -1;
    if (!date->range.is_known()) return -2;
    if (!published) return -10 - static_cast<std::int64_t>(date->range.precision);
    const auto last = date->range.last_day();
    if (!last) return -3;
    const auto days = (published->day - *last).count();
    if (days < 0) return -4;
    std::int64_t step = 0;
    for (const std::int64_t limit : {0, 1, 2, 4, 7, 31, 92, 366}) step += days > limit;
    return step;
}

std::int64_t order_of(const DateMention* own, const DateMention* main)
{
    if (!own || !main) return own ? 1 : main ? 2 : 0;
    const auto a = own->range.first_day(), b = main->range.first_day();
    if (!a || !b) return own->range == main->range ? 3 : 4;
    if (*a == *b) return 5;
    return *a < *b ? (*b - *a > std::chrono::days{30} ? 8 : 6) : 7;
}

void add_shape(const Material& material, const std::vector<Segment>& segments, const std::vector<Episode>& episodes, std::size_t index, Features& features)
{
    const Episode& episode = episodes[index];
    std::int64_t eventful = 0, places = 0, tolls = 0;
    bool in_title = false, in_lead = false;
    const auto& sentences = material.document.sentences();
    std::uint32_t first_body = 0;
    while (first_body < sentences.size() && sentences[first_body].in_title) ++first_body;
    for (const std::uint32_t number : episode.segments) {
        const Segment& segment = segments[number];
        eventful += segment.eventful;
        places += std::ssize(segment.places);
        tolls += std::ssize(segment.tolls);
        in_title = in_title || segment.in_title;
        in_lead = in_lead || segment.sentence == first_body;
    }
    features.add("title, lead", in_title * 2 + in_lead);
    features.add("number", size_class(static_cast<std::int64_t>(index)));
    features.add("of", size_class(std::ssize(episodes)));
    features.add("last", index + 1 == episodes.size());
    features.add("eventful", size_class(eventful));
    features.add("places", size_class(places));
    features.add("tolls", size_class(tolls));
    features.add("placed, dated", (places > 0) * 2 + (first_date(material, segments, episode) != nullptr));
    const auto& first = segments[episode.segments.front()];
    const auto left = static_cast<std::int64_t>(sentences.size()) - first.sentence;
    features.add("sentences left", size_class(left));
    features.add("paragraph", size_class(sentences[first.sentence].paragraph));
}

}  // namespace

Asked<Standing> ask_standing(const Material& material, const std::vector<Segment>& segments, const std::vector<Episode>& episodes, std::size_t index)
{
    const Episode& episode = episodes[index];
    Asked<Standing> asked;
    Features& shared = asked.share();
    shared.add("rules", std::int64_t{episode.background});
    shared.add_if(material.cues.no_incidents, "a report of something else");
    add_shape(material, segments, episodes, index, shared);
    const DateMention* own = first_date(material, segments, episode);
    const DateMention* main = first_date(material, segments, episodes.front());
    const auto age = age_of(own, material.report.published);
    shared.add("age", age);
    shared.add("age, first", age * 2 + (index == 0));
    shared.add("order", order_of(own, index == 0 ? nullptr : main));
    if (own) shared.add("precision", static_cast<std::int64_t>(own->range.precision));
    shared.add_if(told_over_time(material, segments, episode), "told over time");
    add_segment_features(material, segments[episode.segments.front()], shared);
    shared.under(1);
    for (std::size_t i = 1; i < episode.segments.size() && i < 4; ++i) {
        const Segment& segment = segments[episode.segments[i]];
        if (segment.eventful) add_segment_features(material, segment, shared);
    }
    for (const auto standing : {Standing::no_incident, Standing::core, Standing::background})
        asked.offer_class(standing, static_cast<std::uint64_t>(standing), shared);
    return asked;
}

}  // namespace sitrep::understand
