// Places, and how precisely they are known.
#pragma once

#include "core/result.hpp"
#include "core/span.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// A point that is on the globe (WGS 84, degrees): there is no other way to make one.
class LatLon {
public:
    static Result<LatLon> from_degrees(double lat, double lon);
    double lat() const { return lat_; }
    double lon() const { return lon_; }
    friend bool operator==(LatLon, LatLon) = default;

private:
    LatLon(double lat, double lon) : lat_(lat), lon_(lon) {}
    double lat_;
    double lon_;
};

/// Great-circle distance on the mean sphere (radius 6371.0088 km).
double distance_km(LatLon a, LatLon b);

/// How precisely an event is placed (after UCDP GED where_prec).
enum class PlacePrecision : std::uint8_t { exact = 1, near = 2, district = 3, governorate = 4, region = 5, country = 6 };

enum class PlaceKind : std::uint8_t { settlement, district, governorate, country, region, road, water, site, unknown };

/// Where something is, as far as it is known. "Not resolved" = empty gazetteer_id; then name, point and
/// kind are empty too, while country and admin codes may still be known from the words around it.
struct Place {
    std::string gazetteer_id;  ///< "geonames:172955", "sitrep:badia", or empty: not resolved
    std::string name;          ///< display name, English where the gazetteer has one
    std::string name_ar;       ///< Arabic name, or empty
    std::string country;       ///< ISO 3166-1 alpha-2, or empty
    std::string admin1;        ///< governorate name in English, or empty
    std::string admin1_code;   ///< ISO 3166-2 ("SY-DY"), or empty
    std::string admin2;        ///< district name in English, or empty
    std::optional<LatLon> point;
    std::int64_t population = 0;  ///< 0 = not known
    PlaceKind kind = PlaceKind::unknown;
    PlacePrecision precision = PlacePrecision::country;
    bool is_resolved() const { return !gazetteer_id.empty(); }
    friend bool operator==(const Place&, const Place&) = default;
};

/// A country that a text is likely to be about for a reason that is no place in it, such as a group that is active there.
struct CountryHint {
    std::string country;  ///< ISO 3166-1 alpha-2
    double weight = 0;    ///< against 1.5 of an adjective ("Yemeni") and 3 of the country's name
};

struct PlaceCandidate {
    Place place;
    double score = 0;    ///< 0..1, comparable between the candidates of one mention
    std::string reason;  ///< why it stands where it stands, for a person
};

/// Words in a report that name a place.
struct PlaceMention {
    Span span;       ///< with the words that soften it: "eastern countryside of Homs"
    Span name_span;  ///< the name alone: "Homs"
    Place place;     ///< may be not resolved; precision already lowered by the softening words
    std::vector<PlaceCandidate> candidates;  ///< best first, bounded; empty when the name is in no gazetteer
};

/// What a text says of where.
struct PlacesFound {
    std::vector<PlaceMention> mentions;  ///< in the order of the text
    std::string country;                 ///< ISO 3166-1 alpha-2 of the one that it is clearly about, by names, adjectives and hints; or empty
};

/// The country (ISO 3166-1) that most mentions lie in, the first of them where several share; empty when none is known.
std::string country_most_named(std::span<const PlaceMention> mentions);

/// A simple polygon ring set for drawing: degrees, outer rings and holes alike, even-odd fill.
struct Outline {
    std::string code;  ///< ISO 3166-2, ISO 3166-1 or gazetteer id
    std::string name;
    std::string name_ar;
    std::string country;
    std::vector<std::vector<LatLon>> rings;
};

}  // namespace sitrep
