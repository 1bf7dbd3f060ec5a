// JSON in and out of the API: bodies with only the members that the contract names, and records as the contract shows them.
#pragma once

#include "core/incident.hpp"
#include "serve/http/message.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::serve {

using Json = nlohmann::ordered_json;

/// As it is sent: bytes that are no UTF-8 replaced.
std::string text_of(const Json& json);
Response json_response(const Json& body, int status = 200);
Response no_content();

/// A request's body: an object with none but the named members. Throws Problem: 415 for another content type, 400 for the rest.
class Body {
public:
    Body(const Request& request, std::initializer_list<std::string_view> members);
    Body(Json json, std::initializer_list<std::string_view> members, std::string within);
    bool has(std::string_view name) const { return json_.contains(name); }
    bool is_null(std::string_view name) const;
    /// A text without control characters but line ends and tabs, in valid UTF-8, at most so many bytes.
    std::string text(std::string_view name, std::size_t bytes_max) const;
    std::optional<std::string> optional_text(std::string_view name, std::size_t bytes_max) const;
    std::int64_t number(std::string_view name, std::int64_t least, std::int64_t most) const;
    std::optional<std::int64_t> optional_number(std::string_view name, std::int64_t least, std::int64_t most) const;
    double degrees(std::string_view name, double most) const;
    std::optional<bool> optional_truth(std::string_view name) const;
    std::vector<std::string> texts(std::string_view name, std::size_t most, std::size_t bytes_max) const;
    std::vector<std::int64_t> numbers(std::string_view name, std::size_t most) const;
    const Json& object(std::string_view name) const;
    const Json& array(std::string_view name, std::size_t most) const;
    IncidentId incident(std::string_view name) const;
    [[noreturn]] void refuse(std::string_view name, const std::string& why) const;

private:
    void check_members(std::initializer_list<std::string_view> members) const;
    const Json& member(std::string_view name) const;
    Json json_;
    std::string within_;
};

Json known(const std::string& text);  ///< null when empty
Json id_json(IncidentId id);
Json span_json(Span span);
Json date_json(const DateRange& date);
Json range_json(const std::optional<TollRange>& range);
Json place_json(const Place& place);
Json place_json(const std::optional<Place>& place);
Json day_json(const std::optional<Day>& day);
Json tolls_json(const Incident& incident);
std::string day_text(std::int32_t days);
/// Seconds since 1970 as UTC, ISO 8601.
std::string instant(std::int64_t seconds);

}  // namespace sitrep::serve
