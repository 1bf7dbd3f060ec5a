// UCDP GED's 49 columns: lethal incidents that can be dated, as UCDP defines its events.
#include "core/event_tables.hpp"
#include "publish/export.hpp"
#include "publish/field_words.hpp"
#include "publish/registers.hpp"
#include "publish/table_text.hpp"

#include <fmt/format.h>

#include <cmath>

namespace sitrep::publish {
namespace {

enum class Violence { state_based = 1, non_state = 2, one_sided = 3 };

Violence violence_of(const PublicIncident& incident)
{
    if (hit_civilians_or_officials(incident)) return Violence::one_sided;
    return hit_forces(incident) || is_force(incident.perpetrator) ? Violence::state_based : Violence::non_state;
}

/// Cell of the half-degree grid of PRIO (Tollefsen and others 2012), counted from the south-west corner.
std::int64_t grid_cell(LatLon point)
{
    constexpr int cells_a_row = 720;
    return std::int64_t(std::floor((point.lat() + 90) * 2)) * cells_a_row + std::int64_t(std::floor((point.lon() + 180) * 2)) + 1;
}

int date_precision(const PublicIncident& incident, const Days& days)
{
    switch (incident.date.precision) {
        case DatePrecision::day: return days.first == days.last ? 1 : 2;
        case DatePrecision::week: return (days.last - days.first).count() < 6 ? 2 : 3;
        case DatePrecision::month: return 4;
        default: return 5;
    }
}

TableRow row_of(const PublicIncident& incident, const Days& days)
{
    const Violence violence = violence_of(incident);
    const Country* country = country_of(incident);
    const std::string government = country == nullptr ? std::string() : fmt::format("Government of {}", country->name);
    const bool by_state = violence == Violence::state_based && is_force(incident.perpetrator);
    const std::string a = violence == Violence::state_based ? (by_state ? incident.perpetrator : government) : incident.perpetrator;
    const std::string b = violence == Violence::one_sided ? "Civilians" : violence == Violence::state_based && !by_state ? incident.perpetrator : std::string();
    const auto best = one_number(incident.killed).value_or(0);
    NamedRow row(columns_of(TableFormat::ged));
    row.set("id", number(std::int64_t(incident.id))).set("relid", words(to_string(incident.id)));
    row.set("year", number(int(std::chrono::year_month_day{days.first}.year()))).set("type_of_violence", number(int(violence)));
    row.set("side_a", words(a)).set("side_b", words(b));
    if (!a.empty() && !b.empty()) row.set("dyad_name", words(fmt::format("{} - {}", a, b)));
    row.set("number_of_sources", number(incident.independent_sources)).set("source_article", words(joined(incident.links, ";")));
    row.set("source_office", words(joined(incident.publishers, ";")));
    row.set("where_prec", number(int(incident.precision))).set("where_coordinates", words(finest_place(incident)));
    row.set("adm_1", words(incident.admin1)).set("adm_2", words(incident.admin2));
    if (incident.point) {
        row.set("latitude", coordinate(incident.point->lat())).set("longitude", coordinate(incident.point->lon()));
        row.set("geom_wkt", words(fmt::format("POINT ({:.2f} {:.2f})", incident.point->lon(), incident.point->lat())));
        row.set("priogrid_gid", number(grid_cell(*incident.point)));
    }
    if (country != nullptr)
        row.set("country", words(country->name)).set("country_id", words(country->gw)).set("region", words(country->ucdp_region));
    if (country != nullptr && violence == Violence::state_based) row.set("gwnoa", words(country->gw));
    row.set("event_clarity", number(1)).set("date_prec", number(date_precision(incident, days)));
    row.set("date_start", words(to_iso(days.first))).set("date_end", words(to_iso(days.last)));
    const bool civilians = violence == Violence::one_sided;
    row.set("deaths_a", number(0)).set("deaths_b", number(0)).set("deaths_civilians", number(civilians ? best : 0)).set("deaths_unknown", number(civilians ? 0 : best));
    row.set("best", number(best)).set("high", number(incident.killed->high)).set("low", number(incident.killed->low));
    return row.take();
}

}  // namespace

std::string export_ged(const ExportInput& input, const Gate& gate)
{
    const Gate knowing = gate.knowing({public_names(input), input.incidents});
    std::vector<TableRow> rows;
    for (const PublicIncident& incident : passed(input.incidents, knowing)) {
        const bool lethal = incident.killed && incident.killed->high > 0;
        if (const auto days = days_of(incident); days && lethal) rows.push_back(row_of(incident, *days));
    }
    std::string out = csv_text(columns_of(TableFormat::ged), rows);
    knowing.scan(out);
    return out;
}

}  // namespace sitrep::publish
