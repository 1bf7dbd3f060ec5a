// TIMEX3 type and value (ISO 24617-1) of a resolved date expression.
#include "when/timeline.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdlib>

namespace sitrep::when {
namespace {

constexpr int minutes_per_hour = 60;

std::string_view part_code(Part part)
{
    switch (part) {
        case Part::dawn:
        case Part::morning: return "MO";
        case Part::noon: return "MI";
        case Part::afternoon: return "AF";
        case Part::evening: return "EV";
        case Part::night: return "NI";
        case Part::midnight: return "NI";
        case Part::none: break;
    }
    return {};
}

std::string time_of(const Meaning& meaning)
{
    if (meaning.minute >= 0) return fmt::format("T{:02}:{:02}", meaning.minute / minutes_per_hour, meaning.minute % minutes_per_hour);
    const auto part = part_code(meaning.part);
    return part.empty() ? std::string() : fmt::format("T{}", part);
}

std::string length_of(const Meaning& meaning)
{
    static constexpr std::array<std::string_view, 11> codes{"M", "H", "D", "W", "WE", "M", "Q", "S", "Y", "DE", "CE"};
    const auto code = codes[static_cast<std::size_t>(meaning.unit)];
    const bool time = meaning.unit == Unit::minute || meaning.unit == Unit::hour;
    const auto amount = meaning.amount_known ? std::to_string(std::abs(meaning.amount)) : std::string("X");
    return fmt::format("P{}{}{}", time ? "T" : "", amount, code);
}

/// The first Thursday's year numbers ISO weeks.
std::string week_of(Day day)
{
    namespace chr = std::chrono;
    const Day thursday = day - chr::days{chr::weekday{day}.iso_encoding() - 1} + chr::days{3};
    const auto year = chr::year_month_day{thursday}.year();
    const Day new_year = chr::year_month_day{year, chr::January, chr::day{1}};
    return fmt::format("{:04}-W{:02}", int(year), (thursday - new_year).count() / 7 + 1);
}

std::string_view season_code(unsigned season)
{
    static constexpr std::array<std::string_view, 4> seasons{"SP", "SU", "FA", "WI"};
    return seasons[(season - 1) % seasons.size()];
}

/// Years before Christ stand on no calendar that Sitrep counts in; their value is told all the same: "BC0480-08".
std::string before_christ_value(const Meaning& meaning)
{
    const auto& parts = meaning.parts;
    const int year = parts.year.value_or(0);
    if (meaning.unit == Unit::century) return fmt::format("BC{:02}", year / 100);
    if (meaning.unit == Unit::decade) return fmt::format("BC{:03}", year / 10);
    auto out = fmt::format("BC{:04}", year);
    if (meaning.unit == Unit::season && meaning.ordinal) return fmt::format("{}-{}", out, season_code(meaning.ordinal));
    if (parts.month) out += fmt::format("-{:02}", *parts.month);
    if (parts.month && parts.day) out += fmt::format("-{:02}", *parts.day);
    return out;
}

std::string open_value(const Meaning& meaning)
{
    const auto& parts = meaning.parts;
    if (meaning.unit == Unit::season && meaning.ordinal) return fmt::format("XXXX-{}", season_code(meaning.ordinal));
    if (parts.month && parts.day) return fmt::format("XXXX-{:02}-{:02}", *parts.month, *parts.day);
    if (parts.month) return fmt::format("XXXX-{:02}", *parts.month);
    if (parts.weekday) return fmt::format("XXXX-WXX-{}", *parts.weekday);
    if (meaning.basis == Basis::calendar) return "XXXX-XX-XX";
    switch (meaning.unit) {
        case Unit::week: return "XXXX-WXX";
        case Unit::weekend: return "XXXX-WXX-WE";
        case Unit::month: return "XXXX-XX";
        case Unit::year: return "XXXX";
        default: return "XXXX-XX-XX";
    }
}

std::string known_value(const Meaning& meaning, const DateRange& range)
{
    const auto first = range.first_day();
    if (meaning.lunar && range.start != range.end) return fmt::format("{}/{}", range.start->iso(), range.end->iso());
    if (meaning.unit == Unit::century && first) return fmt::format("{:02}", int(std::chrono::year_month_day{*first}.year()) / 100);
    if (meaning.unit == Unit::decade && first) return fmt::format("{:03}", int(std::chrono::year_month_day{*first}.year()) / 10);
    if (meaning.unit == Unit::weekend && first) return week_of(*first) + "-WE";
    if (meaning.unit == Unit::quarter && meaning.ordinal && first)
        return fmt::format("{:04}-Q{}", int(std::chrono::year_month_day{*first}.year()), meaning.ordinal);
    if (meaning.unit == Unit::season && meaning.ordinal && first)
        return fmt::format("{:04}-{}", int(std::chrono::year_month_day{*first}.year()), season_code(meaning.ordinal));
    if (range.precision == DatePrecision::week && first) return week_of(*first);
    if (!range.start->year() && is_day_of_told_month(meaning)) {
        Meaning told = meaning;
        told.parts.month = range.start->month();
        told.parts.day = range.start->day_of_month();  // none on 31 February
        return open_value(told);
    }
    if (!range.start->year()) return open_value(meaning);
    return range.start->iso();
}

}  // namespace

void describe(const Meaning& meaning, Resolved& resolved)
{
    const auto time = time_of(meaning);
    switch (meaning.basis) {
        case Basis::duration:
            resolved.type = TimexType::duration;
            resolved.value = length_of(meaning);
            return;
        case Basis::set:
            resolved.type = TimexType::set;
            resolved.value = length_of(meaning);
            return;
        case Basis::vague: resolved.value = meaning.toward == Toward::present ? "PRESENT_REF" : meaning.toward == Toward::future ? "FUTURE_REF" : "PAST_REF"; return;
        case Basis::then: return;
        case Basis::clock:
            resolved.type = TimexType::time;
            resolved.value = "XXXX-XX-XX" + time;
            return;
        case Basis::calendar:
        case Basis::publication:
        case Basis::narrative: break;
    }
    const bool hours = meaning.unit == Unit::hour || meaning.unit == Unit::minute;
    resolved.type = !time.empty() || hours ? TimexType::time : TimexType::date;
    if (meaning.before_christ) {
        resolved.value = before_christ_value(meaning) + time;
        return;
    }
    const bool same_day = meaning.basis == Basis::narrative && hours && resolved.range.is_known();  // "hours later"
    if (!meaning.amount_known && !same_day) {
        resolved.value = meaning.amount < 0 || meaning.ago ? "PAST_REF" : "FUTURE_REF";
        return;
    }
    resolved.value = (resolved.range.is_known() ? known_value(meaning, resolved.range) : open_value(meaning)) + time;
}

}  // namespace sitrep::when
