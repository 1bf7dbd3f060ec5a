// Inside publish/: an incident in the terms that the formats of the field share.
#pragma once

#include "core/countries.hpp"
#include "core/table_marks.hpp"
#include "publish/gate.hpp"

#include <optional>
#include <string>

namespace sitrep::publish {

/// First and last possible day; nothing for an undated incident or one of an open year, which these formats cannot hold.
struct Days {
    Day first, last;
};
std::optional<Days> days_of(const PublicIncident& incident);

/// "Ambush, Tadmur, Homs, 2023-05-10. Killed 3–5. Grade fair; machine output, not reviewed." in words of our own.
std::string summary_of(const PublicIncident& incident);
/// What the format's own columns cannot hold.
TableMarks marks_of(const PublicIncident& incident);
/// The number that a format with one number gets: the table's own best estimate where there is one, else the smallest stated.
std::optional<std::int64_t> one_number(const std::optional<TollRange>& toll);

const Country* country_of(const PublicIncident& incident);
std::string country_name(const PublicIncident& incident);
/// Town, else district, else governorate, else region, else country.
std::string finest_place(const PublicIncident& incident);

/// "Government of Syria" and "Civilians" as UCDP names them, by what was hit.
bool hit_civilians_or_officials(const PublicIncident& incident);
bool hit_forces(const PublicIncident& incident);

}  // namespace sitrep::publish
