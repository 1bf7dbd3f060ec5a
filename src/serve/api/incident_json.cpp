#include "serve/api/incident_json.hpp"

#include "merge/merge.hpp"
#include "serve/api/fields_json.hpp"
#include "serve/http/secrets.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace sitrep::serve {
namespace {

constexpr std::size_t lead_code_points = 220;

Json stated_toll(const std::optional<Toll>& toll)
{
    if (!toll) return nullptr;
    return {{"low", toll->low}, {"high", toll->high ? Json(*toll->high) : Json()}, {"span", span_json(toll->evidence)}};
}

Json span_or_null(const std::optional<Span>& span) { return span ? span_json(*span) : Json(); }

std::string toll_words(const std::optional<TollRange>& toll)
{
    if (!toll) return "unknown";
    return toll->low == toll->high ? std::to_string(toll->low) : fmt::format("{}-{}", toll->low, toll->high);
}

std::string date_words(const DateRange& date)
{
    if (!date.start) return "unknown";
    if (!date.end || date.start == date.end) return date.start->iso();
    return date.start->iso() + ".." + date.end->iso();
}

std::string_view weapon_class_words(WeaponClass weapon) { return to_string(weapon); }

/// What merging proposes from the accounts alone, beside what a person has set: nobody's letter lifts an item, and no item its source.
Json admiralty_json(Call& call, const Incident& incident)
{
    const auto proposed = merge::consolidate(incident.id, incident.accounts);
    const auto set = [&](const char* field) -> Json {
        const auto value = call.desk.lists().correction(incident.id, field);
        return value && *value != "unknown" ? Json(*value) : Json();
    };
    return {{"source", set("admiralty_source")}, {"item", set("admiralty_item")}, {"proposed_source", std::string(1, proposed.source_letter)},
            {"proposed_item", std::to_string(proposed.item_digit)}};
}

Json second_reader_json(Call& call, const BoardRow& row)
{
    const auto because = call.app.board.second_because(row);
    Json words = Json::array();
    const auto add = [&](bool holds, const char* word) {
        if (holds) words.push_back(word);
    };
    add(because.many_dead, "many_dead");
    add(because.civilians_killed, "civilians_killed");
    add(because.perpetrator_named, "perpetrator_named");
    add(because.camp_or_prison, "camp_or_prison");
    add(because.private_source, "private_source");
    add(because.by_chance, "by_chance");
    Json readings = Json::array();
    for (const auto& reading : call.desk.months().second_readings(row.id)) readings.push_back(second_reading_json(reading));
    return {{"state", to_string(row.second)}, {"because", std::move(words)}, {"readings", std::move(readings)}};
}

Json conflicts_json(const Incident& incident)
{
    Json out = Json::array();
    for (const auto& conflict : incident.conflicts) {
        Json versions = Json::array();
        for (const auto& version : conflict.versions) {
            Json accounts = Json::array();
            for (const auto at : version.accounts)
                if (at < incident.accounts.size()) accounts.push_back(std::int64_t(incident.accounts[at].id));
            versions.push_back({{"value", version.value}, {"accounts", std::move(accounts)}});
        }
        out.push_back({{"field", conflict.field}, {"versions", std::move(versions)}});
    }
    return out;
}

std::string accepted_by(Call& call, IncidentId id)
{
    std::string who;
    for (const auto& revision : call.desk.lists().revisions_of(id, RevisionId{}))
        if (revision.action == "accept" && !revision.undone) who = revision.who;
    return who;
}

}  // namespace

std::string cut(std::string_view document, Span span)
{
    std::size_t at = 0, point = 0, begin = document.size();
    while (at < document.size() && point < span.end) {
        if (point == span.start) begin = at;
        ++at;
        while (at < document.size() && (static_cast<unsigned char>(document[at]) & 0xC0) == 0x80) ++at;
        ++point;
    }
    return begin < at ? std::string(document.substr(begin, at - begin)) : std::string();
}

