// Who fights whom, where one Arabic phrase names both: "اشتباكات بين [مسلحين من التبو] و[أولاد سليمان]".
#pragma once

#include <optional>

#include "understand/assemble.hpp"

namespace sitrep::understand {

/// Two sides, or one phrase for both of them ("عشيرتين"), which then stands as the first.
struct FightingSides {
    Tokens one, other;
    bool overlap(Tokens tokens) const { return one.overlaps(tokens) || other.overlaps(tokens); }
};
std::optional<FightingSides> sides_in_arabic(const Material& material, const std::vector<Segment>& segments, const Episode& episode);

/// An army, the police, soldiers: the side of a clash that is no perpetrator (GUIDELINE, `type`).
bool is_side_of_state(const Material& material, Tokens side);

}  // namespace sitrep::understand
