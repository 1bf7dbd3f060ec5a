#include "store/sqlite/canonical.hpp"
#include "store/sqlite/desk_changes.hpp"

namespace sitrep::store {

std::string canonical_desk_change(const Connection& connection, std::int64_t id)
{
    auto row = connection.ask("SELECT at, who, what, subject, before, after, because FROM desk_change WHERE id = ?", id);
    if (!row.step()) return {};
    Canonical out;
    for (int column = 0; column < 7; ++column) out << row.view();
    return out.take();
}

void file_desk_change(SqliteStore& store, const DeskChange& change, const std::string& who)
{
    const auto& db = store.connection();
    db.run("INSERT INTO desk_change (at, who, what, subject, before, after, because) VALUES (?, ?, ?, ?, ?, ?, ?)", now_utc(), who, change.what,
           change.subject, change.before, change.after, change.because);
    const auto id = db.last_id();
    store.log().append("desk", id, canonical_desk_change(db, id));
}

}  // namespace sitrep::store
