// Blocking keys: hashes of place, day, country and what else tells an event, under which accounts that could be the same meet.
#include "merge/hashes.hpp"
#include "merge/merge.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace sitrep::merge {
namespace {

// Each rule is symmetric: what a files b asks for exactly when what b files a asks for. Only so does the order of arrival not matter.
// An account has a time (a day, a week, a month, or the days before its report came out), or it has none: nothing, a year, or "12 May" of no year.
enum class Tag : std::uint64_t {
    day = 1, dated_week, published_week, both_published, month, coarse_month, place_month, killed, copy, sign_any_time, sign_no_time, no_time, day_of_year, day_of_open_year, month_of_year, open_month,
    words
};

constexpr std::size_t places_filed = 3, place_signs_max = 4, signs_max = 12;
constexpr int window_days = 2;       // two reports of one event are seldom further apart in what day they say
constexpr int week_days = 7;         // an undated report tells of the week before it, or of the day after that of its print
constexpr int coarse_slack_days = 3;
constexpr int place_slack_days = 7;  // days further apart exclude each other, weeks and reports without a date may reach so far
constexpr int long_range_days = 45;  // a date coarser than this fixes nothing
constexpr std::int32_t telling_killed = 6;  // so many dead find an event again whose day and town a report leaves out
constexpr std::int32_t several_killed = 2;
constexpr int days_of_a_month = 31;  // a day of the year as month * 31 + day: windows reach over the ends of months

BlockKey key(Tag tag, std::uint64_t what, std::int64_t when = 0)
{
    // A library keeps keys as signed 64-bit numbers; any bit pattern will do.
    return mixed(mixed(static_cast<std::uint64_t>(tag) * 0x9e3779b97f4a7c15ULL ^ what) + static_cast<std::uint64_t>(when));
}

struct Keys {
    std::vector<BlockKey> out;
    void add(BlockKey one)
    {
        if (std::find(out.begin(), out.end(), one) == out.end()) out.push_back(one);
    }
};

int month_number(int day)
{
    const std::chrono::year_month_day date{Day{std::chrono::days{day}}};
    return int(date.year()) * 12 + int(unsigned(date.month()));
}

int week_of(int day) { return (day >= 0 ? day : day - (week_days - 1)) / week_days; }

template <class Use>
void for_months(int first, int last, Use use)
{
    for (int month = month_number(first), end = month_number(last); month <= end; ++month) use(month);
}

struct Filing {
    const Facts& facts;
    bool timed, by_day, is_published;
    std::array<std::uint32_t, place_signs_max> places{};  ///< whole names first, then their single words
    std::size_t place_count = 0, whole_count = 0;

