#include "store/sqlite/connection.hpp"

#include "store/sqlite/migrations.hpp"
#include "store/sqlite/row_numbers.hpp"
#include "store/sqlite/tokenizer.hpp"
#include "store/store.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/core.h>
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <thread>

namespace sitrep::store {
namespace {

/// Looks again every millisecond for a while, then every five, for ten seconds. SQLite's own waiting soon sleeps a tenth of a second at a time:
/// a `read` beside it, which writes a report every few milliseconds, is then never met between two reports, and a person's change waits for seconds.
int wait_for_turn(void*, int times)
{
    constexpr int short_waits = 1000, long_waits = 1800;
    if (times >= short_waits + long_waits) return 0;
    std::this_thread::sleep_for(std::chrono::milliseconds(times < short_waits ? 1 : 5));
    return 1;
}

[[noreturn]] void fail(int code, const char* words)
{
    switch (code & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED: throw LibraryIsBusy("another Sitrep is writing in this library; wait until it has finished and try again");
        case SQLITE_FULL: throw LibraryError("the disk is full; free some space and run the same command again, nothing stored is lost");
        case SQLITE_READONLY: throw LibraryError("the library may not be written; check the file's permissions and those of its folder");
        case SQLITE_CANTOPEN: throw LibraryError("the library cannot be opened; check that its folder exists and may be written");
        case SQLITE_NOTADB: throw LibraryError("the file is not a Sitrep library; name another one with --library");
        case SQLITE_CORRUPT:
            throw LibraryError(fmt::format("the library is damaged ({}); run `sitrep verify` and go back to a backup", words));
        default: throw LibraryError(fmt::format("the library cannot be used: {}", words));
    }
}

void check(sqlite3* database, int code)
{
    if (code != SQLITE_OK) fail(code, sqlite3_errmsg(database));
}

void refuse_folder(const std::string& path)
{
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) throw LibraryError(path + " is a folder; name a file with --library");
}

// SQLite would take an empty file for a new database and any other file for a damaged one; we say what it is first. Its first bytes are read
// through SQLite's own file: closing another one of the same name would end all locks that this process holds on it (POSIX), and a program
// that ends beside us would take itself for the last one and put the log of changes away that our connections still write to.
void refuse_what_is_no_database(sqlite3* database, const std::string& path)
{
    constexpr std::string_view magic("SQLite format 3\0", 16);
    sqlite3_file* file = nullptr;
    check(database, sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file));
    sqlite3_int64 size = 0;
    check(database, file->pMethods->xFileSize(file, &size));
    if (size == 0) return;
    char begin[magic.size()] = {};
    const auto bytes = std::size_t(std::min<sqlite3_int64>(size, sqlite3_int64(magic.size())));
    check(database, file->pMethods->xRead(file, begin, int(bytes), 0));
    if (std::string_view(begin, bytes) != magic) throw LibraryError(path + " is not a Sitrep library and is left as it is; name another file with --library");
}

}  // namespace

Statement::~Statement() { sqlite3_reset(statement_); }

Statement& Statement::put(std::int64_t value)
{
    check(database_, sqlite3_bind_int64(statement_, ++parameter_, value));
    return *this;
}

Statement& Statement::put(double value)
{
    check(database_, sqlite3_bind_double(statement_, ++parameter_, value));
    return *this;
}

