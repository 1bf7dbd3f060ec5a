// Whether words for gunmen tell whose they are: "tribal gunmen", "مسلحون من عشيرة", "رعاة مسلحون" against "مسلحون مجهولون على دراجة".
#pragma once

#include "understand/assemble.hpp"

namespace sitrep::understand {

/// True for a description that says more of the men than that they were armed, many, unknown or came by car.
bool tells_whose_they_are(const Material& material, const ActorCue& gunmen);

/// "هاجم مسلحون الجيش": of a span that holds both, the gunmen. Their plural in ون keeps its ن, so that nobody behind it owns them.
Tokens gunmen_alone(const text::Document& document, Tokens tokens);

}  // namespace sitrep::understand