std::string value_of(const Incident& incident, std::string_view field)
{
    if (field == "kind") return std::string(to_string(incident.kind));
    if (field == "status") return std::string(to_string(incident.status));
    if (field == "grade") return std::string(to_string(incident.grade));
    if (field == "target_class") return incident.target_class ? std::string(to_string(*incident.target_class)) : "unknown";
    if (field == "date") return date_words(incident.date);
    if (field == "perpetrator") return incident.perpetrator.empty() ? "unknown" : incident.perpetrator;
    if (field == "killed") return toll_words(incident.killed);
    if (field == "injured") return toll_words(incident.injured);
    if (field == "abducted") return toll_words(incident.abducted);
    if (field == "arrested") return toll_words(incident.arrested);
    if (!incident.place) return "unknown";
    if (field == "admin1") return incident.place->admin1_code.empty() ? "unknown" : incident.place->admin1_code;
    return incident.place->is_resolved() ? incident.place->gazetteer_id : "unknown";
}

std::string row_text(Call& call, const BoardRow& row)
{
    // What the record holds changes with its version alone; what people decide about readings and rules is added each time.
    auto text = call.app.rows.of(std::to_string(std::int64_t(row.id)), std::int64_t(row.version), [&] {
        const auto record = call.desk.lists().record(row.id);
        const Json json{{"id", id_json(row.id)}, {"version", std::int64_t(row.version)}, {"kind", to_string(record.kind)}, {"date", date_json(record.date)},
                        {"place", place_json(record.place)}, {"perpetrator", {{"name", known(record.perpetrator)}, {"status", to_string(record.status)}}},
                        {"target_class", record.target_class ? Json(to_string(*record.target_class)) : Json()}, {"tolls", tolls_json(record)},
                        {"grade", to_string(record.grade)}, {"independent_sources", record.independent_sources}, {"background_only", record.background_only},
                        {"accepted", record.accepted}, {"withdrawn", record.withdrawn}, {"lead", call.desk.lists().lead_of(row.id, lead_code_points)}};
        auto whole = text_of(json);
        whole.pop_back();  // the closing bracket: more follows
        return whole;
    });
    fmt::format_to(std::back_inserter(text), R"(,"accounts":{},"conflicts":{},"corrections":{},"second_reader":"{}","doubt":{},"weight":{}}})", row.accounts, row.conflicts,
                   row.corrections, to_string(row.second), row.doubt(), row.weight());
    return text;
}

Json row_json(Call& call, const BoardRow& row) { return Json::parse(row_text(call, row)); }

Response page_response(const std::vector<std::string>& items, const std::optional<std::string>& next, std::int64_t total)
{
    Response response;
    response.body = fmt::format(R"({{"items":[{}],"next":{},"total":{}}})", fmt::join(items, ","), next ? text_of(Json(*next)) : "null", total);
    return response;
}

Json account_json(Call& call, const FiledAccount& filed, const std::string& document)
{
    const auto& account = filed.account;
    const auto source = call.desk.registers().letter(filed.source);
    Json out{{"id", std::int64_t(filed.id)}, {"report", std::int64_t(filed.report)}, {"source", std::int64_t(filed.source)}, {"publisher", filed.publisher},
             {"reliability", std::string(1, source ? source->reliability : 'F')}, {"url", known(filed.url)},
             {"published", filed.published ? Json(to_iso(filed.published->day)) : Json()}, {"language", to_string(filed.language)},
             {"title", document.substr(0, std::min(document.find('\n'), std::size_t{200}))}, {"kind", to_string(account.kind)},
             {"background", account.background}, {"denied", account.denied}, {"confidence", account.confidence}, {"date", date_json(account.date)},
             {"date_text", known(account.date_text)}, {"date_span", span_or_null(account.date_span)}};
    Json places = Json::array();
    for (const auto& at : account.places) places.push_back({{"place", place_json(at.place)}, {"text", at.text}, {"span", span_json(at.span)}});
    out["places"] = std::move(places);
    out["perpetrator"] = {{"text", known(account.perpetrator.text)}, {"name", known(account.perpetrator.name)}, {"status", to_string(account.perpetrator.status)},
                          {"span", span_or_null(account.perpetrator.span)}};
    Json targets = Json::array();
    for (const auto& target : account.targets)
        targets.push_back({{"text", target.text}, {"class", target.target_class ? Json(to_string(*target.target_class)) : Json()},
                           {"span", span_or_null(target.span)}, {"killed", stated_toll(target.killed)}, {"injured", stated_toll(target.injured)}});
    out["targets"] = std::move(targets);
    out["weapon"] = account.weapon ? Json{{"text", account.weapon->text}, {"class", weapon_class_words(account.weapon->weapon_class)},
                                          {"span", span_json(account.weapon->span)}} : Json();
    out["killed"] = stated_toll(account.killed);
    out["injured"] = stated_toll(account.injured);
    out["abducted"] = stated_toll(account.abducted);
    out["arrested"] = stated_toll(account.arrested);
    out["perpetrators_killed"] = stated_toll(account.perpetrators_killed);
    Json attribution = Json::array();
    for (const auto& said : account.attribution) attribution.push_back({{"text", said.text}, {"name", known(said.name)}, {"span", span_json(said.span)}});
    out["attribution"] = std::move(attribution);
    Json evidence = Json::array();
    for (const auto span : account.evidence)
        evidence.push_back({{"report", std::int64_t(filed.report)}, {"start", span.start}, {"end", span.end}, {"text", cut(document, span)}});
    out["evidence"] = std::move(evidence);
    return out;
}

