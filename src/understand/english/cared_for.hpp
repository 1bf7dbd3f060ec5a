// People who are told to be hurt by the care they get: "were taken to hospital", "the clinic admitted nine".
#pragma once

#include "understand/english/sheet.hpp"

namespace sitrep::understand::english {

/// Whether the words at an act tell of nobody hurt: he died there or had died, or was a patient before ("40 were in hospital when it was hit").
bool tells_no_hurt(const Sheet& sheet, std::uint32_t act, Tokens people);

/// "He was taken to hospital, where he died", "was shot in the leg and bled to death": nobody else stands between.
bool dies_there(const Sheet& sheet, std::uint32_t act);

/// Whether those who are cared for were counted among the hurt before, or are known ("all five were taken to hospital"): `toll` is then a part.
bool are_counted_before(const Sheet& sheet, const Cues& cues, const TollCue& toll);

}  // namespace sitrep::understand::english
