// The append-only log: each entry hashes the one before, so that nothing in the middle can change unseen.
#pragma once

#include "core/sha256.hpp"
#include "store/sqlite/connection.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace sitrep::store {

struct LogEntry {
    std::int64_t id = 0;
    std::string at;
    std::string action;
    std::int64_t subject = 0;
    std::int64_t extent = 0;  ///< of a document: how many of its accounts the entry covers
    Sha256 content;           ///< of what was written
    Sha256 hash;              ///< of the hash before and of this entry
};

/// The hash an entry must have when `before` is the hash of the one before it.
Sha256 chained(const Sha256& before, const LogEntry& entry);

class Log {
public:
    explicit Log(const Connection& connection) : db_(connection) {}
    void append(std::string_view action, std::int64_t subject, std::string_view content, std::int64_t extent = 0);
    /// Another connection may have written, or a transaction was rolled back: the last entry is looked up again.
    void forget() { last_.reset(); }
    std::optional<LogEntry> last() const;
    static LogEntry take(Statement& row);  ///< from the columns of `log` in their order

private:
    const Connection& db_;
    std::optional<LogEntry> last_;
};

}  // namespace sitrep::store
