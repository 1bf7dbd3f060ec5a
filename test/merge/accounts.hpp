// Invented accounts for the tests of merging: each test changes what it is about.
#pragma once

#include "core/incident.hpp"
#include "text/document.hpp"
#include "text/signature.hpp"

#include <string>
#include <vector>

namespace sitrep::merge {

using namespace std::chrono_literals;

inline constexpr Day sunday = Day{2024y / 3 / 3};

inline Place town(std::string id, std::string name, double lat, double lon)
{
    Place place;
    place.gazetteer_id = std::move(id);
    place.name = std::move(name);
    place.country = "SY";
    place.admin1 = "Homs";
    place.admin1_code = "SY-HI";
    place.point = *LatLon::from_degrees(lat, lon);
    place.kind = PlaceKind::settlement;
    place.precision = PlacePrecision::exact;
    return place;
}

inline Place sukhna() { return town("geonames:1", "Sukhna", 34.89, 38.87); }
inline Place tadmur() { return town("geonames:2", "Tadmur", 34.56, 38.28); }

inline AccountPlace at(Place place, std::string text) { return {std::move(place), std::move(text), {}}; }

inline AccountPlace named_only(std::string text)
{
    Place place;
    place.country = "SY";
    place.admin1 = "Homs";
    return {place, std::move(text), {}};
}

/// An attack on soldiers at Sukhna on Sunday 3 March 2024, three killed, told the day after.
inline FiledAccount told(int number, std::string publisher)
{
    FiledAccount filed;
    filed.id = AccountId{number};
    filed.report = ReportId{number};
    filed.publisher = std::move(publisher);
    filed.published = Publication{sunday + std::chrono::days{1}, std::nullopt};
    filed.language = Language::english;
    Account& account = filed.account;
    account.kind = IncidentKind::armed_attack;
    account.confidence = 0.8;
    account.date = DateRange::on(sunday);
    account.places = {at(sukhna(), "al-Sukhna")};
    account.perpetrator = {.text = "Islamic State", .name = "ISIS", .status = PerpetratorStatus::attributed, .span = {}};
    account.targets = {{.text = "soldiers", .target_class = TargetClass::military, .span = {}, .killed = {}, .injured = {}}};
    account.killed = Toll{3, 3, {}};
    account.attribution = {{.text = "a local resident", .name = {}, .span = {}}};
    account.evidence = {{0, 1}};
    return filed;
}

inline WordSignature words_of(const std::string& text)
{
    return text::signature_of(text::Document::parse(text, 0, Language::english));
}

}  // namespace sitrep::merge
