// Episodes whose own words say that they are no news: what a court tried, what a day remembers, what is only asked or supposed.
#pragma once

#include "understand/assemble.hpp"

namespace sitrep::understand {

/// "If they attack", "floods killed seven": whether an act that is not one is told, and none that is.
bool tells_only_unreal(const Material& material, const std::vector<Segment>& segments, const Episode& episode);

/// "A court sentenced two men for the bombing of a market in 2014": whether nothing else is told of an episode. It is background (GUIDELINE, "What counts", 4).
bool is_recalled(const Material& material, const std::vector<Segment>& segments, const Episode& episode);

/// Whether a date that was chosen for such an episode is that of the court or the ceremony: "on Thursday" before the deed's own words, or a day of these days.
bool dates_the_recalling(const Material& material, const std::vector<Segment>& segments, const Episode& episode, std::uint32_t date);

}  // namespace sitrep::understand
