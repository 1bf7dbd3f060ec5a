// All ties of a grouping taken from the strongest down at once: for many accounts that come together.
#pragma once

#include "merge/grouping.hpp"
#include "merge/grouping_rule.hpp"

#include <cstdint>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace sitrep::merge {

/// What a tie decides depends on nothing but the two groups that it is between. So a batch of ties is judged on several threads, each as things stand at its beginning, and then
/// gone through in order: only those that meet a group which the same batch has changed are judged again.
class GroupingAtOnce {
public:
    using Number = Grouping::Number;
    /// No account may be on the shelf. Whatever was grouped before is taken apart.
    GroupingAtOnce(Grouping& grouping, std::size_t threads);

    /// `together` before all else, and what has been kept together of what was forgotten.
    void run(std::span<const std::pair<Number, Number>> together);

private:
    using Union = Grouping::Union;
    using Turn = GroupingRule::Turn;
    enum class Verdict : std::uint8_t {
        settled,  ///< they are one already, or did not fit as they stand
        excluded, unfit, fits
    };
    /// Named by one of its accounts.
    struct Set {
        std::vector<Number> members;  ///< by content; empty for an account by itself
        std::uint32_t changed = 0;    ///< the last batch in which it grew
    };

    GroupingRule::Members members_of(Number set) const { return sets_[set].members.empty() ? GroupingRule::Members(&accounts_[set], 1) : GroupingRule::Members(sets_[set].members); }
    std::vector<Turn> turns() const;
    Verdict judge(const Union& tie) const;
    void go_through(std::span<const Turn> batch);
    void decide(const Union& tie, Verdict verdict);
    void unite(const Union& tie);
    void write_back();

    Grouping& all_;
    GroupingRule rule_;
    std::size_t threads_;
    std::uint32_t batch_ = 0;
    std::vector<Set> sets_;
    std::vector<Number> accounts_;  ///< all, for those by themselves
    std::vector<Number> set_of_;    ///< by account
    std::vector<Union> grown_;  ///< in the order in which it happened
    std::unordered_map<std::uint64_t, std::uint32_t> unfit_;  ///< two sets, and how large they were together when they did not fit; UINT32_MAX: they never will
};

}  // namespace sitrep::merge
