#include "understand/where/account_places.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "understand/questions.hpp"

namespace sitrep::understand {

namespace {

// "the Tawke field near Zakho", "Ain Zara, north of Bolo": the second says where the first lies.
bool is_told_by(const Material& material, const ContextPlace& finer, const ContextPlace& around)
{
    constexpr std::uint32_t words_between_max = 3;
    constexpr std::array<std::string_view, 8> links{",", "in", "near", "of", "on", "at", "the", "outside"};
    const auto& tokens = material.document.tokens();
    const Place &held = finer.mention->place, &holding = around.mention->place;
    const bool beside = finer.sentence == around.sentence && finer.tokens.last <= around.tokens.first && around.tokens.first - finer.tokens.last <= words_between_max;
    const bool named = finer.tagged != ContextPlace::Tagged::alone && finer.mention->span == finer.mention->name_span;  // "a church" is a description
    if (!beside || !named || tokens[finer.tokens.first].arabic) return false;
    if (held.kind == PlaceKind::governorate || held.kind == PlaceKind::country || (held.is_resolved() && held.precision > holding.precision)) return false;
    return std::all_of(tokens.begin() + finer.tokens.last, tokens.begin() + around.tokens.first,
                       [&](const text::Token& token) { return std::ranges::find(links, token.normal) != links.end(); });
}

// The place told right before the one that the model gives, where that only says where it lies.
std::uint32_t told_before(const Material& material, const std::vector<std::uint32_t>& places, std::uint32_t given)
{
    const auto is_event = [&](std::uint32_t place) { return place >= material.cues.places.size() || material.cues.places[place] == PlaceRole::event; };
    const auto& all = material.context.places;
    const auto finer = std::ranges::find_if(places, [&](std::uint32_t place) { return place != given && is_event(place) && is_told_by(material, all[place], all[given]); });
    return finer == places.end() ? given : *finer;
}

// The finest place by the model, the others behind it as the rules order them.
void choose_places(const Material& material, const std::vector<Segment>& segments, const Episode& episode, const Link& link, Account& account)
{
    const auto asked = ask_place(material, segments, episode, link);
    std::vector<std::uint32_t> places = link.places;
    account.confidence_of.place = material.models.calibration(Question::place).unasked;
    if (!asked.answers.empty()) {
        const auto [given, chance] = answer(material, Question::place, asked);
        const std::uint32_t finest = told_before(material, places, given);
        account.confidence_of.place = chance;
        const auto known = std::find_if(places.begin(), places.end(), [&](std::uint32_t place) { return same_place(material, place, finest); });
        if (known != places.end()) std::rotate(places.begin(), known, known + 1);
        else places.insert(places.begin(), finest);
    }
    for (const std::uint32_t index : places) {
        const ContextPlace& place = material.context.places[index];
        account.places.push_back(
            {.place = place.mention->place, .text = std::string(material.document.words(place.mention->span)), .span = place.mention->span});
    }
}

// "In the city", "the same village": words that no place of the account explains lie where the report speaks of just before, in the country that
// most of its places lie in.
const Place* place_before(const Material& material, const Account& account)
{
    std::map<std::string_view, std::size_t> votes;
    std::size_t all = 0;
    for (const auto& place : material.context.places) {
        if (place.mention->place.country.empty() || !place.mention->place.is_resolved()) continue;
        ++votes[place.mention->place.country];
        ++all;
    }
    const auto most = std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most == votes.end() || most->second * 3 < all * 2) return nullptr;
    const Place* best = nullptr;
    for (const auto& place : material.context.places) {
        const Place& known = place.mention->place;
        if (known.country != most->first || !known.is_resolved() || known.admin1.empty()) continue;
        if (best != nullptr && place.mention->span.start > account.places.front().span.start) break;
        best = &known;
    }
    return best;
}

// Places that only the words around show, in a report that names no other: they lie in the country that it is clearly about.
void inherit_from_report(std::string_view country, Account& account)
{
    for (auto& own : account.places)
        if (!own.place.is_resolved() && own.place.country.empty()) own.place.country = country;
}

// What no gazetteer knows lies in the country and the governorate of the places it is told with, where those agree.
void inherit_country(const Material& material, Account& account)
{
    if (account.places.empty()) return;
    const Place* known = nullptr;
    bool same_country = true, same_admin1 = true;
    for (const auto& other : account.places) {
        if (!other.place.is_resolved() || other.place.country.empty()) continue;
        if (known == nullptr) known = &other.place;
        same_country = same_country && other.place.country == known->country;
        same_admin1 = same_admin1 && (other.place.admin1.empty() || known->admin1.empty() || other.place.admin1 == known->admin1);
        if (known->admin1.empty() && !other.place.admin1.empty()) known = &other.place;
    }
    if (known == nullptr) known = place_before(material, account);
    if (known == nullptr) return inherit_from_report(material.country, account);
    if (!same_country) return;
    for (auto& own : account.places) {
        if (own.place.is_resolved() || !own.place.country.empty()) continue;
        own.place.country = known->country;
        if (!same_admin1) continue;
        own.place.admin1 = known->admin1;
        own.place.admin1_code = known->admin1_code;
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

// What is long or wide: where on it something happened is told by the town told with it, in the same sentence.
bool is_wide(const Place& place)
{
    const bool area = place.kind == PlaceKind::road || place.kind == PlaceKind::water || place.kind == PlaceKind::region;
    return place.is_resolved() && area && place.precision == PlacePrecision::region;
}

// "Homs road", "Rusafa desert": called after a town or a governorate, whose own point and name say nothing of where on it.
bool is_called_after(const Material& material, const AccountPlace& wide)
{
    const auto& all = material.context.places;
    const auto said = std::find_if(all.begin(), all.end(), [&](const ContextPlace& place) { return place.mention->span == wide.span; });
    if (said == all.end() || said->mention->candidates.empty()) return false;
    const PlaceKind kind = said->mention->candidates.front().place.kind;
    return kind == PlaceKind::settlement || kind == PlaceKind::district || kind == PlaceKind::governorate || kind == PlaceKind::country;
}

void locate_wide(const Material& material, Account& account)
{
    const text::Document& document = material.document;
    Place& wide = account.places.front().place;
    const auto sentence = [&](const AccountPlace& place) { return document.sentence_of(document.token_at(place.span.start)); };
    const AccountPlace* beside = nullptr;
    for (const AccountPlace& other : account.places) {
        const bool placed = other.place.is_resolved() && other.place.point && other.place.precision <= PlacePrecision::near;
        if (placed && sentence(other) == sentence(account.places.front()) && (beside == nullptr || other.place.precision < beside->place.precision)) beside = &other;
    }
    if (beside != nullptr) {
        if (is_called_after(material, account.places.front())) wide = Place();
        else wide.point = beside->place.point;
        wide.country = beside->place.country;
        wide.admin1 = beside->place.admin1;
        wide.admin1_code = beside->place.admin1_code;
        wide.admin2 = beside->place.admin2;
        wide.precision = PlacePrecision::near;
    }
    for (auto at = account.places.begin() + 1; at != account.places.end(); ++at) at->place.precision = std::max(at->place.precision, wide.precision);
}

// Precision says how precisely the incident is placed, so no other place of an account places it more finely than the one where it happened: the
// town beside the village, or beside a street that no gazetteer knows, says what is near.
void order_precision(const Material& material, Account& account)
{
    if (account.places.size() < 2) return;
    Place& finest = account.places.front().place;
    if (is_wide(finest)) return locate_wide(material, account);
    if (!finest.is_resolved()) {
        PlacePrecision best = PlacePrecision::country;
        for (auto at = account.places.begin() + 1; at != account.places.end(); ++at) {
            at->place.precision = std::max(at->place.precision, PlacePrecision::near);
            best = std::min(best, at->place.precision);
        }
        finest.precision = std::min(finest.precision, best);
    } else if (finest.precision <= PlacePrecision::district) {
        for (auto at = account.places.begin() + 1; at != account.places.end(); ++at) at->place.precision = std::max(at->place.precision, finest.precision);
    }
}

}  // namespace

void set_places(const Material& material, const std::vector<Segment>& segments, const Episode& episode, const Link& link, Account& account)
{
    choose_places(material, segments, episode, link, account);
    inherit_country(material, account);
    locate_unresolved(account);
    order_precision(material, account);
}

}  // namespace sitrep::understand
