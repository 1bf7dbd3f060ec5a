// Which incidents a report announces, and which it only recalls (GUIDELINE, "What counts", 4).
#include <algorithm>

#include "understand/assemble.hpp"

namespace sitrep::understand {

namespace {

// A report over a period tells every event as news; so many dated episodes without one main event make it such a report.
constexpr std::size_t events_of_a_digest = 4;

bool told_as_past(const Material& material, const std::vector<Segment>& segments, const Episode& episode)
{
    const Segment& first = segments[episode.segments.front()];
    if (first.in_title) return false;
    const SentenceFlags& flags = material.cues.sentences[first.sentence];
    if (flags.same_day || (flags.new_incident && !flags.background)) return false;
    return flags.background || std::any_of(first.acts.begin(), first.acts.end(), [&](CueIndex act) { return material.cues.acts[act].past_context; });
}

// Days from an episode's date to another's, as far as both are known: positive when `date` lies before `main`.
bool lies_before(const DateRange& date, const DateRange& main)
{
    if (date.last_day() && main.first_day()) return *date.last_day() < *main.first_day();
    if (date.start && main.start && date.start->month() && main.start->month() && (!date.start->year() || !main.start->year())) {
        if (*date.start->month() != *main.start->month()) return true;  // another month of the same year: what is news comes first
        return date.start->day_of_month() && main.start->day_of_month() && *date.start->day_of_month() < *main.start->day_of_month();
    }
    return date.precision == DatePrecision::year && !main.is_known();
}

bool is_long_past(const DateRange& date, const std::optional<Publication>& published)
{
    return date.is_known() && (date.precision == DatePrecision::year || was_over_long_before(date, published));
}

}  // namespace

bool was_over_long_before(const DateRange& range, const std::optional<Publication>& published)
{
    constexpr std::chrono::days recent{45};
    return published && range.last_day() && published->day - *range.last_day() > recent;
}

const DateMention* first_date(const Material& material, const std::vector<Segment>& segments, const Episode& episode)
{
    for (const std::uint32_t index : episode.segments)
        for (const std::uint32_t date : segments[index].dates)
            if (dates_an_event(*material.context.dates[date].mention)) return material.context.dates[date].mention;
    return nullptr;
}

void mark_background(const Material& material, const std::vector<Segment>& segments, std::vector<Episode>& episodes)
{
    if (episodes.empty()) return;
    const DateMention* main = first_date(material, segments, episodes.front());
    std::size_t dated = 0;
    for (const Episode& episode : episodes) dated += first_date(material, segments, episode) != nullptr;
    const bool title_tells = segments[episodes.front().segments.front()].in_title;
    // A sentence passed or a death mourned is the news then, not the deed.
    const bool only_recalls = title_tells && material.cues.sentences[segments[episodes.front().segments.front()].sentence].statement;
    const bool digest = dated >= events_of_a_digest && !title_tells;
    for (std::size_t index = 0; index < episodes.size(); ++index) {
        Episode& episode = episodes[index];
        const DateMention* own = first_date(material, segments, episode);
        const bool long_past = own && is_long_past(own->range, material.report.published);
        if (index == 0) {
            episode.background = only_recalls;
            continue;
        }
        if (digest) {
            episode.background = long_past;
            continue;
        }
        if (own && own->range.is_known() && main && main->range.is_known())
            episode.background = lies_before(own->range, main->range);
        else if (own && own->range.is_known())
            episode.background = long_past || own->range.precision >= DatePrecision::month || told_as_past(material, segments, episode);
        else
            episode.background = told_as_past(material, segments, episode);
        episode.background = episode.background || long_past;
    }
    for (Episode& episode : episodes) episode.background = episode.background || told_over_time(material, segments, episode);
}

}  // namespace sitrep::understand
