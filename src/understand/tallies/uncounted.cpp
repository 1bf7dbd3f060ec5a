#include "understand/tallies/uncounted.hpp"

#include <array>

#include "text/numbers.hpp"
#include "understand/one_of.hpp"

namespace sitrep::understand {

namespace {

constexpr std::array<std::string_view, 42> measures{
    "percent", "%", "٪", "barrels", "dollars", "euros", "pounds", "tons", "tonnes", "kg", "kilograms", "kilos", "litres", "liters", "acres", "hectares", "families", "households",
    "بالمايه", "بالميه", "دولار", "دولارا", "ليره", "طن", "طنا", "اطنان",
    "كيلو", "كيلوغرام", "كيلوغراما", "لتر", "لترا", "برميل", "برميلا",
    "هكتار", "هكتارا", "دونم", "دونما",
    "عايله", "عايلات", "اسره", "اسر", "نازح"};
constexpr std::array<std::string_view, 8> flight{"نزح", "نزحت", "نزوح", "تشريد", "تشرد", "تهجير", "فرار", "displaced"};
constexpr std::array<std::string_view, 5> fled{"displaced", "fled", "refugees", "نزحوا", "نازحا"};
constexpr std::array<std::string_view, 6> strength{"قوامها", "قوامه", "عددهم", "عديدها", "قوامهم", "عديده"};
constexpr std::array<std::string_view, 12> ages_and_sexes{"children", "women", "girls", "boys", "minors", "babies", "infants", "elderly", "toddlers", "teenagers", "students", "pupils"};

std::string_view normal(const text::Document& document, std::uint32_t at) { return at < document.tokens().size() ? std::string_view(document.tokens()[at].normal) : std::string_view(); }

}  // namespace

bool is_of_one_in_order(const text::Document& document, std::uint32_t number)
{
    constexpr std::array<std::string_view, 7> harm{"killed", "killing", "wounded", "wounding", "injured", "injuring", "left"};
    constexpr std::array<std::string_view, 12> events{"attack", "bombing", "blast", "explosion", "strike", "airstrike", "raid", "ambush", "shooting", "shelling", "assault", "bomb"};
    constexpr std::uint32_t reach = 10;
    const std::uint32_t begin = document.sentences()[document.sentence_of(number)].first;
    if (number < begin + 3 || !is_one_of(harm, normal(document, number - 1))) return false;
    for (std::uint32_t at = number - 1; at > begin && number - at < reach; --at) {
        if (document.tokens()[at - 1].kind == text::TokenKind::punctuation || normal(document, at - 1) == "and") return false;
        if (!is_one_of(events, normal(document, at))) continue;
        const auto order = text::read_number(document, at - 1);
        if (order && order->ordinal) return true;
    }
    return false;
}

bool counts_no_tally(const text::Document& document, Tokens number)
{
    if (is_of_one_in_order(document, number.first)) return true;
    const std::uint32_t next = number.last;
    const auto word = [&](std::uint32_t at) { return normal(document, at); };
    const bool share = (word(next) == "per" && word(next + 1) == "cent") || (word(next) == "في" && (word(next + 1) == "المايه" || word(next + 1) == "الميه"));
    if (share || is_one_of(measures, word(next))) return true;
    if (word(next + 1) == "جراحيه") return true;  // operations on the wounded
    if (is_one_of(fled, word(next)) || (word(next) == "people" && is_one_of(fled, word(next + 1))) || is_one_of(fled, word(next + 1))) return true;
    for (std::uint32_t back = 1; back <= 2 && number.first >= back; ++back)
        if (is_one_of(flight, word(number.first - back)) || is_one_of(strength, word(number.first - back))) return true;
    // "eleven of them children": who they were, not how many there were.
    return word(next) == "of" && (word(next + 1) == "them" || word(next + 1) == "whom") && (is_one_of(ages_and_sexes, word(next + 2)) || is_one_of(ages_and_sexes, word(next + 3)));
}

}  // namespace sitrep::understand
