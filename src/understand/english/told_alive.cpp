#include "understand/english/told_alive.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/numbers.hpp"
#include "understand/one_of.hpp"

namespace sitrep::understand::english {

namespace {

// "were hit by fragments", "was struck in the leg", "were cut by glass"
bool is_grazed(const text::Document& document, std::uint32_t at, std::uint32_t end)
{
    constexpr std::array<std::string_view, 4> hits{"hit", "struck", "cut", "grazed"};
    constexpr std::array<std::string_view, 18> lightly{"fragments", "fragment", "splinters", "splinter", "glass", "shrapnel", "stones", "stone", "debris", "leg",
                                                      "legs",      "arm",      "hand",      "foot",     "shoulder", "thigh",  "knee",   "rubber"};
    constexpr std::uint32_t reach = 4;
    if (!is_one_of(hits, document.tokens()[at].normal)) return false;
    for (std::uint32_t word = at + 1; word < std::min(end, at + reach + 1); ++word)
        if (is_one_of(lightly, document.tokens()[word].normal)) return true;
    return false;
}

// "Six men of the "Lion" unit were wounded": what stands in quotation marks is a part of the clause.
bool ends_clause(const text::Token& token)
{
    constexpr std::array<std::string_view, 5> quotes{"\"", "“", "”", "«", "»"};
    return token.kind == text::TokenKind::punctuation && !is_one_of(quotes, token.normal);
}

// "The hospital received twelve nurses": people whom it took in for another reason than a wound.
bool received_as_others(const text::Document& document, std::uint32_t behind)
{
    constexpr std::array<std::string_view, 9> others{"doctors", "nurses", "staff", "visitors", "families", "displaced", "refugees", "volunteers", "surgeons"};
    constexpr std::array<std::string_view, 4> takes{"received", "receives", "admitted", "welcomed"};
    constexpr std::uint32_t reach = 5;
    const auto& tokens = document.tokens();
    const text::Sentence& sentence = document.sentences()[document.sentence_of(behind - 1)];
    const std::uint32_t first = sentence.first;
    if (!is_one_of(others, tokens[behind - 1].normal) && !(behind < sentence.last && is_one_of(others, tokens[behind].normal))) return false;
    for (std::uint32_t word = behind - 1; word > first && behind - word < reach && !ends_clause(tokens[word - 1]); --word)
        if (is_one_of(takes, tokens[word - 1].normal) || (word > first + 1 && tokens[word - 1].normal == "in" && tokens[word - 2].normal == "took")) return true;
    return false;
}

}  // namespace

bool told_alive(const text::Document& document, std::uint32_t behind)
{
    constexpr std::array<std::string_view, 23> alive{"wounded", "injured",    "hurt",         "unharmed",     "unhurt", "unscathed", "escaped", "survived", "rescued",  "freed",   "released", "saved",
                                                     "recovering", "hospitalised", "hospitalized", "alive", "custody",   "arrest",  "arrested", "detained", "treated", "bled",     "missing"};
    constexpr std::array<std::string_view, 11> dead{"killed", "dead", "died", "slain", "murdered", "executed", "bodies", "shot", "beheaded", "perished", "lives"};
    constexpr std::uint32_t reach = 10, reach_of_dead = 14;
    const auto& tokens = document.tokens();
    const std::uint32_t last = document.sentences()[document.sentence_of(behind - 1)].last;
    bool told = false;
    for (std::uint32_t word = behind; word < std::min(last, behind + reach_of_dead) && !ends_clause(tokens[word]); ++word) {
        if (is_one_of(dead, tokens[word].normal)) return false;
        const bool joined = tokens[word].normal == "and" && !text::read_number(document, word - 1);  // not of "between 19 and 24"
        if (!told && (joined || tokens[word].normal == "who")) return false;
        told = told || (word < behind + reach && (is_one_of(alive, tokens[word].normal) || is_grazed(document, word, last)));
    }
    return told;
}

bool told_unhurt(const text::Document& document, std::uint32_t behind)
{
    constexpr std::array<std::string_view, 21> otherwise{"caught",  "seized",   "held", "arrested", "detained", "captured", "abducted", "kidnapped", "freed", "released", "escaped",
                                                         "fled",    "missing",  "dead", "died",     "killed",   "perished", "cartridges", "casings",  "rifles", "suspects"};
    constexpr std::array<std::string_view, 12> hurt{"wounded", "injured", "hurt", "injuries", "wounds", "hit", "struck", "shot", "beaten", "burned", "burnt", "casualties"};
    constexpr std::uint32_t reach = 6;
    if (received_as_others(document, behind)) return true;
    const auto& tokens = document.tokens();
    const std::uint32_t end = std::min(document.sentences()[document.sentence_of(behind - 1)].last, behind + reach);
    const auto word_at = [&](std::uint32_t at) { return at < end ? tokens[at].normal : std::string_view(); };
    for (std::uint32_t word = behind; word < end && !ends_clause(tokens[word]); ++word) {
        const std::string_view now = tokens[word].normal;
        if (is_one_of(hurt, now) || now == "and" || now == "or" || now == "who" || now == "in") return false;
        if (is_one_of(otherwise, now)) return true;
        if (now == "taken") return word_at(word + 1) != "to";
        if (now == "led") return word_at(word + 1) == "out" || word_at(word + 1) == "away";
    }
    return false;
}

bool taken_to_hospital(const text::Document& document, std::uint32_t behind)
{
    constexpr std::array<std::string_view, 4> care{"hospital", "hospitals", "clinic", "clinics"};
    constexpr std::uint32_t reach = 9;
    const auto& tokens = document.tokens();
    const std::uint32_t end = std::min(document.sentences()[document.sentence_of(behind - 1)].last, behind + reach);
    // "Took two nurses to a clinic": those who are in care were brought there.
    constexpr std::array<std::string_view, 5> passive{"was", "were", "been", "being", "taken"};
    bool brought = false, to = false;
    for (std::uint32_t word = behind; word < end && !ends_clause(tokens[word]); ++word) {
        brought = brought || is_one_of(passive, tokens[word].normal);
        to = to || (brought && tokens[word].normal == "to");
        if (to && is_one_of(care, tokens[word].normal)) return true;
    }
    return false;
}

bool are_captives(const text::Document& document, std::uint32_t behind)
{
    constexpr std::array<std::string_view, 6> captives{"captives", "hostages", "abductees", "captive", "hostage", "detainees"};
    constexpr std::array<std::string_view, 9> harm{"killed", "killing", "dead", "died", "executed", "beheaded", "shot", "slain", "bodies"};
    const auto& tokens = document.tokens();
    const auto& sentence = document.sentences()[document.sentence_of(behind - 1)];
    const bool named = is_one_of(captives, tokens[behind - 1].normal) || (behind < sentence.last && is_one_of(captives, tokens[behind].normal));
    return named && std::none_of(tokens.begin() + sentence.first, tokens.begin() + sentence.last, [&](const text::Token& token) { return is_one_of(harm, token.normal); });
}

}  // namespace sitrep::understand::english
