// What one month's report is made from, and the documents it becomes. Everything written passes the gate.
#pragma once

#include "analyse/undercount/undercount.hpp"
#include "core/incident.hpp"
#include "publish/gate.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace sitrep::publish {

enum class Edition { english, arabic };

/// Everything the report needs, gathered by the caller; publish/ asks no library.
struct MonthInput {
    std::chrono::year_month month;
    std::string area;          ///< as asked: a country code, an ISO 3166-2 code, or empty for everything
    std::string area_name, area_name_ar;
    std::string desk;          ///< who publishes
    std::string foreword, foreword_ar;  ///< the desk's own words before the figures; scanned like everything else
    Day closed;                ///< the day the edition is made
    std::vector<Incident> incidents;            ///< of the 25 months that end with this one, inside the area
    std::vector<FiledTally> tallies;            ///< stated in reports of this month
    std::vector<std::pair<std::string, std::int64_t>> sources_by_month;  ///< "2025-09" → 7
    std::vector<Outline> outlines;              ///< governorates to draw
    std::vector<std::string> changed_since_last;  ///< lines "I42 killed 3 → 4", empty for a first edition
    bool first_edition = true;
    std::string attribution;   ///< gazetteer's line
    std::string data_version;  ///< checksum of the library's log head
    std::optional<analyse::Undercount> undercount{};  ///< of the attacks since `undercount_since`, this month included
    std::chrono::year_month undercount_since{};
    std::int64_t reports = 0, reports_not_read = 0, refused = 0;
};

/// One HTML file with no outside requests; right-to-left when Arabic.
std::string month_html(const MonthInput& input, const Gate& gate, Edition edition);
std::string month_markdown(const MonthInput& input, const Gate& gate, Edition edition);
std::string month_docx(const MonthInput& input, const Gate& gate, Edition edition);

/// The published state of each incident of the month, for Store's editions.
std::vector<std::pair<IncidentId, std::string>> published_states(const MonthInput& input, const Gate& gate);

}  // namespace sitrep::publish
