// What people do to incidents. Each change names the version it was made on; one made on an older version is told what happened since.
#include "serve/api/change.hpp"
#include "serve/api/incident_json.hpp"

#include <fmt/format.h>

#include <charconv>

namespace sitrep::serve {
namespace {

constexpr std::size_t reason_bytes_max = 1000, accounts_max = 500, bulk_max = 500;

RevisionId version_asked(const Request& request)
{
    auto tag = request.header("if-match");
    if (tag.empty()) throw Problem(428, "no_version", "Send If-Match with the ETag of the incident as you read it.");
    if (tag.starts_with("W/")) tag.remove_prefix(2);
    if (tag.starts_with('"')) tag.remove_prefix(1);
    std::int64_t version = -1;
    std::from_chars(tag.data(), tag.data() + tag.size(), version);
    if (version < 0) throw Problem(400, "bad_version", "If-Match has to be the ETag of the incident as you read it.");
    return RevisionId{version};
}

std::string reason_in(const Body& body)
{
    auto because = body.text("because", reason_bytes_max);
    if (because.find_first_not_of(" \t\r\n") == std::string::npos) body.refuse("because", "say why, in a few words");
    return because;
}

template <class Work>
Response changed(Call& call, Work work)
{
    const auto asked = version_asked(call.request);
    std::optional<IncidentId> id, other;
    call.desk.store().in_transaction([&] {
        id = checked_version(call, call.incident(0), asked);
        other = work(*id);
    });
    return change_response(call, *id, other);
}

std::optional<IncidentId> no_other() { return std::nullopt; }

Response accept(Call& call)
{
    return changed(call, [&](IncidentId id) {
        call.desk.store().accept(id, call.who());
        return no_other();
    });
}

Response withdraw(Call& call)
{
    const Body body(call.request, {"because"});
    const auto because = reason_in(body);
    return changed(call, [&](IncidentId id) {
        call.desk.store().withdraw(id, call.who(), because);
        return no_other();
    });
}

Response set_fields(Call& call)
{
    const Body body(call.request, {"set", "because"});
    const auto because = reason_in(body);
    const auto& set = body.object("set");
    if (set.empty()) body.refuse("set", "name at least one field");
    return changed(call, [&](IncidentId id) {
        for (const auto& [field, value] : set.items()) {
            if (!value.is_string()) body.refuse("set", fmt::format("{}: a text is expected, \"unknown\" for what is not known", field.substr(0, 60)));
            set_field(call, id, field, value.get<std::string>(), because);
        }
        return no_other();
    });
}

Response split(Call& call)
{
    const Body body(call.request, {"accounts", "because"});
    const auto because = reason_in(body);
    std::vector<AccountId> out;
    for (const auto number : body.numbers("accounts", accounts_max)) out.push_back(AccountId{number});
    return changed(call, [&](IncidentId id) -> std::optional<IncidentId> { return call.desk.store().split(id, out, call.who(), because); });
}

Response merge(Call& call)
{
    const Body body(call.request, {"from", "from_version", "because"});
    const auto because = reason_in(body);
    const auto from = body.incident("from");
    const RevisionId from_version{body.number("from_version", 0, INT64_MAX)};
    return changed(call, [&](IncidentId id) {
        const auto other = checked_version(call, from, from_version);
        call.desk.store().merge(id, other, call.who(), because);
        return no_other();
    });
}

Response undo(Call& call)
{
    const Body body(call.request, {"because"});
    const auto because = reason_in(body);
    const RevisionId revision{call.number(0)};
    const auto found = call.desk.lists().revisions({.who = "", .action = "", .below = RevisionId{std::int64_t(revision) + 1}}, 1);
    if (found.empty() || found.front().id != revision) throw Problem(404, "not_there", "There is no such revision.");
    const auto undone = call.desk.store().undo(revision, call.who(), because);
    if (!undone) throw Problem(409, "not_undone", fmt::format("{}: {}", undone.error().where, undone.error().why));
    std::optional<IncidentId> other;
    if (const auto second = incident_id_from(found.front().before); second && found.front().action == "merge") other = *second;
    return change_response(call, call.desk.lists().follow(found.front().incident).value_or(found.front().incident), other);
}

struct BulkAction {
    std::string action, because;
    const Json* set = nullptr;
};

Json bulk_one(Call& call, IncidentId asked, RevisionId version, const BulkAction& what)
{
    Json out{{"id", id_json(asked)}, {"done", false}, {"revision", nullptr}, {"version", nullptr}, {"problem", nullptr}};
    try {
        IncidentId id{};
        call.desk.store().in_transaction([&] {
            id = checked_version(call, asked, version);
            if (what.action == "accept") call.desk.store().accept(id, call.who());
            else if (what.action == "withdraw") call.desk.store().withdraw(id, call.who(), what.because);
            else
                for (const auto& [field, value] : what.set->items()) set_field(call, id, field, value.get<std::string>(), what.because);
        });
        const auto now = std::int64_t(call.desk.lists().version_of(id));
        out["done"] = true;
        out["revision"] = now;
        out["version"] = now;
    }
    catch (const Problem& problem) {
        out["problem"] = problem.status == 412 ? "changed since it was read" : problem.detail;
    }
    catch (const std::invalid_argument& error) {
        out["problem"] = error.what();
    }
    return out;
}

Response bulk(Call& call)
{
    const Body body(call.request, {"action", "incidents", "set", "because"});
    BulkAction what;
    what.action = body.text("action", 20);
    if (what.action != "accept" && what.action != "withdraw" && what.action != "set") body.refuse("action", "accept, withdraw or set");
    if (what.action != "accept") what.because = reason_in(body);
    if (what.action == "set") {
        what.set = &body.object("set");
        for (const auto& [field, value] : what.set->items())
            if (!value.is_string()) body.refuse("set", "texts are expected");
    }
    Json items = Json::array();
    for (const auto& one : body.array("incidents", bulk_max)) {
        const Body member(one, {"id", "version"}, "incidents.");
        items.push_back(bulk_one(call, member.incident("id"), RevisionId{member.number("version", 0, INT64_MAX)}, what));
    }
    return json_response({{"items", items}});
}

}  // namespace

IncidentId checked_version(Call& call, IncidentId id, RevisionId asked)
{
    const auto incident = load_incident(call, id);
    const auto now = call.desk.lists().version_of(incident.id);
    if (now == asked && incident.id == id) return incident.id;
    // Merged away since it was read, or changed: both versions are shown, and nothing is lost.
    Problem problem(412, "stale", fmt::format("{} was changed by somebody else since you read it. Look at both and decide.", to_string(id)));
    Json since = Json::array();
    for (const auto& revision : call.desk.lists().revisions_of(incident.id, asked)) since.push_back(revision_json(revision));
    const auto sent = Json::parse(call.request.body.empty() ? "{}" : call.request.body, nullptr, false);
    const auto text = [](const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); };
    problem.more = fmt::format(R"("asked":{},"base_version":{},"current":{},"since":{})", text(sent.is_object() ? sent : Json::object()), std::int64_t(asked),
                               text(incident_json(call, incident, now)), text(since));
    throw problem;
}

