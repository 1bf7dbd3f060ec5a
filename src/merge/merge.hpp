// Which accounts tell the same incident, and why.
#pragma once

#include "core/incident.hpp"
#include "merge/facts.hpp"
#include "merge/model.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

namespace sitrep::merge {

/// An account is filed under some keys and looked for under some more; two accounts that could be the same share one.
/// Keys are hashes of place, day, country and a number of dead, never of a person's name.
using BlockKey = std::uint64_t;
std::vector<BlockKey> keys_to_file(const Facts& facts);
std::vector<BlockKey> keys_to_ask(const Facts& facts);
/// Accounts looked at under one key: the newest. Below this the order of arrival does not matter.
inline constexpr std::size_t looked_at_per_key_max = 256;

/// How alike two accounts are: score = natural log-odds that they tell one event = sum of the reasons' weights.
struct Comparison {
    double score = 0;
    std::vector<Reason> reasons;
    bool is_repost = false;   ///< the same words: one source, whatever it calls itself
    bool impossible = false;  ///< whatever the score: told before it happened, another country, stated weeks apart
    double chance() const { return impossible ? 0 : chance_of(score); }
};
Comparison compare(const FiledAccount& a, const FiledAccount& b, const Model& model = shipped_model());
/// The features that two accounts show, for training; the same that compare() weighs. Of the model only the rarity of words is asked.
std::vector<Feature> features_of(const Facts& a, const Facts& b, const Model& model);

/// What stands for "impossible" among scores.
inline constexpr double never = -100;
/// The same score without reasons; `never` for the impossible and for two accounts of one report.
double score_of(const Facts& a, const Facts& b, const Model& model);

/// Two accounts that may tell one event, by their numbers in a list.
struct Tie {
    std::size_t a = 0, b = 0;
    double score = 0;
};
/// Ties between the accounts of one new report and others, each other given with its facts: where two reports tell one event together, they
/// likely tell a second one together. Only ties from Thresholds::floor on. `candidates[i]` are the numbers in `others` for account i.
std::vector<Tie> ties_of(std::span<const Facts> report, std::span<const Facts* const> others, std::span<const std::vector<std::size_t>> candidates, const Model& model);

/// What people have ruled about accounts, by their numbers in a list. Nothing overrules it.
struct Rulings {
    std::vector<std::pair<std::size_t, std::size_t>> together;
    std::function<bool(std::size_t, std::size_t)> apart;  ///< may be empty
};

/// Which of these accounts tell one event: for each the number of its group, counted from 0 in the order of the list. The answer depends on what the accounts
/// say, not on their order: ties are taken from the strongest down, and two groups become one only when their accounts fit as a whole, no two are of one
/// report, and nobody has told them apart. Grouping gives the same answer while accounts come one by one.
std::vector<std::size_t> partition(std::span<const Facts* const> accounts, std::span<const Tie> ties, const Rulings& rulings, const Thresholds& thresholds, const Model& model);

/// The record that follows from an incident's accounts: fields, ranges, conflicts, independent sources, grade.
/// Confirmed = two sources that do not quote each other, or an admission by the side that suffered; a claim by the perpetrator alone is claimed_only.
Incident consolidate(IncidentId id, std::vector<FiledAccount> accounts);

/// A reliability for a source to start from, by its record in the library: B when others bear out half of what it tells, C below, D when a third of it is
/// contested, F with fewer than twenty incidents. A and E are for people alone.
char proposed_letter(std::int64_t told, std::int64_t corroborated, std::int64_t contested);

}  // namespace sitrep::merge
