// The lists behind abbreviations.hpp; sorted, so that a look-up is a binary search.
#include "text/abbreviations.hpp"

#include <algorithm>
#include <array>

namespace sitrep::text {
namespace {

constexpr auto titles = std::to_array<std::string_view>({
    "adm", "approx", "assoc", "ave", "bldg", "blvd", "brig", "ca", "capt", "cf", "cmdr", "col", "cpl", "dept", "dr", "fig", "fr", "gen", "gov",
    "hon", "lt", "ltd", "maj", "messrs", "mr", "mrs", "ms", "mt", "pfc", "pres", "prof", "pvt", "rep", "rev", "sen", "sgt", "spc", "sr", "st",
    "supt", "viz", "vs"});
constexpr auto calendar_names = std::to_array<std::string_view>({
    "apr", "aug", "dec", "feb", "fri", "jan", "jul", "jun", "mar", "mon", "nov", "oct", "sat", "sept", "sep", "sun", "thu", "thurs", "tue",
    "tues", "wed"});
constexpr auto starters = std::to_array<std::string_view>({
    "a", "after", "all", "an", "and", "another", "as", "at", "both", "but", "by", "during", "earlier", "five", "for", "four", "from", "he",
    "her", "his", "however", "if", "in", "it", "its", "last", "later", "many", "meanwhile", "most", "no", "nobody", "on", "one", "other",
    "our", "several", "she", "since", "some", "ten", "that", "the", "their", "there", "these", "they", "this", "those", "three", "two",
    "we", "when", "while", "with", "you"});
constexpr auto links = std::to_array<std::string_view>({
    "additionally", "afterwards", "also", "earlier", "elsewhere", "here", "however", "later", "meanwhile", "moreover", "separately", "similarly", "then", "there"});
constexpr auto days_and_months = std::to_array<std::string_view>({
    "april", "august", "december", "february", "friday", "january", "july", "june", "march", "may", "monday", "november", "october",
    "saturday", "september", "sunday", "thursday", "tuesday", "wednesday"});

constexpr auto calendar = [] {
    auto sorted = calendar_names;
    std::ranges::sort(sorted);
    return sorted;
}();
static_assert(std::ranges::is_sorted(titles) && std::ranges::is_sorted(starters) && std::ranges::is_sorted(links) && std::ranges::is_sorted(days_and_months));

}  // namespace

FullStop abbreviation(std::string_view normal, bool capital, bool digit_follows)
{
    constexpr std::size_t longest = 6;
    if (normal.size() < 2 || normal.size() > longest) {
        return FullStop::none;
    }
    if (normal == "no" || normal == "nos" || normal == "art" || normal == "sec") {
        return digit_follows ? FullStop::never : FullStop::none;
    }
    if (normal == "etc" || normal == "jr" || normal == "inc" || normal == "co" || normal == "corp") {
        return FullStop::acronym;
    }
    const bool always = normal == "approx" || normal == "ca" || normal == "cf" || normal == "vs" || normal == "viz";
    if ((capital || always) && std::ranges::binary_search(titles, normal)) {
        return FullStop::never;
    }
    if (capital && std::ranges::binary_search(calendar, normal)) {
        return FullStop::calendar;
    }
    return FullStop::none;
}

bool begins_sentences(std::string_view normal) { return std::ranges::binary_search(starters, normal); }

bool links_sentences(std::string_view normal) { return std::ranges::binary_search(links, normal); }

bool is_calendar_word(std::string_view normal) { return std::ranges::binary_search(days_and_months, normal); }

}  // namespace sitrep::text
