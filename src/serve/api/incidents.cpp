// Incidents: lists by filters, one with all that is known, its history, the export of what is shown.
#include "publish/export.hpp"
#include "serve/api/incident_json.hpp"
#include "serve/api/desk_settings.hpp"
#include "serve/api/public_gate.hpp"
#include "serve/export_input.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep::serve {
namespace {

constexpr std::size_t exported_max = 200000;

Response list(Call& call)
{
    call.app.board.refresh(call.desk);
    const auto found = call.app.board.page(question_from(call.request), call.desk);
    std::vector<std::string> items;
    for (const auto& row : found.rows) items.push_back(row_text(call, row));
    return page_response(items, found.next, found.total);
}

Response one(Call& call) { return incident_response(call, call.incident(0)); }

Response history(Call& call)
{
    const auto incident = load_incident(call, call.incident(0));
    Json items = Json::array();
    auto revisions = call.desk.lists().revisions_of(incident.id, RevisionId{});
    for (auto revision = revisions.rbegin(); revision != revisions.rend(); ++revision) items.push_back(revision_json(*revision));
    return json_response({{"items", items}});
}

Response why(Call& call)
{
    const auto incident = load_incident(call, call.incident(0));
    Json items = Json::array();
    for (const auto& judgement : call.desk.store().why(incident.id)) {
        Json reasons = Json::array();
        for (const auto& reason : judgement.reasons) reasons.push_back({{"what", reason.what}, {"words", reason.words}, {"weight", reason.weight}});
        items.push_back({{"relation", judgement.relation}, {"account", std::int64_t(judgement.account)}, {"against", std::int64_t(judgement.against)},
                         {"reasons", reasons}});
    }
    return json_response({{"items", items}});
}

Response export_shown(Call& call)
{
    call.app.board.refresh(call.desk);
    const auto format = word_of(call.request, "format", 20);
    const auto known_format = publish::export_format_from(format);
    if (!known_format) refuse_parameter("format", "csv, geojson, xlsx, kml, gpkg, acled, ged, gtd, plover, hxl, atom or cap");
    std::vector<IncidentId> ids;
    auto question = question_from(call.request);
    const auto take = [&](const BoardRow& row) {
        if (ids.size() < exported_max) ids.push_back(row.id);
    };
    call.app.board.each(question, call.desk, take);
    if (*known_format == publish::ExportFormat::atom && !question.withdrawn) {
        question.withdrawn = true;  // a feed says what was withdrawn
        call.app.board.each(question, call.desk, take);
    }
    std::vector<Incident> incidents;
    incidents.reserve(ids.size());
    for (const auto id : ids)
        if (auto incident = call.desk.store().incident(id)) incidents.push_back(std::move(*incident));
    std::ranges::stable_sort(incidents, {}, [](const Incident& incident) { return incident.date.first_day().value_or(Day::max()); });
    const auto gate = gate_of(call, incidents);
    Response response;
    try {
        const std::lock_guard lock(heavy_work());
        auto input = export_input(*known_format, incidents, call.desk.store(), *call.app.gazetteer(), word_of(call.request, "month", 10), word_of(call.request, "area", 200));
        input.desk = settings_of(call.desk).desk_name;
        input.made = call.app.today();
        response.body = publish::export_as(*known_format, input, gate);
    }
    catch (const publish::GateError& error) {
        throw Problem(409, "gate", error.what());
    }
    response.type = media_type_of(*known_format);
    response.headers.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"{}\"", file_name_of(*known_format, "incidents")));
    return response;
}

Response revisions(Call& call)
{
    const auto limit = limit_of(call.request);
    store::Lists::RevisionQuery query{word_of(call.request, "who", 100), word_of(call.request, "action", 40), RevisionId{number_of(call.request, "cursor", INT64_MAX)}};
    const auto found = call.desk.lists().revisions(query, limit + 1);
    Json items = Json::array();
    for (std::size_t i = 0; i < std::min(limit, found.size()); ++i) items.push_back(revision_json(found[i]));
    const bool more = found.size() > limit;
    return json_response({{"items", items}, {"next", more ? Json(std::to_string(std::int64_t(found[limit - 1].id))) : Json()},
                          {"total", call.desk.lists().revisions_total(query)}});
}

}  // namespace

publish::Gate gate_of(Call& call, const std::vector<Incident>& incidents)
{
    publish::Gate::Public known;
    known.incidents = incidents;
    known.names = {call.app.gazetteer()->attribution()};
    return publish::Gate(call.desk.store().person_words(), call.app.today()).knowing(known);
}

void add_incidents(Routes& routes)
{
    routes.push_back({Method::get, "/incidents", all_roles, list});
    routes.push_back({Method::get, "/incidents/export", editors, export_shown});
    routes.push_back({Method::get, "/incidents/{id}", all_roles, one});
    routes.push_back({Method::get, "/incidents/{id}/history", all_roles, history});
    routes.push_back({Method::get, "/incidents/{id}/why", all_roles, why});
    routes.push_back({Method::get, "/revisions", all_roles, revisions});
}

}  // namespace sitrep::serve
