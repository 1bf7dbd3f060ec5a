// Accounts into the library's incidents: what a new report tells is tied to what is there, and only what hangs together with it is grouped anew.
#pragma once

#include "merge/merge.hpp"
#include "pipeline/library_groups.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace sitrep::pipeline {

/// The desk's thresholds, or the shipped ones.
merge::Thresholds thresholds_of(const store::Store& store);
/// The error says what is possible.
Result<merge::Thresholds> set_thresholds(store::Store& store, double merge_from, double propose_from);

struct FilingCounts {
    std::int64_t new_incidents = 0;
    std::int64_t joined = 0;      ///< accounts that joined an incident already there
    std::int64_t put_together = 0;  ///< incidents that the program made one because of what came
    std::int64_t taken_apart = 0;   ///< incidents that the program divided because of what came
};

/// Files accounts report by report. One for each library; it holds what it has met of it.
class Filing {
public:
    explicit Filing(store::Store& store);

    /// Adds the accounts of one report, which is in the library already, and files each under an incident. Call inside a transaction.
    FilingCounts file(std::span<const FiledAccount> accounts);
    /// A new version of what `old` told, the report of which is in the library already: it stays in its incident unless it fits none of the other accounts there
    /// and another incident better. Call inside a transaction.
    void replace(AccountId old, const FiledAccount& fresh);
    /// Groups anew what hangs together with these accounts: after thresholds or rulings have changed. Call inside a transaction.
    FilingCounts regroup(std::span<const AccountId> accounts);
    /// After a transaction was rolled back.
    void forget() { groups_.forget(); }

private:
    struct Met {
        std::vector<merge::Facts> facts;  ///< of the new accounts
        std::vector<AccountId> others;    ///< what they were compared with
        std::vector<merge::Tie> ties;     ///< a: number of the new account, b: number in `others`
    };
    Met meet(std::span<const FiledAccount> accounts);
    AccountId add(const FiledAccount& account, const merge::Facts& facts);
    void settle(std::span<const AccountId> fresh, std::span<const LibraryGroups::Grouped> grouped, FilingCounts& counts);

    store::Store& store_;
    merge::Thresholds thresholds_;
    LibraryGroups groups_;
};

/// Two incidents that are likely one, for a person to decide.
struct Proposal {
    IncidentId a{}, b{};           ///< a < b
    AccountId account{}, other{};  ///< whose likeness speaks most for it
    double chance = 0;
    std::vector<Reason> reasons;   ///< the heaviest first
};
/// Pairs of incidents from the desk's lower threshold on that the program has not made one, the likeliest first, at most `most`.
/// Pairs that a person has told apart and pairs that share a report are none.
std::vector<Proposal> proposals(const store::Store& store, std::size_t most);

}  // namespace sitrep::pipeline
