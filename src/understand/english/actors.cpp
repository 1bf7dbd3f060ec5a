// Groups of the sheet as actor cues.
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
        cues.weapons.push_back({.tokens = {hit.first, hit.last},
                                .sentence = static_cast<std::uint32_t>(sheet.document.sentence_of(hit.first)),
                                .weapon_class = entry.weapon_class,
                                .kind = entry.kind});
    }
}

}  // namespace sitrep::understand::english
