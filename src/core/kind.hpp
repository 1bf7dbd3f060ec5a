// Kinds of incident and the classes of their parts. Definitions: data/corpus/GUIDELINE.md.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace sitrep {

enum class IncidentKind : std::uint8_t {
    armed_attack, assassination_or_targeted_killing, ied_or_mine, suicide_or_vehicle_bomb, ambush, abduction, execution,
    checkpoint_or_raid_by_group, arson_or_property, airstrike, shelling, security_operation, clash, protest, other_violence
};
inline constexpr std::size_t incident_kinds = 15;
inline constexpr std::array<IncidentKind, incident_kinds> all_incident_kinds{
    IncidentKind::armed_attack, IncidentKind::assassination_or_targeted_killing, IncidentKind::ied_or_mine,
    IncidentKind::suicide_or_vehicle_bomb, IncidentKind::ambush, IncidentKind::abduction, IncidentKind::execution,
    IncidentKind::checkpoint_or_raid_by_group, IncidentKind::arson_or_property, IncidentKind::airstrike, IncidentKind::shelling,
    IncidentKind::security_operation, IncidentKind::clash, IncidentKind::protest, IncidentKind::other_violence};
std::string_view to_string(IncidentKind kind);
std::optional<IncidentKind> incident_kind_from(std::string_view text);

/// The three series of the monthly report, which are never summed with each other.
enum class Series : std::uint8_t { attack, operation, other };
/// attack: what armed groups do (ambush, bomb, abduction …); operation: security_operation, airstrike;
/// other: shelling, clash, protest, other_violence.
Series series_of(IncidentKind kind);

enum class PerpetratorStatus : std::uint8_t { claimed, attributed, unknown };
std::string_view to_string(PerpetratorStatus status);
std::optional<PerpetratorStatus> perpetrator_status_from(std::string_view text);

enum class TargetClass : std::uint8_t { civilian, military, police, official, infrastructure, militant };
std::string_view to_string(TargetClass target);
std::optional<TargetClass> target_class_from(std::string_view text);

enum class WeaponClass : std::uint8_t { firearm, explosive, suicide, aircraft, artillery, blade, fire, vehicle, other };
std::string_view to_string(WeaponClass weapon);
std::optional<WeaponClass> weapon_class_from(std::string_view text);

/// ACLED event and sub-event type (codebook 2023) that a kind maps to.
struct AcledType {
    std::string_view event_type;
    std::string_view sub_event_type;
};
AcledType acled_type(IncidentKind kind, std::optional<TargetClass> target);

}  // namespace sitrep
