// The rules that turn "on Sunday", "12 May", "last week" into days.
#include "when/timeline.hpp"

#include "when/grammar.hpp"

#include <algorithm>
#include <cstdlib>

namespace sitrep::when {
namespace {

namespace chr = std::chrono;
using chr::days;

constexpr int days_per_week = 7;
constexpr int open_year = 2023;        // stands in for an unknown year in day arithmetic; no leap year, so no 29 February is invented
constexpr days soon{31};               // "Thursday, 6 June" may lie this far ahead when its weekday says so
constexpr days recent_enough{62};      // how far back 5/10/2024 may lie for one of its readings to be the likely one
constexpr unsigned months_per_season = 3;

int year_of(Day day) { return int(chr::year_month_day{day}.year()); }
unsigned month_of(Day day) { return unsigned(chr::year_month_day{day}.month()); }
unsigned iso_weekday(Day day) { return chr::weekday{day}.iso_encoding(); }
Day monday_of(Day day) { return day - days{iso_weekday(day) - 1}; }
Day first_of_month(int year, unsigned month) { return chr::year_month_day{chr::year{year}, chr::month{month}, chr::day{1}}; }
Day last_of_month(int year, unsigned month) { return chr::year_month_day_last{chr::year{year}, chr::month_day_last{chr::month{month}}}; }

/// Partial date, with the day left out where the month does not have it ("31 June").
std::optional<PartialDate> date_of(std::optional<int> year, std::optional<unsigned> month, std::optional<unsigned> day)
{
    if (auto date = PartialDate::of(year, month, day)) return date;
    return PartialDate::of(year, month, std::nullopt);
}

std::optional<Day> full_day(int year, unsigned month, unsigned day)
{
    const auto date = PartialDate::of(year, month, day);
    return date ? date->full_day() : std::nullopt;
}

DateRange months(int year, int month, int count)
{
    const auto at = chr::year{year} / chr::month{1} + chr::months{month - 1};
    const auto end = at + chr::months{count - 1};
    if (count == 1)
        if (const auto date = PartialDate::of(int(at.year()), unsigned(at.month()), std::nullopt)) return DateRange::at(*date);
    return DateRange::between(first_of_month(int(at.year()), unsigned(at.month())), last_of_month(int(end.year()), unsigned(end.month())),
                              DatePrecision::month);
}

DateRange whole_year(int year)
{
    const auto date = PartialDate::of(year, std::nullopt, std::nullopt);
    return date ? DateRange::at(*date) : DateRange::unknown();
}

DateRange week_of(Day day)
{
    const Day monday = monday_of(day);
    return DateRange::between(monday, monday + days{days_per_week - 1}, DatePrecision::week);
}

/// The weekend of a week that is over, or the one `day` stands in.
DateRange weekend_before(Day day)
{
    const Day saturday = iso_weekday(day) >= 6 ? monday_of(day) + days{5} : monday_of(day) - days{2};
    return DateRange::between(saturday, saturday + days{1}, DatePrecision::week);
}

DateRange range_from(const std::optional<PartialDate>& date) { return date ? DateRange::at(*date) : DateRange::unknown(); }

}  // namespace

Day weekday_near(unsigned weekday, Day published, Toward toward)
{
    const int back = (int(iso_weekday(published)) - int(weekday) + days_per_week) % days_per_week;
    switch (toward) {
        case Toward::past: return published - days{back == 0 ? days_per_week : back};
        case Toward::future: return published + days{days_per_week - back};
        case Toward::present: return published + days{back == 0 ? 0 : days_per_week - back};
        case Toward::none: break;
    }
    return published - days{back};
}

/// A day as far as the anchor knows it: without its year when that is open.
PartialDate Timeline::named(Day day) const
{
    if (anchor_.open_year) {
        const chr::year_month_day date{day};
        if (const auto open = PartialDate::of(std::nullopt, unsigned(date.month()), unsigned(date.day()))) return *open;
    }
    return PartialDate::day(day);
}

std::optional<PartialDate> Timeline::on_weekday(unsigned weekday, Toward toward) const
{
    if (today_ && !anchor_.open_weekday) return named(weekday_near(weekday, *today_, toward));
    if (!anchor_.weekday) return std::nullopt;
    // Without a day of its own the report goes on from the day told: "on Saturday 12 October … On Sunday" is the day after.
    const auto told = told_ ? full_day(told_->year().value_or(year_of(*anchor_.weekday)), told_->month().value_or(0), told_->day_of_month().value_or(0)) : std::nullopt;
    const Day base = told.value_or(*anchor_.weekday), back = weekday_near(weekday, base, toward);
    const bool nearer_ahead = toward == Toward::none && base - back > days{days_per_week / 2};
    return named(nearer_ahead ? back + days{days_per_week} : back);
}

/// The year of a date that does not name it, without a publication day: the one named before it, or the only
/// year of the text on which the weekday falls right.
std::optional<int> Timeline::year_for(const Parts& parts) const
{
    const auto told_day = told_ ? told_->full_day() : std::nullopt;
    if (!parts.weekday || !parts.day || !parts.month) {
        if (!told_day || !parts.day || !parts.month) return year_told_ ? year_told_ : anchor_.sole_year;
        // "on December 25, 2021 … on the night of January 20": the year that brings it closest to the day told last.
        int best = year_of(*told_day);
        days least{366};
        for (const int year : {best, best - 1, best + 1}) {
            const auto day = full_day(year, *parts.month, *parts.day);
            const auto apart = day ? std::chrono::abs(*day - *told_day) : least;
            if (apart < least) {
                least = apart;
                best = year;
            }
        }
        return best;
    }
    const auto fits = [&parts](int year) {
        const auto day = full_day(year, *parts.month, *parts.day);
        return day && iso_weekday(*day) == *parts.weekday;
    };
    if (year_told_ && fits(*year_told_)) return year_told_;
    std::optional<int> found;
    for (const int year : anchor_.years) {
        if (!fits(year)) continue;
        if (found && *found != year) return std::nullopt;
        found = year;
    }
    return found;
}

std::optional<PartialDate> Timeline::without_year(const Parts& parts, const Meaning& meaning) const
{
    if (!today_ || anchor_.open_year) return date_of(year_for(parts), parts.month, parts.day);
    const int this_year = year_of(*today_);
    if (meaning.year_shift) return date_of(this_year + *meaning.year_shift, parts.month, parts.day);
    if (meaning.toward == Toward::present) return date_of(this_year, parts.month, parts.day);
    // A story told in another year goes on in that year until its paragraph ends.
    if (year_told_ && *year_told_ < this_year && (year_paragraph_ == paragraph_ || anchor_.history) && meaning.toward == Toward::none && !parts.weekday)
        return date_of(year_told_, parts.month, parts.day);
    const auto month = *parts.month;
    if (!parts.day) {
        const auto now = month_of(*today_);
        if (meaning.toward == Toward::future) return date_of(month > now ? this_year : this_year + 1, month, std::nullopt);
        const bool over = meaning.toward == Toward::past ? month < now : month <= now;
        return date_of(over ? this_year : this_year - 1, month, std::nullopt);
    }
    if (meaning.toward == Toward::future) {
        const auto day = full_day(this_year, month, *parts.day);
        return date_of(day && *day >= *today_ ? this_year : this_year + 1, month, parts.day);
    }
    const auto ahead = full_day(this_year, month, *parts.day);
    const bool announced = ahead && *ahead > *today_ && *ahead - *today_ <= soon && parts.weekday && iso_weekday(*ahead) == *parts.weekday;
    if (announced) return PartialDate::day(*ahead);
    constexpr int leap_cycle = 4;  // 29 February
    for (int year = this_year; year > this_year - leap_cycle; --year)
        if (const auto day = full_day(year, month, *parts.day); day && *day <= *today_) return PartialDate::day(*day);
    return date_of(std::nullopt, month, parts.day);
}

std::optional<PartialDate> Timeline::calendar_day(const Parts& parts, const Meaning& meaning) const
{
    if (parts.year) return date_of(parts.year, parts.month, parts.day);
    if (parts.month && meaning.story_year) return date_of(std::nullopt, parts.month, parts.day);
    if (parts.month) return without_year(parts, meaning);
    if (parts.weekday && meaning.week_shift)
        return today_ && !anchor_.open_weekday ? std::optional{named(monday_of(*today_) + days{days_per_week * *meaning.week_shift + int(*parts.weekday) - 1})} : std::nullopt;
    if (parts.weekday) return on_weekday(*parts.weekday, meaning.toward);
    if (meaning.unit == Unit::month && parts.day) {  // "the fourth of this month", "of the same month", "the fourth"
        const auto anchor = meaning.toward == Toward::none ? month_told_ : today_ ? std::optional{PartialDate::day(*today_)} : std::nullopt;
        if (!anchor) return std::nullopt;
        const auto month_before = [&parts](Day day) {
            const Day before = first_of_month(year_of(day), month_of(day)) - days{1};
            return date_of(year_of(before), month_of(before), parts.day);
        };
        if (meaning.toward == Toward::past) return month_before(*today_);
        const auto said = date_of(anchor_.open_year ? std::nullopt : anchor->year(), anchor->month(), parts.day);
        const auto day = said ? said->full_day() : std::nullopt;
        const bool ahead = meaning.toward == Toward::none && today_ && !anchor_.open_year && day && *day > *today_;
        return ahead ? month_before(*day) : said;
    }
    return std::nullopt;
}

DateRange Timeline::two_ends(const Meaning& meaning) const
{
    Parts last_parts = *meaning.until;
    const auto last = calendar_day(last_parts, meaning);
    if (!last) return DateRange::unknown();
    Parts first_parts = meaning.parts;
    if (first_parts.weekday && !first_parts.day) {
        const auto end = last->full_day();
        if (!end) return DateRange::unknown();
        return DateRange::between(weekday_near(*first_parts.weekday, *end, Toward::past), *end, DatePrecision::day);
    }
    if (!first_parts.month && !first_parts.year) first_parts.month = last->month();
    auto first = first_parts.year ? calendar_day(first_parts, meaning) : date_of(last->year(), first_parts.month, first_parts.day);
    if (!first) return DateRange::unknown();
    if (first->first() && last->last() && *first->first() > *last->last()) first = date_of(*last->year() - 1, first->month(), first->day_of_month());
    if (!first || (!first->year() && last->year())) return DateRange::unknown();
    DateRange out{first, last, DateRange::at(*last).precision};
    if (out.first_day() && out.last_day() && *out.first_day() > *out.last_day()) return DateRange::unknown();
    return out;
}

/// 5/10/2024 in an English text: the reading that lies shortly before the publication, if only one does; else the year alone.
DateRange Timeline::swapped_or_year(const Parts& parts) const
{
    const auto day_first = full_day(*parts.year, *parts.month, *parts.day);
    const auto month_first = full_day(*parts.year, *parts.day, *parts.month);
    const auto likely = [this](const std::optional<Day>& day) {
        return today_ && day && *day <= *today_ && *today_ - *day <= recent_enough;
    };
    if (likely(day_first) != likely(month_first)) return DateRange::on(likely(day_first) ? *day_first : *month_first);
    return whole_year(*parts.year);
}

DateRange Timeline::calendar(const Meaning& meaning) const
{
    if (meaning.lunar) return lunar(meaning);
    if (meaning.order_unsure && !anchor_.day_first) return swapped_or_year(meaning.parts);
    if (meaning.until) return two_ends(meaning);
    if (meaning.unit == Unit::decade && meaning.parts.year) {
        const auto last = PartialDate::of(*meaning.parts.year + 9, std::nullopt, std::nullopt);
        return last ? DateRange{whole_year(*meaning.parts.year).start, last, DatePrecision::year} : DateRange::unknown();
    }
    if (meaning.unit == Unit::century && meaning.parts.year) {
        const auto last = PartialDate::of(*meaning.parts.year + 99, std::nullopt, std::nullopt);
        return last ? DateRange{whole_year(*meaning.parts.year).start, last, DatePrecision::year} : DateRange::unknown();
    }
    if (meaning.unit == Unit::season && (meaning.aside || meaning.story_year) && !meaning.parts.year && !meaning.year_shift) return DateRange::unknown();
    if (meaning.ordinal == 0) return range_from(calendar_day(meaning.parts, meaning));
    std::optional<int> year = meaning.parts.year;
    if (!year && today_) year = year_of(*today_) + meaning.year_shift.value_or(0);
    if (meaning.unit == Unit::week) {
        const auto month = calendar_day(meaning.parts, meaning);
        if (!month || !month->first()) return range_from(month);
        const bool last = meaning.ordinal == last_of;
        const Day start = last ? *month->last() - days{days_per_week - 1} : *month->first() + days{days_per_week * (int(meaning.ordinal) - 1)};
        return DateRange::between(start, start + days{days_per_week - 1}, DatePrecision::week);
    }
    if (!year) return DateRange::unknown();
    if (meaning.unit == Unit::quarter) return months(*year, int((meaning.ordinal - 1) * months_per_season + 1), months_per_season);
    auto season = months(*year, int(meaning.ordinal * months_per_season), months_per_season);
    const bool ahead = today_ && !meaning.parts.year && !meaning.year_shift && *season.first_day() > *today_;
    return ahead ? months(*year - 1, int(meaning.ordinal * months_per_season), months_per_season) : season;
}

/// `amount` units from an anchor, whose year may be open.
DateRange Timeline::from_anchor(const Meaning& meaning, const PartialDate& anchor) const
{
    const int year = anchor.year().value_or(open_year);
    const auto base = full_day(year, anchor.month().value_or(1), anchor.day_of_month().value_or(1));
    if (!base) return DateRange::unknown();
    const auto named = [&anchor](Day day) {
        if (anchor.year()) return DateRange::on(day);
        const chr::year_month_day date{day};
        return range_from(PartialDate::of(std::nullopt, unsigned(date.month()), unsigned(date.day())));
    };
    const auto fits_day = anchor.day_of_month().has_value();
    switch (meaning.unit) {
        case Unit::minute: return fits_day ? named(*base) : DateRange::unknown();
        case Unit::hour: {
            // "48 hours later" is two days on, "36 hours later" one or two.
            constexpr int hours_per_day = 24;
            const bool between_days = std::abs(meaning.amount) > hours_per_day && meaning.amount % hours_per_day != 0;
            return fits_day && !between_days ? named(*base + days{meaning.amount / hours_per_day}) : DateRange::unknown();
        }
        case Unit::day: return fits_day ? named(*base + days{meaning.amount}) : DateRange::unknown();
        case Unit::week: {
            if (!fits_day) return DateRange::unknown();
            const Day day = *base + days{days_per_week * meaning.amount};
            if (anchor.year()) return week_of(day);
            auto out = named(day);
            out.precision = DatePrecision::week;
            return out;
        }
        case Unit::weekend: return anchor.year() && fits_day ? weekend_before(*base + days{days_per_week * meaning.amount}) : DateRange::unknown();
        case Unit::month:
            if (!anchor.month() || (!anchor.year() && meaning.amount != 0)) return DateRange::unknown();
            if (!anchor.year()) return range_from(PartialDate::of(std::nullopt, anchor.month(), std::nullopt));
            return months(year, int(*anchor.month()) + meaning.amount, 1);
        case Unit::year:
            if (!anchor.year()) return DateRange::unknown();
            if (meaning.ago && meaning.amount == -1 && anchor.month()) return months(year - 1, int(*anchor.month()), 1);
            return whole_year(year + meaning.amount);
        case Unit::decade: {
            constexpr int years_per_decade = 10;
            const int first = (year + years_per_decade * meaning.amount) / years_per_decade * years_per_decade;
            const auto last = PartialDate::of(first + years_per_decade - 1, std::nullopt, std::nullopt);
            return anchor.year() && last ? DateRange{whole_year(first).start, last, DatePrecision::year} : DateRange::unknown();
        }
        case Unit::quarter:
        case Unit::century:
        case Unit::season: break;
    }
    return DateRange::unknown();
}

DateRange Timeline::publication(const Meaning& meaning) const
{
    if (meaning.parts.day) {
        auto dated = range_from(calendar_day(meaning.parts, meaning));
        if (dated.is_known()) return dated;
    }
    // However many minutes ago it was: it is the day on which that was said.
    const bool just_now = meaning.ago && meaning.unit == Unit::minute;
    if (!meaning.amount_known && !just_now) return DateRange::unknown();
    if (!today_) return meaning.unit == Unit::month && meaning.amount == 0 && meaning.toward == Toward::none && meaning.edge != Edge::none ? narrative(meaning) : DateRange::unknown();
    if (meaning.overnight) return {named(*today_ - days{1}), named(*today_), DatePrecision::day};
    if (meaning.unit == Unit::weekend && meaning.amount <= 0) return anchor_.open_year ? DateRange::unknown() : weekend_before(*today_);
    if (meaning.unit == Unit::day && meaning.parts.weekday) {
        // "yesterday, Thursday": the weekday is the firmer of the two where they are a day apart.
        const Day said = *today_ + days{meaning.amount};
        for (const int apart : {0, -1, 1})
            if (iso_weekday(said + days{apart}) == *meaning.parts.weekday) return DateRange::at(named(said + days{apart}));
    }
    return from_anchor(meaning, named(*today_));
}

DateRange Timeline::duration(const Meaning& meaning) const
{
    if (!meaning.ends_now || !today_ || anchor_.open_year || !meaning.amount_known || meaning.amount <= 0) return DateRange::unknown();
    const auto since = [this](Day first, DatePrecision precision) { return DateRange::between(first, *today_, precision); };
    switch (meaning.unit) {
        case Unit::minute: return since(*today_, DatePrecision::day);
        case Unit::hour: return since(*today_ - days{(meaning.amount + 23) / 24}, DatePrecision::day);
        case Unit::day: return since(*today_ - days{meaning.amount - 1}, DatePrecision::week);
        case Unit::week: return since(*today_ - days{days_per_week * meaning.amount - 1}, DatePrecision::week);
        case Unit::month: return since(*months(year_of(*today_), int(month_of(*today_)) - meaning.amount, 1).first_day(), DatePrecision::month);
        case Unit::year: return since(*today_ - days{365L * meaning.amount}, DatePrecision::year);
        default: return DateRange::unknown();
    }
}

DateRange Timeline::range_of(const Meaning& meaning) const
{
    switch (meaning.basis) {
        case Basis::calendar: return calendar(meaning);
        case Basis::publication: return publication(meaning);
        case Basis::narrative: return narrative(meaning);
        case Basis::duration: return duration(meaning);
        case Basis::clock: return part_of_day(meaning);
        case Basis::vague:
        case Basis::then:
        case Basis::set: break;
    }
    return DateRange::unknown();
}

Resolved Timeline::resolve(const Meaning& meaning, std::uint32_t paragraph, std::uint32_t sentence)
{
    constexpr days longest_event{7};
    paragraph_ = paragraph;
    sentence_ = sentence;
    Meaning said = placed(meaning);
    place_in_lunar_month(said);
    Resolved out;
    if (!said.before_christ) out.range = range_of(said);
    const auto first = out.range.first_day(), last = out.range.last_day();
    const bool long_stretch = said.until && first && last && *last - *first > longest_event;
    out.is_period = said.frame != Frame::at || (said.basis == Basis::duration && !said.undating) || long_stretch;
    describe(said, out);
    if (said.frame == Frame::since && out.range.is_known()) out.range.end = today_ && !anchor_.open_year && first && *first <= *today_ ? std::optional{PartialDate::day(*today_)} : std::nullopt;
    remember(said, out, paragraph);
    return out;
}

}  // namespace sitrep::when