void set_field(Call& call, IncidentId id, const std::string& field, const std::string& value, const std::string& because)
{
    const auto refuse = [&](const std::string& why) {
        Problem problem(400, "not_possible", why);
        problem.field = field.substr(0, 60);
        throw problem;
    };
    if (field == "place" && value != "unknown") {
        // A place that the accounts name keeps the precision they give it; any other comes from the gazetteer as it is.
        if (call.desk.store().set(id, field, value, call.who(), because)) return;
        std::optional<Place> place = call.app.gazetteer()->by_id(value);
        if (value.starts_with("desk:"))
            for (const auto& spelling : call.desk.registers().spellings())
                if (spelling.gazetteer_id == value && spelling.place) place = spelling.place;
        if (!place) refuse(fmt::format("{} is no place of the gazetteer; /places finds them", value.substr(0, 80)));
        if (const auto set = call.desk.store().set_place(id, *place, call.who(), because); !set) refuse(set.error().why);
        return;
    }
    if (const auto set = call.desk.store().set(id, field, value, call.who(), because); !set) refuse(set.error().why);
}

Response change_response(Call& call, IncidentId id, std::optional<IncidentId> other)
{
    const auto incident = load_incident(call, id);
    const auto version = call.desk.lists().version_of(incident.id);
    Json second;
    if (other)
        if (const auto found = call.desk.store().incident(*other); found && found->id != incident.id)
            second = incident_json(call, *found, call.desk.lists().version_of(found->id));
    auto response = json_response({{"revision", std::int64_t(version)}, {"incident", incident_json(call, incident, version)}, {"other", second}});
    response.headers.emplace_back("ETag", fmt::format("\"{}\"", std::int64_t(version)));
    return response;
}

void add_changes(Routes& routes)
{
    routes.push_back({Method::patch, "/incidents/{id}", desk_roles, set_fields});
    routes.push_back({Method::post, "/incidents/{id}/accept", desk_roles, accept});
    routes.push_back({Method::post, "/incidents/{id}/withdraw", desk_roles, withdraw});
    routes.push_back({Method::post, "/incidents/{id}/split", desk_roles, split});
    routes.push_back({Method::post, "/incidents/{id}/merge", desk_roles, merge});
    routes.push_back({Method::post, "/incidents/bulk", desk_roles, bulk});
    routes.push_back({Method::post, "/revisions/{id}/undo", desk_roles, undo});
}

}  // namespace sitrep::serve
