#include "core/place.hpp"

#include <cmath>
#include <map>
#include <numbers>

namespace sitrep {

Result<LatLon> LatLon::from_degrees(double lat, double lon)
{
    if (!(lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180)) return bad_input("coordinate", "not on the globe");
    return LatLon{lat, lon};
}

double distance_km(LatLon a, LatLon b)
{
    constexpr double mean_earth_radius_km = 6371.0088;
    constexpr double radians = std::numbers::pi / 180;
    const double dlat = (b.lat() - a.lat()) * radians;
    const double dlon = (b.lon() - a.lon()) * radians;
    const double h = std::pow(std::sin(dlat / 2), 2) +
                     std::cos(a.lat() * radians) * std::cos(b.lat() * radians) * std::pow(std::sin(dlon / 2), 2);
    return 2 * mean_earth_radius_km * std::asin(std::sqrt(std::min(1.0, h)));
}

std::string country_most_named(std::span<const PlaceMention> mentions)
{
    std::map<std::string_view, int> times;
    std::string_view most;
    for (const auto& mention : mentions) {
        const std::string_view country = mention.place.country;
        if (!country.empty() && ++times[country] > times[most]) most = country;
    }
    return std::string(most);
}

}  // namespace sitrep
