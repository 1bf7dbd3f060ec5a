// A side that tells of its own deed: "قال المتحدث باسم الجيش إن جنوده قتلوا", "أعلن التنظيم قصف القاعدة", "وقالت إنها
// أسقطت مسيّرة".
#pragma once

#include "understand/arabic/actors.hpp"

#include <vector>

namespace sitrep::understand::arabic {

/// Actor cues for "قواته", "مقاتليها" that are agents of an act: what a speaker calls its own men. A noun that the list of people has is none of these.
bool is_own_men(const Reading& reading, std::uint32_t i);
/// Whether somebody right beside an active verb does what it says: "إن مقاتليه قصفوا", "قتلت قواته".
bool acts_beside(const Reading& reading, const std::vector<FoundAct>& acts, std::uint32_t first, std::uint32_t last);

/// Which actor tells of a deed of its own with the reporting verb at a word, or `none`.
CueIndex own_report_at(const Reading& reading, const std::vector<FoundAct>& acts, const std::vector<FoundActor>& actors, const Cues& cues, std::uint32_t i);

/// Gives "his men" the name and side of the speaker they belong to.
void name_own_men(const Reading& reading, const std::vector<FoundAct>& acts, const std::vector<FoundActor>& actors, Cues& cues);

}  // namespace sitrep::understand::arabic
