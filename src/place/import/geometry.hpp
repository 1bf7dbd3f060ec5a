// Geometries of GeoJSON (RFC 7946), as an import wants them.
#pragma once

#include "core/place.hpp"
#include "place/blob_format.hpp"
#include "place/rings.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::place {

/// All rings and lines of a geometry, and its corners, those of points too. Corners beyond the globe are left out.
struct Geometry {
    std::vector<Ring> rings;
    std::vector<Coordinate> corners;

    /// The mean of the corners: good enough for a line or a handful of points.
    std::optional<LatLon> middle() const;
    /// The centre of gravity of the largest ring; for an area.
    std::optional<LatLon> centre() const;
};

/// From a feature's "coordinates", however deep; throws nlohmann::json::exception where they are none.
Geometry geometry_from(const nlohmann::json& coordinates);
/// A property as text: a list's texts joined with "|", null and what is not there empty.
std::string property_text(const nlohmann::json& properties, std::string_view name);
std::vector<std::vector<PointRow>> rows_of(const std::vector<Ring>& rings);

}  // namespace sitrep::place
