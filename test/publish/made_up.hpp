// Incidents made by hand, and a record of 25 months that could be a desk's. All of it is invented.
#pragma once

#include "core/incident.hpp"
#include "publish/gate.hpp"
#include "publish/month.hpp"
#include "publish/syria.hpp"

#include <string>
#include <vector>

namespace sitrep::publish {

Day day(const std::string& iso);
inline const Day today = day("2023-06-05");
inline const Gate open_gate({}, today);  ///< with no names to keep in

/// "al-Sukhna" and so on: towns of Homs, Deir ez-Zor, Raqqa, Hama, Aleppo, al-Hasakah; "village" has 900 people.
Place town(const std::string& name);
Place governorate(const std::string& code, const std::string& name);

FiledAccount account(std::int64_t id, const std::string& publisher, const std::string& url, const std::string& published);

/// A confirmed attack told by SOHR and North Press, not accepted, with three soldiers killed.
Incident attack(std::int64_t id, const std::string& iso_day, const Place& place);

MonthInput month_of(std::vector<Incident> incidents);  ///< May 2023, Syria, closed 2023-06-05
/// About `per_month` incidents in each of 25 months; the same every time.
MonthInput plausible_month(int per_month);

}  // namespace sitrep::publish
