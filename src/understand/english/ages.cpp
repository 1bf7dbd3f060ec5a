#include "understand/english/ages.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/numbers.hpp"
#include "understand/one_of.hpp"

namespace sitrep::understand::english {

bool is_age(const text::Document& document, std::uint32_t number)
{
    constexpr double age_max = 110;
    constexpr std::array ones{"man", "woman", "boy", "girl", "child", "youth", "student", "novice", "guard", "cook", "nun", "priest"};
    constexpr std::array endings{"er", "or", "ist", "man", "ian"};
    constexpr std::array sets{"number", "cluster", "quarter", "order", "corner", "chapter", "tower", "river", "charter",
                              "dinner", "winter",  "summer",  "murder", "slaughter", "surrender", "transfer", "remainder"};
    const auto& tokens = document.tokens();
    const auto read = text::read_number(document, number);
    if (!read || read->ordinal || read->vague || !read->is_whole() || read->value < 1 || read->value > age_max) return false;
    const text::Sentence& sentence = document.sentences()[document.sentence_of(number)];
    const std::uint32_t behind = number + static_cast<std::uint32_t>(read->tokens), end = sentence.last;
    if (number < sentence.first + 2) return false;
    const auto is_mark = [&](std::uint32_t at) { return at >= end || tokens[at].kind == text::TokenKind::punctuation; };
    const std::string_view before = tokens[number - 1].normal, whose = tokens[number - 2].normal;
    if (before == "aged" || before == "age") return true;
    const bool one = tokens[number - 2].kind == text::TokenKind::word && !whose.ends_with("s") && whose != "men" && whose != "women" && whose != "people" && whose != "children";
    const auto in_figures = [&](std::uint32_t at) { return at < end && tokens[at].kind == text::TokenKind::number; };
    const auto is_comma = [&](std::uint32_t at) { return at < end && tokens[at].normal == ","; };
    constexpr std::array before_place{"in", "at", "near", "from", "around", "outside", "of"};
    const bool behind_place = number > sentence.first + 2 && tokens[number - 2].capital && is_one_of(before_place, tokens[number - 3].normal);
    constexpr std::array parts{"including", "among", "most", "all", "some", "mostly"};
    const bool of_parts = behind + 1 < end && is_one_of(parts, tokens[behind + 1].normal);  // "in Rafah, 12, including four children"
    if (before == "," && (behind_place || of_parts)) return false;
    if (before == "," && in_figures(number)) return (one && is_comma(behind)) || (behind < end && tokens[behind].normal == "and" && in_figures(behind + 1) && is_comma(behind + 2));
    if (before == "and" && number > 3 && in_figures(number)) return in_figures(number - 2) && is_comma(number - 3) && is_comma(behind);  // "two girls, 7 and 12,"
    constexpr std::array articles{"a", "an", "his", "her", "another"};
    bool of_one = false;  // "a crime reporter of 43", not "the killer of 12"
    for (std::uint32_t at = number - 2; at > sentence.first && at + 4 > number - 2; --at) of_one = of_one || is_one_of(articles, tokens[at - 1].normal);
    if (before != "of" || !of_one || is_one_of(sets, whose)) return false;
    const bool names_one = is_one_of(ones, whose) || std::ranges::any_of(endings, [&](std::string_view ending) { return whose.ends_with(ending); });
    constexpr std::array after_age{"who", "was", "and", "from", "in"};
    constexpr std::array anyone{"man", "woman", "boy", "girl", "child", "youth"};
    if (is_one_of(anyone, whose)) return true;  // "a boy of 13 wounded two guards"
    return names_one && (is_mark(behind) || is_one_of(after_age, tokens[behind].normal));
}

}  // namespace sitrep::understand::english
