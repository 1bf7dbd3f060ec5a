#include "store/sqlite/places.hpp"

#include "store/sqlite/canonical.hpp"

namespace sitrep::store {
namespace {
constexpr std::size_t remembered_places_max = 8192;
}

std::int64_t PlaceRows::id_of(const Place& place)
{
    Canonical canonical;
    canonical << place;
    if (const auto known = ids_.find(canonical.bytes()); known != ids_.end()) return known->second;
    const Sha256 digest = sha256(canonical.bytes());
    auto id = db_.number("SELECT id FROM place WHERE digest = ?", digest);
    if (!id) {
        std::optional<double> lat, lon;
        if (place.point) {
            lat = place.point->lat();
            lon = place.point->lon();
        }
        db_.run("INSERT INTO place (digest, gazetteer_id, name, name_ar, country, admin1, admin1_code, admin2, lat, lon, population, kind, precision)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                digest, place.gazetteer_id, place.name, place.name_ar, place.country, place.admin1, place.admin1_code, place.admin2, lat, lon,
                place.population, to_string(place.kind), std::int64_t(place.precision));
        id = db_.last_id();
    }
    if (ids_.size() >= remembered_places_max) ids_.clear();
    ids_.emplace(canonical.take(), *id);
    return *id;
}

Place PlaceRows::take(Statement& row)
{
    Place place;
    place.gazetteer_id = row.text();
    place.name = row.text();
    place.name_ar = row.text();
    place.country = row.text();
    place.admin1 = row.text();
    place.admin1_code = row.text();
    place.admin2 = row.text();
    if (row.null()) {
        row.skip();
        row.skip();
    } else {
        const double lat = row.real();
        if (const auto point = LatLon::from_degrees(lat, row.real())) place.point = *point;
    }
    place.population = row.integer();
    place.kind = place_kind_in_library(row.view());
    const auto precision = row.integer();
    if (precision < 1 || precision > std::int64_t(PlacePrecision::country)) throw LibraryError("a place is damaged; run `sitrep verify`");
    place.precision = PlacePrecision(precision);
    return place;
}

std::optional<Place> PlaceRows::load(std::optional<std::int64_t> id) const
{
    if (!id) return std::nullopt;
    auto row = db_.ask("SELECT " SITREP_PLACE_COLUMNS " FROM place p WHERE p.id = ?", *id);
    if (!row.step()) throw LibraryError("a place is missing from the library; run `sitrep verify`");
    return take(row);
}

}  // namespace sitrep::store
