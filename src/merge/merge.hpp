// Which accounts tell the same incident, and why.
#pragma once

#include "core/incident.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace sitrep::merge {

/// An account is filed under some keys and looked for under some more; two accounts that could be the same share one.
/// Keys are hashes of place, day and country, never of a person's name.
using BlockKey = std::uint64_t;
std::vector<BlockKey> keys_to_file(const FiledAccount& account);
std::vector<BlockKey> keys_to_ask(const FiledAccount& account);

/// How alike two accounts are: score = sum of the reasons' weights; same event above `same_above`.
struct Comparison {
    double score = 0;
    std::vector<Reason> reasons;
    bool is_repost = false;  ///< the same words: one source, whatever it calls itself
};
inline constexpr double same_above = 1.0;
Comparison compare(const FiledAccount& a, const FiledAccount& b);

/// Accounts already in an incident, as the library or a run holds them.
struct Candidate {
    Candidate(IncidentId told, std::shared_ptr<const FiledAccount> filed) : incident(told), account(std::move(filed)) {}
    Candidate(IncidentId told, FiledAccount filed) : Candidate(told, std::make_shared<const FiledAccount>(std::move(filed))) {}

    IncidentId incident;
    std::shared_ptr<const FiledAccount> account;  ///< never null
};

/// Where a new account belongs: the incident whose accounts it fits best, or none: a new one. Two accounts of one report are never joined,
/// and an account fits an incident only when it fits the incident as a whole (no clash with its other accounts).
struct Decision {
    std::optional<IncidentId> incident;
    std::optional<AccountId> nearest;  ///< the account it was compared with, also when it was kept apart
    double score = 0;
    std::vector<Reason> reasons;
};
Decision decide(const FiledAccount& account, std::span<const Candidate> candidates);

/// The record that follows from an incident's accounts: fields, ranges, conflicts, independent sources, grade.
/// Confirmed = two sources that do not quote each other, or an admission by the side that suffered; a claim by the perpetrator alone is claimed_only.
Incident consolidate(IncidentId id, std::vector<FiledAccount> accounts);

}  // namespace sitrep::merge
