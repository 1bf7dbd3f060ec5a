// Whether grammar says that two figures are two sources' numbers of the same dead: "Nine died, the mayor said; the army admits four."
#pragma once

#include <span>
#include <vector>

#include "understand/figures/figure_features.hpp"
#include "understand/questions.hpp"

namespace sitrep::understand {

/// Of two figures of one outcome in one incident, `first` told before `second`: somebody else gives the second of the same people, and it is neither a newer
/// number, nor a part, nor one of further people.
Contradiction contradict(const Material& material, const TollCue& first, const TollCue& second);

/// The same of all that tell one of two values among an episode's figures; a title is nobody's number.
Contradiction contradict(const Material& material, const std::vector<Segment>& segments, const Episode& episode, std::span<const Figure> figures, std::size_t one, std::size_t other);

}  // namespace sitrep::understand
