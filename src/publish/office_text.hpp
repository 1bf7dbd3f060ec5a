// Inside publish/: text inside the XML of Office files.
#pragma once

#include <string>
#include <string_view>

namespace sitrep::publish {

/// Markup characters escaped; control characters, which XML 1.0 cannot hold, left out.
std::string office_escaped(std::string_view text);

}  // namespace sitrep::publish
