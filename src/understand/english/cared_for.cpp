#include "understand/english/cared_for.hpp"

#include <algorithm>

namespace sitrep::understand::english {

namespace {

bool tells_death(const Sheet& sheet, const Hit& hit)
{
    const ActEntry& entry = sheet.entry(hit);
    return entry.outcome == Outcome::killed && !entry.both;
}

// "He was taken to hospital, where he died", "was in critical condition and later died": nobody else stands between.
bool dies_there(const Sheet& sheet, std::uint32_t act)
{
    const std::uint32_t end = sheet.sentence_of(sheet.acts[act].first).last;
    for (std::uint32_t at = sheet.acts[act].last; at < end && !sheet.word_is(at, ";"); ++at) {
        if (sheet.act_at[at]) return tells_death(sheet, sheet.acts[sheet.act_at[at] - 1]);
        if (sheet.count_at[at] || (sheet.group_at[at] && !sheet.groups[sheet.group_at[at] - 1].thing)) return false;
    }
    return false;
}

// "Was found dead with bullet wounds"
bool died_before(const Sheet& sheet, const Hit& hit, Tokens people)
{
    constexpr std::uint32_t reach = 16;
    for (std::uint32_t at = std::max(people.last, hit.first > reach ? hit.first - reach : 0); at < hit.first; ++at)
        if (sheet.act_at[at] && tells_death(sheet, sheet.acts[sheet.act_at[at] - 1])) return true;
    return false;
}

}  // namespace

bool tells_no_hurt(const Sheet& sheet, std::uint32_t act, Tokens people)
{
    const Hit& hit = sheet.acts[act];
    const std::uint32_t behind = std::max(hit.last, people.last), end = sheet.sentence_of(hit.first).last;
    if (behind < end && sheet.word_is_any(behind, {"when", "as", "bodies", "dead", "corpses", "patients"})) return true;
    // "The hospital received 52 wounded": the next word counts them.
    const bool told_next = people.last > hit.last && behind < end && sheet.act_at[behind] && sheet.entry(sheet.acts[sheet.act_at[behind] - 1]).outcome;
    return told_next || dies_there(sheet, act) || died_before(sheet, hit, people);
}

bool are_counted_before(const Sheet& sheet, const Cues& cues, const TollCue& toll)
{
    constexpr std::uint32_t sentences_max = 2;
    constexpr int tolls_max = 16;
    const std::uint32_t first = toll.tokens.first;
    const bool known = first > 0 && (sheet.is(first - 1, WordClass::definite) || sheet.word_is_any(first - 1, {"all", "both"}));
    if ((known && !toll.one_person) || sheet.word_is(first, "both")) return true;
    int looked_at = 0;
    for (auto told = cues.tolls.rbegin(); told != cues.tolls.rend() && looked_at++ < tolls_max && told->sentence + sentences_max >= toll.sentence; ++told)
        if (told->outcome == Outcome::injured && told->low >= toll.low && !told->vague) return true;
    return false;
}

}  // namespace sitrep::understand::english
