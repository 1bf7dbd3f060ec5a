#include "pipeline/table_places.hpp"

#include "core/countries.hpp"
#include "place/governorates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace sitrep::pipeline {
namespace {

using tables::PlaceSaid;

constexpr std::size_t known_max = 20'000;  // about 10 MB
constexpr std::size_t candidates_max = 20;
// The gazetteer's point and the table's for one town: both are set by hand, in the middle of it or at its edge.
constexpr double same_town_km = 6, near_town_km = 25;

// "Teir Maaleh village", "Ar Rastan district", "Homs Governorate": tables write the kind of place behind the name.
std::string_view bare(std::string_view name)
{
    static constexpr std::array<std::string_view, 12> kinds{" town", " village", " city", " governorate", " Governorate", " district", " District",
                                                            " province", " Province", " region", " area", " neighbourhood"};
    for (const auto kind : kinds)
        if (name.size() > kind.size() && name.ends_with(kind)) return name.substr(0, name.size() - kind.size());
    return name;
}

bool fits(const Place& place, const PlaceSaid& said, std::string_view governorate)
{
    if (!said.country.empty() && place.country != said.country) return false;
    return governorate.empty() || place.admin1_code.empty() || place.admin1_code == governorate;
}

// What the table says where the gazetteer has no entry: an own point under an id that is the same for the same point.
Place own_place(const PlaceSaid& said, const std::string& governorate)
{
    Place place;
    place.country = said.country;
    place.admin1 = bare(said.admin1);
    place.admin1_code = governorate;
    place.precision = said.precision;
    if (!said.point) return place;
    place.gazetteer_id = fmt::format("point:{:.4f},{:.4f}", said.point->lat(), said.point->lon());
    place.point = said.point;
    place.admin2 = bare(said.admin2);
    place.name = said.name;
    if (said.precision <= PlacePrecision::near) place.kind = PlaceKind::settlement;
    if (said.precision == PlacePrecision::district) place.kind = PlaceKind::district, place.name = said.admin2.empty() ? said.name : said.admin2;
    if (said.precision == PlacePrecision::governorate) place.kind = PlaceKind::governorate, place.name = said.admin1.empty() ? said.name : said.admin1;
    if (place.name.empty()) place.name = said.admin2.empty() ? said.admin1 : said.admin2;
    return place;
}

bool is_town(const Place& place) { return place.kind == PlaceKind::settlement || place.kind == PlaceKind::site; }

/// The town of that name nearest to the row's point; without a point the only one of the name.
std::optional<Place> town_among(const std::vector<PlaceCandidate>& candidates, const PlaceSaid& said, std::string_view governorate)
{
    const Place* best = nullptr;
    double best_km = said.precision == PlacePrecision::exact ? same_town_km : near_town_km;
    std::size_t fitting = 0;
    for (const auto& [place, score, reason] : candidates) {
        if (!is_town(place) || !fits(place, said, said.point ? std::string_view() : governorate)) continue;
        if (!said.point) {
            if (fitting++ == 0) best = &place;
            continue;
        }
        if (!place.point) continue;
        const double km = distance_km(*place.point, *said.point);
        if (km > best_km) continue;
        best_km = km;
        best = &place;
    }
    if (best == nullptr || (!said.point && fitting > 1 && governorate.empty())) return std::nullopt;
    Place found = *best;
    found.precision = std::max(found.precision, said.precision);
    return found;
}

std::optional<Place> unit_among(const std::vector<PlaceCandidate>& candidates, PlaceKind kind, const PlaceSaid& said, std::string_view governorate)
{
    for (const auto& [place, score, reason] : candidates) {
        const bool region = kind == PlaceKind::region && (place.kind == PlaceKind::road || place.kind == PlaceKind::water);
        if ((place.kind != kind && !region) || !fits(place, said, kind == PlaceKind::region ? std::string_view() : governorate)) continue;
        Place found = place;
        found.precision = std::max(found.precision, said.precision);
        return found;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Place> TablePlaces::governorate_named(const PlaceSaid& said) const
{
    if (said.admin1.empty()) return std::nullopt;
    return place::governorate_named(gazetteer_, bare(said.admin1), said.country);
}

// The row's own word before a polygon: outlines are coarse, and a village near a border falls on the wrong side of them.
std::string TablePlaces::governorate_of(const PlaceSaid& said) const
{
    if (!said.admin1_code.empty()) return said.admin1_code;
    if (const auto named = governorate_named(said)) return named->admin1_code;
    if (said.point && said.precision <= PlacePrecision::governorate)
        if (auto code = gazetteer_.admin1_at(*said.point); !code.empty() && (said.country.empty() || code.starts_with(said.country))) return code;
    return {};
}

Place TablePlaces::looked_up(const PlaceSaid& said) const
{
    const std::string governorate = governorate_of(said);
    const place::Near near{said.country, governorate, said.point};
    const auto candidates = [&](std::string_view name) { return name.empty() ? std::vector<PlaceCandidate>() : gazetteer_.find(bare(name), near, candidates_max); };
    std::optional<Place> found;
    switch (said.precision) {
        case PlacePrecision::exact:
        case PlacePrecision::near: found = town_among(candidates(said.name), said, governorate); break;
        case PlacePrecision::district: found = unit_among(candidates(said.admin2.empty() ? said.name : said.admin2), PlaceKind::district, said, governorate); break;
        case PlacePrecision::governorate: found = unit_among(candidates(said.admin1.empty() ? said.name : said.admin1), PlaceKind::governorate, said, governorate); break;
        case PlacePrecision::region: found = unit_among(candidates(said.name), PlaceKind::region, said, governorate); break;
        case PlacePrecision::country: {
            const auto* country = country_coded(said.country);
            if (country != nullptr) found = unit_among(candidates(country->name), PlaceKind::country, said, {});
            break;
        }
    }
    if (!found) {
        Place own = own_place(said, governorate);
        if (const auto named = governorate_named(said); named && named->admin1_code == own.admin1_code) own.admin1 = named->admin1;
        return own;
    }
    if (found->admin1_code.empty()) found->admin1_code = governorate;
    if (found->admin1.empty()) found->admin1 = bare(said.admin1);
    if (found->admin2.empty() && said.precision <= PlacePrecision::district) found->admin2 = bare(said.admin2);
    return *found;
}

std::optional<AccountPlace> TablePlaces::find(const PlaceSaid& said)
{
    if (said.name.empty() && said.admin1.empty() && said.admin1_code.empty() && said.country.empty() && !said.point) return std::nullopt;
    const std::string key = fmt::format("{}|{}|{}|{}|{}|{}|{:.5f}|{:.5f}", said.name, said.admin1, said.admin1_code, said.admin2, said.country, int(said.precision),
                                        said.point ? said.point->lat() : 0, said.point ? said.point->lon() : 0);
    AccountPlace out;
    out.text = !said.name.empty() ? said.name : !said.admin2.empty() ? said.admin2 : !said.admin1.empty() ? said.admin1 : said.country;
    out.span = said.span;
    {
        const std::scoped_lock lock(mutex_);
        if (const auto known = known_.find(key); known != known_.end()) {
            out.place = known->second;
            return out;
        }
    }
    out.place = looked_up(said);
    const std::scoped_lock lock(mutex_);
    if (known_.size() >= known_max) known_.clear();
    known_.emplace(key, out.place);
    return out;
}

}  // namespace sitrep::pipeline
