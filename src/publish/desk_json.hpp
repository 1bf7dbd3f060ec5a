// Records as JSON for the desk's own use: everything, not gated. What leaves the desk goes through export.hpp.
#pragma once

#include "core/incident.hpp"

#include <string>

namespace sitrep::publish {

std::string incident_json(const Incident& incident);
std::string tally_json(const FiledTally& tally);

}  // namespace sitrep::publish
