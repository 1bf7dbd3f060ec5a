#include "core/event_tables.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

using Kind = IncidentKind;

template <class Value>
struct Coded {
    std::string_view code;
    Value value;
};

template <class Value, std::size_t count>
std::optional<Value> look_up(const std::array<Coded<Value>, count>& table, std::string_view code)
{
    const auto found = std::ranges::find(table, code, &Coded<Value>::code);
    return found == table.end() ? std::nullopt : std::optional(found->value);
}

constexpr std::array<Coded<Kind>, 20> acled_kinds{{{"Armed clash", Kind::clash},
                                                   {"Government regains territory", Kind::clash},
                                                   {"Non-state actor overtakes territory", Kind::clash},
                                                   {"Chemical weapon", Kind::other_violence},
                                                   {"Air/drone strike", Kind::airstrike},
                                                   {"Suicide bomb", Kind::suicide_or_vehicle_bomb},
                                                   {"Shelling/artillery/missile attack", Kind::shelling},
                                                   {"Remote explosive/landmine/IED", Kind::ied_or_mine},
                                                   {"Grenade", Kind::armed_attack},
                                                   {"Sexual violence", Kind::other_violence},
                                                   {"Attack", Kind::armed_attack},
                                                   {"Abduction/forced disappearance", Kind::abduction},
                                                   {"Peaceful protest", Kind::protest},
                                                   {"Protest with intervention", Kind::protest},
                                                   {"Excessive force against protesters", Kind::protest},
                                                   {"Violent demonstration", Kind::protest},
                                                   {"Mob violence", Kind::other_violence},
                                                   {"Arrests", Kind::security_operation},
                                                   {"Disrupted weapons use", Kind::security_operation},
                                                   {"Looting/property destruction", Kind::arson_or_property}}};

constexpr std::array<std::string_view, 5> acled_without_incident{"Agreement", "Change to group/activity", "Headquarters or base established",
                                                                 "Non-violent transfer of territory", "Other"};

constexpr std::array<Coded<Kind>, 26> plover_kinds{{{"ASSAULT:abduct", Kind::abduction},
                                                    {"ASSAULT:beat", Kind::other_violence},
                                                    {"ASSAULT:torture", Kind::other_violence},
                                                    {"ASSAULT:sexual", Kind::other_violence},
                                                    {"ASSAULT:targeted", Kind::assassination_or_targeted_killing},
                                                    {"ASSAULT:destroy", Kind::arson_or_property},
                                                    {"ASSAULT:primitive", Kind::armed_attack},
                                                    {"ASSAULT:firearms", Kind::armed_attack},
                                                    {"ASSAULT:explosives", Kind::ied_or_mine},
                                                    {"ASSAULT:suicide-attack", Kind::suicide_or_vehicle_bomb},
                                                    {"ASSAULT:aerial", Kind::airstrike},
                                                    {"ASSAULT:drone", Kind::airstrike},
                                                    {"ASSAULT:heavy-weapons", Kind::shelling},
                                                    {"ASSAULT:crowd-control", Kind::other_violence},
                                                    {"ASSAULT:unconventional", Kind::other_violence},
                                                    {"ASSAULT:", Kind::armed_attack},
                                                    {"COERCE:seize", Kind::arson_or_property},
                                                    {"COERCE:arrest", Kind::security_operation},
                                                    {"PROTEST:demo", Kind::protest},
                                                    {"PROTEST:riot", Kind::protest},
                                                    {"PROTEST:strike", Kind::protest},
                                                    {"PROTEST:hunger", Kind::protest},
                                                    {"PROTEST:boycott", Kind::protest},
                                                    {"PROTEST:obstruct", Kind::protest},
                                                    {"PROTEST:vandalize", Kind::protest},
                                                    {"PROTEST:", Kind::protest}}};

constexpr std::array<Coded<TargetClass>, 19> plover_sectors{
    {{"COP", TargetClass::police},    {"CVL", TargetClass::civilian},  {"AGR", TargetClass::civilian},       {"BUS", TargetClass::civilian}, {"EDU", TargetClass::civilian},
     {"JRN", TargetClass::civilian},  {"LAB", TargetClass::civilian},       {"MED", TargetClass::civilian}, {"REF", TargetClass::civilian},
     {"REL", TargetClass::civilian},  {"GOV", TargetClass::official},       {"JUD", TargetClass::official}, {"LEG", TargetClass::official},
     {"PTY", TargetClass::official},  {"MIL", TargetClass::military},       {"SPY", TargetClass::military}, {"PRM", TargetClass::militant},
     {"REB", TargetClass::militant},  {"UAF", TargetClass::militant}}};

}  // namespace

std::string_view to_string(TableFormat format)
{
    static constexpr std::array<std::string_view, 7> names{"ACLED", "UCDP GED", "GTD", "PLOVER", "POLECAT", "Sitrep", "mapped table"};
    return names[std::size_t(format)];
}

std::optional<IncidentKind> kind_of_acled(std::string_view sub_event_type) { return look_up(acled_kinds, sub_event_type); }

bool is_no_incident_in_acled(std::string_view sub_event_type) { return std::ranges::find(acled_without_incident, sub_event_type) != acled_without_incident.end(); }

