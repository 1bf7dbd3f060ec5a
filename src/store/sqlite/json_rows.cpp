#include "store/sqlite/json_rows.hpp"

#include "core/json_text.hpp"
#include "store/store.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace sitrep::store {
namespace {

using nlohmann::json;

const json& value_of(const void* row, std::size_t at) { return static_cast<const json*>(row)->at(at); }

}  // namespace

bool JsonRow::more() const { return at_ < static_cast<const json*>(row_)->size(); }
std::int64_t JsonRow::integer() { return value_of(row_, at_++).get<std::int64_t>(); }
std::string JsonRow::text() { return value_of(row_, at_++).get<std::string>(); }

std::optional<std::int64_t> JsonRow::optional_integer()
{
    const auto& value = value_of(row_, at_++);
    return value.is_null() ? std::nullopt : std::optional(value.get<std::int64_t>());
}

std::optional<std::string> JsonRow::optional_text()
{
    const auto& value = value_of(row_, at_++);
    return value.is_null() ? std::nullopt : std::optional(value.get<std::string>());
}

Span JsonRow::span()
{
    const auto start = std::uint32_t(integer());
    return Span{start, std::uint32_t(integer())};
}

std::optional<Span> JsonRow::optional_span()
{
    const auto start = optional_integer();
    const auto end = optional_integer();
    if (!start || !end) return std::nullopt;
    return Span{std::uint32_t(*start), std::uint32_t(*end)};
}

void for_each_json_row(std::string_view text, const std::function<void(JsonRow&)>& take)
{
    if (text == "[]") return;
    try {
        for (const auto& values : json::parse(text)) {
            JsonRow row(&values);
            take(row);
        }
    }
    catch (const json::exception& error) {
        throw LibraryError(fmt::format("a list in the library is damaged ({}); run `sitrep verify`", error.what()));
    }
}

void add_span(JsonText& json, const std::optional<Span>& span)
{
    if (span) json.value(std::int64_t(span->start)).value(std::int64_t(span->end));
    else json.null().null();
}

}  // namespace sitrep::store
