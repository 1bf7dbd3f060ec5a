// Who claims, denies or is blamed.
#include <algorithm>
#include <vector>

#include "understand/english/steps.hpp"

namespace sitrep::understand::english {

namespace {

constexpr std::uint32_t claimant_reach = 10;

bool may_claim(const Group& group)
{
    return !group.thing && !group.source_only && (group.named_actor || is_insurgent(group.side) || is_force(group.side) || group.side == Side::other);
}

// "Jamaat-ul-Ahrar, a splinter of the TTP, said": whose name an apposition explains stands before its comma.
std::uint32_t before_apposition(const Sheet& sheet, std::uint32_t from)
{
    constexpr std::uint32_t apposition_max = 14;
    if (from < 2 || !sheet.word_is(from - 1, ",")) return from;
    const std::uint32_t begin = std::max(sheet.sentence_of(from).first, from >= apposition_max ? from - apposition_max : 0);
    for (std::uint32_t at = from - 1; at > begin; --at) {
        if (sheet.act_at[at - 1] != 0 || sheet.is(at - 1, WordClass::say)) return from;
        if (sheet.word_is(at - 1, ",")) return at - 1 > begin && sheet.group_at[at - 2] != 0 && may_claim(sheet.groups[sheet.group_at[at - 2] - 1]) ? at - 1 : from;
    }
    return from;
}

CueIndex group_left(const Sheet& sheet, std::uint32_t from)
{
    from = before_apposition(sheet, from);
    const std::uint32_t begin = std::max(sheet.sentence_of(from).first, from >= claimant_reach ? from - claimant_reach : 0);
    for (std::uint32_t at = from; at > begin; --at) {
        if (sheet.word_is(at - 1, ";")) return none;
        if (sheet.group_at[at - 1] && may_claim(sheet.groups[sheet.group_at[at - 1] - 1])) return sheet.group_at[at - 1] - 1;
    }
    return none;
}

CueIndex group_right(const Sheet& sheet, std::uint32_t from, std::uint32_t sentence_end)
{
    for (std::uint32_t at = from; at < std::min(sentence_end, from + claimant_reach); ++at)
        if (sheet.group_at[at] && may_claim(sheet.groups[sheet.group_at[at] - 1])) return sheet.group_at[at] - 1;
    return none;
}

// "Holds [the RSF] responsible"
CueIndex group_within(const Sheet& sheet, const Hit& hit)
{
    if (hit.last - hit.first == 2) return group_right(sheet, hit.last, sheet.sentence_of(hit.first).last);  // "held responsible"
    for (std::uint32_t at = hit.first + 1; at < hit.last; ++at)
        if (sheet.group_at[at] != 0 && may_claim(sheet.groups[sheet.group_at[at] - 1])) return sheet.group_at[at] - 1;
    return none;
}

// "Their spokesman did claim the killing": the group named last before.
CueIndex group_meant(const Sheet& sheet, const Hit& hit)
{
    constexpr std::size_t looked_at_max = 24;
    const std::uint32_t begin = sheet.sentence_of(hit.first).first;
    bool means = false;
    for (std::uint32_t at = begin; at < hit.first && at < begin + claimant_reach && !means; ++at)
        means = sheet.word_is_any(at, {"their", "its"}) && sheet.word_is_any(at + 1, {"spokesman", "spokesmen", "spokesperson", "spokeswoman", "statement", "media", "channel"});
    if (!means) return none;
    std::size_t looked_at = 0;
    for (std::size_t next = sheet.groups.size(); next > 0 && looked_at < looked_at_max; --next) {
        const Group& group = sheet.groups[next - 1];
        if (group.tokens.first >= begin) continue;
        ++looked_at;
        if (group.named_actor && is_insurgent(group.side)) return static_cast<CueIndex>(next - 1);
    }
    return none;
}

// "claimed" tells of a claim only beside an act or the word responsibility: "the group claimed to protect …" is none.
bool claims_an_act(const Sheet& sheet, const Hit& hit, std::uint32_t sentence_end)
{
    if (hit.last - hit.first > 1) return true;
    for (std::uint32_t at = hit.last; at < std::min(sentence_end, hit.last + claimant_reach); ++at)
        if (sheet.act_at[at] || sheet.word_is(at, "responsibility") || sheet.word_is(at, "it") || sheet.word_is(at, "this")) return true;
    return false;
}

// "It has boasted of other murders", "claimed responsibility for previous blasts": not of this one.
bool is_of_other_deeds(const Sheet& sheet, const Hit& hit)
{
    constexpr std::uint32_t reach = 4;
    for (std::uint32_t at = hit.first; at < std::min(sheet.sentence_of(hit.first).last, hit.last + reach); ++at) {
        if (sheet.word_is_any(at, {"other", "others", "earlier", "previous", "past", "similar"})) return true;
        if (sheet.act_at[at] != 0 || sheet.word_is(at, "and") || sheet.is_punctuation(at)) return false;
    }
    return false;
}

// Whether an armed group or force follows at once: "the Taliban", "armed men of ISIS".
bool accused_beside(const Sheet& sheet, std::uint32_t from)
{
    const std::uint32_t last = std::min<std::uint32_t>(from + 2, sheet.sentence_of(from - 1).last);
    for (std::uint32_t at = from; at < last; ++at)
        if (sheet.group_at[at] != 0) {
            const Group& group = sheet.groups[sheet.group_at[at] - 1];
            return !group.thing && !group.source_only && (is_insurgent(group.side) || is_force(group.side));
        }
    return false;
}

// "The army said its soldiers were attacked", "said its fighters lost ten men": what its people suffered is nobody's claim.
bool tells_suffering(const Sheet& sheet, const Hit& hit)
{
    if (hit.last - hit.first < 3) return false;
    if (sheet.word_is(hit.last - 1, "shot") && sheet.word_is(hit.last, "down")) return true;  // the other side's drones
    if (sheet.word_is(hit.last, "had") || sheet.word_is(hit.last, "have")) return sheet.word_is_any(hit.last + 1, {"been", "come", "lost", "suffered", "died", "fallen"});
    if (sheet.word_is(hit.last, "back")) return true;  // what it answered was another's deed
    if (sheet.word_is_any(hit.last, {"was", "were", "are", "is"}) && sheet.word_is_any(hit.last + 1, {"behind", "responsible"})) return false;
    return sheet.word_is_any(hit.last, {"was", "were", "are", "is", "came", "lost", "suffered", "died", "fell", "denied"});
}

// "The RSF said that its forces had come under attack" makes it no doer either; an army that tells so may have struck back.
void clear_sufferers(const Sheet& sheet, const Hit& hit, Cues& cues)
{
    const CueIndex speaker = group_left(sheet, hit.first);
    if (speaker == none || is_force(cues.actors[speaker].side)) return;
    cues.actors[speaker].cleared = true;
    if (const std::uint32_t people = sheet.group_at[hit.last - 1]; people != 0) cues.actors[people - 1].cleared = true;
}

// "The RSF said that its members live there": of its people it must tell a deed.
bool tells_deed_of_people(const Sheet& sheet, const Hit& hit)
{
    constexpr std::uint32_t reach = 4;
    const bool of_people = hit.last - hit.first >= 3 && sheet.word_is_any(hit.last - 2, {"its", "their", "his", "our"});
    if (!of_people) return true;
    const std::uint32_t end = std::min(sheet.sentence_of(hit.first).last, hit.last + reach);
    for (std::uint32_t at = hit.last; at < end; ++at)
        if (sheet.act_at[at] != 0) return true;
    return false;
}

// "The group confirmed the attack", "admitted it", "adopted it" are claims in the mouth of a group; police who confirm an attack only know of it.
bool confirms_only(const Sheet& sheet, const Hit& hit, CueIndex actor)
{
    const bool confirms = sheet.word_is_any(hit.first, {"confirmed", "confirms", "admitted", "admits", "acknowledged", "acknowledges", "avowed", "avows", "adopted", "adopts",
                                                        "adopting", "owned", "owns", "signed", "signs"});
    const bool the_deed = sheet.word_is_any(hit.first + 1, {"the", "this", "it"});
    if (!confirms || !the_deed) return false;
    const Group& group = sheet.groups[actor];
    return !is_insurgent(group.side) && !(group.side == Side::militia && group.named_actor);
}

// "Is said to have laid the mine", "are thought to have killed him": not "to have been killed", "to have fled".
bool said_to_have_done(const Sheet& sheet, const Hit& hit)
{
    constexpr std::uint32_t reach = 3;
    if (hit.last - hit.first < 3) return true;
    if (hit.first == 0 || !sheet.is(hit.first - 1, WordClass::be)) return false;
    for (std::uint32_t at = hit.last; at < std::min(sheet.sentence_of(hit.first).last, hit.last + reach); ++at) {
        if (sheet.word_is_any(at, {"been", "died", "fled", "lost", "suffered", "fallen"})) return false;
        if (sheet.act_at[at] != 0 || sheet.word_is_any(at, {"laid", "planted", "placed", "left", "done", "ordered", "hired"})) return true;
    }
    return false;
}

// "A suspect the police sought", "two suspects": people, and "suspects that", "suspect an attack" accuse nobody.
bool accuses(const Sheet& sheet, const Hit& hit)
{
    if (sheet.word_is(hit.last - 1, "have")) return said_to_have_done(sheet, hit);
    if (hit.last - hit.first == 1 && sheet.word_is_any(hit.first, {"suspect", "suspects"})) {
        if (hit.first == sheet.sentence_of(hit.first).first) return false;
        const std::uint32_t before = hit.first - 1;
        const bool noun = sheet.is(before, WordClass::det) || sheet.is(before, WordClass::adj) || sheet.is(before, WordClass::prep) || sheet.count_at[before] != 0 || sheet.act_at[before] != 0;
        return !noun && accused_beside(sheet, hit.last);
    }
    return !sheet.word_is_any(hit.first, {"point", "points", "pointed"}) || sheet.word_is(hit.last - 1, "finger") || accused_beside(sheet, hit.last);
}

// "blamed on the RSF", "blamed by the county on the RSF"
bool goes_on_whom(const Sheet& sheet, std::uint32_t from)
{
    constexpr std::uint32_t reach = 6;
    for (std::uint32_t at = from; at < std::min(sheet.sentence_of(from - 1).last, from + reach); ++at) {
        if (sheet.word_is(at, "on")) return true;
        if (sheet.is_punctuation(at)) return false;
    }
    return false;
}

// "The RSF was accused by the union", "the Houthis are to blame", "were named by the mayor", "are said to have laid it": whom such words accuse stands before them.
bool accused_before(const Sheet& sheet, const Hit& hit)
{
    if (hit.last - hit.first == 2 && sheet.word_is(hit.first, "to")) return true;
    if (hit.last - hit.first == 3 && (sheet.word_is(hit.last - 1, "by") || sheet.word_is(hit.last - 1, "have"))) return true;
    const bool of_people = sheet.word_is_any(hit.first, {"accused", "blamed"}) && hit.last - hit.first == 1 && !goes_on_whom(sheet, hit.last);
    return of_people && has_auxiliary(sheet, hit);
}

// Who only denies, condemns, keeps silent or is ruled out is made no suspect by that ("the BLA condemned the blast"); an accusation elsewhere still counts.
void clear_who_stand_apart(const Sheet& sheet, Cues& cues)
{
    constexpr std::uint32_t ruled_out_reach = 5;
    const auto hits = [&](Marker marker) -> const auto& { return sheet.marks[static_cast<std::size_t>(marker)]; };
    std::vector<bool> blamed(cues.actors.size());
    for (const ClaimCue& claim : cues.claims)
        if (claim.claiming == Claiming::blamed && claim.actor != none) blamed[claim.actor] = true;
    const auto clear = [&](CueIndex actor) {
        if (actor != none && !blamed[actor]) cues.actors[actor].cleared = true;
    };
    for (const Hit& hit : hits(Marker::apart)) clear(group_left(sheet, hit.first));
    for (const Hit& hit : hits(Marker::claims))  // "the BLA has claimed similar attacks": of this one that says nothing
        if (const CueIndex actor = group_left(sheet, hit.first); actor != none && is_of_other_deeds(sheet, hit) && is_insurgent(sheet.groups[actor].side)) clear(actor);
    // What an army denies somebody has laid at its door.
    for (const Hit& hit : hits(Marker::denies))
        if (const CueIndex actor = group_left(sheet, hit.first); actor != none && !is_force(sheet.groups[actor].side)) clear(actor);
    for (const Hit& hit : hits(Marker::ruled_out)) {
        if (hit.first > 0 && sheet.word_is_any(hit.first - 1, {"not", "never", "cannot", "n't", "t"})) continue;
        clear(group_right(sheet, hit.last, std::min(sheet.sentence_of(hit.first).last, hit.last + ruled_out_reach)));
    }
}

}  // namespace

void add_claims(const Sheet& sheet, Cues& cues)
{
    const auto add = [&](Marker marker, Claiming claiming) {
        for (const Hit& hit : sheet.marks[static_cast<std::size_t>(marker)]) {
            const std::uint32_t end = sheet.sentence_of(hit.first).last;
            if (claiming == Claiming::claims && tells_suffering(sheet, hit)) clear_sufferers(sheet, hit, cues);
            if (claiming == Claiming::claims &&
                (!claims_an_act(sheet, hit, end) || is_of_other_deeds(sheet, hit) || tells_suffering(sheet, hit) ||
                 !tells_deed_of_people(sheet, hit) || sheet.marked(Marker::unclaimed, hit.first >= 4 ? hit.first - 4 : 0, hit.last)))
                continue;
            ClaimCue cue{.tokens = {hit.first, hit.last},
                         .sentence = static_cast<std::uint32_t>(sheet.document.sentence_of(hit.first)),
                         .claiming = claiming,
                         .actor = none};
            const bool passive = sheet.is(hit.last, WordClass::by);
            if (claiming == Claiming::blamed && (!accuses(sheet, hit) || (hit.first > 0 && sheet.word_is_any(hit.first - 1, {"not", "never", "n't"})))) continue;
            if (claiming == Claiming::blamed && sheet.word_is_any(hit.first, {"hold", "holds", "held", "holding"}))
                cue.actor = group_within(sheet, hit);
            else if (claiming == Claiming::blamed && accused_before(sheet, hit))
                cue.actor = group_left(sheet, hit.first);
            else if (claiming == Claiming::blamed || passive)
                cue.actor = group_right(sheet, hit.last, end);
            else if (claiming != Claiming::unclaimed)
                cue.actor = group_left(sheet, hit.first);
            const bool held = claiming == Claiming::blamed && sheet.word_is_any(hit.first, {"hold", "holds", "held", "holding"}) && hit.last - hit.first > 2;
            if (claiming == Claiming::blamed && cue.actor == none && !held) cue.actor = group_left(sheet, hit.first);
            if (claiming == Claiming::claims && cue.actor == none) cue.actor = group_meant(sheet, hit);
            if (claiming == Claiming::claims && cue.actor != none && confirms_only(sheet, hit, cue.actor)) continue;
            if (claiming == Claiming::unclaimed || cue.actor != none) cues.claims.push_back(cue);
        }
    };
    add(Marker::claims, Claiming::claims);
    add(Marker::unclaimed, Claiming::unclaimed);
    add(Marker::denies, Claiming::denies);
    add(Marker::blames, Claiming::blamed);
    clear_who_stand_apart(sheet, cues);
    std::sort(cues.claims.begin(), cues.claims.end(), [](const ClaimCue& a, const ClaimCue& b) { return a.tokens < b.tokens; });
}

}  // namespace sitrep::understand::english
