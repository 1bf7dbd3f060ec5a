#include "place/import/geometry.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace sitrep::place {
namespace {

using nlohmann::json;

void take_corner(const json& pair, Geometry& geometry, Ring* ring)
{
    const auto at = LatLon::from_degrees(pair.at(1).get<double>(), pair.at(0).get<double>());
    if (!at) return;
    geometry.corners.push_back({at->lat(), at->lon()});
    if (ring != nullptr) ring->push_back(geometry.corners.back());
}

void take(const json& coordinates, Geometry& geometry)
{
    const bool is_corner = coordinates.is_array() && !coordinates.empty() && coordinates[0].is_number();
    const bool is_line = coordinates.is_array() && !coordinates.empty() && coordinates[0].is_array() && !coordinates[0].empty() && coordinates[0][0].is_number();
    if (is_corner) return take_corner(coordinates, geometry, nullptr);
    if (!is_line) {
        for (const auto& inner : coordinates) take(inner, geometry);
        return;
    }
    Ring ring;
    for (const auto& pair : coordinates) take_corner(pair, geometry, &ring);
    if (!ring.empty()) geometry.rings.push_back(std::move(ring));
}

std::optional<LatLon> on_the_globe(Coordinate at)
{
    const auto made = LatLon::from_degrees(at.lat, at.lon);
    return made ? std::optional(*made) : std::nullopt;
}

}  // namespace

std::optional<LatLon> Geometry::middle() const
{
    if (corners.empty()) return std::nullopt;
    Coordinate sum;
    for (const auto& corner : corners) sum = {sum.lat + corner.lat, sum.lon + corner.lon};
    const auto number = static_cast<double>(corners.size());
    return on_the_globe({sum.lat / number, sum.lon / number});
}

std::optional<LatLon> Geometry::centre() const
{
    const auto largest = std::ranges::max_element(rings, {}, [](const Ring& ring) { return ring.size(); });
    return largest == rings.end() ? middle() : on_the_globe(middle_of(*largest));
}

Geometry geometry_from(const json& coordinates)
{
    Geometry geometry;
    take(coordinates, geometry);
    return geometry;
}

std::string property_text(const json& properties, std::string_view name)
{
    const auto found = properties.find(name);
    if (found == properties.end() || found->is_null()) return {};
    if (found->is_string()) return found->get<std::string>();
    if (!found->is_array()) return found->dump();
    std::string joined;
    for (const auto& item : *found)
        if (item.is_string()) joined += item.get<std::string>() + "|";
    return joined;
}

std::vector<std::vector<PointRow>> rows_of(const std::vector<Ring>& rings)
{
    std::vector<std::vector<PointRow>> rows;
    for (const auto& ring : rings) {
        auto& points = rows.emplace_back();
        for (const auto& at : ring)
            points.push_back({static_cast<std::int32_t>(std::lround(at.lat / degrees_per_step)), static_cast<std::int32_t>(std::lround(at.lon / degrees_per_step))});
    }
    return rows;
}

}  // namespace sitrep::place
