// What is known of a place that only the tagger sees: a name that no gazetteer has, or a site described by a name.
#pragma once

#include "understand/assemble.hpp"

namespace sitrep::understand {

/// Where it lies: where the same words lie elsewhere in the report, or where the place beside it in the sentence lies.
Place place_beside(const text::Document& document, const Words& words, const Context& context, Tokens tokens);

/// "In the same province, an air strike on Ghazni": whether the words only point back and the sentence names its place.
bool is_named_beside(const text::Document& document, const Context& context, Tokens tokens);

/// "Highway 418", "Road 42": with the number behind it, which is the half of a road's name.
Tokens with_road_number(const text::Document& document, const Context& context, Tokens tokens);

}  // namespace sitrep::understand
