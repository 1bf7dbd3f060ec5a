#include "understand/who/anaphor.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "understand/names/register.hpp"
#include "understand/one_of.hpp"

namespace sitrep::understand {

namespace {

// "The army shot a hunter … The same gunmen": soldiers are called otherwise.
bool is_force_of_register(std::string_view name)
{
    return std::ranges::any_of(actor_register(), [name](const RegisteredActor& actor) { return actor.name == name && is_force(actor.side); });
}

}  // namespace

bool means_last_doer(const Material& material, const ActorCue& actor)
{
    constexpr std::array<std::string_view, 19> doers{"group", "men", "gunmen", "militants", "fighters", "rebels", "insurgents", "bandits", "attackers", "assailants", "gang", "militia",
                                                     "militias", "faction", "jihadists", "raiders", "front", "organisation", "organization"};
    if (!actor.name.empty() || material.document.language() != Language::english) return false;
    const text::Sentence& sentence = material.document.sentences()[actor.sentence];
    const std::uint32_t first = actor.tokens.first > sentence.first ? actor.tokens.first - 1 : actor.tokens.first;  // "same" may stand before the words that a cue has
    const auto& all = material.document.tokens();
    for (std::uint32_t at = first; at + 1 < actor.tokens.last; ++at)
        if ((all[at].normal == "same" || all[at].normal == "selfsame") && is_one_of(doers, all[at + 1].normal)) return true;
    return false;
}

std::string owner_of_people(const Material& material, const ActorCue& actor, const Account* before)
{
    constexpr std::array<std::string_view, 16> people{"fighters", "men", "units", "forces", "troops", "gunmen", "snipers", "members", "soldiers", "militants", "militiamen", "commandos",
                                                      "fighter", "jets", "drones", "artillery"};
    const auto& all = material.document.tokens();
    const bool owned = actor.tokens.first > 0 && (all[actor.tokens.first].normal == "its" || all[actor.tokens.first].normal == "their");
    if (!actor.name.empty() || !owned || material.document.language() != Language::english || !is_one_of(people, all[actor.tokens.last - 1].normal)) return {};
    const text::Sentence& sentence = material.document.sentences()[actor.sentence];
    if (actor.tokens.first > sentence.first && all[actor.tokens.first - 1].normal == "of") return {};  // "the brigade, one of its units"
    std::string owner;
    for (const ActorCue& other : cues_in(material.cues.actors, {sentence.first, actor.tokens.first})) {
        if (other.name.empty() || !(is_insurgent(other.side) || is_force(other.side))) continue;
        if (!owner.empty() && owner != other.name) return {};  // "JNIM attacked the RSF, and its men fled": one of two
        owner = other.name;
    }
    if (!owner.empty() || before == nullptr || before->perpetrator.status == PerpetratorStatus::unknown) return owner;
    // Whoever is named since may be meant as well.
    constexpr std::uint32_t reach = 400;
    for (const ActorCue& other : cues_in(material.cues.actors, {sentence.first - std::min(sentence.first, reach), sentence.first}))
        if (!other.name.empty() && (is_insurgent(other.side) || is_force(other.side))) owner = other.name;
    return owner == before->perpetrator.name ? owner : std::string();
}

void take_doer_of(const Account& before, Account& account)
{
    const Perpetrator& doer = before.perpetrator;
    if (doer.status == PerpetratorStatus::unknown) {
        account.perpetrator.status = PerpetratorStatus::unknown;
        return;
    }
    if (doer.name.empty() || is_force_of_register(doer.name)) return;
    account.perpetrator.name = doer.name;
    account.perpetrator.local_name = doer.local_name;
}

}  // namespace sitrep::understand
