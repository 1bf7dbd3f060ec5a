// What dates and places in a sentence are there for: the event, an announcement, a dateline, or mere orientation.
#include <algorithm>
#include <array>

#include "understand/english/steps.hpp"

namespace sitrep::understand::english {

namespace {

constexpr std::uint32_t say_reach = 4;
constexpr std::uint32_t dateline_tokens = 16;

bool in_dateline(const Sheet& sheet, Tokens tokens)
{
    const text::Sentence& sentence = sheet.sentence_of(tokens.first);
    if (sentence.in_title || tokens.first > sentence.first + dateline_tokens) return false;
    // "ERBIL (Kurdistan 24) –", "Baghdad, Feb 19 (AFP) — ", "KIRKUK —"
    for (std::uint32_t at = tokens.last; at < std::min(sentence.last, sentence.first + dateline_tokens); ++at) {
        const bool colon = sheet.word_is(at, ":") && at <= tokens.last + 3;
        if (colon || sheet.word_is(at, "—") || sheet.word_is(at, "–") || sheet.word_is(at, "-") || sheet.word_is(at, "--")) {
            for (std::uint32_t inside = sentence.first; inside < at; ++inside)
                if (sheet.act_at[inside] || sheet.is(inside, WordClass::prep) || sheet.is(inside, WordClass::be)) return false;
            return true;
        }
    }
    return false;
}

// "December 1: a young man was shot", "25 May – two shops": the day of what follows, not a dateline, which opens with the place.
bool heads_item(const Sheet& sheet, const ContextDate& date)
{
    for (std::uint32_t at = sheet.sentence_of(date.tokens.first).first; at < date.tokens.first; ++at)
        if (sheet.document.tokens()[at].kind == text::TokenKind::word && !sheet.is(at, WordClass::prep)) return false;
    return true;
}

DateRole role_of_date(const Sheet& sheet, const ContextDate& date)
{
    if (in_dateline(sheet, date.tokens)) return heads_item(sheet, date) ? DateRole::event : DateRole::other;
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

PlaceRole role_of_place(const Sheet& sheet, const ContextPlace& place)
{
    if (in_dateline(sheet, place.tokens)) return PlaceRole::dateline;
    const text::Sentence& sentence = sheet.sentence_of(place.tokens.first);
    const std::uint32_t first = place.tokens.first;
    const std::uint32_t before = first > sentence.first ? first - 1 : first;
    const std::uint32_t before2 = first > sentence.first + 1 ? first - 2 : first;
    if (before == first) return PlaceRole::event;
    if (sheet.word_is_any(before, {"from"}) && sheet.marked(Marker::back, before2, first) == false &&
        sheet.word_is_any(before2, {"km", "kilometres", "kilometers", "miles", "far", "kilometre"}))
        return PlaceRole::relative;
    if (sheet.word_is_any(before, {"to", "towards", "toward"}) && sheet.word_is_any(before2,
                                                                         {"way", "taken", "moved", "transferred", "evacuated", "back", "leading",
                                                                          "headed", "heading", "bound", "flown", "visit", "returned", "close"}))
        return sheet.word_is_any(before2, {"close", "leading"}) ? PlaceRole::relative : PlaceRole::other;
    if (sheet.word_is_any(before, {"for"}) && sheet.word_is_any(before2, {"bound", "left", "headed"})) return PlaceRole::other;
    if (sheet.word_is_any(before, {"from"})) return PlaceRole::other;
    if (sheet.word_is_any(before, {"left", "bordering", "visited", "visiting"})) return PlaceRole::relative;
    if (sheet.word_is_any(before, {"with", "and"}) && (sheet.word_is(before2, "border") || sheet.word_is(before2, "frontier")))
        return PlaceRole::relative;
    if (sheet.word_is(place.tokens.last, "'s") && sheet.group_at[std::min<std::size_t>(place.tokens.last + 1, sheet.size() - 1)])
        return PlaceRole::relative;
    // "a hospital in X", "a spokesman in X", "police in X": the seat of the speaker.
    if (sheet.word_is_any(before, {"in", "at", "of"}) &&
        (sheet.word_is_any(before2, {"hospital", "morgue", "spokesman", "spokesperson", "capital", "embassy", "government"})))
        return PlaceRole::other;
    if (sheet.word_is(before, "capital") || (sheet.word_is(before, ",") && sheet.word_is(before2, "capital"))) return PlaceRole::relative;
    return PlaceRole::event;
}

}  // namespace

void add_roles(const Sheet& sheet, Cues& cues)
{
    for (const ContextDate& date : sheet.context.dates) cues.dates.push_back(role_of_date(sheet, date));
    for (const ContextPlace& place : sheet.context.places) cues.places.push_back(role_of_place(sheet, place));
}

}  // namespace sitrep::understand::english
