// How far a point lies outside a governorate.
#pragma once

#include "place/blob.hpp"

#include <string_view>

namespace sitrep::place {

/// Kilometres from a point to the outline of a first-level unit (ISO 3166-2); 0 inside, infinity where the gazetteer has no outline of it.
double km_outside_unit(const Gazetteer::Blob& blob, std::string_view code, PointRow point);

}  // namespace sitrep::place
