// Who is only cleared, doubted or spoken of without being told as a doer.
#pragma once

#include "understand/arabic/actors.hpp"

#include <vector>

namespace sitrep::understand::arabic {

/// Marks mentions that speak for no deed of the one mentioned: "تبادل الجيش وقسد الاتهام", "لم يتضح ما إذا كانت روسية", "لم يعلق التحالف",
/// "لا شبهة تربطه بداعش", "اتهمت فتح حماس بالتغاضي", and whom the accused accuses in turn.
void note_cleared(const Reading& reading, const std::vector<FoundActor>& actors, Cues& cues);

}  // namespace sitrep::understand::arabic
