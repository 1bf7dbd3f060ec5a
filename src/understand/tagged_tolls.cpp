#include "understand/tagged_tolls.hpp"

#include <algorithm>
#include <array>

#include "text/numbers.hpp"

namespace sitrep::understand {

namespace {

constexpr std::int64_t crowd_min = 100'000;  // larger numbers are populations or money

template <class Words>
bool is_one_of(const Words& words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

// "no one", "not a single soul", "unhurt", دون إصابات
bool says_none(const text::Document& document, Tokens tokens)
{
    constexpr std::array none_words{"no", "none", "nobody", "not", "without", "nor", "zero", "neither", "anyone", "unhurt", "unharmed", "nil",
                                    "لا", "دون", "بدون", "عدم", "ولا", "لم"};
    for (std::uint32_t at = tokens.first; at < tokens.last && at < tokens.first + 2; ++at)
        if (is_one_of(none_words, document.tokens()[at].normal)) return true;
    return false;
}

// "him and his son", "the bride, her aunt and the donkey boy": as many as are listed.
std::int64_t listed_in(const text::Document& document, Tokens tokens)
{
    std::int64_t joints = 0;
    bool ends_list = false;
    for (std::uint32_t at = tokens.first + 1; at + 1 < tokens.last; ++at) {
        const std::string_view normal = document.tokens()[at].normal;
        const bool joins = normal == "and";
        ends_list = ends_list || joins;
        joints += joins ? document.tokens()[at - 1].normal != "," : normal == ",";
    }
    return ends_list ? joints + 1 : 1;
}

void read_english(const text::Document& document, Tokens tokens, TollCue& cue)
{
    constexpr std::array pairs{"both", "couple", "pair"};
    constexpr std::array crowds{"some", "many", "all", "tens"};
    constexpr std::array singles{"a", "an", "another", "his", "her", "him"};
    const std::string_view first = document.tokens()[tokens.first].normal, last = document.tokens()[tokens.last - 1].normal;
    cue.low = is_one_of(pairs, first) || is_one_of(pairs, last) ? 2 : listed_in(document, tokens);
    cue.vague = cue.low == 1 && ((!is_one_of(singles, first) && last.ends_with("s")) || is_one_of(crowds, first));
}

void read_arabic(std::string_view first, TollCue& cue)
{
    constexpr std::string_view dual = "ان", feminine_dual = "تين";
    const bool two = first.ends_with(dual) || first.ends_with(feminine_dual);
    cue.low = two ? 2 : 1;
    cue.vague = !two && (first.ends_with("ون") || first.ends_with("ين") || first.ends_with("ات"));
}

}  // namespace

std::optional<TollCue> toll_in(const text::Document& document, Tokens tokens, std::uint32_t sentence)
{
    if (tokens.empty()) return std::nullopt;
    TollCue cue;
    cue.tokens = tokens;
    cue.sentence = sentence;
    cue.added = true;
    if (says_none(document, tokens)) {
        cue.high = 0;
        return cue;
    }
    for (std::uint32_t at = tokens.first; at < tokens.last; ++at) {
        const auto number = text::read_number(document, at);
        if (!number || number->ordinal || !number->is_whole() || number->value < 0 || number->value >= static_cast<double>(crowd_min)) continue;
        cue.low = number->whole();
        cue.high = cue.low;
        cue.vague = number->vague;
        return cue;
    }
    const text::Token& first = document.tokens()[tokens.first];
    if (first.arabic) read_arabic(first.normal, cue);
    else read_english(document, tokens, cue);
    cue.high = cue.low;
    cue.one_person = cue.low == 1 && !cue.vague;
    return cue;
}

}  // namespace sitrep::understand
