// Changes beside the incidents (users, letters, groups, closings, releases) as rows, each in the log.
#pragma once

#include "store/sqlite/sqlite_store.hpp"

#include <string>
#include <string_view>

namespace sitrep::store {

struct DeskChange {
    std::string_view what;  ///< "user", "source", "month" …
    std::string subject, before, after, because;
};
/// In a transaction that the caller holds.
void file_desk_change(SqliteStore& store, const DeskChange& change, const std::string& who);
/// The bytes that the log's entry hashes; empty when there is no such row.
std::string canonical_desk_change(const Connection& connection, std::int64_t id);

}  // namespace sitrep::store
