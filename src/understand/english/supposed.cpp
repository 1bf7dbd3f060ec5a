#include "understand/english/supposed.hpp"

#include <algorithm>

namespace sitrep::understand::english {

namespace {

constexpr std::uint32_t reach = 30;  // words looked at on either side: bounds the work on hostile text

using text::Sentence;

bool is_mark_of_quotation(const Sheet& sheet, std::uint32_t at) { return sheet.word_is_any(at, {"\"", "“", "”", "'", "‘", "’", "-", "–", "•", "*"}); }

// The first word of a sentence, behind an opening quotation mark or the mark of a list.
std::uint32_t opening(const Sheet& sheet, const Sentence& sentence)
{
    std::uint32_t at = sentence.first;
    while (at + 1 < sentence.last && at < sentence.first + 3 && is_mark_of_quotation(sheet, at)) ++at;
    return at;
}

bool ends_asking(const Sheet& sheet, const Sentence& sentence)
{
    std::uint32_t last = sentence.last;
    while (last > sentence.first + 1 && last + 3 > sentence.last && is_mark_of_quotation(sheet, last - 1)) --last;
    return last > sentence.first && sheet.word_is(last - 1, "?");
}

// "The attack", "Sunday's attack", "the six people killed": one that is known.
bool is_known(const Sheet& sheet, const Sentence& sentence, const Hit& hit, bool nominal)
{
    if (hit.first == sentence.first) return false;
    const std::uint32_t before = hit.first - 1;
    const Group* people = sheet.group_at[before] != 0 ? &sheet.groups[sheet.group_at[before] - 1] : nullptr;
    if (!nominal) return people && people->count && (people->definite || (people->tokens.first > sentence.first && sheet.is(people->tokens.first - 1, WordClass::definite)));
    const bool described = before > sentence.first && !sheet.is(before, WordClass::article) && sheet.is(before - 1, WordClass::definite);
    return sheet.is(before, WordClass::definite) || sheet.word_is(before, "'s") || sheet.in_date(before) || described;
}

// A clause of its own between two words: "Did the army know before rebels killed five?" asks nothing of the killing.
bool clause_between(const Sheet& sheet, std::uint32_t from, std::uint32_t to)
{
    for (std::uint32_t at = from; at < to; ++at)
        if ((sheet.is(at, WordClass::clause) || sheet.is(at, WordClass::rel)) && !sheet.word_is_any(at, {"if", "whether"})) return true;
    return false;
}

bool is_inverted(const Sheet& sheet, std::uint32_t first)
{
    return sheet.is(first, WordClass::be) || sheet.is(first, WordClass::have) || sheet.is(first, WordClass::modal) || sheet.word_is_any(first, {"did", "do", "does"});
}

// "Was the town attacked?", "did gunmen kill five people?"
bool is_asked(const Sheet& sheet, const Sentence& sentence, const Hit& hit)
{
    const std::uint32_t first = opening(sheet, sentence);
    if (sentence.in_title) return false;  // a headline asks what its text tells
    return hit.first - sentence.first < reach && is_inverted(sheet, first) && ends_asking(sheet, sentence) && !clause_between(sheet, first + 1, hit.first);
}

bool says_what_would_be(const Sheet& sheet, const Sentence& sentence, std::uint32_t from)
{
    for (std::uint32_t at = from; at < std::min(sentence.last, from + reach); ++at)
        if (sheet.is(at, WordClass::modal)) return true;
    return false;
}

// "If they attack the town", "had the bomb exploded, dozens would have died"
bool is_condition(const Sheet& sheet, const Sentence& sentence, const Hit& hit)
{
    if (static_cast<Form>(hit.form) == Form::past) return false;
    const std::uint32_t first = opening(sheet, sentence);
    const std::uint32_t begin = std::max(first, hit.first > reach ? hit.first - reach : 0);
    for (std::uint32_t at = hit.first; at > begin; --at) {
        const std::uint32_t word = at - 1;
        if (sheet.is(word, WordClass::comma)) return false;
        if (sheet.word_is_any(word, {"if", "unless"})) return !(word > first && sheet.word_is_any(word - 1, {"as", "even"}));
        if (word != first && (sheet.is(word, WordClass::clause) || sheet.is(word, WordClass::rel))) return false;
    }
    return begin == first && sheet.word_is(first, "had") && !ends_asking(sheet, sentence) && says_what_would_be(sheet, sentence, hit.last);
}

// "An attack on the town could kill hundreds": what is not known to have happened does what may be.
bool does_what_may_be(const Sheet& sheet, const Sentence& sentence, const Hit& hit)
{
    if (static_cast<Form>(hit.form) == Form::plural) return false;
    for (std::uint32_t at = hit.last; at + 1 < std::min(sentence.last, hit.last + reach); ++at) {
        if (sheet.is(at, WordClass::modal)) return sheet.act_at[at + 1] != 0 || (sheet.word_is(at + 1, "be") && at + 2 < sentence.last && sheet.act_at[at + 2] != 0);
        if (sheet.is(at, WordClass::clause) || sheet.is(at, WordClass::rel) || sheet.is(at, WordClass::comma) || sheet.is(at, WordClass::be) || sheet.is(at, WordClass::have)) return false;
        if (sheet.act_at[at] || sheet.in_date(at)) return false;  // "an attack on Sunday could kill the truce"
    }
    return false;
}

// "In the novel, a gunman kills three people"; a film or a story may be of what happened.
bool is_of_a_story(const Sheet& sheet, const Sentence& sentence)
{
    constexpr std::uint32_t opening_words = 6;
    const std::uint32_t first = opening(sheet, sentence);
    if (!sheet.word_is(first, "in")) return false;
    for (std::uint32_t at = first + 1; at + 1 < std::min(sentence.last, first + opening_words); ++at)
        if (sheet.word_is_any(at, {"novel", "movie"}) || (sheet.word_is(at, "game") && sheet.word_is(at - 1, "video"))) return sheet.is(at + 1, WordClass::comma);
    return false;
}

}  // namespace

bool is_supposed(const Sheet& sheet, const Hit& hit, bool nominal)
{
    const Sentence& sentence = sheet.sentence_of(hit.first);
    if (is_of_a_story(sheet, sentence)) return true;
    if (is_known(sheet, sentence, hit, nominal)) return false;
    return is_asked(sheet, sentence, hit) || is_condition(sheet, sentence, hit) || (nominal && does_what_may_be(sheet, sentence, hit));
}

}  // namespace sitrep::understand::english
