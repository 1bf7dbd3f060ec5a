// Who is named: registered actors, unnamed gunmen, victims, officials, things hit.
#pragma once

#include "understand/arabic/acts.hpp"
#include "understand/arabic/names.hpp"
#include "understand/arabic/people.hpp"

#include <optional>
#include <vector>

namespace sitrep::understand::arabic {

struct FoundActor {
    std::uint32_t first = 0;  ///< words [first, last)
    std::uint32_t last = 0;
    std::optional<Group> group;  ///< the people word it was found by
    std::string_view clitics;
    std::optional<FoundName> name_behind;  ///< whose people they are: "مسلحو [داعش]"
};

/// Under arms, of whatever side: no civilians, officials or things.
inline bool is_armed(const ActorCue& actor)
{
    return actor.side != Side::civilians && actor.side != Side::thing && actor.side != Side::official && actor.side != Side::other;
}

/// Fills Cues::actors; the result runs parallel to it.
std::vector<FoundActor> find_actors(const Reading& reading, const std::vector<FoundAct>& acts, Cues& cues);

/// Who did an act and to whom, as the order of words tells; fills agents, patients and roles.
void read_roles(const Reading& reading, const std::vector<FoundAct>& acts, const std::vector<FoundActor>& actors, Cues& cues);

}  // namespace sitrep::understand::arabic
