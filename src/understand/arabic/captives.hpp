// Killing of people who were held: "خطفوا الرجلين ثم قتلوهما", "جثتان مكبلتان", "قتل الأسرى" (GUIDELINE, `type`: execution).
#pragma once

#include "understand/arabic/acts.hpp"

#include <vector>

namespace sitrep::understand::arabic {

/// Whether the dead that an act tells of were held by those who killed them, as the words of its sentence tell.
bool kills_captives(const Reading& reading, const std::vector<FoundAct>& acts, const Cues& cues, const FoundAct& act);

}  // namespace sitrep::understand::arabic
