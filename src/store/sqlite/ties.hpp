// Which accounts may tell one event: rows under the newer account, the way back in an index brought up to date in batches, the newest beside it in memory.
#pragma once

#include "core/incident.hpp"
#include "store/sqlite/connection.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace sitrep::store {

class TieRows {
public:
    explicit TieRows(const Connection& connection) : db_(connection) {}

    void add(AccountId account, AccountId other, double score);
    /// Older and newer ones.
    std::vector<Tied> of(AccountId account) const;
    /// Puts the way back of what was added since the last time into its index, in a transaction that the caller holds.
    void put_into_index();
    /// When another process may have written, and after a rollback.
    void forget() { is_known_ = false; }

private:
    void load() const;

    const Connection& db_;
    mutable std::unordered_map<std::int64_t, std::vector<Tied>> newer_;  ///< by the older account: ties that the index has not got yet
    mutable bool is_known_ = false;
};

}  // namespace sitrep::store
