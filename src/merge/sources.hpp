// Who stands behind an incident: which accounts are one source, and which are only the perpetrator's own word.
#pragma once

#include "core/incident.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sitrep::merge {

/// Share of words from which two reports are one text.
inline constexpr double repost_from = 0.7;
/// The same for two texts that came out within hours of each other: one desk's copy, cut to length by another.
inline constexpr double copy_within_hours_from = 0.4;

/// For each account the number of its source group: reposts, one publisher, and reports that quote each other share one.
std::vector<std::size_t> source_groups(const std::vector<FiledAccount>& accounts);
/// Why two accounts count as one source, in words; nothing when each stands for itself.
std::optional<std::string> dependence_of(const FiledAccount& a, const FiledAccount& b);
std::size_t groups_in(const std::vector<std::size_t>& groups);

/// The perpetrator says so itself, and this report names nobody else who does.
bool is_claim_alone(const FiledAccount& filed);

/// The side that was hit says so: the army of its soldiers, the police of its policemen. An unnamed "military source" admits nothing.
bool is_admission(const FiledAccount& filed);

/// True for two accounts of one publisher, under any spelling.
bool same_publisher(const FiledAccount& a, const FiledAccount& b);

}  // namespace sitrep::merge
