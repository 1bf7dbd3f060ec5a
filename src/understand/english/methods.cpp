// Which methods a report speaks of at all: "A method that the text does not state is not used" (GUIDELINE, `type`).
#include <algorithm>
#include <array>
#include <span>

#include "understand/english/steps.hpp"

namespace sitrep::understand::english {

namespace {

using Stems = std::span<const std::string_view>;

constexpr std::array<std::string_view, 29> of_air{"aircraft", "airstrike", "air-strike", "airplane", "airforce", "airborne",  "airdrop",  "aerial",  "drone",  "uav",
                                                  "jet",      "plane",     "warplane",   "helico",   "gunship",  "apache",    "missile",  "bomb",    "strike", "struck",
                                                  "quadco",   "shahed",    "sky",        "para",     "gyro",     "balloon",   "barrel",   "rocket",  "su-"};
constexpr std::array<std::string_view, 14> of_guns{"shell", "mortar", "artill", "rocket", "missile", "howitz", "grad", "bombard", "tank", "gun", "katyu", "pound", "projec", "cannon"};
constexpr std::array<std::string_view, 14> of_bombs{"mine", "landmine", "bomb", "explo", "blast", "device", "ied", "grenade", "booby", "deton", "blew", "blow", "charge", "trap"};
constexpr std::array<std::string_view, 5> of_shells{"shell", "munition", "claymore", "cylinder", "roadside"};
constexpr std::array<std::string_view, 10> of_suicide{"suicid", "bomber", "bombing", "vest", "belt", "himself", "herself", "themselves", "vbied", "svbied"};
constexpr std::array<std::string_view, 27> of_vehicles{"car",   "cars",     "truck",  "vehicle", "van",  "vans",   "lorr",  "pickup", "pick-up", "motor",   "minibus", "bus",    "buses", "taxi",
                                                       "tanker", "rickshaw", "tricyc", "humvee",  "jeep", "tractor", "ambul", "boat",   "cart",    "bike", "bicycle", "saloon", "donkey"};
constexpr std::array<std::string_view, 9> of_explosions{"explo", "bomb", "blew", "blast", "went", "deton", "charge", "device", "laden"};

bool begins_with_any(std::string_view word, Stems stems)
{
    return std::ranges::any_of(stems, [&](std::string_view stem) { return word.starts_with(stem); });
}

bool has(const Sheet& sheet, const text::Sentence& sentence, Stems stems)
{
    for (std::uint32_t at = sentence.first; at < sentence.last; ++at)
        if (begins_with_any(sheet.token(at).normal, stems)) return true;
    return false;
}

}  // namespace

void add_methods(const Sheet& sheet, Cues& cues)
{
    const auto bit = [](IncidentKind kind) { return 1U << static_cast<unsigned>(kind); };
    std::uint32_t told = ~(bit(IncidentKind::airstrike) | bit(IncidentKind::shelling) | bit(IncidentKind::ied_or_mine) | bit(IncidentKind::suicide_or_vehicle_bomb));
    for (const ActCue& act : cues.acts) told |= bit(act.kind);
    for (const WeaponCue& weapon : cues.weapons)
        if (weapon.kind) told |= bit(*weapon.kind);
    const auto open = [&](IncidentKind kind) { return (told & bit(kind)) == 0; };
    for (const text::Sentence& sentence : sheet.document.sentences()) {
        if (open(IncidentKind::airstrike) && has(sheet, sentence, of_air)) told |= bit(IncidentKind::airstrike);
        if (open(IncidentKind::shelling) && has(sheet, sentence, of_guns)) told |= bit(IncidentKind::shelling);
        if (open(IncidentKind::ied_or_mine) && (has(sheet, sentence, of_bombs) || has(sheet, sentence, of_shells))) told |= bit(IncidentKind::ied_or_mine);
        if (!open(IncidentKind::suicide_or_vehicle_bomb)) continue;
        const bool vehicle_bomb = has(sheet, sentence, of_explosions) && has(sheet, sentence, of_vehicles);
        if (vehicle_bomb || has(sheet, sentence, of_suicide)) told |= bit(IncidentKind::suicide_or_vehicle_bomb);
    }
    cues.methods = told;
}

}  // namespace sitrep::understand::english
