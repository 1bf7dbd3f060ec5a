#include "publish/analysed_attacks.hpp"

#include "publish/counts.hpp"

#include <algorithm>
#include <set>

namespace sitrep::publish {
namespace {

std::string area_name(const Record& record, const PublicIncident& incident)
{
    std::string name = governorate_words(record.edition, incident);
    // Names of districts come in English alone; with an Arabic governorate behind it an English name still says which.
    if (!incident.admin2.empty() && incident.admin2 != incident.admin1) name = incident.admin2 + (record.arabic() ? "، " : ", ") + name;
    return name;
}

}  // namespace

AnalysedAttacks attacks_to_analyse(const Record& record, int months_max)
{
    AnalysedAttacks out;
    for (int back = months_max - 1; back >= 0 && out.months == 0; --back)
        if (record.has_data(record.month - std::chrono::months{back})) out.months = back + 1;
    if (out.months == 0) return out;
    const Month first_month = record.month - std::chrono::months{out.months - 1};
    out.first = Day{first_month / 1};
    out.last = std::min(Day{record.month / std::chrono::last}, record.input.closed);
    std::set<IncidentId> passed;
    for (const auto& [month, incidents] : record.by_month)
        for (const PublicIncident* incident : incidents)
            if (month >= first_month && is_attack(*incident)) passed.insert(incident->id);
    for (analyse::Event& event : analyse::events_from(record.input.incidents))
        if (passed.contains(event.id)) out.events.push_back(std::move(event));
    return out;
}

std::vector<std::string> area_names(const Record& record, const std::vector<IncidentId>& incidents, std::size_t most)
{
    std::map<std::string, int> counts;
    for (const auto& [month, of_month] : record.by_month)
        for (const PublicIncident* incident : of_month)
            if (std::binary_search(incidents.begin(), incidents.end(), incident->id)) ++counts[area_name(record, *incident)];
    std::vector<std::pair<int, std::string>> by_number;
    for (const auto& [name, count] : counts) by_number.emplace_back(-count, name);
    std::sort(by_number.begin(), by_number.end());
    std::vector<std::string> names;
    for (const auto& [count, name] : by_number)
        if (names.size() < most) names.push_back(name);
    return names;
}

}  // namespace sitrep::publish
