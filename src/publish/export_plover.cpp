// PLOVER records, one JSON object a line (manual of 2024-02).
#include "core/event_tables.hpp"
#include "core/json_text.hpp"
#include "publish/export.hpp"
#include "publish/field_words.hpp"
#include "publish/registers.hpp"
#include "publish/table_text.hpp"

namespace sitrep::publish {
namespace {

constexpr int public_decimals = 2;

/// 4 city, 3 district, 2 province, 1 country.
int resolution(const PublicIncident& incident)
{
    switch (incident.precision) {
        case PlacePrecision::exact:
        case PlacePrecision::near: return 4;
        case PlacePrecision::district: return 3;
        case PlacePrecision::governorate: return 2;
        default: return 1;
    }
}

void add_place(JsonText& json, const PublicIncident& incident)
{
    const Country* country = country_of(incident);
    json.key("event_loc").open('[').open('{').key("resolved_place").known(incident.place).key("lat");
    if (incident.point) json.fraction(incident.point->lat(), public_decimals).key("lon").fraction(incident.point->lon(), public_decimals);
    else json.null().key("lon").null();
    json.key("district").known(incident.admin2).key("province").known(incident.admin1);
    json.key("country").known(country == nullptr ? std::string_view() : country->name).key("country_code").known(incident.country);
    json.key("resolution").value(std::int64_t{resolution(incident)}).close('}').close(']');
}

void add_count(JsonText& json, std::string_view key, const std::optional<TollRange>& toll)
{
    if (const auto one = one_number(toll)) json.key(key).value(*one);
}

void add_sides(JsonText& json, const PublicIncident& incident)
{
    const std::string_view sector = incident.perpetrator.empty() ? "UNK" : is_force(incident.perpetrator) ? "MIL" : "REB";
    json.key("actor").open('[').open('{').key("code").value(sector).key("sector").value(sector).key("entity_text").known(incident.perpetrator).close('}').close(']');
    const std::string_view hit = plover_sector(incident.target_class);
    json.key("recipient").open('[').open('{').key("code").value(hit).key("sector").value(hit).key("size").open('{');
    add_count(json, "dead", incident.killed);
    add_count(json, "injured", incident.injured);
    add_count(json, "arrested", incident.arrested);
    json.close('}').close('}').close(']');
}

std::string line_of(const PublicIncident& incident)
{
    const PloverCode code = plover_code(incident.kind);
    JsonText json;
    json.open('{').key("id").value(to_string(incident.id)).key("date").value(incident.date.start->iso());
    if (incident.date.end && incident.date.end != incident.date.start) json.key("enddate").value(incident.date.end->iso());
    add_sides(json, incident);
    json.key("event").value(code.type).key("mode").known(code.mode).key("quad_code").value(std::int64_t{4});
    add_place(json, incident);
    json.key("event_text").value(summary_of(incident));
    json.key("cite_info").open('[').open('{').key("publication").known(joined(incident.publishers, "; "));
    json.key("url").known(incident.links.empty() ? std::string() : incident.links.front()).close('}').close(']');
    json.key("coder").value("Sitrep").key("comment").value(to_text(marks_of(incident)));
    return json.close('}').take() + "\n";
}

}  // namespace

std::string export_plover(const ExportInput& input, const Gate& gate)
{
    const Gate knowing = gate.knowing({public_names(input), input.incidents});
    std::string out;
    for (const PublicIncident& incident : passed(input.incidents, knowing))
        if (incident.date.start && incident.date.start->year()) out += line_of(incident);
    knowing.scan(out);
    return out;
}

}  // namespace sitrep::publish
