// Reads the facts that the same-event rule compares out of an account.
#include "merge/facts.hpp"

#include "merge/place_words.hpp"
#include "text/normalise.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace sitrep::merge {
namespace {

constexpr std::size_t places_max = 4;        // an account's own places; more are a list of somewhere else
constexpr std::size_t areas_max = 2;
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

}  // namespace

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
        if (date.precision == DatePrecision::day && out.first == out.last) out.weekday = std::chrono::weekday{*first}.iso_encoding();
    } else if (date.start && date.start->month()) {
        out.kind = When::Kind::open_year;
        out.month = *date.start->month();
        out.day = date.start->day_of_month().value_or(0);
    } else if (out.published && !out.background) {
        out.kind = When::Kind::stand_in;
        out.last = out.first = *out.published;
    }
    if (out.weekday == 0) out.weekday = weekday_named(filed.account.date_text);
    return out;
}

bool is_fine(const AccountPlace& place)
{
    if (place.place.is_resolved()) return place.place.precision <= PlacePrecision::near;
    return !place.text.empty();
}

Where where_of(const FiledAccount& filed)
{
    Where out;
    std::size_t seen = 0;
    for (const auto& place : filed.account.places) {
        if (++seen > places_max) break;
        if (out.country.empty()) out.country = place.place.country;
        const bool new_area = !place.place.admin1.empty() && place.place.country == out.country &&
                              std::none_of(out.areas.begin(), out.areas.end(), [&](const Place* area) { return area->admin1 == place.place.admin1; });
        if (new_area && out.areas.size() < areas_max) out.areas.push_back(&place.place);
        if (is_fine(place)) out.fine.push_back(&place);
    }
    return out;
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
