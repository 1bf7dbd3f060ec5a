// Two who did it together, where one phrase names both.
#pragma once

#include "understand/assemble.hpp"

namespace sitrep::understand {

/// Adds to an incident's perpetrator the one that grammar joins to it: "[MSA and GATIA] attacked a camp", "shelled by the [RSF and allied militias]", "[the
/// army, with Wagner men,] entered". Whom a conjunction only lists beside it ("between A and B", "killed by ISIS and police arrested two") is not added;
/// of a clash the two are sides (see clash_sides.hpp). The name is that of both: "Malian army and Wagner".
void name_joint_doers(const Material& material, const std::vector<Segment>& segments, const Episode& episode, CueIndex perpetrator, Account& account);

}  // namespace sitrep::understand
