#include "understand/figures/given_up.hpp"

#include <algorithm>
#include <array>

#include "understand/one_of.hpp"

namespace sitrep::understand {

namespace {

constexpr std::array version{"version", "count", "figure", "figures", "toll", "report", "number", "numbers"};
constexpr std::array early{"first", "initial", "earlier"};

bool is_punctuation(const text::Document& document, std::uint32_t at)
{
    return document.tokens()[at].kind == text::TokenKind::punctuation;
}

// "Had wrongly reported five dead"; not "mistakenly killed five".
bool told_wrongly(const text::Document& document, std::uint32_t number)
{
    constexpr std::array wrongly{"wrongly", "falsely", "mistakenly", "erroneously", "incorrectly"};
    constexpr std::array telling{"reported", "said", "put", "announced", "gave", "given", "claimed", "spoken", "spoke", "told", "stated", "counted"};
    constexpr std::uint32_t reach = 6;
    const auto& tokens = document.tokens();
    const std::uint32_t begin = document.sentences()[document.sentence_of(number)].first;
    for (std::uint32_t at = number; at > begin + 1 && number - at < reach; --at)
        if (is_one_of(telling, tokens[at - 1].normal) && is_one_of(wrongly, tokens[at - 2].normal)) return true;
    return false;
}

// "A report of five dead was false", "claims that five were killed are untrue"
bool is_false_report(const text::Document& document, std::uint32_t number)
{
    constexpr std::array wrong{"false", "wrong", "untrue", "incorrect", "mistaken", "fabricated"};
    constexpr std::array are{"was", "were", "is", "are", "proved", "been"};
    constexpr std::array reports{"report", "reports", "claim", "claims", "rumour", "rumours", "rumor", "rumors", "figure"};
    constexpr std::array of_it{"of", "that"};
    constexpr std::uint32_t back = 9, ahead = 6;
    const auto& tokens = document.tokens();
    const auto& sentence = document.sentences()[document.sentence_of(number)];
    bool reported = false;
    for (std::uint32_t at = number; at > sentence.first && number - at < back && !is_punctuation(document, at - 1); --at) {
        reported = reported || is_one_of(of_it, tokens[at - 1].normal);
        if (!reported || !is_one_of(reports, tokens[at - 1].normal)) continue;
        for (std::uint32_t behind = number + 1; behind + 1 < std::min(sentence.last, number + ahead); ++behind)
            if (is_one_of(are, tokens[behind].normal) && is_one_of(wrong, tokens[behind + 1].normal)) return true;
    }
    return false;
}

// "Nine died, not seven", تسعة وليس سبعة, تسعة لا سبعة; "whether or not seven died" denies nothing.
bool is_denied(const text::Document& document, std::uint32_t number)
{
    constexpr std::array denials{"not", "وليس", "ليس", "وليسوا", "ليسوا", "لا", "وليست", "ليست"};
    const auto& tokens = document.tokens();
    const std::uint32_t begin = document.sentences()[document.sentence_of(number)].first;
    if (number == begin || !is_one_of(denials, tokens[number - 1].normal)) return false;
    return number < begin + 2 || tokens[number - 2].normal != "or";
}

// "Three dead was the first version", "three dead had been the count earlier", "four had been named at first"
bool had_been_told(const text::Document& document, std::uint32_t number)
{
    constexpr std::array naming{"named", "reported", "counted", "given", "listed", "announced", "confirmed"};
    constexpr std::uint32_t reach = 12;
    const auto& tokens = document.tokens();
    const std::uint32_t end = document.sentences()[document.sentence_of(number)].last;
    for (std::uint32_t at = number + 1; at + 3 < std::min(end, number + reach) && !is_punctuation(document, at); ++at) {
        const std::string_view next = tokens[at + 2].normal, behind = tokens[at + 3].normal;
        const bool was = tokens[at].normal == "was" || tokens[at].normal == "been";
        if (was && tokens[at + 1].normal == "the" && ((is_one_of(early, next) && is_one_of(version, behind)) || (is_one_of(version, next) && is_one_of(early, behind)))) return true;
        if (tokens[at].normal == "been" && is_one_of(naming, tokens[at + 1].normal) && next == "at" && behind == "first") return true;
    }
    return false;
}

// "First was said to have killed four", "was initially thought to have hurt six"
bool was_first_said(const text::Document& document, std::uint32_t number)
{
    constexpr std::array said{"said", "reported", "thought", "believed"};
    constexpr std::array at_first{"first", "initially"};
    constexpr std::uint32_t reach = 6, reach_of_first = 5;
    const auto& tokens = document.tokens();
    const std::uint32_t begin = document.sentences()[document.sentence_of(number)].first;
    for (std::uint32_t at = number; at > begin + 1 && number - at < reach && !is_punctuation(document, at - 1); --at) {
        if (tokens[at - 1].normal != "to" || !is_one_of(said, tokens[at - 2].normal)) continue;
        for (std::uint32_t back = at - 2; back > begin && at - back < reach_of_first; --back)
            if (is_one_of(at_first, tokens[back - 1].normal)) return true;
    }
    return false;
}

}  // namespace

bool told_first(const text::Document& document, std::uint32_t number)
{
    if (told_wrongly(document, number) || is_false_report(document, number) || is_denied(document, number)) return true;
    if (had_been_told(document, number) || was_first_said(document, number)) return true;
    constexpr std::uint32_t reach = 9, beside = 3;
    constexpr std::array earlier{"first", "initial", "earlier", "preliminary", "previous"};
    constexpr std::array at_first{"first", "initially"};
    constexpr std::array telling{"reports", "report", "count", "counts", "toll", "figure", "figures", "bulletin", "communique", "communiqué", "statement", "said",
                                 "gave", "given", "spoken", "spoke", "put", "reported", "announced", "had", "estimate", "estimates"};
    const auto& tokens = document.tokens();
    const std::uint32_t begin = document.sentences()[document.sentence_of(number)].first;
    const auto parts = [&](std::uint32_t at) { return is_punctuation(document, at); };
    std::uint32_t from = number, at = number;
    for (; at > begin && from - at < reach; --at) {
        if (parts(at - 1)) {
            // "The first figure, given on Saturday, was 14": one aside is stepped over.
            std::uint32_t open = at - 1;
            while (open > begin && at - open < reach && !parts(open - 1)) --open;
            if (from != number || number - at > beside || tokens[at - 1].normal != "," || open == begin || tokens[open - 1].normal != ",") return false;
            at = from = open;
            continue;
        }
        if (is_one_of(earlier, tokens[at - 1].normal) && is_one_of(telling, tokens[at].normal)) return true;
        // "Spoke first of nine"; "said first that nine died" opens what was said.
        const bool opens = at < number && tokens[at + 1].normal == "that";
        if (at < number && !opens && is_one_of(at_first, tokens[at].normal) && is_one_of(telling, tokens[at - 1].normal)) return true;
    }
    return false;
}

}  // namespace sitrep::understand
