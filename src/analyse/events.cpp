#include "analyse/events.hpp"

#include <algorithm>

namespace sitrep::analyse {
namespace {

std::vector<SourceId> sources_of(const Incident& incident)
{
    std::vector<SourceId> sources;
    for (const FiledAccount& account : incident.accounts) sources.push_back(account.source);
    std::sort(sources.begin(), sources.end());
    sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
    return sources;
}

std::optional<Day> first_publication(const Incident& incident)
{
    std::optional<Day> first;
    for (const FiledAccount& account : incident.accounts)
        if (account.published && (!first || account.published->day < *first)) first = account.published->day;
    return first;
}

Event event_from(const Incident& incident)
{
    Event event;
    event.id = incident.id;
    event.first = incident.date.first_day();
    event.last = incident.date.last_day();
    event.date_precision = incident.date.precision;
    if (incident.place) {
        event.point = incident.place->point;
        event.place_precision = incident.place->precision;
        event.country = incident.place->country;
        event.admin1_code = incident.place->admin1_code;
        event.admin1 = incident.place->admin1;
        event.admin2 = incident.place->admin2;
    }
    event.kind = incident.kind;
    event.target = incident.target_class;
    event.perpetrator = incident.perpetrator;
    event.status = incident.status;
    event.grade = incident.grade;
    event.killed = incident.killed;
    event.sources = sources_of(incident);
    event.independent_sources = incident.independent_sources;
    event.first_seen = first_publication(incident);
    return event;
}

}  // namespace

std::vector<Event> events_from(std::span<const Incident> incidents)
{
    std::vector<Event> events;
    events.reserve(incidents.size());
    for (const Incident& incident : incidents)
        if (!incident.withdrawn && !incident.background_only) events.push_back(event_from(incident));
    return events;
}

}  // namespace sitrep::analyse
