#include "store/sqlite/migrations.hpp"

#include "store/sqlite/connection.hpp"
#include "store/store.hpp"

#include <fmt/core.h>

#include <array>

extern "C" const char sitrep_store_migration_0001[];
extern "C" const char sitrep_store_migration_0002[];
extern "C" const char sitrep_store_migration_0003[];
extern "C" const char sitrep_store_migration_0004[];
extern "C" const char sitrep_store_migration_0005[];
extern "C" const char sitrep_store_migration_0006[];

namespace sitrep::store {
namespace {

// Marks the file as ours among all SQLite files: "STRP".
constexpr std::int64_t library_mark = 0x53545250;

// The n-th leads from version n to n + 1. Each ends in a zero byte, so it can be handed to SQLite as it is.
const std::array migrations{sitrep_store_migration_0001, sitrep_store_migration_0002, sitrep_store_migration_0003, sitrep_store_migration_0004, sitrep_store_migration_0005,
                            sitrep_store_migration_0006};

std::int64_t version_of(const Connection& connection) { return connection.number("PRAGMA user_version").value_or(0); }

}  // namespace

void refuse_other_libraries(const Connection& connection, const std::string& path)
{
    const auto mark = connection.number("PRAGMA application_id").value_or(0);
    // A plug pulled while the file was made leaves an empty database without the mark.
    const bool is_empty = connection.number("SELECT count(*) FROM sqlite_schema") == 0;
    if (mark != library_mark && !(mark == 0 && is_empty))
        throw LibraryError(path + " is another program's database and is left as it is; name another file with --library");
    const auto version = version_of(connection);
    if (version > std::int64_t(migrations.size()))
        throw LibraryError(fmt::format("{} was written by a newer Sitrep (library version {}, this program knows {}); install the newer program",
                                       path, version, migrations.size()));
}

void migrate(const Connection& connection)
{
    if (version_of(connection) == std::int64_t(migrations.size())) return;
    connection.begin();
    try {
        // Another process may have done it while this one waited for the lock.
        for (auto version = std::size_t(version_of(connection)); version < migrations.size(); ++version) {
            connection.execute(migrations[version]);
            connection.execute(fmt::format("PRAGMA user_version = {}; PRAGMA application_id = {}", version + 1, library_mark).c_str());
        }
        connection.commit();
    }
    catch (...) {
        connection.roll_back();
        throw;
    }
}

}  // namespace sitrep::store
