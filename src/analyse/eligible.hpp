// Which events an analysis of places and days may use: precision decides, and what is left out is counted.
#pragma once

#include "analyse/events.hpp"
#include "analyse/provenance.hpp"

#include <span>
#include <vector>

namespace sitrep::analyse {

struct Eligibility {
    Day first{}, last{};  ///< both included
    PlacePrecision coarsest = PlacePrecision::district;
    bool needs_place = true;
};

/// Events dated to one day inside the span and, where a place is needed, placed no more coarsely than asked. The middles of governorates
/// and the first days of months would become clusters of their own. The others go into `provenance.left_out`, each for one reason.
std::vector<const Event*> eligible(std::span<const Event> events, const Eligibility& wanted, Provenance& provenance);

}  // namespace sitrep::analyse
