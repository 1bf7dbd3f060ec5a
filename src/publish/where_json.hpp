// The answers of `sitrep clusters` and `sitrep repeat` as JSON for the desk's own use: not gated.
#pragma once

#include "analyse/clusters/desk_clusters.hpp"
#include "analyse/repeat/desk_repeat.hpp"

#include <string>

namespace sitrep::publish {

std::string clusters_json(const analyse::ClustersAnswer& answer);
std::string repeat_json(const analyse::RepeatTable& table, const analyse::SelfExcitationAnswer& excitation);

}  // namespace sitrep::publish
