// The countries in which the groups and forces that a text names are at home: places with many namesakes are looked for there.
#pragma once

#include <vector>

#include "core/place.hpp"
#include "text/document.hpp"

namespace sitrep::understand {

/// One hint for each country that an actor named in the text is at home in, or often fights in, however many name it. Forces of states whose armies act
/// abroad (core/powers.hpp) say nothing.
std::vector<CountryHint> homelands_of(const text::Document& document);

}  // namespace sitrep::understand
