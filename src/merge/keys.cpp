// Blocking keys: hashes of place, day and country under which accounts that could be the same meet.
#include "merge/hashes.hpp"
#include "merge/merge.hpp"

#include <algorithm>

namespace sitrep::merge {
namespace {

// Each rule is symmetric: what a files b asks for exactly when what b files a asks for. Only so does the order of arrival not matter.
enum class Tag : std::uint64_t { area_day = 1, country_day, country_only_day, area_month, area_coarse_month, place_month, place_any_time, place_no_time, area_killed, copy };

constexpr std::size_t places_filed = 3;
constexpr int window_days = 2;       // two reports of one event are seldom further apart in what day they say
constexpr int coarse_slack_days = 3;
constexpr int place_slack_days = 31; // weigh_time lets no two timed accounts meet that are further apart
constexpr int long_range_days = 45;  // a date coarser than this fixes nothing
constexpr std::int32_t telling_killed = 6;  // so many dead find an event again whose day and town a report leaves out

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
    bool timed, by_day;
    std::array<std::uint32_t, places_filed> places{};
    std::size_t place_count = 0;

    explicit Filing(const Facts& of) : facts(of)
    {
        const When& when = of.when;
        const bool stand_in = when.kind == When::Kind::stand_in;
        timed = (when.kind == When::Kind::range || stand_in) && when.last - when.first <= long_range_days;
        by_day = timed && (stand_in || when.precision == DatePrecision::day);
        for (std::size_t i = 0; i < of.place_count && place_count < places_filed; ++i) {
            const auto name = of.places[i].whole;
            if (name != 0 && std::find(places.begin(), places.end(), name) == places.end()) places[place_count++] = name;
        }
    }
    std::uint64_t area(std::size_t i) const { return std::uint64_t{facts.country} << 32U | facts.areas[i]; }
    std::uint64_t series() const { return static_cast<std::uint64_t>(series_of(facts.kind)) * 0x9e3779b1U; }
};

void add_killed(const Filing& filing, Keys& keys)
{
    const auto& killed = filing.facts.killed;
    if (filing.facts.area_count == 0) return;
    for (const auto number : {killed.high, killed.low})
        if (number >= telling_killed) keys.add(key(Tag::area_killed, filing.area(0), number));
}

/// A text that comes out again weeks later has the day of its own words wrong: it is found by them.
void add_copies(const Filing& filing, Keys& keys)
{
    constexpr std::size_t bands = 2, hashes_a_band = 4;
    const auto& words = filing.facts.words;
    if (words == no_words || filing.facts.when.background || filing.place_count == 0) return;
    for (std::size_t band = 0; band < bands; ++band) {
        std::uint64_t value = filing.places[0] + static_cast<std::uint64_t>(filing.facts.kind);
        for (std::size_t i = 0; i < hashes_a_band; ++i) value = mixed(value + words[band * hashes_a_band + i]);
        keys.add(key(Tag::copy, value, std::int64_t(band)));
    }
}

}  // namespace

std::vector<BlockKey> keys_to_file(const Facts& facts)
{
    const Filing filing(facts);
    const When& when = facts.when;
    Keys keys;
    if (filing.by_day) {
        keys.add(key(Tag::country_day, facts.country, when.first));
        if (facts.area_count == 0) keys.add(key(Tag::country_only_day, facts.country, when.first));
        for (std::size_t i = 0; i < facts.area_count; ++i) {
            keys.add(key(Tag::area_day, filing.area(i), when.first));
            for (const int slack : {-coarse_slack_days, coarse_slack_days}) keys.add(key(Tag::area_month, filing.area(i) ^ filing.series(), month_number(when.first + slack)));
        }
    } else if (filing.timed) {
        for (std::size_t i = 0; i < facts.area_count; ++i)
            for_months(when.first, when.last, [&](int month) { keys.add(key(Tag::area_coarse_month, filing.area(i) ^ filing.series(), month)); });
    }
    for (std::size_t i = 0; i < filing.place_count; ++i) {
        keys.add(key(Tag::place_any_time, filing.places[i]));
        if (filing.timed) for_months(when.first, when.last, [&](int month) { keys.add(key(Tag::place_month, filing.places[i], month)); });
        else keys.add(key(Tag::place_no_time, filing.places[i]));
    }
    add_killed(filing, keys);
    add_copies(filing, keys);
    return std::move(keys.out);
}

std::vector<BlockKey> keys_to_ask(const Facts& facts)
{
    const Filing filing(facts);
    const When& when = facts.when;
    Keys keys;
    if (filing.by_day) {
        for (int day = when.first - window_days; day <= when.first + window_days; ++day) {
            keys.add(key(facts.area_count == 0 ? Tag::country_day : Tag::country_only_day, facts.country, day));
            for (std::size_t i = 0; i < facts.area_count; ++i) keys.add(key(Tag::area_day, filing.area(i), day));
        }
        for (std::size_t i = 0; i < facts.area_count; ++i)
            for (const int slack : {-coarse_slack_days, coarse_slack_days}) keys.add(key(Tag::area_coarse_month, filing.area(i) ^ filing.series(), month_number(when.first + slack)));
    } else if (filing.timed) {
        for (std::size_t i = 0; i < facts.area_count; ++i)
            for_months(when.first, when.last, [&](int month) {
                keys.add(key(Tag::area_month, filing.area(i) ^ filing.series(), month));
                keys.add(key(Tag::area_coarse_month, filing.area(i) ^ filing.series(), month));
            });
    }
    for (std::size_t i = 0; i < filing.place_count; ++i) {
        if (!filing.timed) {
            keys.add(key(Tag::place_any_time, filing.places[i]));
            continue;
        }
        for_months(when.first - place_slack_days, when.last + place_slack_days, [&](int month) { keys.add(key(Tag::place_month, filing.places[i], month)); });
        keys.add(key(Tag::place_no_time, filing.places[i]));
    }
    add_killed(filing, keys);
    add_copies(filing, keys);
    return std::move(keys.out);
}

}  // namespace sitrep::merge
