// Nobody was harmed: "دون إصابات", "لم يسقط قتلى ولا جرحى", "لم يُقتل أحد".
#pragma once

#include "understand/arabic/acts.hpp"

#include <vector>

namespace sitrep::understand::arabic {

/// Adds tolls of zero. A bomb made safe and a number that nobody knows yet give none.
void find_no_harm(const Reading& reading, const std::vector<FoundAct>& acts, Cues& cues);

}  // namespace sitrep::understand::arabic
