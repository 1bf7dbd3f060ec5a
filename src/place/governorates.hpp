// A governorate by its name alone.
#pragma once

#include "place/gazetteer.hpp"

#include <optional>
#include <string_view>

namespace sitrep::place {

/// The first-level unit of that name, in a country (ISO 3166-1, or empty) if one is asked for. The name must be the same but for how vowels are written: a name
/// alike is no name.
std::optional<Place> governorate_named(const Gazetteer& gazetteer, std::string_view name, std::string_view country);

}  // namespace sitrep::place
