// What a date expression says, before anybody asks when the report was published.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

namespace sitrep::when {

enum class Unit : std::uint8_t { minute, hour, day, week, weekend, month, quarter, season, year, decade, century };
enum class Part : std::uint8_t { none, dawn, morning, noon, afternoon, evening, night, midnight };
enum class Toward : std::uint8_t { none, past, present, future };  ///< "last", "this", "next"
enum class Edge : std::uint8_t { none, start, middle, end };
enum class Frame : std::uint8_t { at, since, until, over };

/// What a date hangs on.
enum class Basis : std::uint8_t {
    calendar,     ///< year, month, day, weekday as far as given
    publication,  ///< `amount` units from the publication day: "yesterday", "last week", "two days ago"
    narrative,    ///< `amount` units from the day told last: "the next day"
    clock,        ///< a time or part of day alone: "at dawn"
    vague,        ///< "recently", "now", "former": the past, the present or the future of `toward`
    then,         ///< "at that time", "this period": of what was told, and no more
    duration,     ///< `amount` units long: "over the past ten days", "for months"
    set,          ///< "almost daily"
};

struct Parts {
    std::optional<int> year;
    std::optional<unsigned> month;
    std::optional<unsigned> day;
    std::optional<unsigned> weekday;  ///< ISO: Monday is 1
};

/// A date of the Islamic calendar.
struct Lunar {
    std::optional<int> year{};
    bool year_is_gregorian = false;  ///< "Ramadan 2024"
    unsigned month = 1;              ///< 1 (Muharram) to 12
    std::optional<unsigned> day{};   ///< the whole month without it
    unsigned days = 1;               ///< a feast lasts several
};

struct Meaning {
    Basis basis = Basis::calendar;
    Parts parts;
    std::optional<Parts> until;     ///< last date of a range
    std::optional<Lunar> lunar{};   ///< of a calendar date: instead of year, month and day
    Toward toward = Toward::none;   ///< of a weekday, month or season: "last Thursday"
    std::optional<int> year_shift;  ///< "January last year" is -1
    std::optional<int> week_shift{};  ///< "Wednesday last week" is -1
    std::optional<int> story_year;  ///< years from the one told last: "August of that year" is 0
    Unit unit = Unit::day;
    int amount = 0;
    bool amount_known = true;  ///< false for "for months", "days ago"
    Edge edge = Edge::none;
    Part part = Part::none;
    int minute = -1;  ///< of the day, where a clock time is given
    Frame frame = Frame::at;
    unsigned ordinal = 0;          ///< "first week of October", "second quarter"
    bool overnight = false;        ///< two days: the evening and the morning after
    bool order_unsure = false;     ///< 5/10/2024: day and month could be swapped
    bool ends_now = false;         ///< a stretch up to the publication day: "in the past week"
    bool ago = false;              ///< "a year ago" names a point, "last year" the whole year
    bool before_christ = false;
    bool of_another = false;       ///< "a week after a bomb killed five": of an event beside the story, which does not move there
    bool reporting = false;        ///< "police said on Friday": the day of what was said, not of what happened
    bool or_today = false;         ///< "later in the day": of the day told last, of today where none is
    bool aside = false;            ///< a year that names something ("the 1975 agreement"): the story does not move there
    bool unsure = false;           ///< could be a count: a year only where the text tells of years near it
    bool undating = false;         ///< names time and dates nothing told: "now", "former", "a ten-day truce"
};

/// "on the 12th", "في 12 منه": the day of a month that was told, or that is pointed at.
inline bool is_day_of_told_month(const Meaning& meaning) { return meaning.basis == Basis::calendar && meaning.unit == Unit::month && meaning.parts.day && !meaning.parts.month; }

/// A piece of grammar that matched: up to but not including piece `end`; 0 means no match.
struct Match {
    std::size_t end = 0;
    Meaning meaning;
    explicit operator bool() const { return end != 0; }
};

}  // namespace sitrep::when
