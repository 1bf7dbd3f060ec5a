// Whether words for gunmen tell whose they are: "tribal gunmen", "مسلحون من عشيرة", "رعاة مسلحون" against "مسلحون مجهولون على دراجة".
#pragma once

#include "understand/assemble.hpp"

namespace sitrep::understand {

/// True for a description that says more of the men than that they were armed, many, unknown or came by car.
bool tells_whose_they_are(const Material& material, const ActorCue& gunmen);

}  // namespace sitrep::understand
