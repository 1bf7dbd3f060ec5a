#include "serve/api/json.hpp"

#include "text/normalise.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep::serve {
namespace {

constexpr int nesting_max = 20;

// Deep nesting costs nothing to send and much to take apart.
bool is_nested_too_deep(std::string_view text)
{
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c == '\\') ++i;
            else if (c == '"') quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            if (++depth > nesting_max) return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

}  // namespace

std::string text_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Response json_response(const Json& body, int status)
{
    Response response;
    response.status = status;
    response.body = text_of(body);
    return response;
}

Response no_content()
{
    Response response;
    response.status = 204;
    response.type = "text/plain";
    return response;
}

Body::Body(const Request& request, std::initializer_list<std::string_view> members)
{
    const auto type = request.header("content-type");
    if (type.substr(0, type.find(';')) != "application/json")
        throw Problem(415, "wrong_type", "The body has to be JSON, sent as Content-Type: application/json.");
    if (is_nested_too_deep(request.body)) throw Problem(400, "bad_body", "The body is nested too deep.");
    json_ = Json::parse(request.body, nullptr, false);
    check_members(members);
}

Body::Body(Json json, std::initializer_list<std::string_view> members, std::string within) : json_(std::move(json)), within_(std::move(within))
{
    check_members(members);
}

void Body::check_members(std::initializer_list<std::string_view> members) const
{
    if (!json_.is_object()) throw Problem(400, "bad_body", "The body has to be one JSON object; /api/v1/openapi.json shows its members.");
    for (const auto& [name, value] : json_.items())
        if (std::ranges::find(members, std::string_view(name)) == members.end()) refuse(name.substr(0, 60), "there is no such member");
}

void Body::refuse(std::string_view name, const std::string& why) const
{
    Problem problem(400, "bad_body", fmt::format("{}{}: {}", within_, name, why));
    problem.field = within_ + std::string(name);
    throw problem;
}

const Json& Body::member(std::string_view name) const
{
    const auto found = json_.find(name);
    if (found == json_.end()) refuse(name, "it is missing");
    return *found;
}

bool Body::is_null(std::string_view name) const { return member(name).is_null(); }

std::string Body::text(std::string_view name, std::size_t bytes_max) const
{
    const auto& value = member(name);
    if (!value.is_string()) refuse(name, "a text is expected");
    auto text = value.get<std::string>();
    if (text.size() > bytes_max) refuse(name, fmt::format("at most {} bytes", bytes_max));
    const bool controls = std::ranges::any_of(text, [](unsigned char c) { return c < 0x20 && c != '\n' && c != '\r' && c != '\t'; });
    if (controls || !text::is_valid_utf8(text)) refuse(name, "it holds bytes that are no text");
    return text;
}

std::optional<std::string> Body::optional_text(std::string_view name, std::size_t bytes_max) const
{
    if (!has(name)) return std::nullopt;
    return text(name, bytes_max);
}

std::int64_t Body::number(std::string_view name, std::int64_t least, std::int64_t most) const
{
    const auto& value = member(name);
    if (!value.is_number_integer()) refuse(name, "a whole number is expected");
    const bool huge = value.is_number_unsigned() && value.get<std::uint64_t>() > std::uint64_t(INT64_MAX);
    if (huge || value.get<std::int64_t>() < least || value.get<std::int64_t>() > most) refuse(name, fmt::format("from {} to {}", least, most));
    return value.get<std::int64_t>();
}

std::optional<std::int64_t> Body::optional_number(std::string_view name, std::int64_t least, std::int64_t most) const
{
    if (!has(name)) return std::nullopt;
    return number(name, least, most);
}

double Body::degrees(std::string_view name, double most) const
{
    const auto& value = member(name);
    if (!value.is_number() || !(std::abs(value.get<double>()) <= most)) refuse(name, fmt::format("degrees from -{0} to {0}", most));
    return value.get<double>();
}

