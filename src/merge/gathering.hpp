// Merging in memory: reports come one by one, and after each the incidents are those that all at once would have given.
#pragma once

#include "merge/blocks.hpp"
#include "merge/grouping.hpp"

#include <cstdint>
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

    /// The same for many reports in their order, on so many threads, and much cheaper where they are more than what is there: each tie is looked at once. `report(i)` gives the
    /// accounts of one, which need not outlive the call; it is called by this thread, in order.
    void add_all(std::size_t reports, const std::function<std::span<const Facts>(std::size_t)>& report, std::size_t threads = 2);

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
    /// What one thread needs to meet an account once.
    struct Search {
        std::vector<Number> seen_in;  ///< the last search that met an account
        Number search = 0;
    };
    void file(const Facts& facts);
    /// Accounts before this one that may tell the same.
    std::vector<Number> candidates_for(const Facts& facts, Number before, Search& search) const;
    /// Ties of a report's accounts, numbered from `first` on, to those before. Changes nothing but the search: several threads may find at once.
    std::vector<Grouping::Tied> find(std::span<const Facts> report, Number first, Search& search, std::size_t& compared) const;

    const Model& model_;
    Blocks<Facts> facts_;
    Grouping groups_;
    Search search_;
    std::unordered_map<BlockKey, std::vector<Number>> filed_;  ///< ascending
    std::size_t ties_ = 0, pairs_compared_ = 0;
};

}  // namespace sitrep::merge
