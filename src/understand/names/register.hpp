// The register of armed groups, forces and agencies: data/lexicon/actors.tsv.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/kind.hpp"
#include "understand/cue.hpp"

namespace sitrep::understand {

/// One group, force or agency, with all its names as printed (not normalised).
struct RegisteredActor {
    std::string name;    ///< canonical
    std::string parent;  ///< canonical name of the group it belongs to, or empty
    Side side = Side::other;
    std::optional<TargetClass> target_class;
    bool source_only = false;  ///< a monitor, agency or outlet: speaks, never acts
    bool ambiguous = false;    ///< these names are also ordinary words or names of others
    bool at_home = false;      ///< initials that others bear too ("NPA"): meant only where a place of its countries is told
    bool adjective = false;    ///< "Turkish": names an actor only beside a force, a weapon or an act
    std::string_view kind;     ///< armed_group, state_military, state_police, …
    std::string_view country;  ///< ISO 3166 alpha-2 of the only country it belongs to, or empty
    std::vector<std::string_view> countries;  ///< all that it is at home in
    std::vector<std::string_view> abroad;     ///< others that it attacks or fights in
    std::vector<std::string_view> english;
    std::vector<std::string_view> arabic;
};

/// The register's first Arabic name of an actor by its canonical name, or nothing.
std::string_view arabic_name_of(std::string_view canonical);

/// The army or police of a country by the kind of force ("state_military", "state_police"; "state_forces": both under one name), or nothing where the
/// register knows no single one.
std::string_view force_of(std::string_view country, std::string_view kind);

/// A branch of a country's forces by how its name ends ("air force", "gendarmerie", "navy"), or nothing where the register knows no single one.
std::string_view branch_of(std::string_view country, std::string_view ending);

/// The army of a state that the register has beside the state itself ("Israel", "Israeli military"), or nothing.
std::string_view army_of(std::string_view state);

/// Parsed at first use; the same for the whole run.
const std::vector<RegisteredActor>& actor_register();

/// A name without a small Latin letter ("RSF", "M23"): it is meant only where it is printed so.
bool printed_in_capitals(std::string_view name);
/// A printed name in normal form, its tokens parted by spaces: "kurdistan workers ' party", "people 's defence force", "splm / a-n".
std::string name_as_tokens(std::string_view name);
/// Whether a word stands as such a name is printed: in capitals, of which one is enough beside a digit ("M23", "3R").
bool is_in_capitals(const text::Document& document, std::uint32_t token);

std::optional<Side> side_from(std::string_view text);
bool is_insurgent(Side side);
/// Army, police, foreign force or militia: those whose acts against others are operations.
bool is_force(Side side);

}  // namespace sitrep::understand
