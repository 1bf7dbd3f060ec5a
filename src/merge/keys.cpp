// Blocking keys: hashes of place, day and country under which accounts that could be the same meet.
#include "merge/facts.hpp"
#include "merge/merge.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>

namespace sitrep::merge {
namespace {

constexpr std::size_t places_filed = 3, places_asked = 4;
constexpr std::size_t filed_max = 10, asked_max = 24;
constexpr int news_days = 7;
constexpr int long_range_days = 45;      // a date coarser than this fixes nothing

enum class Tag : std::uint64_t { month = 1, any_time, no_time, area_kind, area_killed, area_day, country_day, country_only_day };

std::uint64_t mixed(std::uint64_t value)  // finaliser of MurmurHash3
{
    value = (value ^ (value >> 33U)) * 0xff51afd7ed558ccdULL;
    value = (value ^ (value >> 33U)) * 0xc4ceb9fe1a85ec53ULL;
    return value ^ (value >> 33U);
}

std::uint64_t hash(std::string_view text)
{
    std::uint64_t value = 0xcbf29ce484222325ULL;  // FNV-1a
    for (const char byte : text) value = (value ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
    return value;
}

BlockKey key(Tag tag, std::uint64_t what, std::int64_t when = 0)
{
    // A library keeps keys as signed 64-bit numbers; any bit pattern will do.
    return mixed(mixed(static_cast<std::uint64_t>(tag) * 0x9e3779b97f4a7c15ULL ^ what) + static_cast<std::uint64_t>(when));
}

struct Keys {
    std::vector<BlockKey> out;
    std::size_t most;
    void add(BlockKey one)
    {
        if (out.size() < most && std::find(out.begin(), out.end(), one) == out.end()) out.push_back(one);
    }
};

int month_number(int day)
{
    const std::chrono::year_month_day date{Day{std::chrono::days{day}}};
    return int(date.year()) * 12 + int(unsigned(date.month()));
}

/// Whole names of the fine places, finest first.
std::vector<std::uint64_t> place_hashes(const Where& where, std::size_t most)
{
    std::vector<std::string> skeletons;
    for (const auto* place : where.fine) {
        auto name = name_skeleton(*place);
        if (!name.empty() && std::find(skeletons.begin(), skeletons.end(), name.whole) == skeletons.end()) skeletons.push_back(std::move(name.whole));
    }
    std::vector<std::uint64_t> out;
    for (const auto& skeleton : skeletons)
        if (out.size() < most) out.push_back(hash(skeleton));
    return out;
}

/// One hash for each governorate named; the country alone where none is.
std::vector<std::uint64_t> areas_of(const Where& where)
{
    const auto country = hash(where.country) * 31;
    std::vector<std::uint64_t> out;
    for (const auto* area : where.areas) out.push_back(country + hash(area->admin1));
    if (out.empty()) out.push_back(country + hash(""));
    return out;
}

bool is_timed(const When& when)
{
    return (when.kind == When::Kind::range || when.kind == When::Kind::stand_in) && when.last - when.first <= long_range_days;
}

}  // namespace

/// A number of dead is rare enough to find an event again whose day and town a report leaves out.
void add_toll(const FiledAccount& account, const Where& where, Keys& keys)
{
    constexpr std::int64_t telling = 3;
    const auto& killed = account.account.killed;
    if (!killed || killed->max_stated() < telling) return;
    const auto area = areas_of(where).front();
    keys.add(key(Tag::area_killed, area, killed->max_stated()));
    if (killed->low >= telling) keys.add(key(Tag::area_killed, area, killed->low));
}

std::vector<BlockKey> keys_to_file(const FiledAccount& account)
{
    const When when = when_of(account);
    const Where where = where_of(account);
    const auto places = place_hashes(where, places_filed);
    const auto areas = areas_of(where);
    Keys keys{{}, filed_max};
    const bool timed = is_timed(when);
    if (timed && (when.precision == DatePrecision::day || when.kind == When::Kind::stand_in)) {
        keys.add(key(Tag::country_day, hash(where.country), when.first));
        if (where.areas.empty()) keys.add(key(Tag::country_only_day, hash(where.country), when.first));
        for (std::size_t i = 0; i < where.areas.size(); ++i) keys.add(key(Tag::area_day, areas[i], when.first));
    }
    if (places.empty()) keys.add(key(Tag::area_kind, areas.front(), static_cast<int>(series_of(account.account.kind))));
    for (const auto place : places) {
        keys.add(key(Tag::any_time, place));
        keys.add(timed ? key(Tag::month, place, month_number(when.first)) : key(Tag::no_time, place));
    }
    add_toll(account, where, keys);
    return keys.out;
}

std::vector<BlockKey> keys_to_ask(const FiledAccount& account)
{
    const When when = when_of(account);
    const Where where = where_of(account);
    const auto places = place_hashes(where, places_asked);
    const auto areas = areas_of(where);
    Keys keys{{}, asked_max};
    add_toll(account, where, keys);
    if (!is_timed(when)) {
        for (const auto place : places) keys.add(key(Tag::any_time, place));
        keys.add(key(Tag::area_kind, areas.front(), static_cast<int>(series_of(account.account.kind))));
        return keys.out;
    }
    // Days first: with many places the cap must not cost the area.
    const bool stand_in = when.kind == When::Kind::stand_in;
    if (stand_in || when.precision == DatePrecision::day) {
        for (int day = when.first - (stand_in ? 2 : 1); day <= when.first + 1; ++day) {
            keys.add(key(where.areas.empty() ? Tag::country_day : Tag::country_only_day, hash(where.country), day));
            for (std::size_t i = 0; i < where.areas.size(); ++i) keys.add(key(Tag::area_day, areas[i], day));
        }
    }
    if (places.empty()) keys.add(key(Tag::area_kind, areas.front(), static_cast<int>(series_of(account.account.kind))));
    for (const auto place : places) {
        for (const int day : {when.first - news_days, when.first, when.last, when.last + news_days}) keys.add(key(Tag::month, place, month_number(day)));
        keys.add(key(Tag::no_time, place));
    }
    return keys.out;
}

}  // namespace sitrep::merge
