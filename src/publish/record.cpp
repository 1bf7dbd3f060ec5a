#include "publish/record.hpp"

#include "publish/registers.hpp"

#include <algorithm>

namespace sitrep::publish {
namespace {

std::optional<Month> month_of(const DateRange& date)
{
    const auto first = date.first_day();
    if (!first || date.precision == DatePrecision::year) return std::nullopt;
    const std::chrono::year_month_day day{*first};
    return Month{day.year(), day.month()};
}

Gate gate_for(const MonthInput& input, const Gate& gate)
{
    Gate::Public known{{input.desk, input.area_name, input.area_name_ar, input.attribution}, input.incidents};
    for (const Outline& outline : input.outlines) {
        known.names.push_back(outline.name);
        known.names.push_back(outline.name_ar);
    }
    return gate.knowing(known);
}

std::map<std::string_view, const Outline*> by_code(const std::vector<Outline>& outlines)
{
    std::map<std::string_view, const Outline*> out;
    for (const Outline& outline : outlines) out.emplace(outline.code, &outline);
    return out;
}

/// One name for one governorate, whatever its places call it: the register's, else the map's.
void name_governorate(PublicIncident& incident, const std::map<std::string_view, const Outline*>& outlines)
{
    const auto outline = outlines.find(incident.admin1_code);
    if (const Area* area = area_coded(incident.admin1_code)) {
        incident.admin1 = area->name;
        incident.admin1_ar = area->name_ar;
    } else if (outline != outlines.end()) {
        incident.admin1 = outline->second->name;
        incident.admin1_ar = outline->second->name_ar;
    }
}

bool earlier(const PublicIncident* a, const PublicIncident* b)
{
    const auto first = [](const PublicIncident* incident) { return incident->date.first_day().value_or(Day{}); };
    return std::pair(first(a), a->id) < std::pair(first(b), b->id);
}

}  // namespace

const Incidents& Record::of(Month asked) const
{
    static const Incidents none;
    const auto found = by_month.find(asked);
    return found == by_month.end() ? none : found->second;
}

std::int64_t Record::sources(Month asked) const
{
    const std::string key = fmt::format("{:04}-{:02}", int(asked.year()), unsigned(asked.month()));
    for (const auto& [name, count] : input.sources_by_month)
        if (name == key) return count;
    return 0;
}

bool Record::has_data(Month asked) const { return sources(asked) > 0 || !of(asked).empty(); }

std::vector<Month> Record::months_before(int count) const
{
    std::vector<Month> out;
    for (int back = count; back > 0; --back) out.push_back(month - std::chrono::months{back});
    return out;
}

std::string Record::area_words() const
{
    const std::string& name = arabic() && !input.area_name_ar.empty() ? input.area_name_ar : input.area_name;
    return name.empty() || !gate.may_leave(name) ? say(Label::whole_record) : name;
}

Record record_of(const MonthInput& input, const Gate& gate, Edition edition)
{
    Record record{input, edition, gate_for(input, gate), input.month, input.month - std::chrono::months{1}, input.month - std::chrono::years{1},
                  {},    {},      {},                    {},          {},                                   0,
                  0};
    const auto outlines = by_code(input.outlines);
    std::vector<Withheld> withheld;
    for (const Incident& incident : input.incidents) {
        const auto month = month_of(incident.date);
        auto passed = record.gate.pass(incident, month.value_or(input.month) == input.month ? record.withheld : withheld);
        if (!passed) continue;
        PublicIncident& kept = record.all.emplace_back(std::move(*passed));
        name_governorate(kept, outlines);
        if (!month) {
            ++record.undated;
            continue;
        }
        if (*month == input.month) record.listed.push_back(&kept);
        if (!kept.background_only)
            record.by_month[*month].push_back(&kept);
        else if (*month == input.month)
            ++record.background;
    }
    for (auto& [month, incidents] : record.by_month) std::sort(incidents.begin(), incidents.end(), earlier);
    std::sort(record.listed.begin(), record.listed.end(), earlier);
    for (const FiledTally& filed : input.tallies)
        if (auto passed = record.gate.pass(filed)) record.tallies.push_back(std::move(*passed));
    return record;
}

}  // namespace sitrep::publish
