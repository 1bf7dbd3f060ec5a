// By which of its names an English report calls a group.
#pragma once

#include <string_view>

#include "understand/assemble.hpp"

namespace sitrep::understand {

/// GUIDELINE, `perpetrator`: as named. "Wilayat Sinai" where the report says no other name of it, though the register files it under "IS-Sinai", by which
/// accounts are merged. The register's own name where the report tells it too, or what it is the initials of ("New People's Army": NPA), and of the forces
/// of a state, whose soldiers, troops and jets are told rather than named. `words`: those that tell the doer.
std::string_view told_name_of(const Material& material, std::string_view canonical, Tokens words);

}  // namespace sitrep::understand
