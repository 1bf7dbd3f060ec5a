#include "understand/english/cared_for.hpp"

#include <algorithm>

#include "understand/english/steps.hpp"

namespace sitrep::understand::english {

namespace {

bool tells_death(const Sheet& sheet, const Hit& hit)
{
    const ActEntry& entry = sheet.entry(hit);
    return entry.outcome == Outcome::killed && !entry.both;
}

bool names_person(const Sheet& sheet, std::uint32_t at) { return sheet.group_at[at] && !sheet.groups[sheet.group_at[at] - 1].thing; }

// "After a bomb killed six people": others than those who were told before.
bool kills_others(const Sheet& sheet, const Hit& hit)
{
    if (sheet.entry(hit).count_at != CountAt::verb || has_auxiliary(sheet, hit)) return false;
    return hit.last < sheet.sentence_of(hit.first).last && (sheet.count_at[hit.last] || names_person(sheet, hit.last));
}

// "By a sniper": who did it is nobody of whom the next words tell; "by a sniper who died" tells of him.
bool told_as_doer(const Sheet& sheet, const Group& group)
{
    return group.tokens.first > 0 && sheet.is(group.tokens.first - 1, WordClass::by) && !(group.tokens.last < sheet.size() && sheet.is(group.tokens.last, WordClass::rel));
}

// "The hospital received 300 visitors": no patients of this attack.
bool are_not_its_patients(const Sheet& sheet, Tokens people, bool object)
{
    for (std::uint32_t at = people.first; at < people.last; ++at) {
        if (sheet.word_is_any(at, {"patient", "patients"})) return true;
        if (object && sheet.word_is_any(at, {"doctors", "nurses", "staff", "visitors", "families", "displaced", "refugees", "suspects", "attackers"})) return true;
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

bool dies_there(const Sheet& sheet, std::uint32_t act)
{
    const std::uint32_t end = sheet.sentence_of(sheet.acts[act].first).last;
    for (std::uint32_t at = sheet.acts[act].last; at < end && !sheet.word_is(at, ";"); ++at) {
        if (sheet.word_is_any(at, {"who", "whose"})) return false;  // "by a sniper who was killed"
        if (sheet.act_at[at]) {
            const Hit& then = sheet.acts[sheet.act_at[at] - 1];
            return tells_death(sheet, then) && !kills_others(sheet, then);
        }
        if (names_person(sheet, at) && told_as_doer(sheet, sheet.groups[sheet.group_at[at] - 1])) continue;
        if (sheet.count_at[at] || names_person(sheet, at)) return false;
    }
    return false;
}

bool tells_no_hurt(const Sheet& sheet, std::uint32_t act, Tokens people)
{
    const Hit& hit = sheet.acts[act];
    const std::uint32_t behind = std::max(hit.last, people.last), end = sheet.sentence_of(hit.first).last;
    // "Were in hospital when shells hit it": patients before; "were hospitalised when a bomb went off" were not.
    const bool there_before = sheet.word_is(hit.first + 1, "in") || sheet.word_is(hit.first, "being");
    if (there_before && behind < end && sheet.word_is_any(behind, {"when", "as"})) return true;
    if (behind < end && sheet.word_is_any(behind, {"bodies", "dead", "corpses", "patients"})) return true;
    if (are_not_its_patients(sheet, people, people.last > hit.last)) return true;
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
