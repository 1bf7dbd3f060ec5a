// Days, months and years as far as they are known; unknown is a value.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace sitrep {

using Day = std::chrono::sys_days;

/// "2024-03-05", or nothing if the text is not a real day of the proleptic Gregorian calendar.
std::optional<Day> day_from_iso(std::string_view text);
std::string to_iso(Day day);

/// A calendar date with parts left open: 2024-03-05, 2024-03, 2024, --05-10, --05.
/// A day never stands without a month. Made by the named factories only, so it is always a possible date.
class PartialDate {
public:
    static PartialDate day(Day day);
    static std::optional<PartialDate> of(std::optional<int> year, std::optional<unsigned> month, std::optional<unsigned> day);
    /// Parses the forms above.
    static std::optional<PartialDate> from_iso(std::string_view text);

    std::optional<int> year() const { return year_; }
    std::optional<unsigned> month() const { return month_; }
    std::optional<unsigned> day_of_month() const { return day_; }
    /// The day itself when year, month and day are all known.
    std::optional<Day> full_day() const;
    /// First and last day it can mean; nothing when the year is open.
    std::optional<Day> first() const;
    std::optional<Day> last() const;
    std::string iso() const;
    friend bool operator==(const PartialDate&, const PartialDate&) = default;

private:
    PartialDate() = default;
    std::optional<int> year_;
    std::optional<unsigned> month_;
    std::optional<unsigned> day_;
};

enum class DatePrecision { day, week, month, year, unknown };
std::string_view to_string(DatePrecision precision);
std::optional<DatePrecision> date_precision_from(std::string_view text);

/// When something happened: first and last date, and how exactly that is known.
/// precision == unknown means that no date is known: start and end are empty then, except for a
/// known day or month of an unknown year, which keeps precision day or month and an open year.
struct DateRange {
    std::optional<PartialDate> start;
    std::optional<PartialDate> end;
    DatePrecision precision = DatePrecision::unknown;

    static DateRange unknown() { return {}; }
    static DateRange on(Day day);
    static DateRange between(Day first, Day last, DatePrecision precision);
    static DateRange at(PartialDate date);  ///< precision follows from the parts known
    bool is_known() const { return start.has_value(); }
    /// First and last possible day; nothing when unknown or the year is open.
    std::optional<Day> first_day() const;
    std::optional<Day> last_day() const;
    friend bool operator==(const DateRange&, const DateRange&) = default;
};

}  // namespace sitrep
