// When, where and how, between a verb and its subject: "وقُتل أمس في حمص بالرصاص جندي".
#pragma once

#include "understand/arabic/reading.hpp"

#include <cstdint>

namespace sitrep::understand::arabic {

/// First word after `i` that is in no date, after "في" or "ب" in no place, and in no manner of harm: where a subject may stand.
std::uint32_t skip_circumstances(const Reading& reading, std::uint32_t i, std::uint32_t end);

/// "[قُتل] في الهجوم ثلاثة جنود": the word behind the act told before; `i` where none stands there.
std::uint32_t after_told_act(const Reading& reading, std::uint32_t i, std::uint32_t end);

}  // namespace sitrep::understand::arabic
