#include "serve/api/fields_json.hpp"

#include "serve/api/incident_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace sitrep::serve {
namespace {

constexpr std::size_t candidates_max = 8;

/// One account's value of a field, with the words it was read from.
struct Stated {
    std::string value;
    std::vector<Span> spans;
};

std::string words(const std::optional<Toll>& toll)
{
    if (!toll) return {};
    const auto high = toll->high.value_or(toll->low);
    return high == toll->low ? std::to_string(toll->low) : fmt::format("{}-{}", toll->low, high);
}

std::string words(const DateRange& date)
{
    if (!date.start) return {};
    if (!date.end || date.start == date.end) return date.start->iso();
    return date.start->iso() + ".." + date.end->iso();
}

const std::optional<Toll>* toll_of(const Account& account, std::string_view field)
{
    if (field == "killed") return &account.killed;
    if (field == "injured") return &account.injured;
    if (field == "abducted") return &account.abducted;
    if (field == "arrested") return &account.arrested;
    return nullptr;
}

void add_span(std::vector<Span>& spans, const std::optional<Span>& span)
{
    if (span && span->start < span->end) spans.push_back(*span);
}

std::optional<Stated> stated_by(const Account& account, std::string_view field)
{
    Stated out;
    if (const auto* toll = toll_of(account, field)) {
        if (!*toll) return std::nullopt;
        return Stated{words(*toll), {(*toll)->evidence}};
    }
    if (field == "kind") {
        out.value = to_string(account.kind);
        if (!account.evidence.empty()) out.spans.push_back(account.evidence.front());
    } else if (field == "date") {
        out.value = words(account.date);
        add_span(out.spans, account.date_span);
    } else if (field == "perpetrator" || field == "status") {
        if (account.perpetrator.text.empty() && account.perpetrator.name.empty()) return std::nullopt;
        out.value = field == "status" ? std::string(to_string(account.perpetrator.status))
                                      : account.perpetrator.name.empty() ? account.perpetrator.text : account.perpetrator.name;
        add_span(out.spans, account.perpetrator.span);
    } else if (field == "target_class") {
        if (account.targets.empty() || !account.targets.front().target_class) return std::nullopt;
        out.value = to_string(*account.targets.front().target_class);
        add_span(out.spans, account.targets.front().span);
    } else if (!account.places.empty()) {
        const auto& at = account.places.front();
        if (field == "place") out.value = at.place.is_resolved() ? at.place.name : at.text;
        else out.value = at.place.admin1_code;
        add_span(out.spans, at.span);
    }
    if (out.value.empty()) return std::nullopt;
    return out;
}

Json candidate(const std::string& value, const std::string& label, const std::string& label_ar, const std::string& because)
{
    return {{"value", value}, {"label", label}, {"label_ar", label_ar}, {"score", nullptr}, {"because", because}};
}

void add_places(Call& call, const Incident& incident, Json& out)
{
    std::vector<std::string> listed;
    const auto add = [&](const Place& place, const std::optional<double>& score, const std::string& because) {
        if (!place.is_resolved() || out.size() >= candidates_max) return;
        if (std::ranges::find(listed, place.gazetteer_id) != listed.end()) return;
        listed.push_back(place.gazetteer_id);
        auto row = candidate(place.gazetteer_id, place.admin1.empty() ? place.name : fmt::format("{}, {}", place.name, place.admin1), place.name_ar, because);
        if (score) row["score"] = *score;
        out.push_back(std::move(row));
    };
    for (const auto& filed : incident.accounts)
        for (const auto& at : filed.account.places) add(at.place, std::nullopt, fmt::format("{}: {}", filed.publisher, at.text));
    for (const auto& filed : incident.accounts) {
        if (filed.account.places.empty()) continue;
        const auto& at = filed.account.places.front();
        for (const auto& found : call.app.gazetteer()->find(at.place.is_resolved() ? at.place.name : at.text, {at.place.country, at.place.admin1_code, {}}, 4))
            add(found.place, found.score, found.reason);
    }
}

Json candidates_of(Call& call, const Incident& incident, std::string_view field, const Json& said)
{
    Json out = Json::array();
    if (field == "place") add_places(call, incident, out);
    else
        for (const auto& one : said) {
            const auto value = one["value"].get<std::string>();
            if (out.size() < candidates_max) out.push_back(candidate(value, value, "", fmt::format("{} reports", one["accounts"].size())));
        }
    out.push_back(candidate("unknown", "unknown", "غير معروف", "not known"));
    if (field == "kind" || field == "status" || field == "admin1") out.erase(out.size() - 1);  // these always have a value, or none to choose
    return out;
}

}  // namespace

Json fields_json(Call& call, const Incident& incident, Documents& documents)
{
    Json out = Json::array();
    for (const auto field : shown_fields) {
        std::vector<std::pair<std::string, Json>> values;
        for (const auto& filed : incident.accounts) {
            const auto stated = stated_by(filed.account, field);
            if (!stated) continue;
            auto at = std::ranges::find(values, stated->value, &std::pair<std::string, Json>::first);
            if (at == values.end()) {
                values.emplace_back(stated->value, Json{{"value", stated->value}, {"accounts", Json::array()}, {"evidence", Json::array()}});
                at = values.end() - 1;
            }
            at->second["accounts"].push_back(std::int64_t(filed.id));
            for (const auto span : stated->spans)
                at->second["evidence"].push_back({{"report", std::int64_t(filed.report)}, {"start", span.start}, {"end", span.end},
                                                  {"text", cut(documents.of(filed.report), span)}});
        }
        Json said = Json::array();
        for (auto& [value, row] : values) said.push_back(std::move(row));
        double confidence = 0;
        for (const auto& filed : incident.accounts) confidence = std::max(confidence, filed.account.confidence);
        const bool corrected = std::ranges::find(incident.corrected, field) != incident.corrected.end();
        const bool in_conflict = std::ranges::any_of(incident.conflicts, [&](const auto& conflict) { return conflict.field == field; });
        auto candidates = candidates_of(call, incident, field, said);
        const bool is_said = !said.empty();
        out.push_back({{"field", field}, {"value", value_of(incident, field)}, {"corrected", corrected}, {"confidence", corrected || !is_said ? Json() : Json(confidence)},
                       {"said", std::move(said)}, {"candidates", std::move(candidates)}, {"in_conflict", in_conflict}});
    }
    return out;
}

Json second_reading_json(const store::SecondReading& reading)
{
    Json values = Json::array();
    for (const auto& value : reading.values)
        values.push_back({{"field", value.field}, {"first", value.first}, {"second", value.second}, {"agrees", value.first == value.second}});
    return {{"id", reading.id}, {"incident", id_json(reading.incident)}, {"by", reading.who}, {"at", reading.at}, {"first_by", reading.first_by},
            {"values", values}, {"note", reading.note}, {"decided_by", reading.decided_by ? Json(*reading.decided_by) : Json()}};
}

}  // namespace sitrep::serve
