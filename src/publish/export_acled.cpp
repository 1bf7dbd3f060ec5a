// ACLED's 31 columns. Inter codes are written as numbers; what the columns cannot hold stands in `tags` (core/table_marks.hpp).
#include "core/event_tables.hpp"
#include "publish/export.hpp"
#include "publish/field_words.hpp"
#include "publish/registers.hpp"
#include "publish/table_text.hpp"

#include <fmt/format.h>

namespace sitrep::publish {
namespace {

struct Side {
    std::string actor;
    int inter = 0;  ///< 1 state forces, 2 rebel groups, 3 political militias, 7 civilians, 8 external forces; 0 nobody
};

std::string in_country(std::string_view who, const PublicIncident& incident)
{
    const std::string country = country_name(incident);
    return country.empty() ? std::string(who) : fmt::format("{} ({})", who, country);
}

Side doer(const PublicIncident& incident)
{
    constexpr int state = 1, rebels = 2, protesters = 6, militia = 3;
    if (incident.kind == IncidentKind::protest) return {in_country("Protesters", incident), protesters};
    if (incident.perpetrator.empty()) return {in_country("Unidentified Armed Group", incident), militia};
    return {incident.perpetrator, is_force(incident.perpetrator) ? state : rebels};
}

Side hit(const PublicIncident& incident)
{
    constexpr int state = 1, militia = 3, civilians = 7;
    if (!incident.target_class) return {};
    switch (*incident.target_class) {
        case TargetClass::civilian:
        case TargetClass::official: return {in_country("Civilians", incident), civilians};
        case TargetClass::military: return {in_country("Unidentified Military Forces", incident), state};
        case TargetClass::police: return {in_country("Police Forces", incident), state};
        case TargetClass::militant: return {in_country("Unidentified Armed Group", incident), militia};
        case TargetClass::infrastructure: return {};
    }
    return {};
}

std::string_view disorder_of(std::string_view event_type)
{
    if (event_type == "Protests") return "Demonstrations";
    return event_type == "Strategic developments" ? "Strategic developments" : "Political violence";
}

int time_precision(const PublicIncident& incident)
{
    if (incident.date.precision == DatePrecision::day) return 1;
    return incident.date.precision == DatePrecision::week ? 2 : 3;
}

TableRow row_of(const PublicIncident& incident, const Days& days)
{
    const AcledType type = acled_type(incident.kind, incident.target_class);
    const Side a = doer(incident), b = hit(incident);
    const Country* country = country_of(incident);
    NamedRow row(columns_of(TableFormat::acled));
    row.set("event_id_cnty", words(to_string(incident.id))).set("event_date", words(to_iso(days.first)));
    row.set("year", number(int(std::chrono::year_month_day{days.first}.year()))).set("time_precision", number(time_precision(incident)));
    row.set("disorder_type", words(disorder_of(type.event_type))).set("event_type", words(type.event_type)).set("sub_event_type", words(type.sub_event_type));
    row.set("actor1", words(a.actor)).set("inter1", number(a.inter)).set("actor2", words(b.actor)).set("inter2", number(b.inter));
    row.set("interaction", words(fmt::format("{}{}", a.inter, b.inter)));
    if (hit_civilians_or_officials(incident)) row.set("civilian_targeting", words("Civilian targeting"));
    if (country != nullptr)
        row.set("iso", words(country->numeric)).set("region", words(country->acled_region)).set("country", words(country->name));
    row.set("admin1", words(incident.admin1)).set("admin2", words(incident.admin2)).set("location", words(finest_place(incident)));
    if (incident.point) row.set("latitude", coordinate(incident.point->lat())).set("longitude", coordinate(incident.point->lon()));
    row.set("geo_precision", number(incident.precision == PlacePrecision::exact ? 1 : incident.precision == PlacePrecision::near ? 2 : 3));
    row.set("source", words(joined(incident.publishers, "; "))).set("notes", words(summary_of(incident)));
    row.set("fatalities", number(one_number(incident.killed).value_or(0))).set("tags", words(to_text(marks_of(incident))));
    return row.take();
}

}  // namespace

std::string export_acled(const ExportInput& input, const Gate& gate)
{
    const Gate knowing = gate.knowing({public_names(input), input.incidents});
    std::vector<TableRow> rows;
    for (const PublicIncident& incident : passed(input.incidents, knowing))
        if (const auto days = days_of(incident)) rows.push_back(row_of(incident, *days));
    std::string out = csv_text(columns_of(TableFormat::acled), rows);
    knowing.scan(out);
    return out;
}

}  // namespace sitrep::publish
