// The incidents of a library as merging sees them: what has been met is held in memory, the rest is fetched when something hangs together with it.
#pragma once

#include "merge/grouping.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace sitrep::pipeline {

class LibraryGroups {
public:
    using Number = merge::Grouping::Number;

    LibraryGroups(store::Store& store, const merge::Thresholds& thresholds);
    LibraryGroups(const LibraryGroups&) = delete;
    LibraryGroups& operator=(const LibraryGroups&) = delete;

    /// Call before a report is filed: forgets everything when others have changed the library since, or when too much is held.
    void look_again();
    void forget();

    /// An account that the library has just been given, with ties to others there; both have the facts.
    void add(AccountId id, const merge::Facts& facts);
    void tie(AccountId a, AccountId b, double score);
    /// Where it is filed; nothing for an account that is filed nowhere (any more, or not yet).
    std::optional<IncidentId> incident_of(AccountId id);
    void set_incident(AccountId id, IncidentId incident) { incidents_[number_of(id)] = incident; }
    const merge::Facts& facts_of(AccountId id);

    struct Grouped {
        AccountId account{};
        std::size_t group = 0;  ///< accounts of one event have the same
    };
    /// Groups new accounts after their ties are told: all accounts whose group may be another now, these among them, oldest first.
    std::vector<Grouped> settle(std::span<const AccountId> fresh);
    /// Groups everything anew that hangs together with an account, whatever was decided before.
    std::vector<Grouped> regroup(AccountId account);
    /// After accounts have been filed: what people have ruled about their incidents goes for them too.
    void rule_anew(std::span<const Grouped> filed);
    /// The account that one is most like among some, and nothing when it has a tie to none of them.
    template <class Among>
    std::optional<AccountId> nearest(AccountId id, const Among& is_among)
    {
        std::optional<AccountId> best;
        double score = 0;
        for (const auto& link : groups_.links_of(number_of(id))) {
            const auto other = ids_[link.other];
            if (!is_among(other) || (best && (link.score < score || (link.score == score && other > *best)))) continue;
            best = other;
            score = link.score;
        }
        return best;
    }

private:
    struct RuledSide {
        std::int64_t decision, side;
    };

    Number number_of(AccountId id);
    void load(Number account);
    void rule(std::span<const AccountId> accounts);
    /// Whether the newest ruling about both keeps them together (true) or apart (false).
    std::optional<bool> ruled(Number a, Number b) const;
    std::vector<std::pair<Number, Number>> together_among(std::span<const Number> accounts) const;
    std::vector<Number> hanging_together(AccountId begin);
    std::vector<Grouped> grouped(std::span<const Number> numbers) const;

    store::Store& store_;
    merge::Thresholds thresholds_;
    merge::Grouping groups_;
    std::int64_t others_changes_ = 0;
    std::vector<AccountId> ids_;                          ///< by number
    std::vector<std::optional<IncidentId>> incidents_;    ///< by number; of what is held
    std::unordered_map<std::int64_t, Number> numbers_;    ///< by id
    std::unordered_map<std::int64_t, std::unique_ptr<merge::Facts>> facts_;  ///< by id
    std::unordered_map<Number, std::vector<RuledSide>> ruled_;  ///< the newest decision first
    std::size_t links_ = 0;
};

}  // namespace sitrep::pipeline
