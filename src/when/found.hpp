// Date expressions as they were found, before any is resolved.
#pragma once

#include <vector>

#include "when/grammar.hpp"

namespace sitrep::when {

struct Found {
    std::size_t first = 0, last = 0;  ///< pieces
    Meaning meaning;
};

/// "They were shot on Sunday, a week after a bomb killed five": the distance is told of the shooting, what it dates is the bomb. Where the day told last
/// stands in the same clause it is the shooting's, so the other event is counted from there the other way round; behind a day of an earlier sentence
/// ("The base was attacked on Friday. Two bodies were found two days after the attack") the distance leads on, as it always does.
void turn_to_other_events(const Pieces& pieces, std::vector<Found>& found);

/// Marks the days on which something was said: "police said on Friday that …".
void mark_reporting_days(const Pieces& pieces, std::vector<Found>& found);

}  // namespace sitrep::when
