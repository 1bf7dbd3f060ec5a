// The attacks of a report as src/analyse sees them: only those that passed the gate, of the months that hold data.
#pragma once

#include "analyse/events.hpp"
#include "publish/record.hpp"

#include <vector>

namespace sitrep::publish {

struct AnalysedAttacks {
    std::vector<analyse::Event> events;
    Day first{}, last{};  ///< the days looked at, both included
    int months = 0;
};

/// Up to `months_max` months that end with the report's month, from the first that has data on; the last day is the month's last, or the day
/// of closing when that is earlier.
AnalysedAttacks attacks_to_analyse(const Record& record, int months_max);

/// Of some incidents (ids ascending), the areas they lie in as the gate names them: "Abu Kamal, Deir ez-Zor"; the most frequent first, at most `most`.
std::vector<std::string> area_names(const Record& record, const std::vector<IncidentId>& incidents, std::size_t most);

}  // namespace sitrep::publish
