// GTD's 135 columns: attacks by armed groups; what the columns cannot hold stands in `addnotes` (core/table_marks.hpp).
#include "core/event_tables.hpp"
#include "publish/export.hpp"
#include "publish/field_words.hpp"
#include "publish/registers.hpp"
#include "publish/table_text.hpp"

#include <fmt/format.h>

#include <array>

namespace sitrep::publish {
namespace {

void set_date(NamedRow& row, const DateRange& date)
{
    const PartialDate& start = *date.start;
    row.set("iyear", number(*start.year())).set("imonth", number(start.month().value_or(0))).set("iday", number(start.day_of_month().value_or(0)));
    if (date.end && date.end != date.start) row.set("approxdate", words(fmt::format("{} to {}", start.iso(), date.end->iso())));
    row.set("extended", number(0));
}

void set_place(NamedRow& row, const PublicIncident& incident)
{
    const Country* country = country_of(incident);
    if (country != nullptr) row.set("country", words(country->gtd_country)).set("country_txt", words(country->name)).set("region", words(country->gtd_region));
    row.set("provstate", words(incident.admin1.empty() ? "Unknown" : incident.admin1)).set("city", words(incident.place.empty() ? "Unknown" : incident.place));
    if (incident.point) row.set("latitude", coordinate(incident.point->lat())).set("longitude", coordinate(incident.point->lon()));
    static constexpr std::array<int, 7> specificity{5, 1, 1, 3, 4, 5, 5};
    row.set("specificity", number(specificity[std::size_t(incident.precision)])).set("vicinity", number(incident.precision == PlacePrecision::near ? 1 : 0));
}

void set_losses(NamedRow& row, const PublicIncident& incident)
{
    const auto killed = one_number(incident.killed), own = one_number(incident.perpetrators_killed);
    if (killed || own) row.set("nkill", number(killed.value_or(0) + own.value_or(0)));
    if (own) row.set("nkillter", number(*own));
    if (const auto injured = one_number(incident.injured)) row.set("nwound", number(*injured));
    if (const auto taken = one_number(incident.abducted)) row.set("ishostkid", number(1)).set("nhostkid", number(*taken));
}

TableRow row_of(const PublicIncident& incident, const GtdCode& code)
{
    NamedRow row(columns_of(TableFormat::gtd));
    row.set("eventid", number(std::int64_t(incident.id)));
    set_date(row, incident.date);
    set_place(row, incident);
    row.set("summary", words(summary_of(incident)));
    row.set("attacktype1", number(code.attack_type)).set("attacktype1_txt", words(code.attack_text));
    const GtdTarget target = gtd_target(incident.target_class);
    row.set("targtype1", number(target.type)).set("targtype1_txt", words(target.text));
    row.set("gname", words(incident.perpetrator.empty() ? "Unknown" : incident.perpetrator));
    row.set("claimed", number(incident.status == PerpetratorStatus::claimed ? 1 : 0));
    row.set("weaptype1", number(code.weapon_type)).set("weaptype1_txt", words(code.weapon_text));
    set_losses(row, incident);
    row.set("addnotes", words(to_text(marks_of(incident)))).set("dbsource", words("Sitrep"));
    static constexpr std::array<std::string_view, 3> cited{"scite1", "scite2", "scite3"};
    for (std::size_t i = 0; i < cited.size() && i < incident.publishers.size(); ++i) row.set(cited[i], words(incident.publishers[i]));
    return row.take();
}

}  // namespace

std::string export_gtd(const ExportInput& input, const Gate& gate)
{
    const Gate knowing = gate.knowing({public_names(input), input.incidents});
    std::vector<TableRow> rows;
    for (const PublicIncident& incident : passed(input.incidents, knowing)) {
        const auto code = gtd_code(incident.kind);
        if (!code || is_force(incident.perpetrator) || !incident.date.start || !incident.date.start->year()) continue;
        rows.push_back(row_of(incident, *code));
    }
    std::string out = csv_text(columns_of(TableFormat::gtd), rows);
    knowing.scan(out);
    return out;
}

}  // namespace sitrep::publish
