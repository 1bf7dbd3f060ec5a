#include "understand/english/ordinals.hpp"

#include <algorithm>
#include <array>

#include "understand/one_of.hpp"

namespace sitrep::understand::english {

namespace {

constexpr std::uint32_t noun_reach = 6;

// Any stretch, were it a day: "the second blast in a day", "the third this week".
bool names_time(const Sheet& sheet, std::uint32_t from, std::uint32_t end)
{
    constexpr std::uint32_t reach = 30;
    constexpr std::array units{"day", "week", "month", "year", "hour", "night", "days", "weeks", "months", "years", "hours", "decade", "season"};
    constexpr std::array ways{"in", "within", "this", "since", "during"};
    for (std::uint32_t at = from; at < std::min(end, from + reach); ++at) {
        if (sheet.word_is(at, "since")) return true;
        if (!is_one_of(units, sheet.token(at).normal)) continue;
        for (std::uint32_t back = 1; back <= 4 && at >= from + back; ++back)
            if (is_one_of(ways, sheet.token(at - back).normal)) return true;
    }
    return false;
}

// "the second deadliest", "the third largest": a rank. "the second day", "his third term", "the fourth anniversary": an order of other things.
bool ranks_or_numbers(const Sheet& sheet, std::uint32_t at)
{
    constexpr std::array others{"day", "days", "week", "month", "year", "night", "hour", "anniversary", "half", "quarter", "phase", "round", "wave", "stage", "floor", "term", "most",
                                "in", "person", "party", "division", "brigade", "battalion", "regiment", "corps", "district", "in-command", "largest", "city", "suspect", "part"};
    const std::string_view word = sheet.token(at).normal;
    return is_one_of(others, word) || word.ends_with("est") || word.ends_with("-largest");
}

// "It was the fourth", "this is the seventh", "making her the tenth", "became the second".
bool is_told_of_a_subject(const Sheet& sheet, std::uint32_t ordinal, std::uint32_t begin)
{
    constexpr std::uint32_t reach = 4;
    constexpr std::array says_so{"became", "becomes", "become", "marks", "marked", "making", "makes", "made", "as"};
    constexpr std::array between{"the", "at", "least", "only", "now", "already", "her", "him", "it", "this", "his", "their", "its", "country", "province", "about"};
    for (std::uint32_t back = 1; back <= reach && ordinal >= begin + back; ++back) {
        const std::uint32_t at = ordinal - back;
        if (sheet.is(at, WordClass::be) || is_one_of(says_so, sheet.token(at).normal)) return true;
        if (!is_one_of(between, sheet.token(at).normal)) return false;
    }
    return false;
}

// "It was the fourth bridge this year" goes on from a deed; "it was the third goal in a year" does not.
bool tells_act_near(const Sheet& sheet, std::uint32_t noun)
{
    constexpr std::uint32_t reach = 50;
    const std::size_t sentence = sheet.document.sentence_of(noun);
    const std::uint32_t first = sheet.document.sentences()[sentence > 0 ? sentence - 1 : sentence].first, last = sheet.document.sentences()[sentence].last;
    for (std::uint32_t at = std::max(first, noun > reach ? noun - reach : 0); at < std::min(last, noun + reach); ++at)
        if (sheet.act_at[at] != 0 || sheet.word_is_any(at, {"burglary", "robbery", "theft", "heist"})) return true;
    return false;
}

}  // namespace

std::optional<Tokens> counted_in_order(const Sheet& sheet, const Count& ordinal, bool period)
{
    const text::Sentence& words = sheet.sentence_of(ordinal.tokens.first);
    std::uint32_t next = ordinal.tokens.last;
    while (next + 1 < words.last && (sheet.is(next, WordClass::adj) || sheet.word_is_any(next, {"such", "similar"}))) ++next;
    if (next >= words.last || words.in_title || ordinal.low < 2) return std::nullopt;
    if (!period && !names_time(sheet, next, words.last)) return std::nullopt;
    if (sheet.act_at[next] != 0) return Tokens{next, next + 1};
    if (ranks_or_numbers(sheet, next)) return std::nullopt;
    const bool subject = is_told_of_a_subject(sheet, ordinal.tokens.first, words.first);
    if (subject) {
        if (sheet.is_punctuation(next)) return std::nullopt;
        std::uint32_t last = next;
        while (last + 1 < std::min(words.last, next + noun_reach) && !sheet.is_punctuation(last + 1) && !sheet.is(last + 1, WordClass::prep) && !sheet.word_is(last + 1, "since")) ++last;
        if (sheet.is(next, WordClass::prep) || sheet.word_is_any(next, {"since", "this"})) return Tokens{next, next};  // "it was the fifth this year"
        for (std::uint32_t at = next; at <= last; ++at)
            if (ranks_or_numbers(sheet, at)) return std::nullopt;
        return tells_act_near(sheet, next) ? std::optional(Tokens{next, last + 1}) : std::nullopt;
    }
    // "the 27th cleric killed since 2015", "the fourth health vehicle to be blown up or stolen"
    for (std::uint32_t at = next; at < std::min(words.last, next + noun_reach) && !sheet.is_punctuation(at); ++at) {
        if (sheet.act_at[at] != 0) return Tokens{next, at + 1};
        if (sheet.is(at, WordClass::be) && !sheet.word_is(at - 1, "to")) break;
    }
    // ", the eleventh since 2022"
    const bool behind_comma = ordinal.tokens.first >= words.first + 2 && sheet.word_is(ordinal.tokens.first - 1, "the") && sheet.is_punctuation(ordinal.tokens.first - 2);
    if (behind_comma && sheet.word_is_any(next, {"since", "this", "in"})) return Tokens{next, next};
    return std::nullopt;
}

}  // namespace sitrep::understand::english
