// Merging in memory: reports come one by one, and after each the incidents are those that all at once would have given.
#pragma once

#include "merge/grouping.hpp"

#include <cstdint>
#include <deque>
#include <functional>
#include <span>
#include <unordered_map>
#include <vector>

namespace sitrep::merge {

class Gathering {
public:
    using Number = Grouping::Number;  ///< of an account, in the order in which they came
    explicit Gathering(const Thresholds& thresholds = shipped_model().thresholds(), const Model& model = shipped_model()) : model_(model), groups_(thresholds, model) {}

    /// The accounts of one report, which must not have come before. Gives the accounts whose group may have changed, the new ones among them, ascending.
    std::vector<Number> add(std::span<const Facts> report);

    /// The same for many reports in their order, on two threads: one finds what a report may be one with and how alike they are, the other groups. `report(i)` gives the accounts
    /// of one, which need not outlive the call; it is called by one thread, in order.
    void add_all(std::size_t reports, const std::function<std::span<const Facts>(std::size_t)>& report);

    /// Forgets the oldest accounts but so many; numbers go down by what was forgotten.
    void keep_newest(std::size_t count);

    std::size_t size() const { return facts_.size(); }
    /// Accounts of one event have the same group; a group is named by its first account.
    Number group_of(Number account) const { return groups_.group_of(account); }
    std::size_t ties() const { return ties_; }
    std::size_t pairs_compared() const { return pairs_compared_; }
    /// Accounts looked at for the report for which most were.
    std::size_t most_looked_at() const { return groups_.most_looked_at(); }
    /// True when the two share a key, so that they are compared at all.
    static bool are_compared(const Facts& a, const Facts& b);

private:
    /// A report's accounts as they are filed, and their ties to those filed before.
    struct Found {
        std::vector<const Facts*> accounts;
        struct NumberedTie {
            Number a, b;
            float score;
        };
        std::vector<NumberedTie> ties;
    };
    /// Files a report. Does not look at groups, as group() does not at keys: the two may run at once for different reports.
    Found find(std::span<const Facts> report);
    std::vector<Number> group(const Found& found);
    std::vector<Number> candidates_for(const Facts& facts);

    const Model& model_;
    std::deque<Facts> facts_;
    Grouping groups_;
    std::vector<Number> seen_in_;  ///< the last search that met an account, so that it is met once
    Number search_ = 0;
    std::unordered_map<BlockKey, std::vector<Number>> filed_;
    std::size_t ties_ = 0, pairs_compared_ = 0;
};

}  // namespace sitrep::merge
