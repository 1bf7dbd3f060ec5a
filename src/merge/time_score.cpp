// When: how many days lie between two accounts, given how exactly each is known.
#include "merge/scoring.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace sitrep::merge {
namespace {

namespace weight {
constexpr double same_day = 0.78, next_day = 0.05, two_days = -0.50, three_days = -0.80, days_apart = -1.2, weeks_apart = -2.0;
constexpr double same_week = 0.45, same_month = 0.38, same_year = 0.10, outside = -1.3;
// Where one of the two has no date, nothing but its weekday or its publication can speak for the same day.
constexpr double not_dated = -0.30, same_weekday = 0.63, other_weekday = -0.50;
constexpr double likely_then = 0.20, possible_then = 0.05, told_before = -1.0, told_late = -0.20, published_together = 0.15, published_apart = -0.20;
}  // namespace weight

constexpr int news_days = 7;    // a report without a date tells of the week before it
constexpr int together_days = 3;
constexpr int late_days = 31;

double for_gap(int days)
{
    switch (days) {
        case 0: return weight::same_day;
        case 1: return weight::next_day;
        case 2: return weight::two_days;
        case 3: return weight::three_days;
        default: return days <= news_days ? weight::days_apart : weight::weeks_apart;
    }
}

double for_precision(DatePrecision coarser)
{
    switch (coarser) {
        case DatePrecision::week: return weight::same_week;
        case DatePrecision::month: return weight::same_month;
        case DatePrecision::year: return weight::same_year;
        default: return weight::same_day;
    }
}

bool is_day(const When& when) { return when.precision == DatePrecision::day; }

int gap(const When& a, const When& b)
{
    if (a.first > b.last) return a.first - b.last;
    if (b.first > a.last) return b.first - a.last;
    return 0;
}

void both_dated(const When& a, const When& b, Score& score)
{
    const int days = gap(a, b);
    if (is_day(a) && is_day(b)) {
        score.add("days apart", for_gap(days), [days] { return days == 0 ? std::string("the same day") : fmt::format("{} days apart", days); });
        return;
    }
    const auto coarser = std::max(a.precision, b.precision);
    // "on Sunday" and "last week" may be told a day or two wrong; months and years hold.
    const bool meets = days == 0 || (coarser == DatePrecision::week && days <= together_days);
    score.add("days apart", meets ? for_precision(coarser) : weight::outside,
              [&] { return meets ? fmt::format("both within one {}", to_string(coarser)) : fmt::format("{} days apart", days); });
}

/// One is dated, the other only published.
void stand_in(const When& dated, const When& published, Score& score)
{
    const int latest = published.last - dated.first;    // days from the event's first day to the publication
    const int earliest = published.last - dated.last;
    const double weight = latest < -1                 ? weight::told_before
                          : earliest <= news_days     ? (is_day(dated) ? weight::likely_then : weight::possible_then)
                          : earliest <= late_days     ? weight::told_late
                                                      : weight::outside;
    score.add("days apart", weight, [&] { return fmt::format("one has no date and was published {} days after the other's day", earliest); });
}

/// Month and day without a year against whatever the other knows.
void open_year(const When& open, const When& other, Score& score)
{
    namespace chr = std::chrono;
    unsigned month = other.month, day = other.day;
    if (other.kind == When::Kind::range) {
        const chr::year_month_day date{Day{chr::days{other.first}}};
        month = unsigned(date.month());
        day = is_day(other) ? unsigned(date.day()) : 0;
        if (other.precision == DatePrecision::year) return;
    }
    if (open.day && day) {
        constexpr int year_days = 365, month_days = 31;
        const int apart = std::abs((int(open.month) - int(month)) * month_days + int(open.day) - int(day));
        const int days = std::min(apart, std::abs(year_days - apart));
        score.add("days apart", for_gap(std::min(days, news_days)), [days] { return fmt::format("{} days apart, one without its year", days); });
        return;
    }
    score.add("days apart", open.month == month ? weight::same_month : weight::outside,
              [&] { return open.month == month ? std::string("the same month, one without its year") : std::string("different months"); });
}

}  // namespace

void score_time(const Weighed& a, const Weighed& b, Score& score)
{
    using Kind = When::Kind;
    const When &x = a.when, &y = b.when;
    // Nobody tells today what happens next week.
    const auto told_first = [](const When& report, const When& event) {
        return report.published && event.kind == Kind::range && event.first > *report.published + 1;
    };
    if (told_first(x, y) || told_first(y, x)) {
        score.add("days apart", weight::told_before, [] { return std::string("one report is older than the other's event"); });
        return;
    }
    if (x.kind == Kind::range && y.kind == Kind::range) return both_dated(x, y, score);
    if (x.kind == Kind::open_year && (y.kind == Kind::range || y.kind == Kind::open_year)) return open_year(x, y, score);
    if (y.kind == Kind::open_year && x.kind == Kind::range) return open_year(y, x, score);
    score.add("days apart", weight::not_dated, [] { return std::string("at least one has no date"); });
    if (x.kind == Kind::range && y.kind == Kind::stand_in) stand_in(x, y, score);
    if (y.kind == Kind::range && x.kind == Kind::stand_in) stand_in(y, x, score);
    if (x.weekday && y.weekday) {
        const bool same = x.weekday == y.weekday;
        score.add("weekday", same ? weight::same_weekday : weight::other_weekday, [same] { return std::string(same ? "the same weekday, without its date" : "different weekdays"); });
    }
    if (x.kind != Kind::stand_in || y.kind != Kind::stand_in) return;
    const int days = std::abs(x.last - y.last);
    if (days <= together_days) score.add("days apart", weight::published_together, [days] { return fmt::format("published {} days apart, neither dated", days); });
    if (days > late_days) score.add("days apart", weight::published_apart, [days] { return fmt::format("published {} days apart, neither dated", days); });
}

}  // namespace sitrep::merge
