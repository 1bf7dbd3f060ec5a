// Which accounts are filed under a key: an index brought up to date in batches, the newest accounts beside it in memory.
#pragma once

#include "core/incident.hpp"
#include "store/sqlite/connection.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace sitrep::store {

class BlockKeys {
public:
    explicit BlockKeys(const Connection& connection) : db_(connection) {}

    void file(AccountId account, std::span<const std::uint64_t> keys);
    /// The newest accounts under a key, newest first.
    std::vector<std::int64_t> newest_under(std::uint64_t key, std::size_t most) const;
    /// Puts what was filed since the last time into the index, in a transaction that the caller holds.
    void put_into_index();
    /// When a transaction begins: another process may have filed accounts, or put them into the index.
    void look_again();
    /// After a rollback.
    void forget() { known_.reset(); }

private:
    void load() const;
    void remember(std::int64_t account, std::span<const std::uint64_t> keys) const;

    const Connection& db_;
    mutable std::unordered_map<std::uint64_t, std::vector<std::int64_t>> newest_;  ///< oldest first
    mutable std::optional<std::int64_t> known_;  ///< the state of the file that `newest_` is of
};

}  // namespace sitrep::store
