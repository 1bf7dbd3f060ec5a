#include "core/kind.hpp"

namespace sitrep {
namespace {

template <class Enum, std::size_t count>
std::optional<Enum> find(const std::array<std::string_view, count>& names, std::string_view text)
{
    for (std::size_t i = 0; i < count; ++i)
        if (names[i] == text) return Enum(i);
    return std::nullopt;
}

constexpr std::array<std::string_view, incident_kinds> kind_names{
    "armed_attack", "assassination_or_targeted_killing", "ied_or_mine", "suicide_or_vehicle_bomb", "ambush",
    "abduction", "execution", "checkpoint_or_raid_by_group", "arson_or_property", "airstrike",
    "shelling", "security_operation", "clash", "protest", "other_violence"};
constexpr std::array<std::string_view, 3> status_names{"claimed", "attributed", "unknown"};
constexpr std::array<std::string_view, 6> target_names{"civilian", "military", "police", "official", "infrastructure", "militant"};
constexpr std::array<std::string_view, 9> weapon_names{"firearm", "explosive", "suicide", "aircraft", "artillery",
                                                       "blade", "fire", "vehicle", "other"};

}  // namespace

std::string_view to_string(IncidentKind kind) { return kind_names[std::size_t(kind)]; }
std::optional<IncidentKind> incident_kind_from(std::string_view text) { return find<IncidentKind>(kind_names, text); }
std::string_view to_string(PerpetratorStatus status) { return status_names[std::size_t(status)]; }
std::optional<PerpetratorStatus> perpetrator_status_from(std::string_view text) { return find<PerpetratorStatus>(status_names, text); }
std::string_view to_string(TargetClass target) { return target_names[std::size_t(target)]; }
std::optional<TargetClass> target_class_from(std::string_view text) { return find<TargetClass>(target_names, text); }
std::string_view to_string(WeaponClass weapon) { return weapon_names[std::size_t(weapon)]; }
std::optional<WeaponClass> weapon_class_from(std::string_view text) { return find<WeaponClass>(weapon_names, text); }

Series series_of(IncidentKind kind)
{
    switch (kind) {
        case IncidentKind::security_operation:
        case IncidentKind::airstrike: return Series::operation;
        case IncidentKind::shelling:
        case IncidentKind::clash:
        case IncidentKind::protest:
        case IncidentKind::other_violence: return Series::other;
        default: return Series::attack;
    }
}

AcledType acled_type(IncidentKind kind, std::optional<TargetClass> target)
{
    const bool civilian = target == TargetClass::civilian || target == TargetClass::official;
    switch (kind) {
        case IncidentKind::ied_or_mine: return {"Explosions/Remote violence", "Remote explosive/landmine/IED"};
        case IncidentKind::suicide_or_vehicle_bomb: return {"Explosions/Remote violence", "Suicide bomb"};
        case IncidentKind::airstrike: return {"Explosions/Remote violence", "Air/drone strike"};
        case IncidentKind::shelling: return {"Explosions/Remote violence", "Shelling/artillery/missile attack"};
        case IncidentKind::abduction: return {"Violence against civilians", "Abduction/forced disappearance"};
        case IncidentKind::execution: return {"Violence against civilians", "Attack"};
        case IncidentKind::arson_or_property: return {"Strategic developments", "Looting/property destruction"};
        case IncidentKind::checkpoint_or_raid_by_group: return {"Strategic developments", "Other"};
        case IncidentKind::security_operation: return {"Strategic developments", "Arrests"};
        case IncidentKind::clash: return {"Battles", "Armed clash"};
        case IncidentKind::protest: return {"Protests", "Peaceful protest"};
        case IncidentKind::other_violence: return {"Strategic developments", "Other"};
        default: break;
    }
    if (civilian) return {"Violence against civilians", "Attack"};
    return {"Battles", "Armed clash"};
}

}  // namespace sitrep
