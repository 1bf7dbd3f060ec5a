// What an edition said of an incident, as one line of codes, and what changed between two such lines.
#pragma once

#include "publish/gate.hpp"
#include "publish/labels.hpp"

#include <string>
#include <string_view>

namespace sitrep::publish {

/// "kind=ambush; date=2023-05-10; area=SY-DY; killed=3–4; injured=; grade=fair; accepted=no"
std::string state_of(const PublicIncident& incident);

/// A line of MonthInput::changed_since_last in the words of the edition. Values that are not our own codes are left out.
std::string change_words(Edition edition, std::string_view line);

}  // namespace sitrep::publish
