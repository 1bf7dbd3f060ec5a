// Counts over time with their doubt: bars, a band of what the past lets expect, hatching where nobody looked or reports still come in.
#pragma once

#include "analyse/outlook/desk_outlook.hpp"
#include "analyse/surge/desk_surge.hpp"
#include "publish/labels.hpp"

#include <string>

namespace sitrep::publish {

/// Bars with exact 95 % limits, sources beneath.
std::string counts_chart(const analyse::CountTable& table, Edition edition);
/// The same for one unit's weeks, with the baseline, the range of one week in a hundred, and alarms.
std::string watch_chart(const analyse::CountTable& table, const analyse::UnitSurge& unit, Edition edition);
/// One line a unit: 50 and 90 % intervals, last month's count as a dot.
std::string outlook_chart(const analyse::Outlook& outlook, Edition edition);

}  // namespace sitrep::publish
