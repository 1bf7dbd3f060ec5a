// Episodes as accounts: which of them are incidents, and all their fields.
#include <algorithm>

#include "understand/assemble.hpp"

namespace sitrep::understand {

namespace {

// GUIDELINE, "What counts", 2: a place finer than the country or a date, and something done.
bool is_incident(const Account& account)
{
    const bool placed = std::any_of(account.places.begin(), account.places.end(),
                                    [](const AccountPlace& place) { return place.place.precision != PlacePrecision::country; });
    return placed || account.date_span.has_value();
}

void set_places(const Material& material, const Link& link, Account& account)
{
    for (const std::uint32_t index : link.places) {
        const ContextPlace& place = material.context.places[index];
        account.places.push_back(
            {.place = place.mention->place, .text = std::string(material.document.words(place.mention->span)), .span = place.mention->span});
    }
}

// A village that no gazetteer knows is located by the town named with it, so the town only tells what is near.
void locate_unresolved(Account& account)
{
    const auto unresolved =
        std::find_if(account.places.begin(), account.places.end(), [](const AccountPlace& place) { return !place.place.is_resolved(); });
    const auto known = std::find_if(unresolved, account.places.end(), [](const AccountPlace& place) {
        return place.place.is_resolved() && place.place.precision <= PlacePrecision::district;
    });
    if (known == account.places.end()) return;
    for (auto at = unresolved; at != account.places.end(); ++at)
        if (at->place.is_resolved()) at->place.precision = std::max(at->place.precision, PlacePrecision::near);
    for (auto at = unresolved; at < known; ++at) {
        if (at->place.is_resolved() || at->place.precision == PlacePrecision::region) continue;
        at->place.precision = std::min(at->place.precision, known->place.precision);
    }
}

void set_date(const Material& material, const std::vector<Segment>& segments, const Episode& episode, const Link& link, Account& account)
{
    account.date = date_of(material, segments, episode);
    if (!link.date) return;
    if (!dates_an_event(*material.context.dates[*link.date].mention)) return;
    account.date_span = material.context.dates[*link.date].mention->span;
    account.date_text = std::string(material.document.words(*account.date_span));
}

void set_evidence(const Material& material, const std::vector<Segment>& segments, const Episode& episode, Account& account)
{
    for (const std::uint32_t index : episode.segments)
        if (segments[index].eventful) account.evidence.push_back(material.document.span(segments[index].tokens.first, segments[index].tokens.last));
}

}  // namespace

std::vector<Account> accounts_of(const Material& material)
{
    std::vector<Account> accounts;
    if (material.cues.no_incidents) return accounts;
    const std::vector<Segment> segments = segments_of(material);
    std::vector<Episode> episodes = episodes_of(material, segments);
    mark_background(material, segments, episodes);
    for (const Episode& episode : episodes) {
        Account account;
        const Link link = link_of(material, segments, episode);
        account.kind = kind_of(material, segments, episode);
        account.background = episode.background;
        set_places(material, link, account);
        locate_unresolved(account);
        set_date(material, segments, episode, link, account);
        set_actors(material, segments, episode, account);
        set_tolls(material, segments, episode, account);
        set_evidence(material, segments, episode, account);
        if (!is_incident(account)) continue;
        account.confidence = confidence_of(account);
        accounts.push_back(std::move(account));
    }
    return accounts;
}

}  // namespace sitrep::understand
