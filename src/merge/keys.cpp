// Blocking keys: hashes of place, day, country and what else tells an event, under which accounts that could be the same meet.
#include "merge/hashes.hpp"
#include "merge/merge.hpp"

#include <algorithm>

namespace sitrep::merge {
namespace {

// Each rule is symmetric: what a files b asks for exactly when what b files a asks for. Only so does the order of arrival not matter.
// An account has a time (a day, a week, a month, or the days before its report came out), or it has none: nothing, a year, or "12 May" of no year.
enum class Tag : std::uint64_t {
    area_day = 1, country_day, country_only_day, country_day_killed, area_month, area_coarse_month, place_month, area_killed, country_killed, country_killed_no_area, copy,
    sign_any_time, sign_no_time, no_time, no_time_in_country, no_time_no_area, day_of_year, day_of_open_year
};

constexpr std::size_t places_filed = 3, place_keys_max = 9, signs_max = 16;
constexpr int window_days = 2;       // two reports of one event are seldom further apart in what day they say
constexpr int news_days = 7;         // an undated report tells of the week before it, or of the day after that of its print
constexpr int both_published_days = 3;
constexpr int coarse_slack_days = 3;
constexpr int place_slack_days = 31; // weigh_time lets no two timed accounts meet that are further apart
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

template <class Use>
void for_months(int first, int last, Use use)
{
    for (int month = month_number(first), end = month_number(last); month <= end; ++month) use(month);
}

struct Filing {
    const Facts& facts;
    bool timed, by_day, is_published;
    std::array<std::uint32_t, place_keys_max> places{};  ///< whole names first, then their single words
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

/// Many dead, within a governorate; within the country where one account names none.
void add_killed(const Filing& filing, bool asking, Keys& keys)
{
    const Facts& facts = filing.facts;
    for (const auto number : {facts.killed.high, facts.killed.low}) {
        if (number < telling_killed) continue;
        if (facts.area_count > 0) keys.add(key(Tag::area_killed, filing.area(0), number));
        if (!asking || facts.area_count == 0) keys.add(key(Tag::country_killed, facts.country, number));
        if (asking == (facts.area_count > 0)) keys.add(key(Tag::country_killed_no_area, facts.country, number));
    }
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

/// What an event without a day is known again by, within its governorate or country: place, number of dead, actor with kind, words for who was hit.
template <class Use>
void for_signs(const Filing& filing, Use use)
{
    enum class Sign : std::uint64_t { place = 1, killed, injured, killed_in_country, actor, target, kind };
    const Facts& facts = filing.facts;
    std::size_t count = 0;
    const auto sign = [&](Sign which, std::uint64_t where, std::uint64_t what) {
        if (count++ < signs_max) use(mixed(where + static_cast<std::uint64_t>(which) * 0x9e3779b97f4a7c15ULL) ^ what);
    };
    for (std::size_t i = 0; i < filing.place_count; ++i) sign(Sign::place, 0, filing.places[i]);
    const auto killed = facts.killed.high, injured = facts.injured.high;
    if (killed >= several_killed) sign(Sign::killed_in_country, facts.country, static_cast<std::uint64_t>(killed) ^ filing.series() << 8U);
    for (std::size_t i = 0; i < filing.here_count(); ++i) {
        if (killed >= several_killed) sign(Sign::killed, filing.here(i), static_cast<std::uint64_t>(killed));
        if (injured >= several_killed) sign(Sign::injured, filing.here(i), static_cast<std::uint64_t>(injured));
        if (is_rarer(facts.kind)) sign(Sign::kind, filing.here(i), static_cast<std::uint64_t>(facts.kind));
        if (facts.actor.root) sign(Sign::actor, filing.here(i), facts.actor.root ^ static_cast<std::uint64_t>(facts.kind) << 40U);
        for (const auto stem : facts.targets)
            if (stem) sign(Sign::target, filing.here(i), stem);
    }
}


/// A day stated, or the day of publication in its place, as one number.
std::int64_t day_key(int day, bool is_published) { return std::int64_t{day} * 2 + (is_published ? 1 : 0); }

/// Days under which accounts are filed that may tell the same event as this one.
template <class Use>
void for_days(const Filing& filing, Use use)
{
    const int day = filing.facts.when.first;
    const auto from_to = [&](int first, int last, bool is_published) {
        for (int one = day + first; one <= day + last; ++one) use(day_key(one, is_published));
    };
    if (filing.is_published) {
        from_to(-news_days, 1, false);
        from_to(-both_published_days, both_published_days, true);
    } else {
        from_to(-window_days, window_days, false);
        from_to(-1, news_days, true);
    }
}

int day_of_year(int day)
{
    const std::chrono::year_month_day date{Day{std::chrono::days{day}}};
    return int(unsigned(date.month())) * days_of_a_month + int(unsigned(date.day()));
}

/// "On 12 May" of no year, and days of that date in any.
bool has_day_of_open_year(const When& when) { return when.kind == When::Kind::open_year && when.day != 0; }
int open_day_of(const When& when) { return when.month * days_of_a_month + when.day; }

void file_timed(const Filing& filing, Keys& keys)
{
    const Facts& facts = filing.facts;
    const When& when = facts.when;
    if (!filing.by_day) {
        for (std::size_t i = 0; i < facts.area_count; ++i)
            for_months(when.first, when.last, [&](int month) { keys.add(key(Tag::area_coarse_month, filing.area(i) ^ filing.series(), month)); });
        return;
    }
    const auto day = day_key(when.first, filing.is_published);
    keys.add(key(Tag::country_day, facts.country, day));
    if (facts.area_count == 0) keys.add(key(Tag::country_only_day, facts.country, day));
    if (facts.killed.high >= several_killed) keys.add(key(Tag::country_day_killed, facts.country + (std::uint64_t(facts.killed.high) << 32U), day));
    for (std::size_t i = 0; i < facts.area_count; ++i) {
        keys.add(key(Tag::area_day, filing.area(i), day));
        for (const int slack : {-coarse_slack_days, coarse_slack_days}) keys.add(key(Tag::area_month, filing.area(i) ^ filing.series(), month_number(when.first + slack)));
    }
    if (!filing.is_published)
        for (std::size_t i = 0; i < filing.here_count(); ++i) keys.add(key(Tag::day_of_year, filing.here(i), day_of_year(when.first)));
}

void ask_timed(const Filing& filing, Keys& keys)
{
    const Facts& facts = filing.facts;
    const When& when = facts.when;
    if (!filing.by_day) {
        for (std::size_t i = 0; i < facts.area_count; ++i)
            for_months(when.first, when.last, [&](int month) {
                keys.add(key(Tag::area_month, filing.area(i) ^ filing.series(), month));
                keys.add(key(Tag::area_coarse_month, filing.area(i) ^ filing.series(), month));
            });
        return;
    }
    for_days(filing, [&](std::int64_t day) {
        keys.add(key(facts.area_count == 0 ? Tag::country_day : Tag::country_only_day, facts.country, day));
        if (facts.killed.high >= several_killed) keys.add(key(Tag::country_day_killed, facts.country + (std::uint64_t(facts.killed.high) << 32U), day));
        for (std::size_t i = 0; i < facts.area_count; ++i) keys.add(key(Tag::area_day, filing.area(i), day));
    });
    for (std::size_t i = 0; i < facts.area_count; ++i)
        for (const int slack : {-coarse_slack_days, coarse_slack_days}) keys.add(key(Tag::area_coarse_month, filing.area(i) ^ filing.series(), month_number(when.first + slack)));
    if (!filing.is_published)
        for (std::size_t i = 0; i < filing.here_count(); ++i)
            for (int day = -window_days; day <= window_days; ++day) keys.add(key(Tag::day_of_open_year, filing.here(i), day_of_year(when.first) + day));
}

}  // namespace

std::vector<BlockKey> keys_to_file(const Facts& facts)
{
    const Filing filing(facts);
    const When& when = facts.when;
    Keys keys;
    for_signs(filing, [&](std::uint64_t sign) { keys.add(key(Tag::sign_any_time, sign)); });
    if (filing.timed) {
        file_timed(filing, keys);
        for (std::size_t i = 0; i < filing.whole_count; ++i) for_months(when.first, when.last, [&](int month) { keys.add(key(Tag::place_month, filing.places[i], month)); });
    } else {
        for_signs(filing, [&](std::uint64_t sign) { keys.add(key(Tag::sign_no_time, sign)); });
        keys.add(key(Tag::no_time_in_country, facts.country));
        if (facts.area_count == 0) keys.add(key(Tag::no_time_no_area, facts.country));
        for (std::size_t i = 0; i < filing.here_count(); ++i) {
            keys.add(key(Tag::no_time, filing.here(i)));
            if (has_day_of_open_year(when)) keys.add(key(Tag::day_of_open_year, filing.here(i), open_day_of(when)));
        }
    }
    add_killed(filing, false, keys);
    add_copies(filing, keys);
    return std::move(keys.out);
}

std::vector<BlockKey> keys_to_ask(const Facts& facts)
{
    const Filing filing(facts);
    const When& when = facts.when;
    Keys keys;
    for_signs(filing, [&](std::uint64_t sign) { keys.add(key(filing.timed ? Tag::sign_no_time : Tag::sign_any_time, sign)); });
    if (filing.timed) {
        ask_timed(filing, keys);
        for (std::size_t i = 0; i < filing.whole_count; ++i)
            for_months(when.first - place_slack_days, when.last + place_slack_days, [&](int month) { keys.add(key(Tag::place_month, filing.places[i], month)); });
    } else {
        keys.add(key(facts.area_count == 0 ? Tag::no_time_in_country : Tag::no_time_no_area, facts.country));
        for (std::size_t i = 0; i < filing.here_count(); ++i) {
            keys.add(key(Tag::no_time, filing.here(i)));
            if (!has_day_of_open_year(when)) continue;
            for (int day = -window_days; day <= window_days; ++day) keys.add(key(Tag::day_of_year, filing.here(i), open_day_of(when) + day));
        }
    }
    add_killed(filing, true, keys);
    add_copies(filing, keys);
    return std::move(keys.out);
}

}  // namespace sitrep::merge