Json revision_json(const store::Revision& revision)
{
    return {{"id", std::int64_t(revision.id)}, {"at", revision.at}, {"who", revision.who}, {"action", revision.action}, {"incident", id_json(revision.incident)},
            {"field", known(revision.field)}, {"before", known(revision.before)}, {"after", known(revision.after)}, {"because", known(revision.because)},
            {"undone", revision.undone}};
}

Incident load_incident(Call& call, IncidentId id)
{
    auto incident = call.desk.store().incident(id);
    if (!incident) throw Problem(404, "not_there", fmt::format("There is no incident {}.", to_string(id)));
    return std::move(*incident);
}

Json incident_json(Call& call, const Incident& incident, RevisionId version)
{
    call.app.board.refresh(call.desk);
    BoardRow row;
    if (const auto known_row = call.app.board.row(incident.id)) row = *known_row;
    row.id = incident.id;
    Documents documents(call.desk);
    Json forwards = Json::array(), corrected = Json::array(), accounts = Json::array(), likely = Json::array();
    for (const auto id : call.desk.lists().forwards_to(incident.id)) forwards.push_back(id_json(id));
    for (const auto& field : incident.corrected) corrected.push_back(field);
    for (const auto& filed : incident.accounts) accounts.push_back(account_json(call, filed, documents.of(filed.report)));
    for (const auto id : call.app.board.likely_the_same(incident.id))
        if (!call.desk.lists().told_apart(incident.id, id)) likely.push_back(id_json(id));
    return {{"id", id_json(incident.id)}, {"version", std::int64_t(version)}, {"forwards_from", std::move(forwards)}, {"kind", to_string(incident.kind)},
            {"date", date_json(incident.date)}, {"place", place_json(incident.place)},
            {"perpetrator", {{"name", known(incident.perpetrator)}, {"status", to_string(incident.status)}}},
            {"target_class", incident.target_class ? Json(to_string(*incident.target_class)) : Json()}, {"tolls", tolls_json(incident)},
            {"grade", to_string(incident.grade)}, {"grade_rule", incident.grade_rule}, {"admiralty", admiralty_json(call, incident)},
            {"independent_sources", incident.independent_sources}, {"background_only", incident.background_only}, {"accepted", incident.accepted},
            {"accepted_by", incident.accepted ? known(accepted_by(call, incident.id)) : Json()}, {"withdrawn", incident.withdrawn},
            {"corrected", std::move(corrected)}, {"doubt", row.doubt()}, {"second_reader", second_reader_json(call, row)},
            {"fields", fields_json(call, incident, documents)}, {"conflicts", conflicts_json(incident)}, {"accounts", std::move(accounts)}, {"likely_the_same", std::move(likely)}};
}

Response incident_response(Call& call, IncidentId id, int status)
{
    const auto incident = load_incident(call, id);
    const auto version = call.desk.lists().version_of(incident.id);
    auto response = json_response(incident_json(call, incident, version), status);
    response.headers.emplace_back("ETag", fmt::format("\"{}-{}\"", std::int64_t(version), fingerprint_of(response.body)));
    return response;
}

}  // namespace sitrep::serve
