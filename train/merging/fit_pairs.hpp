// Pairs of accounts to learn the same-event score from, and how often merging is right.
#pragma once

#include "merge/merge.hpp"
#include "merging/gold_accounts.hpp"

#include <vector>

namespace sitrep::train {

struct PairExample {
    std::vector<merge::Feature> shown;
    bool is_same = false;
    double weight = 1;
};

/// Every pair of accounts of different reports that share a blocking key and could be one event; with `made_alone` only those with an account that was changed.
std::vector<PairExample> pair_examples(const std::vector<KeyedReport>& reports, double weight, const merge::Model& with_rarity, bool made_alone = false);

/// Pairs of accounts of different reports, as score_incidents.py counts links between reports.
struct Links {
    std::size_t right = 0, wrong = 0, missed = 0;
    std::size_t across_right = 0, across_wrong = 0, across_missed = 0;  ///< of these between two languages
    double precision() const { return right + wrong ? double(right) / double(right + wrong) : 1; }
    double recall() const { return right + missed ? double(right) / double(right + missed) : 1; }
    double f1() const { return 2 * precision() * recall() / std::max(1e-9, precision() + recall()); }
    Links& operator+=(const Links& other);
};
/// Merges the reports in their order and counts.
Links merge_and_count(const std::vector<KeyedReport>& reports, const merge::Thresholds& thresholds, const merge::Model& model);
/// With `counted`, a pair counts when its later report is counted.
Links count_links(const std::vector<KeyedReport>& reports, const std::vector<std::uint32_t>& groups, const std::vector<bool>& counted = {});
/// The group of each account after merging, in the order of the reports.
std::vector<std::uint32_t> groups_of(const std::vector<KeyedReport>& reports, const merge::Thresholds& thresholds, const merge::Model& model);

/// Of pairs that tell one event, how many share a key.
struct Blocking {
    std::size_t pairs = 0, found = 0;
};
Blocking blocking_of(const std::vector<KeyedReport>& reports);

}  // namespace sitrep::train