std::optional<IncidentKind> kind_of_gtd(int attack_type, bool suicide, int weapon_subtype)
{
    constexpr int projectile = 11, suicide_vest = 12, vehicle = 15;
    switch (attack_type) {
        case 1: return Kind::assassination_or_targeted_killing;
        case 2: return Kind::armed_attack;
        case 3:
            if (suicide || weapon_subtype == suicide_vest || weapon_subtype == vehicle) return Kind::suicide_or_vehicle_bomb;
            return weapon_subtype == projectile ? Kind::shelling : Kind::ied_or_mine;
        case 4:
        case 5:
        case 6: return Kind::abduction;
        case 7: return Kind::arson_or_property;
        case 8:
        case 9: return Kind::other_violence;
        default: return std::nullopt;
    }
}

std::optional<GtdCode> gtd_code(IncidentKind kind)
{
    switch (kind) {
        case Kind::assassination_or_targeted_killing: return GtdCode{.attack_type = 1, .attack_text = "Assassination"};
        case Kind::armed_attack:
        case Kind::ambush:
        case Kind::execution: return GtdCode{.attack_type = 2, .attack_text = "Armed Assault"};
        case Kind::ied_or_mine:
        case Kind::suicide_or_vehicle_bomb:
        case Kind::shelling: return GtdCode{3, "Bombing/Explosion", 6, "Explosives"};
        case Kind::abduction: return GtdCode{.attack_type = 6, .attack_text = "Hostage Taking (Kidnapping)"};
        case Kind::arson_or_property: return GtdCode{.attack_type = 7, .attack_text = "Facility/Infrastructure Attack"};
        case Kind::checkpoint_or_raid_by_group: return GtdCode{};
        default: return std::nullopt;
    }
}

std::optional<TargetClass> target_of_gtd(int target_type)
{
    switch (target_type) {
        case 2:
        case 7: return TargetClass::official;
        case 3: return TargetClass::police;
        case 4: return TargetClass::military;
        case 6:
        case 9:
        case 11:
        case 16:
        case 19:
        case 21: return TargetClass::infrastructure;
        case 17:
        case 22: return TargetClass::militant;
        case 1:
        case 5:
        case 8:
        case 10:
        case 12:
        case 14:
        case 15:
        case 18: return TargetClass::civilian;
        default: return std::nullopt;
    }
}

GtdTarget gtd_target(std::optional<TargetClass> target)
{
    if (!target) return {};
    switch (*target) {
        case TargetClass::civilian: return {14, "Private Citizens & Property"};
        case TargetClass::military: return {4, "Military"};
        case TargetClass::police: return {3, "Police"};
        case TargetClass::official: return {2, "Government (General)"};
        case TargetClass::infrastructure: return {21, "Utilities"};
        case TargetClass::militant: return {17, "Terrorists/Non-State Militia"};
    }
    return {};
}

std::optional<WeaponClass> weapon_of_gtd(int weapon_type)
{
    switch (weapon_type) {
        case 5: return WeaponClass::firearm;
        case 6: return WeaponClass::explosive;
        case 8: return WeaponClass::fire;
        case 9: return WeaponClass::blade;
        case 10: return WeaponClass::vehicle;
        case 1:
        case 2:
        case 3:
        case 4:
        case 7:
        case 11:
        case 12: return WeaponClass::other;
        default: return std::nullopt;
    }
}

std::optional<IncidentKind> kind_of_plover(std::string_view type, std::string_view mode)
{
    const auto is = [&](const Coded<Kind>& entry) {
        return entry.code.size() == type.size() + 1 + mode.size() && entry.code.starts_with(type) && entry.code[type.size()] == ':' && entry.code.ends_with(mode);
    };
    const auto found = std::ranges::find_if(plover_kinds, is);
    return found == plover_kinds.end() ? std::nullopt : std::optional(found->value);
}

PloverCode plover_code(IncidentKind kind)
{
    switch (kind) {
        case Kind::assassination_or_targeted_killing: return {"ASSAULT", "targeted"};
        case Kind::armed_attack:
        case Kind::ambush:
        case Kind::clash:
        case Kind::execution: return {"ASSAULT", "firearms"};
        case Kind::ied_or_mine: return {"ASSAULT", "explosives"};
        case Kind::suicide_or_vehicle_bomb: return {"ASSAULT", "suicide-attack"};
        case Kind::abduction: return {"ASSAULT", "abduct"};
        case Kind::arson_or_property: return {"ASSAULT", "destroy"};
        case Kind::airstrike: return {"ASSAULT", "aerial"};
        case Kind::shelling: return {"ASSAULT", "heavy-weapons"};
        case Kind::security_operation: return {"COERCE", "arrest"};
        case Kind::protest: return {"PROTEST", "demo"};
        case Kind::checkpoint_or_raid_by_group:
        case Kind::other_violence: break;
    }
    return {"ASSAULT", ""};
}

std::optional<TargetClass> target_of_plover(std::string_view sector) { return look_up(plover_sectors, sector); }

std::string_view plover_sector(std::optional<TargetClass> target)
{
    if (!target) return "UNK";
    switch (*target) {
        case TargetClass::civilian: return "CVL";
        case TargetClass::military: return "MIL";
        case TargetClass::police: return "COP";
        case TargetClass::official: return "GOV";
        case TargetClass::infrastructure: return "BUS";
        case TargetClass::militant: return "REB";
    }
    return "UNK";
}

}  // namespace sitrep
