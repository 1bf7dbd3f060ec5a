// Reads the facts that the same-event rule compares out of an account.
#include "merge/facts.hpp"

#include "merge/hashes.hpp"
#include "merge/place_words.hpp"
#include "merge/telling.hpp"
#include "text/normalise.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <numbers>
#include <utility>

namespace sitrep::merge {
namespace {

constexpr std::int64_t large_town = 100'000;
constexpr std::size_t telling_letters = 3;  // a skeleton of two letters is shared by chance
constexpr std::size_t name_words_max = 4;
constexpr std::size_t place_bytes_max = 200;  // of a place's words that are looked at

/// The first weekday that the words of a date name, or 0.
unsigned weekday_named(std::string_view words)
{
    static constexpr std::array<std::pair<std::string_view, unsigned>, 14> names{{{"monday", 1}, {"tuesday", 2}, {"wednesday", 3}, {"thursday", 4}, {"friday", 5},
        {"saturday", 6}, {"sunday", 7}, {"اثنين", 1}, {"ثلاثاء", 2}, {"اربعاء", 3}, {"خميس", 4}, {"جمعه", 5}, {"سبت", 6}, {"احد", 7}}};
    constexpr std::size_t date_bytes_max = 120;
    if (words.empty() || words.size() > date_bytes_max) return 0;
    const auto normal = text::normalise(words);
    std::size_t earliest = std::string::npos;
    unsigned weekday = 0;
    for (const auto& [name, value] : names) {
        const auto at = normal.find(name);
        if (at >= earliest) continue;
        earliest = at;
        weekday = value;
    }
    return weekday;
}

int day_number(Day day) { return static_cast<int>(day.time_since_epoch().count()); }

void split_words(std::string_view text, std::vector<std::string_view>& words)
{
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at) words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
}

When when_of(const FiledAccount& filed)
{
    When out;
    out.background = filed.account.background;
    if (filed.published) out.published = day_number(filed.published->day);
    const DateRange& date = filed.account.date;
    const auto first = date.first_day(), last = date.last_day();
    out.precision = date.precision;
    if (first) {
        out.kind = When::Kind::range;
        out.first = day_number(*first);
        out.last = last ? std::max(day_number(*last), out.first) : out.first;
        if (date.precision == DatePrecision::day && out.first == out.last) out.weekday = static_cast<std::uint8_t>(std::chrono::weekday{*first}.iso_encoding());
    } else if (date.start && date.start->month()) {
        out.kind = When::Kind::open_year;
        out.month = static_cast<std::uint8_t>(*date.start->month());
        out.day = static_cast<std::uint8_t>(date.start->day_of_month().value_or(0));
    } else if (out.is_published() && !out.background) {
        out.kind = When::Kind::stand_in;
        out.last = out.first = out.published;
    }
    if (out.weekday == 0) out.weekday = static_cast<std::uint8_t>(weekday_named(filed.account.date_text));
    return out;
}

bool is_fine(const AccountPlace& place)
{
    if (place.place.is_resolved()) return place.place.precision <= PlacePrecision::near;
    return !place.text.empty();
}

/// A road or a range that is placed by the town told with it: another stretch of it is another place.
bool is_stretch(const Place& place)
{
    return place.is_resolved() && place.point && (place.kind == PlaceKind::road || place.kind == PlaceKind::water || place.kind == PlaceKind::region);
}

FinePlace fine_place(const AccountPlace& said)
{
    FinePlace out;
    const Place& place = said.place;
    if (is_stretch(place)) out.id = short_hash(fmt::format("{} {:.2f} {:.2f}", place.gazetteer_id, place.point->lat(), place.point->lon()));
    else if (place.is_resolved()) out.id = short_hash(place.gazetteer_id);
    const auto name = name_skeleton(said);
    if (!name.whole.empty()) out.whole = short_hash(name.whole);
    std::size_t count = 0;
    for (const auto& word : name.words)
        if (word.size() >= telling_letters && count < out.words.size()) {
            out.telling[count] = telling_name(word);
            out.words[count++] = short_hash(word);
        }
    if (place.is_resolved() && place.point) {
        const double lat = place.point->lat() * std::numbers::pi / 180, lon = place.point->lon() * std::numbers::pi / 180;
        out.x = static_cast<float>(std::cos(lat) * std::cos(lon));
        out.y = static_cast<float>(std::cos(lat) * std::sin(lon));
        out.z = static_cast<float>(std::sin(lat));
    }
    out.precision = static_cast<std::uint8_t>(place.precision);
    out.is_large = place.population >= large_town;
    return out;
}

/// The country of its first place in a governorate, else of its first: "near the Somali border" lies on this side of it.
std::string_view country_of(const Account& account)
{
    std::string_view first;
    for (const auto& said : account.places) {
        if (said.place.country.empty()) continue;
        if (!said.place.admin1.empty()) return said.place.country;
        if (first.empty()) first = said.place.country;
    }
    return first;
}

void add_places(const FiledAccount& filed, Facts& out)
{
    const auto country = country_of(filed.account);
    std::array<std::string_view, Facts::areas_max> areas;
    std::size_t seen = 0;
    for (const auto& said : filed.account.places) {
        if (++seen > Facts::places_max) break;  // more are a list of somewhere else
        const Place& place = said.place;
        const auto area = std::string_view(place.admin1);
        const bool is_new = !place.admin1.empty() && place.country == country && std::find(areas.begin(), areas.end(), area) == areas.end();
        if (is_new && out.area_count < Facts::areas_max) {
            areas[out.area_count] = area;
            out.areas[out.area_count++] = short_hash(text::name_key(area));
        }
        if (out.district == 0 && !place.admin2.empty()) out.district = short_hash(place.admin2);
        if (is_fine(said)) out.places[out.place_count++] = fine_place(said);
    }
    if (!country.empty()) out.country = short_hash(country);
    out.has_coarse_place = out.place_count == 0 && !filed.account.places.empty();
}

TollFacts toll_facts(const std::optional<Toll>& toll)
{
    constexpr std::int64_t most = 1'000'000;
    if (!toll) return {};
    return {static_cast<std::int32_t>(std::min(toll->low, most)), static_cast<std::int32_t>(std::min(toll->max_stated(), most))};
}

/// The same for the same account of the same report, whenever it was filed.
std::uint64_t content_of(const FiledAccount& filed, const Facts& facts)
{
    std::uint64_t hash = hash_of(filed.url) ^ mixed(facts.publisher);
    const auto add = [&hash](std::uint64_t value) { hash = mixed(hash * 31 + value); };
    const auto& when = facts.when;
    for (const auto value : {when.first, when.last, when.published, std::int32_t(when.kind), std::int32_t(when.month), std::int32_t(when.day)})
        add(static_cast<std::uint64_t>(value));
    for (const auto& toll : {facts.killed, facts.injured, facts.abducted, facts.arrested}) add(static_cast<std::uint64_t>(toll.low) << 32U ^ static_cast<std::uint32_t>(toll.high));
    for (std::size_t i = 0; i < facts.place_count; ++i) add(facts.places[i].id ^ std::uint64_t{facts.places[i].whole} << 32U);
    for (const auto word : facts.words) add(word);
    for (const Span span : filed.account.evidence) add(std::uint64_t{span.start} << 32U ^ span.end);
    add(static_cast<std::uint64_t>(facts.kind) << 32U ^ facts.actor.name);
    return hash;
}

}  // namespace

