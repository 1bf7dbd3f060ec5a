// One row per incident as comma-separated values, through the gate.
#include "core/event_tables.hpp"
#include "publish/export.hpp"
#include "publish/table_text.hpp"

namespace sitrep::publish {
namespace {

void add_range(TableRow& row, const std::optional<TollRange>& range)
{
    row.push_back(range ? number(range->low) : nothing());
    row.push_back(range ? number(range->high) : nothing());
}

}  // namespace

TableRow own_row(const PublicIncident& incident)
{
    const auto iso = [](const std::optional<PartialDate>& date) { return date && date->year() ? date->iso() : std::string(); };
    TableRow row{words(to_string(incident.id)), words(to_string(incident.kind)), words(iso(incident.date.start)), words(iso(incident.date.end)),
                 words(to_string(incident.date.precision))};
    for (const std::string* text : {&incident.country, &incident.admin1, &incident.admin1_code, &incident.admin2, &incident.place}) row.push_back(words(*text));
    row.push_back(incident.point ? coordinate(incident.point->lat()) : nothing());
    row.push_back(incident.point ? coordinate(incident.point->lon()) : nothing());
    row.push_back(number(int(incident.precision)));
    row.push_back(words(incident.perpetrator));
    row.push_back(words(to_string(incident.status)));
    row.push_back(words(incident.target_class ? to_string(*incident.target_class) : std::string_view()));
    for (const auto* range : {&incident.killed, &incident.injured, &incident.abducted, &incident.arrested, &incident.perpetrators_killed}) add_range(row, *range);
    const AcledType acled = acled_type(incident.kind, incident.target_class);
    row.push_back(words(public_grade(incident)));
    row.push_back(number(incident.independent_sources));
    row.push_back(words(incident.accepted ? "accepted" : "machine output"));
    row.push_back(words(incident.background_only ? "background" : "news"));
    row.push_back(words(acled.event_type));
    row.push_back(words(acled.sub_event_type));
    row.push_back(words(joined(incident.publishers, "; ")));
    row.push_back(words(joined(incident.links, "; ")));
    return row;
}

std::string_view public_grade(const PublicIncident& incident)
{
    return incident.grade == Grade::confirmed && !incident.accepted ? "meets_confirmation_rule" : to_string(incident.grade);
}

std::string export_csv(std::span<const Incident> incidents, const Gate& gate)
{
    const Gate knowing = gate.knowing({{}, incidents});
    std::vector<TableRow> rows;
    for (const PublicIncident& incident : passed(incidents, knowing)) rows.push_back(own_row(incident));
    std::string out = csv_text(columns_of(TableFormat::sitrep), rows);
    knowing.scan(out);
    return out;
}

}  // namespace sitrep::publish
