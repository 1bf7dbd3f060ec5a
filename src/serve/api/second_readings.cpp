// Second readers, and how far readers agree (Cohen 1960: kappa is agreement beyond what chance would give).
#include "serve/api/fields_json.hpp"
#include "serve/api/incident_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace sitrep::serve {
namespace {

std::string first_reader(Call& call, IncidentId id)
{
    std::string who;
    for (const auto& revision : call.desk.lists().revisions_of(id, RevisionId{}))
        if (revision.action == "accept" && !revision.undone) who = revision.who;
    return who;
}

Response read_second(Call& call)
{
    const Body body(call.request, {"values", "note"});
    const auto incident = load_incident(call, call.incident(0));
    const auto first = first_reader(call, incident.id);
    if (!incident.accepted || first.empty()) throw Problem(409, "no_first_reader", "Nobody has accepted it yet: the first reader comes first.");
    if (first == call.who()) throw Problem(409, "same_reader", "You were the first reader; somebody else has to be the second.");
    store::SecondReading reading;
    reading.incident = incident.id;
    reading.who = call.who();
    reading.first_by = first;
    reading.note = body.optional_text("note", 1000).value_or("");
    for (const auto& [field, value] : body.object("values").items()) {
        if (std::ranges::find(shown_fields, std::string_view(field)) == std::end(shown_fields)) body.refuse("values", field.substr(0, 60) + " is no field");
        if (!value.is_string() || value.get_ref<const std::string&>().size() > 300) body.refuse("values", "short texts are expected");
        reading.values.push_back({field, value_of(incident, field), value.get<std::string>()});
    }
    if (reading.values.empty()) body.refuse("values", "code at least one field");
    call.desk.months().add(reading);
    call.app.board.look_again_at_readings();
    return incident_response(call, incident.id, 201);
}

Response decide_reading(Call& call)
{
    const Body body(call.request, {"because"});
    const auto because = body.text("because", 1000);
    const auto reading = call.desk.months().second_reading(call.number(0));
    if (!reading) throw Problem(404, "not_there", "There is no such second reading.");
    call.desk.months().decide(reading->id, call.who(), because);
    call.app.board.look_again_at_readings();
    return incident_response(call, reading->incident);
}

struct Pairs {
    std::int64_t all = 0, agreed = 0;
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> by_value;  // how often the first and the second said it
    Json kappa() const
    {
        if (all == 0) return nullptr;
        double by_chance = 0;
        for (const auto& [value, times] : by_value) by_chance += double(times.first) / double(all) * double(times.second) / double(all);
        if (by_chance >= 1) return nullptr;  // both always said the same one thing: kappa is not defined
        return (double(agreed) / double(all) - by_chance) / (1 - by_chance);
    }
};

Response agreement(Call& call)
{
    const auto month = word_of(call.request, "month", 10);
    if (!month.empty() && !days_of_month(month)) refuse_parameter("month", "write it like 2025-09");
    std::map<std::string, Pairs> fields;
    std::int64_t readings = 0;
    for (const auto& reading : call.desk.months().second_readings()) {
        if (!month.empty() && !reading.at.starts_with(month)) continue;
        ++readings;
        for (const auto& value : reading.values) {
            auto& pairs = fields[value.field];
            ++pairs.all;
            pairs.agreed += value.first == value.second;
            ++pairs.by_value[value.first].first;
            ++pairs.by_value[value.second].second;
        }
    }
    Json out = Json::array();
    for (const auto& [field, pairs] : fields)
        out.push_back({{"field", field}, {"pairs", pairs.all}, {"agreed", pairs.agreed}, {"share", double(pairs.agreed) / double(pairs.all)}, {"kappa", pairs.kappa()}});
    return json_response({{"month", known(month)}, {"readings", readings}, {"fields", out}});
}

}  // namespace

void add_second_readings(Routes& routes)
{
    routes.push_back({Method::get, "/review/agreement", all_roles, agreement});
    routes.push_back({Method::post, "/incidents/{id}/second-reading", desk_roles, read_second});
    routes.push_back({Method::post, "/second-readings/{id}/decide", editors, decide_reading});
}

}  // namespace sitrep::serve
