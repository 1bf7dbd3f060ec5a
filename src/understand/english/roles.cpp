// What dates in a sentence are there for: the event, an announcement, or mere orientation; and the roles of places.
#include <algorithm>
#include <array>

#include "understand/english/place_roles.hpp"
#include "understand/english/steps.hpp"

namespace sitrep::understand::english {

namespace {

constexpr std::uint32_t say_reach = 4;
// "December 1: a young man was shot", "25 May – two shops": the day of what follows, not a dateline, which opens with the place.
bool heads_item(const Sheet& sheet, const ContextDate& date)
{
    for (std::uint32_t at = sheet.sentence_of(date.tokens.first).first; at < date.tokens.first; ++at)
        if (sheet.document.tokens()[at].kind == text::TokenKind::word && !sheet.is(at, WordClass::prep)) return false;
    return true;
}

DateRole role_of_date(const Sheet& sheet, const Cues& cues, const ContextDate& date)
{
    if (in_dateline(sheet.document, cues, date.tokens)) return heads_item(sheet, date) ? DateRole::event : DateRole::other;
    const text::Sentence& sentence = sheet.sentence_of(date.tokens.first);
    const std::uint32_t first = date.tokens.first;
    // "said on Monday", "told AFP on Monday", "reported the group on Monday"
    const std::uint32_t begin = std::max(sentence.first, first >= say_reach ? first - say_reach : 0);
    for (std::uint32_t at = first; at > begin; --at) {
        const std::uint32_t word = at - 1;
        if (sheet.is(word, WordClass::say) && !sheet.word_is(word, "recorded") && !sheet.word_is(word, "documented")) return DateRole::announces;
        if (sheet.is_punctuation(word) || (sheet.act_at[word] && !sheet.group_at[word]) || sheet.is(word, WordClass::clause)) break;
    }
    // "On Monday the army said …": a date that opens the sentence and whose next verb is one of saying.
    if (first == sentence.first || (first == sentence.first + 1 && sheet.is(sentence.first, WordClass::prep)))
        for (std::uint32_t at = date.tokens.last; at < std::min(sentence.last, date.tokens.last + 10); ++at) {
            if (sheet.act_at[at] && !sheet.group_at[at]) break;
            if (sheet.is(at, WordClass::say)) return DateRole::announces;
        }
    return DateRole::event;
}

}  // namespace

void add_roles(const Sheet& sheet, Cues& cues)
{
    for (const ContextDate& date : sheet.context.dates) cues.dates.push_back(role_of_date(sheet, cues, date));
    for (const ContextPlace& place : sheet.context.places) cues.places.push_back(role_of_place(sheet.document, cues, place.tokens));
}

}  // namespace sitrep::understand::english
