// The map of clusters: rings over the governorates, never finer than a district.
#pragma once

#include "core/place.hpp"
#include "publish/labels.hpp"

#include <string>
#include <vector>

namespace sitrep::publish {

struct MapCluster {
    LatLon centre;
    double radius_km = 0;
    bool can_be_chance = false;  ///< drawn with a broken, pale line
    std::string tooltip;
};

/// Rings are numbered from 1 in their order. Each is drawn about the nearest quarter of a degree and as wide as a district at least, so
/// that no village can be read off it. `lines` stand below the map, one a cluster. Empty when there is no outline to draw on.
std::string cluster_map(const std::vector<Outline>& outlines, const std::vector<MapCluster>& clusters, const std::vector<std::string>& lines, Edition edition);

}  // namespace sitrep::publish
