// Days of the Islamic calendar: which year is meant, and how sure a day is.
#include "when/hijri.hpp"
#include "when/timeline.hpp"

#include <algorithm>

namespace sitrep::when {
namespace {

using std::chrono::days;

// A month begins where its moon was seen: the calendar's day and the one on each side.
constexpr days sighting{1};

struct Stretch {
    Day first, last;
};

std::optional<Stretch> in_year(const Lunar& lunar, int hijri_year)
{
    const auto month = hijri_month(hijri_year, lunar.month);
    if (!month) return std::nullopt;
    if (!lunar.day) return Stretch{month->first, month->last};
    const Day first = month->first + days{*lunar.day - 1};
    return Stretch{first, first + days{lunar.days - 1}};
}

/// The stretch that begins in a Gregorian year: of the two that may, the first.
std::optional<Stretch> in_gregorian_year(const Lunar& lunar, int year)
{
    using namespace std::chrono;
    const int around = hijri_year_of(sys_days{std::chrono::year{year} / January / 1});
    for (const int hijri_year : {around, around + 1})
        if (const auto found = in_year(lunar, hijri_year); found && int(year_month_day{found->first}.year()) == year) return found;
    return std::nullopt;
}

/// The one that had begun on the report's day; with "last" the one that was over by then, with "next" the one to come.
std::optional<Stretch> nearest(const Lunar& lunar, Day today, Toward toward)
{
    const int now = hijri_year_of(today);
    for (const int year : {now + 1, now, now - 1, now - 2}) {
        const auto found = in_year(lunar, year);
        if (!found) continue;
        if (toward == Toward::future) {
            const auto sooner = in_year(lunar, year - 1);
            if (found->first > today && (!sooner || sooner->first <= today)) return found;
        } else if ((toward == Toward::past ? found->last : found->first) <= today) {
            return found;
        }
    }
    return std::nullopt;
}

/// The only one that begins in a Gregorian year; nothing where two do.
std::optional<Stretch> only_in_gregorian_year(const Lunar& lunar, int year)
{
    const auto first = in_gregorian_year(lunar, year);
    if (!first) return std::nullopt;
    const auto next = in_year(lunar, hijri_year_of(first->first) + 1);
    const bool twice = next && int(std::chrono::year_month_day{next->first}.year()) == year;
    return twice ? std::nullopt : first;
}

}  // namespace

// "27 of the same month" after a day of an Islamic month.
void Timeline::place_in_lunar_month(Meaning& meaning) const
{
    const bool same_month = meaning.unit == Unit::month && meaning.basis == Basis::calendar && meaning.parts.day && !meaning.parts.month && meaning.toward == Toward::none;
    if (!same_month || !lunar_told_ || meaning.until) return;
    meaning.lunar = Lunar{.year = lunar_told_->year, .month = lunar_told_->month, .day = meaning.parts.day};
}

void Timeline::remember_lunar(const Meaning& meaning, const DateRange& range)
{
    if (!meaning.lunar) {
        if (meaning.parts.month) lunar_told_.reset();
        return;
    }
    if (meaning.lunar->days > 1) return;
    lunar_told_ = Lunar{.year = {}, .month = meaning.lunar->month};
    if (meaning.lunar->year && !meaning.lunar->year_is_gregorian) lunar_year_told_ = meaning.lunar->year;
    if (range.first_day() && range.last_day()) lunar_told_->year = hijri_year_of(*range.first_day() + (*range.last_day() - *range.first_day()) / 2);
}

DateRange Timeline::lunar(const Meaning& meaning) const
{
    const Lunar& lunar = *meaning.lunar;
    std::optional<Stretch> found;
    if (lunar.year)
        found = lunar.year_is_gregorian ? in_gregorian_year(lunar, *lunar.year) : in_year(lunar, *lunar.year);
    else if (today_ && !anchor_.open_year)
        found = nearest(lunar, *today_, meaning.toward);
    else if (lunar_year_told_)
        found = in_year(lunar, *lunar_year_told_);
    else if (lunar.day && anchor_.sole_year)
        found = only_in_gregorian_year(lunar, *anchor_.sole_year);
    if (!found) return DateRange::unknown();
    if (!lunar.day) return DateRange::between(found->first, found->last, DatePrecision::month);
    if (lunar.days > 1) return DateRange::between(found->first - sighting, found->last + sighting, DatePrecision::week);
    if (meaning.parts.weekday)  // tells which of the days it was
        for (const days apart : {days{0}, days{-1}, days{1}})
            if (std::chrono::weekday{found->first + apart}.iso_encoding() == *meaning.parts.weekday) return DateRange::on(found->first + apart);
    Day last = found->first + sighting;
    if (today_ && !lunar.year && meaning.toward != Toward::future) last = std::min(last, std::max(*today_, found->first));
    return DateRange::between(found->first - sighting, last, DatePrecision::day);
}

}  // namespace sitrep::when
