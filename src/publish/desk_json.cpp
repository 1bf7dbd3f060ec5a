#include "publish/desk_json.hpp"

#include <nlohmann/json.hpp>

namespace sitrep::publish {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text)
{
    return text.empty() ? Json() : Json(text);
}

Json date_json(const DateRange& date)
{
    return {{"start", date.start ? Json(date.start->iso()) : Json()},
            {"end", date.end ? Json(date.end->iso()) : Json()},
            {"precision", to_string(date.precision)}};
}

Json range_json(const std::optional<TollRange>& range)
{
    return range ? Json{{"min", range->low}, {"max", range->high}} : Json();
}

Json place_json(const Place& place)
{
    return {{"gazetteer_id", text_or_null(place.gazetteer_id)}, {"name", text_or_null(place.name)},       {"admin1", text_or_null(place.admin1)},
            {"admin1_code", text_or_null(place.admin1_code)},   {"country", text_or_null(place.country)}, {"lat", place.point ? Json(place.point->lat()) : Json()},
            {"lon", place.point ? Json(place.point->lon()) : Json()}, {"precision", int(place.precision)}};
}

Json account_json(const FiledAccount& filed)
{
    const Account& account = filed.account;
    Json out{{"account", std::int64_t(filed.id)}, {"report", std::int64_t(filed.report)}, {"publisher", text_or_null(filed.publisher)},
             {"url", text_or_null(filed.url)},    {"published", filed.published ? Json(to_iso(filed.published->day)) : Json()},
             {"type", to_string(account.kind)},   {"background", account.background},     {"date", date_json(account.date)}};
    Json& places = out["places"] = Json::array();
    for (const auto& place : account.places) {
        Json row = place_json(place.place);
        row["text"] = place.text;
        places.push_back(std::move(row));
    }
    return out;
}

}  // namespace

std::string incident_json(const Incident& incident)
{
    Json out{{"id", to_string(incident.id)},
             {"type", to_string(incident.kind)},
             {"date", date_json(incident.date)},
             {"place", incident.place ? place_json(*incident.place) : Json()},
             {"perpetrator", {{"name", text_or_null(incident.perpetrator)}, {"status", to_string(incident.status)}}},
             {"target_class", incident.target_class ? Json(to_string(*incident.target_class)) : Json()},
             {"killed", range_json(incident.killed)},
             {"injured", range_json(incident.injured)},
             {"abducted", range_json(incident.abducted)},
             {"arrested", range_json(incident.arrested)},
             {"perpetrators_killed", range_json(incident.perpetrators_killed)},
             {"grade", to_string(incident.grade)},
             {"grade_rule", incident.grade_rule},
             {"independent_sources", incident.independent_sources},
             {"source_letter", std::string(1, incident.source_letter)},
             {"item_digit", incident.item_digit},
             {"old_news", old_news_in(incident)},
             {"background_only", incident.background_only},
             {"accepted", incident.accepted},
             {"withdrawn", incident.withdrawn},
             {"corrected", incident.corrected}};
    Json& conflicts = out["conflicts"] = Json::array();
    for (const auto& conflict : incident.conflicts) {
        Json versions = Json::array();
        for (const auto& version : conflict.versions) versions.push_back({{"value", version.value}, {"accounts", version.accounts}});
        conflicts.push_back({{"field", conflict.field}, {"versions", std::move(versions)}});
    }
    Json& accounts = out["accounts"] = Json::array();
    for (const auto& filed : incident.accounts) accounts.push_back(account_json(filed));
    return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string tally_json(const FiledTally& filed)
{
    const Tally& tally = filed.tally;
    const Json out{{"quantity", tally.quantity},
                   {"unit", tally.unit},
                   {"scope_place", text_or_null(tally.scope_place)},
                   {"period", date_json(tally.period)},
                   {"period_text", text_or_null(tally.period_text)},
                   {"claimant", text_or_null(tally.claimant)},
                   {"report", std::int64_t(filed.report)},
                   {"publisher", text_or_null(filed.publisher)},
                   {"published", filed.published ? Json(to_iso(filed.published->day)) : Json()}};
    return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace sitrep::publish
