// One settling of a Grouping: ties are taken from the strongest down, and only where something is different from before.
#pragma once

#include "merge/grouping.hpp"
#include "merge/grouping_rule.hpp"

#include <optional>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace sitrep::merge {

class Regrouping {
public:
    using Number = Grouping::Number;
    enum class Reach : std::uint8_t {
        all,         ///< what hangs together with the first accounts is met too
        these_alone  ///< ties to others are not followed
    };
    Regrouping(Grouping& grouping, Reach reach) : all_(grouping), rule_(grouping), reach_(reach), run_(++grouping.runs_) {}

    /// Takes these apart and groups them anew, `together` before all else.
    void begin(std::span<const Number> fresh, std::span<const std::pair<Number, Number>> together);
    /// Writes the groups back. Gives the accounts of those that may be different, ascending.
    std::vector<Number> finish();
    std::size_t looked_at() const { return met_.size(); }

private:
    /// A tie whose turn is to come.
    struct Turn : GroupingRule::Turn {
        bool united_before;
    };
    /// Turns in their order, of which some have been taken.
    struct Queue {
        std::vector<Turn> turns;
        std::size_t taken = 0;
        const Turn& front() const { return turns[taken]; }
    };
    /// A group as it stands now.
    struct Set {
        std::vector<Number> members;  ///< by content, so that it does not depend on how the set came about
        std::vector<Grouping::Union> grown;
        bool differs = false;  ///< from what stood here before at this point
    };

    bool is_met(Number account) const { return all_.nodes_[account].run == run_; }
    std::uint32_t set_of(Number account) const { return all_.nodes_[account].set; }
    void meet(Number account, bool differs);
    void meet_group_of(Number account, const Turn& now);
    bool is_settled(const Turn& turn) const;
    void wait(std::vector<Turn> turns);
    std::optional<Turn> next();
    void meet_neighbours(const Turn& now, std::span<const Number> members);
    void await_ties_after(const Turn* now, std::span<const Number> members);
    void decide(const Turn& turn);
    void unite(const Turn& turn);
    void becomes_different(std::uint32_t set, const Turn& now);
    bool fit(std::uint32_t a, std::uint32_t b);

    Grouping& all_;
    GroupingRule rule_;
    Reach reach_;
    std::uint32_t run_;
    std::vector<Set> sets_;
    std::vector<Number> met_;
    std::vector<Queue> queues_;  ///< a heap by their next turns
    std::unordered_map<std::uint64_t, std::size_t> unfit_;  ///< two sets, and how large they were together when they did not fit; SIZE_MAX: they never will
};

}  // namespace sitrep::merge
