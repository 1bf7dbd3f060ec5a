#include "understand/english/retold.hpp"

#include <algorithm>

#include "understand/english/steps.hpp"

namespace sitrep::understand::english {

namespace {

constexpr std::uint32_t reach = 30;  // words looked at on either side: bounds the work on hostile text

using text::Sentence;

std::uint32_t begin_near(const Sentence& sentence, std::uint32_t at, std::uint32_t words) { return std::max(sentence.first, at > words ? at - words : 0); }

// "For killing five", "over the attack", "of a bombing": behind the word that ties a deed to what is told of it, if there is one; else where the deed begins.
std::uint32_t behind_tie(const Sheet& sheet, const Hit& hit)
{
    constexpr std::uint32_t tie_reach = 4;
    for (std::uint32_t at = hit.first; at > begin_near(sheet.sentence_of(hit.first), hit.first, tie_reach) && !sheet.is_punctuation(at - 1); --at)
        if (sheet.word_is_any(at - 1, {"for", "of", "over"})) return at;
    return hit.first;
}

bool is_tried(const Sheet& sheet, const Sentence& sentence, const Hit& hit, bool nominal)
{
    const bool deed = (nominal || static_cast<Form>(hit.form) == Form::gerund) && sheet.entry(hit).strength != Strength::weak;  // "under sentence of death"
    const bool tied = hit.first > sentence.first && sheet.word_is_any(behind_tie(sheet, hit) - 1, {"for", "of", "over"});
    const std::uint32_t begin = begin_near(sentence, hit.first, reach);
    if (!deed || !tied) return false;
    for (std::uint32_t at = begin; at < hit.first; ++at)
        if (sheet.word_is_any(at, {"jailed", "guilty"})) return true;
    return sheet.marked(Marker::tried, begin, hit.first);
}

// "The anniversary of the massacre", "marked ten years since gunmen killed twenty"
bool is_remembered(const Sheet& sheet, const Sentence& sentence, const Hit& hit)
{
    constexpr std::uint32_t of_reach = 5, since_reach = 12;
    for (std::uint32_t at = hit.first; at > begin_near(sentence, hit.first, of_reach) && !sheet.is_punctuation(at - 1); --at)
        if (at > sentence.first + 1 && sheet.is(at - 1, WordClass::of) && sheet.word_is(at - 2, "anniversary")) return true;
    for (std::uint32_t at = hit.first; at > begin_near(sentence, hit.first, since_reach) && !sheet.is_punctuation(at - 1); --at)
        if (sheet.word_is(at - 1, "since")) return sheet.marked(Marker::remembered, begin_near(sentence, at, since_reach), at);
    return false;
}

}  // namespace

bool is_recalled(const Sheet& sheet, const Hit& hit, bool nominal)
{
    const Sentence& sentence = sheet.sentence_of(hit.first);
    return is_tried(sheet, sentence, hit, nominal) || is_remembered(sheet, sentence, hit);
}

bool is_same_deed(const Sheet& sheet, const ActCue& before, const Hit& hit)
{
    constexpr std::uint32_t words_between = 8;
    if (hit.first < before.tokens.last || hit.first - before.tokens.last > words_between) return false;
    for (std::uint32_t at = before.tokens.last; at < hit.first; ++at)
        if (sheet.is(at, WordClass::rel)) return true;
    return false;
}

bool is_placed_or_dated(const Sheet& sheet, const Hit& hit)
{
    const Sentence& sentence = sheet.sentence_of(hit.first);
    for (std::uint32_t at = behind_tie(sheet, hit); at < std::min(sentence.last, hit.last + reach); ++at)
        if (sheet.in_place(at) || sheet.in_date(at)) return true;
    return false;
}

bool is_told_as_false(const Sheet& sheet, const Hit& hit, bool nominal)
{
    const Sentence& sentence = sheet.sentence_of(hit.first);
    const std::uint32_t noun = sentence.first + (sheet.is(sentence.first, WordClass::det) || sheet.is(sentence.first, WordClass::adj) ? 1 : 0), link = noun + 1;
    if (hit.first <= link || hit.first - link > reach) return false;
    if (!sheet.word_is_any(noun, {"reports", "rumours", "rumors", "claims"}) || !sheet.word_is_any(link, {"of", "that"})) return false;
    // "Claims that the army killed five are false": who did it is denied, not that they died.
    if (sheet.word_is(link, "of") ? !nominal || sheet.is(hit.first - 1, WordClass::definite) : !has_auxiliary(sheet, hit)) return false;
    for (std::uint32_t at = link + 1; at < hit.first; ++at)
        if (sheet.is(at, WordClass::rel) || sheet.is(at, WordClass::clause) || sheet.act_at[at] || sheet.is_punctuation(at)) return false;
    return sheet.marked(Marker::untrue, hit.last, std::min(sentence.last, hit.last + reach));
}

bool is_of_a_debate(const Sheet& sheet, const Hit& hit)
{
    const Sentence& sentence = sheet.sentence_of(hit.first);
    constexpr std::uint32_t reason_within = 4;
    if (sheet.word_is(hit.last - 1, "fire") && sheet.word_is_any(hit.first, {"came", "comes", "come", "coming", "under"}))
        return sheet.marked(Marker::reproach, hit.last, std::min(sentence.last, hit.last + reason_within));
    if (!sheet.token(hit.first).normal.starts_with("attack") || hit.last - hit.first != 1 || !sheet.is(hit.last, WordClass::det)) return false;
    constexpr std::uint32_t noun_within = 3;
    for (std::uint32_t at = hit.last + 1; at < std::min(sentence.last, hit.last + 1 + noun_within); ++at) {
        if (sheet.in_place(at) || sheet.is_punctuation(at) || sheet.is(at, WordClass::prep)) return false;
        if (!sheet.marked(Marker::debated, at, at + 1)) continue;
        const std::uint32_t behind = at + 1;  // "attacked the budget office"
        return behind >= sentence.last || sheet.is_punctuation(behind) || sheet.is(behind, WordClass::prep) || sheet.is(behind, WordClass::to) || sheet.is(behind, WordClass::and_) ||
               sheet.is(behind, WordClass::clause) || sheet.is(behind, WordClass::rel) || sheet.in_date(behind);
    }
    return false;
}

}  // namespace sitrep::understand::english
