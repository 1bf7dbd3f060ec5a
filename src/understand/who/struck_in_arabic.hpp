// Whether Arabic words tell an armed group only as the one struck: "معسكرات لتنظيم داعش", "متهمين بالانتماء إلى القاعدة".
#pragma once

#include "understand/assemble.hpp"

namespace sitrep::understand {

/// True where the words right before a mention tell whose posts, men or dead they are, or against whom it went: no doer of an air strike or an operation.
bool is_told_as_struck(const Material& material, const ActorCue& actor);

}  // namespace sitrep::understand
