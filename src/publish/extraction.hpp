// The extraction contract: what `sitrep extract` writes for one report. For the desk's own programs: not gated.
#pragma once

#include "core/account.hpp"
#include "core/report.hpp"

#include <span>
#include <string>

namespace sitrep::publish {

/// One line of JSON without the newline. `incident_ids` has one id per account ("I7"), or is empty: then "incident" is null.
/// Linear in the report's length plus what was understood. The report's words must be valid UTF-8.
std::string extraction_line(const Report& report, const Understanding& understanding, std::span<const std::string> incident_ids);

}  // namespace sitrep::publish
