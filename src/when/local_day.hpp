// The day a report speaks from, where it was published late in universal time.
#pragma once

#include "core/report.hpp"

#include <string_view>

namespace sitrep::when {

/// The day on the clocks of a country (ISO 3166-1, or empty) at the time of publication. It differs from the printed one only where that is in
/// universal time and all time zones of the country agree: "Sunday 22:30 GMT" is Monday in Damascus, and what a report calls "Monday" is that day.
Day day_in(const Publication& publication, std::string_view country);

}  // namespace sitrep::when
