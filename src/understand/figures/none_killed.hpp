// "Nobody was hurt" says of the dead that there are none.
#pragma once

#include "understand/assemble.hpp"

namespace sitrep::understand {

/// The words by which an episode tells that nobody was hurt, where it has not a word of any dead: nobody was killed either. "No one else" and
/// "no civilian" leave that open. Null where nothing of the kind is told. The dead of those who attacked do not matter.
const TollCue* none_killed(const Material& material, const std::vector<Segment>& segments, const Episode& episode);

}  // namespace sitrep::understand
