// Which accounts tell one event, kept while accounts come: a new one changes what it hangs together with, and nothing else is looked at.
#pragma once

#include "merge/blocks.hpp"
#include "merge/merge.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

namespace sitrep::merge {

/// The groups are at every moment those that partition() would give for all accounts at once, in whatever order they came.
///
/// Two groups become one by the strongest tie between them, from the strongest down. What a new account changes therefore begins with its own strongest tie: of each group that it
/// meets is known in which order it grew, so that it stands there again as it was at that tie, and from there on only ties of what is different now are decided anew.
class Grouping {
public:
    using Number = std::uint32_t;  ///< of an account, in the order in which they were added
    struct Link {
        Number other;
        float score;  ///< natural log-odds that both tell one event
    };
    /// Where accounts are kept that have not been met yet.
    struct Shelf {
        std::function<const Facts*(Number)> facts;  ///< stays valid while the account is held
        std::function<void(Number)> load;           ///< must call put_back() or set_gone() for it
    };

    Grouping(const Thresholds& thresholds, const Model& model) : thresholds_(thresholds), model_(&model) {}
    void set_shelf(Shelf shelf) { shelf_ = std::move(shelf); }
    /// Pairs that a person has told apart; empty when there are none. Asked by several threads in settle_all().
    void set_apart(std::function<bool(Number, Number)> apart) { apart_ = std::move(apart); }

    /// A new account, a group of its own until it is settled.
    Number add(const Facts* facts);
    /// An account on the shelf, fetched when something hangs together with it.
    Number add_on_shelf();
    void tie(Number a, Number b, float score);
    struct Tied {
        Number a, b;
        float score;
    };
    /// Many ties at once, none of which has been told before, between accounts of which none is on the shelf.
    void tie_all(std::vector<std::vector<Tied>> ties);
    /// From the shelf: accounts that are one group, with all ties of each.
    void put_back(std::span<const Number> members, std::vector<std::vector<Link>> links, std::span<const std::pair<Number, Number>> together);
    /// The account takes part in nothing any more.
    void set_gone(Number account) { nodes_[account].is_gone = nodes_[account].is_held = true; }

    /// Groups what these accounts change, after their ties have been told. Gives the accounts whose group may be another now, ascending, these among them.
    std::vector<Number> settle(std::span<const Number> fresh, std::span<const std::pair<Number, Number>> together = {});

    /// The same for all accounts, of which none may be on the shelf, on so many threads: each tie is looked at once. Cheaper than settle() where most accounts are new.
    void settle_all(std::size_t threads, std::span<const std::pair<Number, Number>> together = {});

    std::size_t size() const { return nodes_.size(); }
    /// False while it is on the shelf.
    bool is_held(Number account) const { return nodes_[account].is_held; }
    std::vector<Number> members_of(Number account) const;
    /// A group is named by its first account.
    Number group_of(Number account) const;
    const std::vector<Link>& links_of(Number account) const { return nodes_[account].links; }
    /// Accounts looked at by the settling that looked at most.
    std::size_t most_looked_at() const { return most_looked_at_; }

    /// Forgets the first accounts but so many; numbers go down by what was forgotten.
    void forget_first(Number count);

private:
    friend class Regrouping;
    friend class GroupingAtOnce;
    friend class GroupingRule;
    static constexpr std::uint32_t none = UINT32_MAX;

    struct Node {
        const Facts* facts = nullptr;
        std::uint64_t content = 0;    ///< of the facts; once they are known
        std::vector<Link> links;      ///< by the other's number
        std::uint32_t group = none;   ///< none: a group of its own
        std::uint32_t run = 0, set = 0;  ///< the last settling that met it, and where it stands there
        bool is_held = false, is_gone = false;
    };
    /// Two groups became one by this.
    struct Union {
        Number a, b;  ///< a < b
        float score;
    };
    struct Group {
        std::vector<Number> members;  ///< ascending
        std::vector<Union> grown;     ///< in the order in which it happened, one fewer than members
    };

    const Facts& facts(Number account) const { return nodes_[account].facts ? *nodes_[account].facts : fetch_facts(account); }
    std::uint64_t content(Number account) const { return nodes_[account].facts ? nodes_[account].content : fetch_facts(account).content; }
    const Facts& fetch_facts(Number account) const;
    void hold(Number account);
    void put_together(std::vector<Number> members, std::vector<Union> grown);
    void dissolve(Number account);

    Thresholds thresholds_;
    const Model* model_;
    Shelf shelf_;
    std::function<bool(Number, Number)> apart_;
    mutable Blocks<Node> nodes_;
    std::vector<Group> groups_;
    std::vector<std::uint32_t> free_groups_;
    std::uint32_t runs_ = 0;
    std::size_t most_looked_at_ = 0;
};

}  // namespace sitrep::merge
