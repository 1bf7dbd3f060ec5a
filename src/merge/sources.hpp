// Who stands behind an incident: which accounts are one source, and which are only the perpetrator's own word.
#pragma once

#include "core/incident.hpp"

#include <vector>

namespace sitrep::merge {

/// Share of words from which two reports are one text.
inline constexpr double repost_from = 0.7;

/// For each account the number of its source group: reposts, one publisher, and reports that quote each other share one.
std::vector<std::size_t> source_groups(const std::vector<FiledAccount>& accounts);
std::size_t groups_in(const std::vector<std::size_t>& groups);

/// The perpetrator says so itself, and this report names nobody else who does.
bool is_claim_alone(const FiledAccount& filed);

/// The side that was hit says so: the army of its soldiers, the police of its policemen. An unnamed "military source" admits nothing.
bool is_admission(const FiledAccount& filed);

/// True for two accounts of one publisher, under any spelling.
bool same_publisher(const FiledAccount& a, const FiledAccount& b);

}  // namespace sitrep::merge
