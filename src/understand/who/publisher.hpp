// A party to the fight that publishes a report itself.
#pragma once

#include <string_view>

namespace sitrep::understand {

/// True where a publisher's words name an armed side as who publishes ("CENTCOM", "SDF Press", "Amaq"), and that side or its parent is `name`.
bool publishes(std::string_view publisher, std::string_view name);

}  // namespace sitrep::understand
