// The countries in which the groups and forces that a text names are at home: places with many namesakes are looked for there.
#pragma once

#include <vector>

#include "core/place.hpp"
#include "text/document.hpp"

namespace sitrep::understand {

/// One hint for each country of each actor of the register that the text names, however often. Armies that act abroad say nothing.
std::vector<CountryHint> homelands_of(const text::Document& document);

}  // namespace sitrep::understand
