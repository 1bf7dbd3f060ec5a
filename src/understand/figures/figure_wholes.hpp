// Figures that are all of those whom others count in parts: no contradiction.
#pragma once

#include <span>
#include <vector>

#include "understand/figures/figure_features.hpp"

namespace sitrep::understand {

/// Whether one figure counts all and another some of them, so that both stand and make no range. `elsewhere` is what each other incident of the report tells.
bool is_whole_of(const Material& material, const std::vector<Segment>& segments, std::span<const Figure> figures, std::span<const std::int64_t> elsewhere, std::size_t part,
                 std::size_t whole);

/// "Mines kill ten": whether a figure that opens the report counts another incident's dead too, since this one's are told on their own.
bool counts_others_too(const Material& material, const std::vector<Segment>& segments, std::span<const Figure> figures, std::span<const std::int64_t> elsewhere,
                       std::size_t whole);

}  // namespace sitrep::understand
