// Whether two figures of an episode may be two numbers of the same people at all, whoever tells them.
#pragma once

#include <span>

#include "understand/figures/figure_features.hpp"

namespace sitrep::understand {

/// "Three of the victims", "four of them", "of the dead, 20", أربعة منهم: some of those who were counted.
bool is_some_of_them(const Material& material, const TollCue& toll);

/// "The toll rose to seven": a later figure of the same source, or of nobody's, holds for it; not one that has grown to another size, which counts more than
/// one incident.
bool is_outdated(const Material& material, std::span<const Figure> figures, std::size_t index);

/// Not where one replaces the other or is some of it, where both together make a third one, and where one is what the perpetrator lost of its own.
bool may_number_the_same(const Material& material, std::span<const Figure> figures, std::size_t one, std::size_t other, CueIndex perpetrator);

}  // namespace sitrep::understand
