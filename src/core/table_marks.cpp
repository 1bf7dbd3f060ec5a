#include "core/table_marks.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <utility>

namespace sitrep {
namespace {

constexpr std::string_view beginning = "sitrep id=";

using TollField = std::optional<TollRange> TableMarks::*;
constexpr std::array<std::pair<std::string_view, TollField>, 5> tolls{{{"killed", &TableMarks::killed},
                                                                       {"injured", &TableMarks::injured},
                                                                       {"abducted", &TableMarks::abducted},
                                                                       {"arrested", &TableMarks::arrested},
                                                                       {"attackers_killed", &TableMarks::perpetrators_killed}}};

std::optional<std::int64_t> number_in(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() && number >= 0 ? std::optional(number) : std::nullopt;
}

bool take_toll(std::string_view value, std::optional<TollRange>& toll)
{
    const auto split = value.find('-');
    const auto low = number_in(value.substr(0, split));
    const auto high = split == std::string_view::npos ? low : number_in(value.substr(split + 1));
    if (!low || !high || *low > *high) return false;
    toll = TollRange{*low, *high};
    return true;
}

// "2025-09-01..2025-09-03/week", "2025-09/month", "unknown".
bool take_date(std::string_view value, DateRange& date)
{
    if (value == "unknown") return true;
    const auto slash = value.find('/');
    if (slash == std::string_view::npos) return false;
    const auto precision = date_precision_from(value.substr(slash + 1));
    const auto days = value.substr(0, slash);
    const auto split = days.find("..");
    const auto start = PartialDate::from_iso(days.substr(0, split));
    const auto end = split == std::string_view::npos ? start : PartialDate::from_iso(days.substr(split + 2));
    if (!precision || !start || !end) return false;
    date = DateRange{*start, *end, *precision};
    return true;
}

bool take(std::string_view name, std::string_view value, TableMarks& marks)
{
    if (name == "id") return marks.id = value, true;
    if (name == "date") return take_date(value, marks.date);
    for (const auto& [toll, field] : tolls)
        if (name == toll) return take_toll(value, marks.*field);
    if (name == "hit") return (marks.hit = target_class_from(value)).has_value();
    if (name == "kind") {
        const auto kind = incident_kind_from(value);
        marks.kind = kind.value_or(marks.kind);
        return kind.has_value();
    }
    if (name == "status") {
        const auto status = perpetrator_status_from(value);
        marks.status = status.value_or(marks.status);
        return status.has_value();
    }
    if (name == "place") {
        const auto precision = number_in(value);
        if (!precision || *precision < 1 || *precision > 6) return false;
        marks.place = PlacePrecision(*precision);
        return true;
    }
    return false;
}

}  // namespace

std::string to_text(const TableMarks& marks)
{
    std::string out = fmt::format("{}{} kind={}", beginning, marks.id, to_string(marks.kind));
    if (!marks.date.start) out += " date=unknown";
    else if (!marks.date.end || marks.date.start == marks.date.end) out += fmt::format(" date={}/{}", marks.date.start->iso(), to_string(marks.date.precision));
    else out += fmt::format(" date={}..{}/{}", marks.date.start->iso(), marks.date.end->iso(), to_string(marks.date.precision));
    for (const auto& [name, field] : tolls)
        if (const auto& toll = marks.*field) out += toll->low == toll->high ? fmt::format(" {}={}", name, toll->low) : fmt::format(" {}={}-{}", name, toll->low, toll->high);
    if (marks.hit) out += fmt::format(" hit={}", to_string(*marks.hit));
    return out + fmt::format(" status={} place={}", to_string(marks.status), int(marks.place));
}

std::optional<TableMarks> table_marks_in(std::string_view cell)
{
    const auto begin = cell.find(beginning);
    if (begin == std::string_view::npos) return std::nullopt;
    cell.remove_prefix(begin + std::string_view("sitrep ").size());
    cell = cell.substr(0, cell.find_first_of(";\n\""));
    TableMarks marks;
    while (!cell.empty()) {
        const auto end = cell.find(' ');
        const auto pair = cell.substr(0, end);
        cell.remove_prefix(end == std::string_view::npos ? cell.size() : end + 1);
        const auto equals = pair.find('=');
        if (pair.empty()) continue;
        if (equals == std::string_view::npos || !take(pair.substr(0, equals), pair.substr(equals + 1), marks)) return std::nullopt;
    }
    return marks;
}

}  // namespace sitrep
