// When: how many days lie between two accounts, given how exactly each is known.
#include "merge/weighing.hpp"

#include "text/signature.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace sitrep::merge {
namespace {

constexpr int news_days = 7;  // a report without a date tells of the week before it
constexpr int together_days = 3, late_days = 31;
constexpr int days_apart_max = 3;  // two days stated further apart are two events, whatever else is the same: attacks come again

bool is_day(const When& when) { return when.precision == DatePrecision::day; }

int gap(const When& a, const When& b)
{
    if (a.first > b.last) return a.first - b.last;
    if (b.first > a.last) return b.first - a.last;
    return 0;
}

Feature for_gap(int days)
{
    switch (days) {
        case 0: return Feature::same_day;
        case 1: return Feature::next_day;
        case 2: return Feature::two_days;
        case 3: return Feature::three_days;
        default: return days <= news_days ? Feature::within_week : Feature::weeks_apart;
    }
}

void days_apart(int days, Weighing& weighing, Found& found)
{
    found.same_day = days == 0;
    found.next_day = days == 1;
    found.impossible |= days > days_apart_max;
    weighing.add(for_gap(days), [days] { return days == 0 ? std::string("the same day") : fmt::format("{} {} apart", days, days == 1 ? "day" : "days"); });
}

void both_dated(const When& a, const When& b, Weighing& weighing, Found& found)
{
    const int days = gap(a, b);
    if (is_day(a) && is_day(b)) return days_apart(days, weighing, found);
    const auto coarser = std::max(a.precision, b.precision);
    // "on Sunday" and "last week" may be told a day or two wrong; months and years hold.
    const bool meets = days == 0 || (coarser == DatePrecision::week && days <= together_days);
    found.no_day = meets;
    const auto within = coarser == DatePrecision::week ? Feature::meets_in_week : coarser == DatePrecision::month ? Feature::meets_in_month : Feature::meets_in_year;
    weighing.add(meets ? within : Feature::outside_range,
                 [&] { return meets ? fmt::format("both within one {}", to_string(coarser)) : fmt::format("{} days apart, one known by the {}", days, to_string(coarser)); });
    found.impossible |= !meets && days > late_days;
}

/// One is dated, the other only published.
void stand_in(const When& dated, const When& published, Weighing& weighing, Found& found)
{
    const int latest = published.last - dated.first;  // days from the event's first day to the publication
    const int earliest = published.last - dated.last;
    found.no_day = true;
    const auto feature = latest < -1              ? Feature::told_before
                         : earliest <= news_days  ? (is_day(dated) ? Feature::likely_then : Feature::possible_then)
                         : earliest <= late_days  ? Feature::told_late
                                                  : Feature::told_much_later;
    found.impossible |= feature == Feature::told_before || feature == Feature::told_much_later;
    weighing.add(feature, [earliest] {
        return earliest < 0 ? std::string("one has no date and was published before the other's last day")
                            : fmt::format("one has no date and was published {} days after the other's day", earliest);
    });
}

/// Month and day without a year against whatever the other knows.
void open_year(const When& open, const When& other, Weighing& weighing, Found& found)
{
    namespace chr = std::chrono;
    unsigned month = other.month, day = other.day;
    if (other.kind == When::Kind::range) {
        if (other.precision == DatePrecision::year) return weighing.add(Feature::meets_in_year, [] { return std::string("one without its year, one with nothing but the year"); });
        const chr::year_month_day date{Day{chr::days{other.first}}};
        month = unsigned(date.month());
        day = is_day(other) ? unsigned(date.day()) : 0;
    }
    weighing.add(Feature::year_left_open, [] { return std::string("one without its year"); });
    if (open.day && day) {
        constexpr int year_days = 365, month_days = 31;
        const int apart = std::abs((int(open.month) - int(month)) * month_days + int(open.day) - int(day));
        return days_apart(std::min(apart, std::abs(year_days - apart)), weighing, found);
    }
    found.no_day = open.month == month;
    weighing.add(open.month == month ? Feature::meets_in_month : Feature::outside_range,
                 [&] { return open.month == month ? std::string("the same month") : std::string("different months"); });
}

void undated(const When& a, const When& b, Weighing& weighing, Found& found)
{
    using Kind = When::Kind;
    found.no_day = true;
    if (a.kind == Kind::range && b.kind == Kind::stand_in) stand_in(a, b, weighing, found);
    else if (b.kind == Kind::range && a.kind == Kind::stand_in) stand_in(b, a, weighing, found);
    else if (a.kind == Kind::stand_in && b.kind == Kind::stand_in) {
        const int days = std::abs(a.last - b.last);
        found.impossible |= days > late_days;
        weighing.add(days <= together_days ? Feature::undated_published_together : days <= late_days ? Feature::undated_published_weeks_apart : Feature::undated_published_months_apart,
                     [days] { return fmt::format("published {} days apart, neither dated", days); });
    } else {
        found.no_time = true;
        weighing.add(Feature::no_time_at_all, [] { return std::string("at least one has no date"); });
    }
    if (a.weekday && b.weekday) {
        const bool same = a.weekday == b.weekday;
        constexpr int week = 7;
        const int apart = (int(a.weekday) - int(b.weekday) + week) % week;
        const bool next = apart == 1 || apart == week - 1;
        weighing.add(same   ? Feature::same_weekday
                     : next ? Feature::next_weekday
                            : Feature::other_weekday,
                     [same, next] { return std::string(same ? "the same weekday, without its date" : next ? "weekdays beside each other" : "different weekdays"); });
    }
}

void published(const When& a, const When& b, Weighing& weighing)
{
    if (!a.is_published() || !b.is_published() || a.background || b.background) return;
    const int days = std::abs(a.published - b.published);
    weighing.add(days == 0            ? Feature::published_same_day
                 : days <= news_days  ? Feature::published_near
                 : days <= late_days  ? Feature::published_same_month
                                      : Feature::published_months_apart,
                 [days] { return days == 0 ? std::string("on the same day") : fmt::format("{} {} apart", days, days == 1 ? "day" : "days"); });
}

/// The same text again, at least a week later and from somebody else: who writes short posts by a pattern tells another event in the same words.
bool is_republished(const Pair& pair)
{
    constexpr double whole_text = 0.9;
    const When &x = pair.a.when, &y = pair.b.when;
    if (!x.is_published() || !y.is_published() || x.background || y.background || pair.a.publisher == pair.b.publisher || std::abs(x.published - y.published) < news_days) return false;
    return text::similarity(pair.a.words, pair.b.words) >= whole_text;
}

}  // namespace

