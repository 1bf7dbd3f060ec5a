// Names of persons, so that redaction can take them out: titles, roles and verbs of saying give them away.
#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

#include "understand/english/steps.hpp"

namespace sitrep::understand::english {

namespace {

constexpr std::uint32_t name_tokens_max = 6;

// "al-Hamad", "el-Sayed": the capital stands behind the article.
bool capital_behind_article(const Sheet& sheet, std::uint32_t at)
{
    const std::string_view word = sheet.document.words(at, at + 1);
    const std::size_t hyphen = word.find('-');
    constexpr std::size_t article_letters_max = 3;
    return hyphen != std::string_view::npos && hyphen <= article_letters_max && hyphen + 1 < word.size() && word[hyphen + 1] >= 'A' &&
           word[hyphen + 1] <= 'Z';
}

bool in_name(const Sheet& sheet, std::uint32_t at)
{
    const text::Token& token = sheet.token(at);
    return token.kind == text::TokenKind::word && (token.capital || capital_behind_article(sheet, at)) && !sheet.in_place(at) && !sheet.in_date(at) &&
           sheet.group_at[at] == 0 && !sheet.is(at, WordClass::title) && !sheet.is(at, WordClass::det) && !sheet.is(at, WordClass::pron) &&
           !sheet.is(at, WordClass::prep) && !sheet.is(at, WordClass::adj) && !sheet.is(at, WordClass::speaker);
}

bool joins_name(const Sheet& sheet, std::uint32_t at)
{
    return sheet.word_is(at, "al") || sheet.word_is(at, "bin") || sheet.word_is(at, "ibn") || sheet.word_is(at, "abu") || sheet.word_is(at, "de") ||
           sheet.word_is(at, "van") || sheet.word_is(at, "el");
}

std::uint32_t name_end(const Sheet& sheet, std::uint32_t first)
{
    const std::uint32_t end = std::min(sheet.sentence_of(first).last, first + name_tokens_max);
    std::uint32_t last = first;
    while (last < end && (in_name(sheet, last) || (joins_name(sheet, last) && last + 1 < end && in_name(sheet, last + 1)))) ++last;
    return last;
}

bool told_before(const Sheet& sheet, std::uint32_t first)
{
    if (first == sheet.sentence_of(first).first) return false;
    const std::uint32_t before = first - 1;
    if (sheet.is(before, WordClass::title) || sheet.is(before, WordClass::named)) return true;
    if (sheet.group_at[before] == 0) return false;
    const Group& group = sheet.groups[sheet.group_at[before] - 1];
    return !group.thing && !group.plural && !group.named_actor;
}

bool told_behind(const Sheet& sheet, std::uint32_t last, bool& speaks)
{
    const std::uint32_t end = sheet.sentence_of(last - 1).last;
    if (last >= end) return false;
    if (sheet.is(last, WordClass::say)) {
        speaks = true;
        return true;
    }
    if (!sheet.word_is(last, ",")) return false;
    // "…, one of the residents of"
    if (sheet.word_is(last + 1, "one") && sheet.word_is(last + 2, "of")) return true;
    for (std::uint32_t at = last + 1; at < std::min(end, last + 5); ++at) {
        if (sheet.group_at[at] && !sheet.groups[sheet.group_at[at] - 1].thing && !sheet.groups[sheet.group_at[at] - 1].plural) return true;
        if (sheet.word_is(at, "who") || sheet.word_is(at, "pseudonym") || sheet.word_is(at, "aged") ||
            sheet.token(at).kind == text::TokenKind::number)
            return true;
        if (sheet.is_punctuation(at)) break;
    }
    return false;
}

// Words that the report also writes small ("court", "earlier") are no names when they stand alone.
std::unordered_set<std::string_view> small_words(const Sheet& sheet)
{
    std::unordered_set<std::string_view> words;
    for (std::uint32_t at = 0; at < sheet.size(); ++at)
        if (sheet.token(at).kind == text::TokenKind::word && !sheet.token(at).capital) words.insert(sheet.token(at).normal);
    return words;
}

constexpr std::array<std::string_view, 6> noun_endings{"tion", "sion", "ment", "ing", "bors", "bours"};

// "Secretary of State Mike Pompeo": an office with a second part that is written large.
bool ends_office(const Sheet& sheet, std::uint32_t at)
{
    return at >= 2 && sheet.word_is(at - 1, "of") && (sheet.is(at - 2, WordClass::title) || sheet.word_is(at - 2, "secretary"));
}

// "Sputnik said": an outlet or a monitor that the registers know.
bool is_source(const Cues& cues, Tokens name)
{
    const auto behind =
        std::partition_point(cues.sources.begin(), cues.sources.end(), [&](const SourceCue& source) { return source.tokens.last <= name.first; });
    return behind != cues.sources.end() && !behind->name.empty() && name.contains(behind->tokens);
}

// A single word that is no name: an ordinary word of the report or of the lexicons, or letters and digits of an outlet.
bool is_ordinary(const Sheet& sheet, std::uint32_t at, const std::unordered_set<std::string_view>& small)
{
    if (capital_behind_article(sheet, at)) return false;
    const std::string_view word = sheet.document.words(at, at + 1);
    const auto upper_or_digit = [](char letter) { return (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9'); };
    const bool odd = std::count_if(word.begin(), word.end(), upper_or_digit) > 1;
    const bool opens = at == sheet.sentence_of(at).first && std::any_of(noun_endings.begin(), noun_endings.end(), [&](std::string_view ending) {
                           return sheet.token(at).normal.ends_with(ending);
                       });
    return odd || opens || small.contains(sheet.token(at).normal) || sheet.ids[at] != unknown_word;
}

// "Karim", "al-Ahmad": words of a person named in full elsewhere in the report.
void add_short_forms(const Sheet& sheet, Cues& cues, const std::unordered_set<std::string_view>& small)
{
    std::unordered_set<std::string_view> known;
    std::vector<std::uint8_t> named(sheet.size(), 0);
    for (const PersonCue& person : cues.persons) {
        std::fill(named.begin() + person.tokens.first, named.begin() + person.tokens.last, std::uint8_t{1});
        if (person.tokens.last - person.tokens.first < 2) continue;
        for (std::uint32_t at = person.tokens.first; at < person.tokens.last; ++at)
            if (!joins_name(sheet, at) && !is_ordinary(sheet, at, small)) known.insert(sheet.token(at).normal);
    }
    for (std::uint32_t at = 0; at < sheet.size(); ++at) {
        if (named[at] || !in_name(sheet, at) || !known.contains(sheet.token(at).normal)) continue;
        cues.persons.push_back({.tokens = {at, at + 1}, .sentence = static_cast<std::uint32_t>(sheet.document.sentence_of(at)), .speaks = false});
    }
    std::sort(cues.persons.begin(), cues.persons.end(), [](const PersonCue& a, const PersonCue& b) { return a.tokens < b.tokens; });
}

}  // namespace

void add_persons(const Sheet& sheet, Cues& cues)
{
    const std::unordered_set<std::string_view> small = small_words(sheet);
    for (std::uint32_t at = 0; at < sheet.size();) {
        if (!in_name(sheet, at)) {
            ++at;
            continue;
        }
        if (ends_office(sheet, at)) {
            ++at;
            continue;
        }
        const std::uint32_t last = name_end(sheet, at);
        bool speaks = false;
        const bool behind = told_behind(sheet, last, speaks);
        const bool before = told_before(sheet, at);
        const bool two_words = last - at >= 2;
        if ((!two_words && is_ordinary(sheet, at, small)) || is_source(cues, {at, last})) {
            at = last;
            continue;
        }
        if (before || (behind && (two_words || speaks)))
            cues.persons.push_back({.tokens = {at, last}, .sentence = static_cast<std::uint32_t>(sheet.document.sentence_of(at)), .speaks = speaks});
        at = last;
    }
    add_short_forms(sheet, cues, small);
}

}  // namespace sitrep::understand::english
