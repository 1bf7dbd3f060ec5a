#include "core/date.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace sitrep {
namespace {

namespace chr = std::chrono;

std::optional<int> digits(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || text.empty() || text[0] == '-') return std::nullopt;
    return value;
}

bool fits(std::optional<int> year, std::optional<unsigned> month, std::optional<unsigned> day)
{
    if (day && !month) return false;
    if (!month) return year.has_value();
    if (*month < 1 || *month > 12) return false;
    if (!day) return true;
    // An open year may be a leap year, so --02-29 is possible.
    const chr::year_month_day date{chr::year{year.value_or(2000)}, chr::month{*month}, chr::day{*day}};
    return date.ok();
}

}  // namespace

std::string to_iso(Day day)
{
    const chr::year_month_day date{day};
    return fmt::format("{:04}-{:02}-{:02}", int(date.year()), unsigned(date.month()), unsigned(date.day()));
}

std::optional<Day> day_from_iso(std::string_view text)
{
    const auto date = PartialDate::from_iso(text);
    return date ? date->full_day() : std::nullopt;
}

PartialDate PartialDate::day(Day day)
{
    const chr::year_month_day date{day};
    PartialDate out;
    out.year_ = int(date.year());
    out.month_ = unsigned(date.month());
    out.day_ = unsigned(date.day());
    return out;
}

std::optional<PartialDate> PartialDate::of(std::optional<int> year, std::optional<unsigned> month, std::optional<unsigned> day)
{
    if (!fits(year, month, day)) return std::nullopt;
    PartialDate out;
    out.year_ = year;
    out.month_ = month;
    out.day_ = day;
    return out;
}

std::optional<PartialDate> PartialDate::from_iso(std::string_view text)
{
    std::optional<int> year;
    if (text.starts_with("--")) {
        text.remove_prefix(1);
    } else {
        if (text.size() < 4) return std::nullopt;
        year = digits(text.substr(0, 4));
        if (!year) return std::nullopt;
        text.remove_prefix(4);
    }
    std::array<std::optional<unsigned>, 2> part;
    for (auto& value : part) {
        if (text.empty()) break;
        if (text.size() < 3 || text[0] != '-') return std::nullopt;
        const auto number = digits(text.substr(1, 2));
        if (!number) return std::nullopt;
        value = unsigned(*number);
        text.remove_prefix(3);
    }
    if (!text.empty()) return std::nullopt;
    return of(year, part[0], part[1]);
}

std::optional<Day> PartialDate::full_day() const
{
    if (!year_ || !month_ || !day_) return std::nullopt;
    const chr::year_month_day date{chr::year{*year_}, chr::month{*month_}, chr::day{*day_}};
    return date.ok() ? std::optional{Day{date}} : std::nullopt;
}

std::optional<Day> PartialDate::first() const
{
    if (!year_) return std::nullopt;
    return Day{chr::year_month_day{chr::year{*year_}, chr::month{month_.value_or(1)}, chr::day{day_.value_or(1)}}};
}

std::optional<Day> PartialDate::last() const
{
    if (!year_) return std::nullopt;
    if (day_) return full_day();
    return Day{chr::year_month_day_last{chr::year{*year_}, chr::month_day_last{chr::month{month_.value_or(12)}}}};
}

std::string PartialDate::iso() const
{
    std::string out = year_ ? fmt::format("{:04}", *year_) : "-";
    if (month_) out += fmt::format("-{:02}", *month_);
    if (day_) out += fmt::format("-{:02}", *day_);
    return out;
}

std::string_view to_string(DatePrecision precision)
{
    switch (precision) {
        case DatePrecision::day: return "day";
        case DatePrecision::week: return "week";
        case DatePrecision::month: return "month";
        case DatePrecision::year: return "year";
        case DatePrecision::unknown: break;
    }
    return "unknown";
}

std::optional<DatePrecision> date_precision_from(std::string_view text)
{
    for (auto precision : {DatePrecision::day, DatePrecision::week, DatePrecision::month, DatePrecision::year, DatePrecision::unknown})
        if (to_string(precision) == text) return precision;
    return std::nullopt;
}

DateRange DateRange::on(Day day)
{
    return {PartialDate::day(day), PartialDate::day(day), DatePrecision::day};
}

DateRange DateRange::between(Day first, Day last, DatePrecision precision)
{
    return {PartialDate::day(first), PartialDate::day(last), precision};
}

DateRange DateRange::at(PartialDate date)
{
    const auto precision = date.day_of_month() ? DatePrecision::day : date.month() ? DatePrecision::month : DatePrecision::year;
    return {date, date, precision};
}

std::optional<Day> DateRange::first_day() const
{
    return start ? start->first() : std::nullopt;
}

std::optional<Day> DateRange::last_day() const
{
    return end ? end->last() : start ? start->last() : std::nullopt;
}

}  // namespace sitrep