    explicit Filing(const Facts& of) : facts(of)
    {
        const When& when = of.when;
        is_published = when.kind == When::Kind::stand_in;
        timed = (when.kind == When::Kind::range || is_published) && when.last - when.first <= long_range_days;
        by_day = timed && (is_published || when.precision == DatePrecision::day);
        for (std::size_t i = 0; i < of.place_count && i < places_filed; ++i) add_place(of.places[i].whole);
        whole_count = place_count;
        for (std::size_t i = 0; i < of.place_count && i < places_filed; ++i)
            for (const auto word : of.places[i].words) add_place(word);
    }
    void add_place(std::uint32_t name)
    {
        if (name == 0 || place_count == places.size() || std::find(places.begin(), places.begin() + std::ptrdiff_t(place_count), name) != places.begin() + std::ptrdiff_t(place_count)) return;
        places[place_count++] = name;
    }
    std::uint64_t area(std::size_t i) const { return std::uint64_t{facts.country} << 32U | facts.areas[i]; }
    /// Its governorates; where it names none, the country alone.
    std::size_t here_count() const { return std::max<std::size_t>(1, facts.area_count); }
    std::uint64_t here(std::size_t i) const { return facts.area_count ? area(i) : std::uint64_t{facts.country} << 32U; }
    std::uint64_t series() const { return static_cast<std::uint64_t>(series_of(facts.kind)) * 0x9e3779b1U; }
};

/// Where it is filed or asked for: its governorates, and the country, so that an account which names no governorate meets all of its country.
template <class Use>
void for_wheres(const Filing& filing, bool asking, Use use)
{
    constexpr std::uint64_t anywhere = 1, no_area = 2;  // no governorate's hash: those are of 32 random bits
    const Facts& facts = filing.facts;
    const std::uint64_t country = std::uint64_t{facts.country} << 32U;
    for (std::size_t i = 0; i < facts.area_count; ++i) use(filing.area(i));
    if (!asking || facts.area_count == 0) use(country | anywhere);
    if (asking == (facts.area_count > 0)) use(country | no_area);
}

void add_killed(const Filing& filing, bool asking, Keys& keys)
{
    for (const auto number : {filing.facts.killed.high, filing.facts.killed.low})
        if (number >= telling_killed) for_wheres(filing, asking, [&](std::uint64_t where) { keys.add(key(Tag::killed, where, number)); });
}

/// Kinds of which a governorate has so few that an event without a day is looked for among all of them.
bool is_rarer(IncidentKind kind)
{
    switch (kind) {
        case IncidentKind::clash:
        case IncidentKind::abduction:
        case IncidentKind::execution:
        case IncidentKind::suicide_or_vehicle_bomb:
        case IncidentKind::protest: return true;
        default: return false;
    }
}

/// A text that comes out again weeks later has the day of its own words wrong: it is found by them.
void add_copies(const Filing& filing, Keys& keys)
{
    constexpr std::size_t bands = 2, hashes_a_band = 4;
    const auto& words = filing.facts.words;
    if (words == no_words || filing.facts.when.background || filing.whole_count == 0) return;
    for (std::size_t band = 0; band < bands; ++band) {
        std::uint64_t value = filing.places[0] + static_cast<std::uint64_t>(filing.facts.kind);
        for (std::size_t i = 0; i < hashes_a_band; ++i) value = mixed(value + words[band * hashes_a_band + i]);
        keys.add(key(Tag::copy, value, std::int64_t(band)));
    }
}

/// Two reports of one event, of which one has its day or its place wrong, are found by some of their rare words, within the same week or the one beside it.
/// Ten bits of a word's hash say nothing of it: each stands for a thousandth of the language.
void add_words(const Filing& filing, bool asking, Keys& keys)
{
    constexpr std::size_t words_filed = 8;
    constexpr std::uint64_t buckets = 1024;
    const Facts& facts = filing.facts;
    if (!facts.when.is_published() || facts.when.background) return;
    std::array<std::uint64_t, std::tuple_size_v<decltype(facts.telling.words)>> order{};
    std::size_t count = 0;
    for (const auto word : facts.telling.words)
        if (word != 0) order[count++] = mixed(word);
    const auto filed = std::min(count, words_filed);
    std::partial_sort(order.begin(), order.begin() + std::ptrdiff_t(filed), order.begin() + std::ptrdiff_t(count));
    const int week = week_of(facts.when.published), beside = asking ? 1 : 0;
    for (std::size_t i = 0; i < filed; ++i)
        for (int near = week - beside; near <= week + beside; ++near) keys.add(key(Tag::words, order[i] % buckets * 8 + static_cast<std::uint64_t>(facts.language), near));
}

/// What an event without a day is known again by, within its governorate or country: place, number of dead or injured, actor with kind, class of target with kind, a rarer kind.
template <class Use>
void for_signs(const Filing& filing, Use use)
{
    enum class Sign : std::uint64_t { place = 1, killed, injured, actor, kind, target };
    const Facts& facts = filing.facts;
    std::size_t count = 0;
    const auto sign = [&](Sign which, std::uint64_t where, std::uint64_t what) {
        if (count++ < signs_max) use(mixed(where + static_cast<std::uint64_t>(which) * 0x9e3779b97f4a7c15ULL) ^ what);
    };
    for (std::size_t i = 0; i < filing.place_count; ++i) sign(Sign::place, 0, filing.places[i]);
    const auto killed = facts.killed.high, injured = facts.injured.high;
    for (std::size_t i = 0; i < filing.here_count(); ++i) {
        if (killed >= several_killed) sign(Sign::killed, filing.here(i), static_cast<std::uint64_t>(killed));
        if (injured >= several_killed) sign(Sign::injured, filing.here(i), static_cast<std::uint64_t>(injured));
        if (is_rarer(facts.kind)) sign(Sign::kind, filing.here(i), static_cast<std::uint64_t>(facts.kind));
        if (facts.target) sign(Sign::target, filing.here(i), static_cast<std::uint64_t>(*facts.target) << 8U | static_cast<std::uint64_t>(facts.kind));
        if (facts.actor.root) sign(Sign::actor, filing.here(i), facts.actor.root ^ static_cast<std::uint64_t>(facts.kind) << 40U);
    }
}


/// Weeks in which what an undated report tells may have happened.
template <class Use>
void for_weeks_before(int published, Use use)
{
    for (int week = week_of(published - week_days), end = week_of(published + 1); week <= end; ++week) use(week);
}

int day_of_year(int day)
{
    const std::chrono::year_month_day date{Day{std::chrono::days{day}}};
    return int(unsigned(date.month())) * days_of_a_month + int(unsigned(date.day()));
}

/// "On 12 May" of no year, and days of that date in any.
template <class Use>
void for_open_days(const When& when, Use use)
{
    if (when.kind != When::Kind::open_year || when.day == 0) return;
    const int day = when.month * days_of_a_month + when.day;
    for (int other = day - window_days; other <= day + window_days; ++other) use(other);
}

void add_published(const Filing& filing, bool asking, Keys& keys)
{
    const int day = filing.facts.when.first, week = week_of(day);
    for (std::size_t i = 0; i < filing.here_count(); ++i) {
        for_weeks_before(day, [&](int before) { keys.add(key(asking ? Tag::dated_week : Tag::published_week, filing.here(i), before)); });
        for (int near = week - (asking ? 1 : 0); near <= week + (asking ? 1 : 0); ++near) keys.add(key(Tag::both_published, filing.here(i), near));
    }
}

void add_dated(const Filing& filing, bool asking, Keys& keys)
{
    const int day = filing.facts.when.first, window = asking ? window_days : 0;
    for_wheres(filing, asking, [&](std::uint64_t where) {
        for (int near = day - window; near <= day + window; ++near) keys.add(key(Tag::day, where, near));
    });
    for (std::size_t i = 0; i < filing.here_count(); ++i) {
        keys.add(key(asking ? Tag::published_week : Tag::dated_week, filing.here(i), week_of(day)));
        keys.add(key(asking ? Tag::day_of_open_year : Tag::day_of_year, filing.here(i), day_of_year(day)));
        keys.add(key(asking ? Tag::open_month : Tag::month_of_year, filing.here(i) ^ filing.series(), (day_of_year(day) - 1) / days_of_a_month));
    }
}

/// What has a time: its days, and months for what is known only to the month.
void add_timed(const Filing& filing, bool asking, Keys& keys)
{
    const When& when = filing.facts.when;
    if (filing.by_day) filing.is_published ? add_published(filing, asking, keys) : add_dated(filing, asking, keys);
    for (std::size_t i = 0; i < filing.facts.area_count; ++i) {
        const auto where = filing.area(i) ^ filing.series();
        if (filing.by_day) {
            for (const int slack : {-coarse_slack_days, coarse_slack_days}) keys.add(key(asking ? Tag::coarse_month : Tag::month, where, month_number(when.first + slack)));
        } else {
            for_months(when.first, when.last, [&](int month) {
                keys.add(key(Tag::coarse_month, where, month));
                if (asking) keys.add(key(Tag::month, where, month));
            });
        }
    }
    const int slack = asking ? place_slack_days : 0;
    for (std::size_t i = 0; i < filing.whole_count; ++i)
        for_months(when.first - slack, when.last + slack, [&](int month) { keys.add(key(Tag::place_month, filing.places[i], month)); });
}

void add_timeless(const Filing& filing, bool asking, Keys& keys)
{
    for_wheres(filing, asking, [&](std::uint64_t where) { keys.add(key(Tag::no_time, where)); });
    const When& when = filing.facts.when;
    for (std::size_t i = 0; i < filing.here_count(); ++i) {
        for_open_days(when, [&](int day) { keys.add(key(asking ? Tag::day_of_year : Tag::day_of_open_year, filing.here(i), day)); });
        if (when.kind == When::Kind::open_year && when.day == 0) keys.add(key(asking ? Tag::month_of_year : Tag::open_month, filing.here(i) ^ filing.series(), when.month));
    }
}

/// What has a time meets by signs only what has none.
std::vector<BlockKey> keys_of(const Facts& facts, bool asking)
{
    const Filing filing(facts);
    Keys keys;
    for_signs(filing, [&](std::uint64_t sign) {
        if (!asking || !filing.timed) keys.add(key(Tag::sign_any_time, sign));
        if (asking == filing.timed) keys.add(key(Tag::sign_no_time, sign));
    });
    filing.timed ? add_timed(filing, asking, keys) : add_timeless(filing, asking, keys);
    add_killed(filing, asking, keys);
    add_copies(filing, keys);
    add_words(filing, asking, keys);
    return std::move(keys.out);
}

}  // namespace

std::vector<BlockKey> keys_to_file(const Facts& facts) { return keys_of(facts, false); }
std::vector<BlockKey> keys_to_ask(const Facts& facts) { return keys_of(facts, true); }

}  // namespace sitrep::merge
