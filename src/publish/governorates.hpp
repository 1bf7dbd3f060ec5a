// Attacks and operations by governorate: the table, the map, a line each.
#pragma once

#include "publish/record.hpp"

namespace sitrep::publish {

/// The printed name of what governorate_key() gives; the country after it where the report spans several.
std::string governorate_name(const Record& record, const std::string& key);

/// The map of MonthInput::outlines, shaded by attacks; empty when there is nothing to draw.
std::string map_svg(const Record& record);

}  // namespace sitrep::publish
