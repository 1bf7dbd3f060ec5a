#include "serve/month_input.hpp"

#include "serve/source_overlap.hpp"

#include <fmt/format.h>

#include <map>

namespace sitrep::serve {
namespace {

/// Months before the reported one that the comparisons and charts look back on.
constexpr std::chrono::months looked_back{24};

/// Months, the reported one included, over which the overlap of sources is read: one alone has too few incidents.
constexpr std::chrono::months overlap{12};

Day first_day(std::chrono::year_month month) { return Day{std::chrono::year_month_day{month / 1}}; }
Day last_day(std::chrono::year_month month) { return Day{std::chrono::year_month_day_last{month / std::chrono::last}}; }

/// The country most incidents are in: what the map shows when no area is asked for.
std::string main_country(const std::vector<Incident>& incidents)
{
    std::map<std::string, int> count;
    for (const auto& incident : incidents)
        if (incident.place && !incident.place->country.empty()) ++count[incident.place->country];
    std::string best;
    for (const auto& [country, number] : count)
        if (best.empty() || number > count[best]) best = country;
    return best;
}

}  // namespace

void add_undercount(publish::MonthInput& input, const store::Store& library)
{
    input.undercount_since = input.month - (overlap - std::chrono::months{1});
    const Day since = first_day(input.undercount_since);
    std::vector<Incident> attacks;
    for (const Incident& incident : input.incidents)
        if (const auto day = incident.date.first_day(); day && *day >= since && series_of(incident.kind) == Series::attack) attacks.push_back(incident);
    if (!attacks.empty()) input.undercount = undercount_of(attacks, library, {});
}

std::vector<std::string> changes_since(const std::optional<store::Edition>& last, const std::vector<std::pair<IncidentId, std::string>>& now)
{
    if (!last) return {};
    std::map<std::int64_t, std::string> before;
    for (const auto& line : last->lines) before[std::int64_t(line.incident)] = line.state;
    std::vector<std::string> out;
    for (const auto& [id, state] : now) {
        const auto old = before.find(std::int64_t(id));
        if (old == before.end()) {
            out.push_back(fmt::format("{} new: {}", to_string(id), state));
            continue;
        }
        if (old->second != state) out.push_back(fmt::format("{} {} → {}", to_string(id), old->second, state));
        before.erase(old);
    }
    for (const auto& [id, state] : before) out.push_back(fmt::format("{} withdrawn, merged or moved to another month: {}", to_string(IncidentId{id}), state));
    return out;
}

publish::MonthInput month_input(const store::Store& library, const place::Gazetteer& gazetteer, std::chrono::year_month month, const ReportArea& area, Day closed)
{
    publish::MonthInput input;
    input.month = month;
    input.area = area.code;
    input.area_name = area.name;
    input.area_name_ar = area.name_ar;
    input.closed = closed;
    store::Query query;
    query.country = area.country;
    query.admin1_code = area.admin1_code;
    query.from = first_day(month - looked_back);
    query.until = last_day(month);
    input.incidents = library.find(query);
    store::Query this_month;
    this_month.from = first_day(month);
    this_month.until = last_day(month);
    input.tallies = library.tallies(this_month);
    input.sources_by_month = library.sources_by_month();
    input.outlines = gazetteer.admin1_outlines(area.country.empty() ? main_country(input.incidents) : area.country);
    input.attribution = gazetteer.attribution();
    input.data_version = library.log_head();
    const auto counts = library.counts();
    input.reports = counts.reports;
    input.reports_not_read = counts.not_read;
    input.refused = counts.refused;
    return input;
}

}  // namespace sitrep::serve