void weigh_time(const Pair& pair, Weighing& weighing, Found& found)
{
    using Kind = When::Kind;
    const When &x = pair.a.when, &y = pair.b.when;
    published(x, y, weighing);
    if (is_republished(pair)) {
        found.no_day = true;
        return weighing.add(Feature::republished, [] { return std::string("one report came out again later, so that its \"on Thursday\" means another day"); });
    }
    // Nobody tells today what happens next week.
    const auto days_before = [](const When& report, const When& event) { return report.is_published() && event.kind == Kind::range ? event.first - report.published : 0; };
    if (const int before = std::max(days_before(x, y), days_before(y, x)); before > 1) {
        // A day may have been read or told a little late, as between any two reports.
        found.impossible = before > days_apart_max;
        weighing.add(found.impossible ? Feature::told_before : Feature::told_days_before, [before] { return fmt::format("one report came out {} days before the other's event", before); });
        if (found.impossible) return;
    }
    if (x.kind == Kind::range && y.kind == Kind::range) return both_dated(x, y, weighing, found);
    if (x.kind == Kind::open_year && (y.kind == Kind::range || y.kind == Kind::open_year)) return open_year(x, y, weighing, found);
    if (y.kind == Kind::open_year && x.kind == Kind::range) return open_year(y, x, weighing, found);
    undated(x, y, weighing, found);
}

}  // namespace sitrep::merge
