// What one month's report is made from, gathered from a library and a gazetteer: for the command line and the server alike.
#pragma once

#include "place/gazetteer.hpp"
#include "publish/month.hpp"
#include "store/store.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sitrep::serve {

/// An area that a report is about: a country, a governorate, or everything.
struct ReportArea {
    std::string code;         ///< "SY", "SY-DY", or empty
    std::string country;      ///< of a country's code
    std::string admin1_code;  ///< of a governorate's code
    std::string name, name_ar;
};

/// All but desk, forewords, and what changed since the last edition. Loads the incidents of 25 months with their accounts.
publish::MonthInput month_input(const store::Store& library, const place::Gazetteer& gazetteer, std::chrono::year_month month, const ReportArea& area, Day closed);

/// What the overlap of sources says of the attacks of the year that ends with this month: the report's section on what nobody told.
void add_undercount(publish::MonthInput& input, const store::Store& library);

/// Lines "I42 killed 3 → 4" between an edition and what would be said now; none for a first edition.
std::vector<std::string> changes_since(const std::optional<store::Edition>& last, const std::vector<std::pair<IncidentId, std::string>>& now);

}  // namespace sitrep::serve