Statement& Statement::put(std::string_view value)
{
    const char* data = value.data() ? value.data() : "";  // a null pointer would bind NULL
    check(database_, sqlite3_bind_text64(statement_, ++parameter_, data, value.size(), texts_ == Texts::copied ? SQLITE_TRANSIENT : SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}

Statement& Statement::put(Bytes bytes)
{
    const char* data = bytes.view.data() ? bytes.view.data() : "";
    check(database_, sqlite3_bind_blob64(statement_, ++parameter_, data, bytes.view.size(), SQLITE_STATIC));
    return *this;
}

Statement& Statement::put(std::nullopt_t)
{
    check(database_, sqlite3_bind_null(statement_, ++parameter_));
    return *this;
}

Statement& Statement::put(const Sha256& hash)
{
    check(database_, sqlite3_bind_blob(statement_, ++parameter_, hash.bytes.data(), int(hash.bytes.size()), SQLITE_TRANSIENT));
    return *this;
}

Statement& Statement::put(Span span) { return put(std::int64_t(span.start)).put(std::int64_t(span.end)); }

Statement& Statement::put(const std::optional<Span>& span)
{
    if (span) return put(*span);
    return put(std::nullopt).put(std::nullopt);
}

bool Statement::step()
{
    column_ = 0;
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) fail(code, sqlite3_errmsg(database_));
    return false;
}

void Statement::run()
{
    while (step()) {
    }
}

bool Statement::null() const { return sqlite3_column_type(statement_, column_) == SQLITE_NULL; }
std::int64_t Statement::integer() { return sqlite3_column_int64(statement_, column_++); }
double Statement::real() { return sqlite3_column_double(statement_, column_++); }
std::string Statement::text() { return std::string(view()); }

std::string_view Statement::view()
{
    const void* data = sqlite3_column_blob(statement_, column_);
    const auto size = std::size_t(sqlite3_column_bytes(statement_, column_++));
    return data ? std::string_view(static_cast<const char*>(data), size) : std::string_view();
}

Sha256 Statement::hash()
{
    Sha256 hash;
    const auto bytes = view();
    if (bytes.size() == hash.bytes.size()) std::memcpy(hash.bytes.data(), bytes.data(), bytes.size());
    return hash;
}

std::optional<std::int64_t> Statement::optional_integer()
{
    if (!null()) return integer();
    skip();
    return std::nullopt;
}

std::optional<std::string> Statement::optional_text()
{
    if (!null()) return text();
    skip();
    return std::nullopt;
}

Span Statement::span()
{
    const auto start = std::uint32_t(integer());
    return Span{start, std::uint32_t(integer())};
}

std::optional<Span> Statement::optional_span()
{
    if (!null()) return span();
    column_ += 2;
    return std::nullopt;
}

void Connection::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Connection::Connection(const std::string& path)
{
    // Asked for once, before the first connection: SQLite counts every allocation under a lock, for figures that nobody reads.
    static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(uncounted);
    refuse_folder(path);
    try {
        // One connection serves one thread at a time, so SQLite's own locks would only cost.
        database_ = std::make_unique<SQLite::Database>(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLITE_OPEN_NOMUTEX);
    }
    catch (const SQLite::Exception& error) {
        fail(error.getErrorCode(), error.what());
    }
    refuse_what_is_no_database(handle(), path);
    sqlite3_extended_result_codes(handle(), 1);
    wait_for_writers(true);
    register_tokenizer(handle());
    register_row_numbers(handle());
    refuse_other_libraries(*this, path);
    execute("PRAGMA page_size = 2048;"             // bytes: a report touches thirty tables, each writes a whole page
            "PRAGMA journal_mode = WAL;"
            "PRAGMA synchronous = NORMAL;"
            "PRAGMA foreign_keys = ON;"
            "PRAGMA temp_store = MEMORY;"
            "PRAGMA cache_size = -48000;"          // KiB: most keys of a hundred thousand accounts stay at hand, and ten thousand reports are read in 300 MB
            "PRAGMA wal_autocheckpoint = 32000;"   // pages: a checkpoint waits for the disk, and writes a page changed often once
            "PRAGMA journal_size_limit = 67108864");  // bytes
    migrate(*this);
}

Connection::~Connection() = default;

sqlite3* Connection::handle() const { return database_->getHandle(); }

sqlite3_stmt* Connection::prepare(const char* sql) const
{
    sqlite3_stmt* statement = nullptr;
    check(handle(), sqlite3_prepare_v3(handle(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
    return statement;
}

sqlite3_stmt* Connection::prepared(Sql sql) const
{
    auto& kept = prepared_[sql.text];
    if (!kept) kept.reset(prepare(sql.text));
    return kept.get();
}

Statement Connection::statement(Sql sql) const { return Statement(handle(), prepared(sql)); }

Statement Connection::statement_built(const std::string& sql) const
{
    auto& kept = prepared_built_[sql];
    if (!kept) kept.reset(prepare(sql.c_str()));
    return Statement(handle(), kept.get());
}

void Connection::execute(const char* script) const { check(handle(), sqlite3_exec(handle(), script, nullptr, nullptr, nullptr)); }

void Connection::wait_for_writers(bool wait) const { check(handle(), sqlite3_busy_handler(handle(), wait ? wait_for_turn : nullptr, nullptr)); }

std::int64_t Connection::last_id() const { return sqlite3_last_insert_rowid(handle()); }

void Connection::roll_back() const noexcept
{
    // SQLite itself has rolled back after some faults; then there is nothing left to do.
    if (!sqlite3_get_autocommit(handle())) sqlite3_exec(handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

std::string now_utc()
{
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const auto day = std::chrono::floor<std::chrono::days>(now);
    const std::chrono::hh_mm_ss time(now - day);
    return fmt::format("{}T{:02}:{:02}:{:02}Z", to_iso(day), time.hours().count(), time.minutes().count(), time.seconds().count());
}

}  // namespace sitrep::store
