// The record as a map layer, through the gate.
#include "publish/export.hpp"

#include "core/json_text.hpp"

namespace sitrep::publish {
namespace {

constexpr int public_decimals = 2;

void add_range(JsonText& json, std::string_view name, const std::optional<TollRange>& range)
{
    json.key(name);
    if (range)
        json.open('{').key("min").value(range->low).key("max").value(range->high).close('}');
    else
        json.null();
}

void add_list(JsonText& json, std::string_view name, const std::vector<std::string>& items)
{
    json.key(name).open('[');
    for (const std::string& item : items) json.value(item);
    json.close(']');
}

void add_properties(JsonText& json, const PublicIncident& incident)
{
    json.key("properties").open('{').key("type").value(to_string(incident.kind));
    json.key("date_start").known(incident.date.start ? incident.date.start->iso() : std::string());
    json.key("date_end").known(incident.date.end ? incident.date.end->iso() : std::string());
    json.key("date_precision").value(to_string(incident.date.precision));
    json.key("country").known(incident.country).key("admin1").known(incident.admin1).key("admin1_code").known(incident.admin1_code);
    json.key("admin2").known(incident.admin2).key("place").known(incident.place).key("place_precision").value(std::int64_t(incident.precision));
    json.key("perpetrator").known(incident.perpetrator).key("perpetrator_status").value(to_string(incident.status));
    json.key("those_hit").known(incident.target_class ? to_string(*incident.target_class) : std::string_view());
    add_range(json, "killed", incident.killed);
    add_range(json, "injured", incident.injured);
    add_range(json, "abducted", incident.abducted);
    add_range(json, "arrested", incident.arrested);
    add_range(json, "perpetrators_killed", incident.perpetrators_killed);
    json.key("grade").value(public_grade(incident)).key("independent_sources").value(std::int64_t{incident.independent_sources});
    json.key("review").value(incident.accepted ? "accepted" : "machine output").key("background").value(incident.background_only);
    add_list(json, "publishers", incident.publishers);
    add_list(json, "links", incident.links);
    json.close('}');
}

void add_feature(JsonText& json, const PublicIncident& incident)
{
    json.open('{').key("type").value("Feature").key("id").value(to_string(incident.id)).key("geometry");
    if (incident.point)
        json.open('{').key("type").value("Point").key("coordinates").open('[').fraction(incident.point->lon(), public_decimals)
            .fraction(incident.point->lat(), public_decimals).close(']').close('}');
    else
        json.null();
    add_properties(json, incident);
    json.close('}');
}

}  // namespace

std::string export_geojson(std::span<const Incident> incidents, const Gate& gate, const std::string& attribution)
{
    const Gate knowing = gate.knowing({{attribution}, incidents});
    JsonText json;
    json.open('{').key("type").value("FeatureCollection").key("attribution").value(knowing.may_leave(attribution) ? attribution : std::string());
    json.key("features").open('[');
    std::vector<Withheld> withheld;
    for (const Incident& incident : incidents)
        if (const auto passed = knowing.pass(incident, withheld)) add_feature(json, *passed);
    json.close(']').close('}');
    std::string out = json.take() + "\n";
    knowing.scan(out);
    return out;
}

}  // namespace sitrep::publish
