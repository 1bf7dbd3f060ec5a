// What our own exports put into the free column of a foreign format, so that nothing is lost when it comes back.
#pragma once

#include "core/incident.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace sitrep {

/// "sitrep id=I42 kind=ambush date=2025-09-01..2025-09-03/week killed=2-4 hit=military status=attributed place=3": codes and numbers only.
struct TableMarks {
    std::string id;
    IncidentKind kind = IncidentKind::other_violence;
    DateRange date;
    std::optional<TollRange> killed, injured, abducted, arrested, perpetrators_killed;
    std::optional<TargetClass> hit;
    PerpetratorStatus status = PerpetratorStatus::unknown;
    PlacePrecision place = PlacePrecision::country;
};
std::string to_text(const TableMarks& marks);
/// From a cell that holds them among other words; nothing where it does not, or where they are damaged.
std::optional<TableMarks> table_marks_in(std::string_view cell);

}  // namespace sitrep
