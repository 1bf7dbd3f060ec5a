// Verb, doer, victim: "قتل أربعة مسلحين شرطياً" is no "قُتل أربعة مسلحين", though nobody writes the vowel that would tell.
#pragma once

#include "understand/arabic/acts.hpp"
#include "understand/arabic/people.hpp"
#include "understand/arabic/reading.hpp"

#include <cstdint>
#include <optional>

namespace sitrep::understand::arabic {

/// Those whom people at word `i`, right behind a verb of harm, harmed: the object that stands right behind them. Nothing where they are themselves
/// the harmed, or nobody knows.
std::optional<Group> object_behind_doers(const Reading& reading, std::uint32_t i);

/// Whether people at word `i`, who end right before an active verb in the plural ("عشرة شرطيين قتلوا تسعة مزارعين"), are its doers: others stand
/// behind it.
bool is_done_by_those_at(const Reading& reading, std::uint32_t i, const FoundAct& act);

}  // namespace sitrep::understand::arabic
