// What the story has told so far, and the days counted from it: "the next day", "hours later", "at dawn".
#include "when/timeline.hpp"

#include <algorithm>

namespace sitrep::when {
namespace {

namespace chr = std::chrono;
using chr::days;

bool is_dark(const Meaning& meaning)
{
    constexpr int evening_begins = 18 * 60;
    return meaning.part == Part::evening || meaning.part == Part::night || meaning.minute >= evening_begins;
}

}  // namespace

/// The day a distance leads on from: the one told last; where only the day of saying was told in the sentence, that one ("announced on Tuesday that the day before").
std::optional<PartialDate> Timeline::leading_day() const
{
    return reported_ && reported_sentence_ == sentence_ ? reported_ : told_;
}

/// "The same Tuesday": the day told last that was a Tuesday, else the Tuesday nearest to the day told last.
DateRange Timeline::told_weekday(unsigned weekday) const
{
    const auto is_it = [weekday](const std::optional<PartialDate>& date) {
        const auto day = date ? date->full_day() : std::nullopt;
        return day && chr::weekday{*day}.iso_encoding() == weekday;
    };
    if (is_it(told_)) return DateRange::at(*told_);
    for (const auto& earlier : told_before_)
        if (is_it(earlier)) return DateRange::at(*earlier);
    const auto day = told_->full_day();
    return day ? DateRange::on(weekday_near(weekday, *day, Toward::none)) : DateRange::unknown();
}

DateRange Timeline::narrative(const Meaning& meaning) const
{
    // However many hours later it was: mostly on the same day.
    const bool short_time = meaning.unit == Unit::minute || meaning.unit == Unit::hour;
    if (!meaning.amount_known && !short_time) return DateRange::unknown();
    if (meaning.unit == Unit::month) return month_told_ ? from_anchor(meaning, *month_told_) : DateRange::unknown();
    if ((meaning.unit == Unit::year || meaning.unit == Unit::decade) && latest_) return from_anchor(meaning, *latest_);
    const auto anchor = leading_day();
    if (meaning.or_today) return anchor ? DateRange::at(*anchor) : today_ ? DateRange::at(named(*today_)) : DateRange::unknown();
    if (!anchor || coarser_since_) return DateRange::unknown();
    if (meaning.parts.weekday) return told_weekday(*meaning.parts.weekday);
    Meaning distance = meaning;
    if (!meaning.amount_known) distance.amount = 0;
    auto out = from_anchor(distance, *anchor);
    const auto lies_ahead = [this](const DateRange& range) { return today_ && !anchor_.open_year && range.first_day() && *range.first_day() > *today_; };
    if (!lies_ahead(out) || meaning.unit != Unit::day) return out;
    // "Bodies were found on Monday … Three days later", told on Monday: it leads on from what was told before.
    for (const auto& earlier : told_before_)
        if (earlier)
            if (auto other = from_anchor(distance, *earlier); other.is_known() && !lies_ahead(other)) return other;
    return out;
}

/// "at dawn", "in the afternoon", "about 3 pm": of the day told last; a night or dawn alone is the one before the report.
DateRange Timeline::part_of_day(const Meaning& meaning) const
{
    if (meaning.overnight && today_) return {named(*today_ - days{1}), named(*today_), DatePrecision::day};
    if (const auto told = leading_day()) {
        // "on Thursday night … In reply, before dawn": the night is over.
        const bool next_light = told_in_the_dark_ && (meaning.part == Part::dawn || meaning.part == Part::morning) && meaning.minute < 0;
        const auto day = told->full_day();
        if (next_light && day && today_ && *day < *today_) return DateRange::on(*day + days{1});
        return DateRange::at(*told);
    }
    if (!today_ || meaning.minute >= 0) return DateRange::unknown();
    if (meaning.part == Part::night) return {named(*today_ - days{1}), named(*today_), DatePrecision::day};
    if (meaning.part == Part::dawn || meaning.part == Part::midnight) return DateRange::at(named(*today_));
    return DateRange::unknown();
}

/// A day something happened on; that something was said on a day moves no story that has begun.
void Timeline::remember_day(const Meaning& meaning, const PartialDate& day)
{
    if (meaning.reporting) {
        reported_ = day;
        reported_sentence_ = sentence_;
        if (told_) return;
    } else if (meaning.basis != Basis::clock) {
        reported_.reset();
    }
    if (told_ && *told_ != day) {
        std::shift_right(told_before_.begin(), told_before_.end(), 1);
        told_before_.front() = told_;
    }
    told_ = day;
    told_in_the_dark_ = is_dark(meaning);
    coarser_since_ = false;
}

/// "between 6 and 10 March … on the 12th", "since 3 March … on the 5th": a stretch told in calendar words names its month.
void Timeline::remember_month_of_period(const Meaning& meaning, const DateRange& range)
{
    if (meaning.basis != Basis::calendar || !meaning.parts.month || meaning.lunar || !range.is_known()) return;
    const auto& told = meaning.until ? range.end : range.start;
    if (told && told->month()) month_told_ = PartialDate::of(told->year(), told->month(), std::nullopt);
}

void Timeline::remember(const Meaning& meaning, const Resolved& resolved, std::uint32_t paragraph)
{
    if (meaning.of_another) return;
    if (anchor_.narrative) go_on(meaning, resolved);
    remember_lunar(meaning, resolved.range);
    const bool years_apart = meaning.until && !meaning.parts.month;
    const bool lasting = meaning.aside || meaning.before_christ || meaning.unit == Unit::decade;
    if (meaning.parts.year && !years_apart && meaning.frame != Frame::since && meaning.frame != Frame::until && !lasting) {
        year_told_ = meaning.until && meaning.until->year ? meaning.until->year : meaning.parts.year;
        year_paragraph_ = paragraph;
    }
    const auto& range = resolved.range;
    if (resolved.is_period) remember_month_of_period(meaning, range);
    if (resolved.is_period || !range.is_known() || (meaning.lunar && range.start != range.end)) return;
    if (range.precision == DatePrecision::day) remember_day(meaning, *range.start);
    if (range.start->month() && !meaning.aside && range.precision != DatePrecision::week) month_told_ = PartialDate::of(range.start->year(), range.start->month(), std::nullopt);
    if (lasting || meaning.basis == Basis::clock || !range.start->year()) return;
    latest_ = range.start;
    if (range.precision == DatePrecision::month || range.precision == DatePrecision::year) coarser_since_ = true;
}

}  // namespace sitrep::when
