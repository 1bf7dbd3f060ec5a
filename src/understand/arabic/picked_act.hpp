// Which act a word tells that may be a verb or a noun: "قتل" is "killed" and "killing".
#pragma once

#include "understand/arabic/reading.hpp"

namespace sitrep::understand::arabic {

/// Of the readings of a word as an act the one that its neighbours allow, or nullptr where it is none.
const Found* pick_act(const Reading& reading, std::uint32_t i);

}  // namespace sitrep::understand::arabic
