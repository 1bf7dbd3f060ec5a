#include "understand/who/bystanders.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "understand/names/register.hpp"
#include "understand/one_of.hpp"
#include "understand/tagging/tags.hpp"

namespace sitrep::understand {

namespace {

class Clearing {
public:
    Clearing(const text::Document& document, const Cues& cues) : document_(document), cues_(cues), accused_(cues.actors.size())
    {
        for (const ClaimCue& claim : cues.claims)
            if (claim.actor != none && !claim.added && (claim.claiming == Claiming::claims || claim.claiming == Claiming::blamed)) accused_[claim.actor] = true;
    }

    bool clears(CueIndex index) const
    {
        const ActorCue& actor = cues_.actors[index];
        if (!(is_insurgent(actor.side) || is_force(actor.side)) || accused_[index]) return false;
        const text::Sentence& sentence = document_.sentences()[actor.sentence];
        return names_a_thing(actor, sentence) || is_worn(actor, sentence) || is_absent(actor, sentence) || is_a_guess(index);
    }

private:
    std::string_view word(std::uint32_t at) const { return document_.tokens()[at].normal; }

    // "The Saudi hospital", "near the Turkish border"; its guards are a force.
    bool names_a_thing(const ActorCue& actor, const text::Sentence& sentence) const
    {
        constexpr std::array<std::string_view, 31> things{"hospital", "hospitals", "clinic", "embassy", "consulate", "border", "frontier", "school", "university", "mosque", "church", "bank",
                                                          "passport", "passports", "citizen", "citizens", "national", "nationals", "flag", "flags", "uniform", "uniforms",
                                                          "fatigues", "insignia", "dress", "garb", "banner", "banners", "ambassador", "cemetery", "company"};
        constexpr std::array<std::string_view, 10> guards{"guard", "guards", "police", "patrol", "patrols", "troops", "forces", "soldiers", "post", "security"};
        if (actor.name.empty()) return false;
        std::uint32_t thing = actor.tokens.last - 1;
        if (!is_one_of(things, word(thing))) ++thing;
        if (thing >= sentence.last || !is_one_of(things, word(thing))) return false;
        return thing + 1 >= sentence.last || !is_one_of(guards, word(thing + 1));
    }

    std::uint32_t before(const ActorCue& actor, const text::Sentence& sentence) const
    {
        std::uint32_t at = actor.tokens.first;
        while (at > sentence.first && (word(at) == "the" || at == actor.tokens.first || word(at) == "a")) --at;
        return at;
    }

    // "In army uniform", "in the dress of the RSF", "posing as soldiers"
    bool is_worn(const ActorCue& actor, const text::Sentence& sentence) const
    {
        constexpr std::array<std::string_view, 15> clothes{"uniform", "uniforms", "fatigues", "camouflage", "dress", "garb", "gear", "outfits", "clothes", "clothing",
                                                           "flag", "flags", "insignia", "armbands", "colours"};
        constexpr std::array<std::string_view, 7> posing{"dressed", "disguised", "posing", "posed", "masquerading", "clad", "masked"};
        const std::uint32_t of = before(actor, sentence);
        if (of <= sentence.first) return false;
        if (word(of) == "of" && is_one_of(clothes, word(of - 1))) return true;
        if (word(of) == "as" && is_one_of(posing, word(of - 1))) return true;
        const bool in = word(of) == "in" || word(of) == "with" || word(of) == "wearing";
        return in && actor.tokens.last < sentence.last && is_one_of(clothes, word(actor.tokens.last));
    }

    // "Free of Abu Sayyaf"
    bool is_absent(const ActorCue& actor, const text::Sentence& sentence) const
    {
        constexpr std::array<std::string_view, 6> without{"free", "rid", "cleared", "purged", "emptied", "cleansed"};
        const std::uint32_t of = before(actor, sentence);
        return of > sentence.first && word(of) == "of" && is_one_of(without, word(of - 1));
    }

    // "ISIS, al-Qaeda or smugglers"
    bool is_a_guess(CueIndex index) const
    {
        const auto& actors = cues_.actors;
        if (actors[index].role != ActorCue::Role::open || actors[index].name.empty()) return false;
        const auto guesses_at = [&](CueIndex one, CueIndex other) {
            if (actors[one].sentence != actors[other].sentence || actors[one].name == actors[other].name) return false;
            const std::uint32_t at = actors[one].tokens.last;
            const bool comma = at < actors[other].tokens.first && word(at) == ",";
            return at + comma < actors[other].tokens.first && word(at + comma) == "or" && actors[other].tokens.first - at - comma <= 3;
        };
        if (index + 1 < actors.size() && guesses_at(index, index + 1)) return true;
        return index > 0 && guesses_at(index - 1, index);
    }

    const text::Document& document_;
    const Cues& cues_;
    std::vector<bool> accused_;  ///< by number of the actor: claims it or is blamed
};

// Whether a figure counts those people as victims.
bool is_counted_victim(const Material& material, const ActorCue& actor)
{
    bool counted = false;
    for (const TollCue& toll : cues_in(material.cues.tolls, actor.tokens)) {
        if (toll.added || !actor.tokens.contains(toll.tokens)) continue;
        if (toll.of_attackers) return false;
        counted = true;
    }
    return counted;
}

}  // namespace

void clear_bystanders(const text::Document& document, Cues& cues)
{
    if (document.language() != Language::english) return;
    const Clearing clearing(document, cues);
    std::vector<CueIndex> cleared;
    for (CueIndex index = 0; index < cues.actors.size(); ++index)
        if (clearing.clears(index)) cleared.push_back(index);
    for (const CueIndex index : cleared) cues.actors[index].cleared = true;
}

bool is_victim_alone(const Material& material, const Suspect& suspect, IncidentKind kind)
{
    if (suspect.outside || kind == IncidentKind::clash || kind == IncidentKind::protest || material.document.language() != Language::english) return false;
    const auto is_victim = [&](CueIndex mention) {
        const ActorCue& actor = material.cues.actors[mention];
        return actor.role != ActorCue::Role::agent && actor.tagged != tag_role("perp") && is_force(actor.side) && is_counted_victim(material, actor);
    };
    return std::ranges::all_of(suspect.mentions, is_victim);
}

}  // namespace sitrep::understand
