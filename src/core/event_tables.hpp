// The event tables of the field: their columns, and which of their codes stand for which of our kinds.
#pragma once

#include "core/kind.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace sitrep {

enum class TableFormat : std::uint8_t {
    acled,    ///< Armed Conflict Location and Event Data, 31 columns (2023 on)
    ged,      ///< UCDP Georeferenced Event Dataset, 49 columns
    gtd,      ///< Global Terrorism Database, 135 columns
    plover,   ///< PLOVER records, one JSON object a line
    polecat,  ///< POLECAT, 40 columns separated by tabs
    sitrep,   ///< what `sitrep export --format csv` or `hxl` writes
    mapped    ///< any table, its columns told by a mapping
};
std::string_view to_string(TableFormat format);      ///< "ACLED", "UCDP GED", "GTD", "PLOVER", "POLECAT", "Sitrep", "mapped table"
/// In the order of the format; empty for plover and mapped.
std::span<const std::string_view> columns_of(TableFormat format);

/// Which codes of a format an incident of ours has: both ways, so that a round trip keeps the kind as far as the format can say it.
/// Each returns nothing for a code that tells no incident (an agreement, a visit) and for one it does not know.
std::optional<IncidentKind> kind_of_acled(std::string_view sub_event_type);
/// ACLED codes every event; these are no violence and make no incident.
bool is_no_incident_in_acled(std::string_view sub_event_type);

/// GTD codebook 2021: 1 assassination … 9 unknown; for bombings the weapon says more.
std::optional<IncidentKind> kind_of_gtd(int attack_type, bool suicide, int weapon_subtype);
struct GtdCode {
    int attack_type = 9;
    std::string_view attack_text = "Unknown";
    int weapon_type = 13;
    std::string_view weapon_text = "Unknown";
};
/// Nothing for what is outside GTD's scope: operations of forces, clashes, protests.
std::optional<GtdCode> gtd_code(IncidentKind kind);
std::optional<TargetClass> target_of_gtd(int target_type);
struct GtdTarget {
    int type = 20;
    std::string_view text = "Unknown";
};
GtdTarget gtd_target(std::optional<TargetClass> target);
std::optional<WeaponClass> weapon_of_gtd(int weapon_type);

/// PLOVER and POLECAT: event type and mode, in capitals and small letters as in the manual of 2024-02.
std::optional<IncidentKind> kind_of_plover(std::string_view type, std::string_view mode);
struct PloverCode {
    std::string_view type, mode;  ///< mode may be empty
};
PloverCode plover_code(IncidentKind kind);
std::optional<TargetClass> target_of_plover(std::string_view sector);
std::string_view plover_sector(std::optional<TargetClass> target);

}  // namespace sitrep
