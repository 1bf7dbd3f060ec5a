// What the outlines of a gazetteer say about a point.
#pragma once

#include "place/blob.hpp"

#include <string>
#include <string_view>

namespace sitrep::place {

/// Kilometres from a point to the outline of a first-level unit (ISO 3166-2); 0 inside, infinity where the gazetteer has no outline of it.
double km_outside_unit(const Gazetteer::Blob& blob, std::string_view code, PointRow point);

/// The code of a district's outline: "SY-DY/Al Mayadin". Districts have no code that all sources share.
std::string district_code(std::string_view admin1_code, std::string_view name);
/// The outline of a district of this governorate that holds a point, or nothing.
const OutlineRow* district_at(const Gazetteer::Blob& blob, std::string_view admin1_code, PointRow point);

}  // namespace sitrep::place
