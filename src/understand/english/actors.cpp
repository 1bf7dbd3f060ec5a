// Groups of the sheet as actor cues.
#include <algorithm>

#include "understand/english/steps.hpp"

namespace sitrep::understand::english {

namespace {

bool stands_beside_force(const Sheet& sheet, const Group& group)
{
    constexpr std::uint32_t reach = 2;
    for (std::uint32_t at = group.tokens.last; at < group.tokens.last + reach && at < sheet.size(); ++at) {
        if (sheet.act_at[at] || sheet.weapon_at[at] || sheet.word_is(at, "operation") || sheet.word_is(at, "bombardment")) return true;
        if (sheet.is(at, WordClass::prep) || sheet.is_punctuation(at)) return false;
    }
    return false;
}

// "On three axes": no blades.
bool names_directions(const Sheet& sheet, const Hit& hit)
{
    if (!sheet.word_is(hit.first, "axes") || hit.first < 2) return false;
    return sheet.count_at[hit.first - 1] != 0 && sheet.word_is_any(hit.first - 2, {"on", "along", "from"});
}

// What was only feared, and a launcher or an aircraft that was itself hit or taken ("destroyed a mortar and two pickups", "a jet was hit"), tells no method.
bool was_used(const Sheet& sheet, const Hit& hit)
{
    constexpr std::uint32_t fear_reach = 3, object_reach = 5, passive_reach = 3;
    const text::Sentence& sentence = sheet.sentence_of(hit.first);
    for (std::uint32_t at = hit.first; at > sentence.first && hit.first - at < fear_reach; --at)
        if (sheet.word_is_any(at - 1, {"fear", "feared", "fearing", "fears"})) return false;
    // "B-52 bombers", "stealth bombers": aircraft.
    if (sheet.word_is(hit.first, "bombers") && hit.last - hit.first == 1 && hit.first > sentence.first) {
        const std::string_view before = sheet.token(hit.first - 1).normal;
        const bool make = std::any_of(before.begin(), before.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
        if ((make && sheet.count_at[hit.first - 1] == 0) || sheet.word_is_any(hit.first - 1, {"stealth", "strategic", "heavy", "long-range", "fighter", "jet", "dive"})) return false;
    }
    const bool launcher = sheet.word_is_any(hit.last - 1, {"mortar", "mortars", "howitzer", "howitzers", "artillery", "grad", "himars", "helicopter", "helicopters", "jet", "jets", "warplane",
                                                           "warplanes"});
    if (!launcher) return true;
    for (std::uint32_t at = hit.first; at > sentence.first && hit.first - at < object_reach; --at) {
        if (sheet.word_is_any(at - 1, {"destroyed", "destroying", "destroy", "downed", "captured", "seized", "capturing", "seizing", "hit"})) return false;
        if (sheet.is(at - 1, WordClass::prep) || sheet.is(at - 1, WordClass::clause)) break;
    }
    bool suffers = false;
    for (std::uint32_t at = hit.last; at < std::min(sentence.last, hit.last + passive_reach); ++at) {
        if (suffers && sheet.word_is_any(at, {"hit", "struck", "destroyed", "downed", "seized", "captured", "damaged"})) return false;
        suffers = suffers || sheet.is(at, WordClass::be);
    }
    return true;
}

}  // namespace

void add_actors(const Sheet& sheet, Cues& cues)
{
    cues.actors.reserve(sheet.groups.size());
    for (const Group& group : sheet.groups) {
        ActorCue cue;
        cue.tokens = group.tokens;
        cue.sentence = group.sentence;
        cue.name = group.name;
        cue.side = group.side;
        cue.target_class = group.target_class;
        cue.suspected = group.suspected;
        cue.moving = group.moving;
        const bool speaks_only =
            group.source_only || (group.adjective_only && group.tokens.last - group.tokens.first == 1 && !stands_beside_force(sheet, group));
        if (speaks_only) {
            cue.side = Side::other;
            cue.target_class.reset();
        }
        cues.actors.push_back(std::move(cue));
    }
}

void add_weapons(const Sheet& sheet, Cues& cues)
{
    for (const Hit& hit : sheet.weapons) {
        const WeaponEntry& entry = sheet.lexicon.weapon_entries[hit.entry];
        if (names_directions(sheet, hit)) continue;
        cues.weapons.push_back({.tokens = {hit.first, hit.last},
                                .sentence = static_cast<std::uint32_t>(sheet.document.sentence_of(hit.first)),
                                .weapon_class = entry.weapon_class,
                                .kind = was_used(sheet, hit) ? entry.kind : std::nullopt});
    }
}

}  // namespace sitrep::understand::english