Facts facts_of(const FiledAccount& filed)
{
    Facts out;
    const Account& account = filed.account;
    out.when = when_of(filed);
    add_places(filed, out);
    out.kind = account.kind;
    if (account.weapon && account.weapon->weapon_class != WeaponClass::other) out.weapon = account.weapon->weapon_class;
    if (!account.targets.empty()) out.target = account.targets.front().target_class;
    out.actor = actor_facts(account.perpetrator.name);
    out.killed = toll_facts(account.killed);
    out.injured = toll_facts(account.injured);
    out.abducted = toll_facts(account.abducted);
    out.arrested = toll_facts(account.arrested);
    std::size_t count = 0;
    for (const auto& stem : target_words(account))
        if (count < out.targets.size()) out.targets[count++] = static_cast<std::uint16_t>(short_hash(stem) | 1U);
    out.language = filed.language;
    out.words = filed.words;
    out.telling = filed.telling;
    out.report = filed.report;
    constexpr std::size_t publisher_bytes_max = 200;
    if (!filed.publisher.empty() && filed.publisher.size() <= publisher_bytes_max) out.publisher = hash_of(text::name_key(filed.publisher));
    if (filed.row_is_event) out.table = out.publisher;
    out.content = content_of(filed, out);
    return out;
}

double km_between(const FinePlace& a, const FinePlace& b)
{
    constexpr double earth_radius_km = 6371.0088;
    const double dx = a.x - b.x, dy = a.y - b.y, dz = a.z - b.z;
    const double chord = std::sqrt(dx * dx + dy * dy + dz * dz);
    return 2 * earth_radius_km * std::asin(std::min(1.0, chord / 2));
}

NameSkeleton name_skeleton(const AccountPlace& place)
{
    const bool resolved = place.place.is_resolved() && !place.place.name.empty();
    const std::string_view name = resolved ? std::string_view(place.place.name) : std::string_view(place.text);
    const std::string key = text::name_key(name.size() <= place_bytes_max ? name : std::string_view());
    std::vector<std::string_view> words;
    split_words(key, words);
    std::vector<std::string> area;
    if (!resolved && !place.place.admin1.empty()) {
        const std::string admin1 = text::name_key(place.place.admin1);
        std::vector<std::string_view> admin1_words;
        split_words(admin1, admin1_words);
        for (const auto word : admin1_words) area.push_back(text::skeleton(word));
    }
    NameSkeleton out;
    for (const auto word : words) {
        if (out.words.size() == name_words_max) break;
        if (is_place_kind_word(word)) continue;
        auto skeleton = text::skeleton(word);
        if (skeleton.empty() || std::find(area.begin(), area.end(), skeleton) != area.end()) continue;
        out.whole += skeleton;
        out.words.push_back(std::move(skeleton));
    }
    return out;
}

std::vector<std::string> target_words(const Account& account)
{
    constexpr std::size_t targets_max = 3, words_max = 12, letters_min = 3;
    std::vector<std::string> out;
    std::size_t seen = 0;
    for (const auto& target : account.targets) {
        if (++seen > targets_max) break;
        const std::string key = text::name_key(target.text.size() <= place_bytes_max ? std::string_view(target.text) : std::string_view());
        std::vector<std::string_view> words;
        split_words(key, words);
        for (const auto word : words) {
            if (out.size() == words_max || text::length(word) < letters_min || is_common_target_word(word)) continue;
            auto stem = text::stem(word);
            if (std::find(out.begin(), out.end(), stem) == out.end()) out.push_back(std::move(stem));
        }
    }
    return out;
}

}  // namespace sitrep::merge
