#include "store/sqlite/log.hpp"

#include "store/sqlite/canonical.hpp"

namespace sitrep::store {

Sha256 chained(const Sha256& before, const LogEntry& entry)
{
    Canonical canonical;
    canonical << before << entry.id << entry.at << entry.action << entry.subject << entry.extent << entry.content;
    return sha256(canonical.bytes());
}

void Log::append(std::string_view action, std::int64_t subject, std::string_view content, std::int64_t extent)
{
    if (!last_) last_ = last().value_or(LogEntry{});
    const Sha256 before = last_->hash;
    last_->id += 1;
    last_->at = now_utc();
    last_->action = action;
    last_->subject = subject;
    last_->extent = extent;
    last_->content = sha256(content);
    last_->hash = chained(before, *last_);
    db_.run("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?)", last_->id, last_->at, last_->action, subject, extent, last_->content, last_->hash);
}

std::optional<LogEntry> Log::last() const
{
    auto row = db_.ask("SELECT id, at, action, subject, extent, content, hash FROM log ORDER BY id DESC LIMIT 1");
    if (!row.step()) return std::nullopt;
    return take(row);
}

LogEntry Log::take(Statement& row)
{
    LogEntry entry;
    entry.id = row.integer();
    entry.at = row.text();
    entry.action = row.text();
    entry.subject = row.integer();
    entry.extent = row.integer();
    entry.content = row.hash();
    entry.hash = row.hash();
    return entry;
}

}  // namespace sitrep::store