std::optional<bool> Body::optional_truth(std::string_view name) const
{
    if (!has(name)) return std::nullopt;
    if (!member(name).is_boolean()) refuse(name, "true or false is expected");
    return member(name).get<bool>();
}

const Json& Body::array(std::string_view name, std::size_t most) const
{
    const auto& value = member(name);
    if (!value.is_array() || value.size() > most) refuse(name, fmt::format("a list of at most {} is expected", most));
    return value;
}

std::vector<std::string> Body::texts(std::string_view name, std::size_t most, std::size_t bytes_max) const
{
    std::vector<std::string> out;
    if (!has(name)) return out;
    for (const auto& value : array(name, most)) {
        if (!value.is_string() || value.get_ref<const std::string&>().size() > bytes_max) refuse(name, fmt::format("texts of at most {} bytes are expected", bytes_max));
        out.push_back(text::to_valid_utf8(value.get<std::string>()));
    }
    return out;
}

std::vector<std::int64_t> Body::numbers(std::string_view name, std::size_t most) const
{
    std::vector<std::int64_t> out;
    for (const auto& value : array(name, most)) {
        if (!value.is_number_integer()) refuse(name, "whole numbers are expected");
        out.push_back(value.get<std::int64_t>());
    }
    return out;
}

const Json& Body::object(std::string_view name) const
{
    const auto& value = member(name);
    if (!value.is_object()) refuse(name, "an object is expected");
    return value;
}

IncidentId Body::incident(std::string_view name) const
{
    const auto id = incident_id_from(text(name, 24));
    if (!id) refuse(name, "an incident's id looks like I42");
    return *id;
}

Json known(const std::string& text) { return text.empty() ? Json() : Json(text); }
Json id_json(IncidentId id) { return to_string(id); }
Json span_json(Span span) { return {{"start", span.start}, {"end", span.end}}; }

Json date_json(const DateRange& date)
{
    return {{"start", date.start ? Json(date.start->iso()) : Json()},
            {"end", date.end ? Json(date.end->iso()) : Json()},
            {"precision", to_string(date.precision)}};
}

Json range_json(const std::optional<TollRange>& range) { return range ? Json{{"min", range->low}, {"max", range->high}} : Json(); }

Json place_json(const Place& place)
{
    static constexpr std::string_view kinds[]{"settlement", "district", "governorate", "country", "region", "road", "water", "site", "unknown"};
    return {{"gazetteer_id", known(place.gazetteer_id)}, {"name", known(place.name)}, {"name_ar", known(place.name_ar)}, {"country", known(place.country)},
            {"admin1", known(place.admin1)}, {"admin1_code", known(place.admin1_code)}, {"admin2", known(place.admin2)},
            {"lat", place.point ? Json(place.point->lat()) : Json()}, {"lon", place.point ? Json(place.point->lon()) : Json()},
            {"population", place.population > 0 ? Json(place.population) : Json()}, {"kind", kinds[std::size_t(place.kind)]},
            {"precision", int(place.precision)}};
}

Json place_json(const std::optional<Place>& place) { return place ? place_json(*place) : Json(); }
Json day_json(const std::optional<Day>& day) { return day ? Json(to_iso(*day)) : Json(); }
std::string day_text(std::int32_t days) { return to_iso(Day{std::chrono::days{days}}); }

std::string instant(std::int64_t seconds)
{
    const std::chrono::sys_seconds time{std::chrono::seconds{seconds}};
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::hh_mm_ss clock(time - day);
    return fmt::format("{}T{:02}:{:02}:{:02}Z", to_iso(day), clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

Json tolls_json(const Incident& incident)
{
    return {{"killed", range_json(incident.killed)}, {"injured", range_json(incident.injured)}, {"abducted", range_json(incident.abducted)},
            {"arrested", range_json(incident.arrested)}, {"perpetrators_killed", range_json(incident.perpetrators_killed)}};
}

}  // namespace sitrep::serve
