// One connection to a library file, its prepared statements kept, every fault a LibraryError.
#pragma once

#include "core/account.hpp"
#include "core/sha256.hpp"

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace SQLite {
class Database;
}

namespace sitrep::store {

/// SQL written in the source: its address is its identity, so that a statement is prepared once.
struct Sql {
    template <std::size_t length>
    consteval Sql(const char (&literal)[length]) : text(literal)
    {
    }
    const char* text;
};

/// Bytes to bind without copying; they must outlive the statement's run.
struct Bytes {
    std::string_view view;
};

/// A prepared statement at work. Parameters are put, and columns taken, in their order; it is reset when it leaves scope.
class Statement {
public:
    /// Texts are copied when they are put, or only borrowed when they outlive the statement's run.
    enum class Texts : bool { copied, borrowed };
    Statement(sqlite3* database, sqlite3_stmt* statement, Texts texts = Texts::copied) : database_(database), statement_(statement), texts_(texts) {}
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    Statement& put(std::int64_t value);
    Statement& put(double value);
    Statement& put(std::string_view value);
    Statement& put(const char* value) { return put(std::string_view(value)); }
    Statement& put(const std::string& value) { return put(std::string_view(value)); }
    Statement& put(Bytes bytes);
    Statement& put(std::nullopt_t);
    Statement& put(const Sha256& hash);
    Statement& put(bool value) { return put(std::int64_t(value)); }
    template <std::integral T>
    Statement& put(T value)
    {
        return put(std::int64_t(value));
    }
    template <class Id>
        requires std::is_enum_v<Id> && std::same_as<std::underlying_type_t<Id>, std::int64_t>
    Statement& put(Id id)
    {
        return put(std::int64_t(id));
    }
    template <class T>
    Statement& put(const std::optional<T>& value)
    {
        return value ? put(*value) : put(std::nullopt);
    }
    Statement& put(Span span);                        ///< two parameters
    Statement& put(const std::optional<Span>& span);  ///< two parameters

    bool step();  ///< true while there is a row
    void run();   ///< for a statement without rows

    bool null() const;  ///< is the column to be taken next null?
    void skip() { ++column_; }
    std::int64_t integer();
    double real();
    bool truth() { return integer() != 0; }
    std::string text();
    std::string_view view();  ///< text or bytes, valid until the next step
    Sha256 hash();
    std::optional<std::int64_t> optional_integer();
    std::optional<std::string> optional_text();
    Span span();
    std::optional<Span> optional_span();
    template <class Id>
    Id id()
    {
        return Id(integer());
    }

private:
    sqlite3* database_;
    sqlite3_stmt* statement_;
    Texts texts_;
    int parameter_ = 0;
    int column_ = 0;
};

class Connection {
public:
    /// Opens or creates the file; throws LibraryError for anything that is not a library.
    explicit Connection(const std::string& path);
    ~Connection();

    Statement statement(Sql sql) const;
    Statement statement_built(const std::string& sql) const;  ///< for SQL put together from few parts
    template <class... Values>
    Statement ask(Sql sql, const Values&... values) const
    {
        return Statement(handle(), put_all(prepared(sql), values...));
    }
    template <class... Values>
    void run(Sql sql, const Values&... values) const
    {
        Statement statement(handle(), prepared(sql), Statement::Texts::borrowed);
        (statement.put(values), ...);
        statement.run();
    }
    template <class... Values>
    std::optional<std::int64_t> number(Sql sql, const Values&... values) const
    {
        Statement statement(handle(), prepared(sql), Statement::Texts::borrowed);
        (statement.put(values), ...);
        if (!statement.step()) return std::nullopt;
        return statement.optional_integer();
    }
    void execute(const char* script) const;
    std::int64_t last_id() const;
    sqlite3* handle() const;

    /// True at first: whoever writes waits some seconds for another writer. False: it is told at once that the library is busy.
    void wait_for_writers(bool wait) const;

    void begin() const { run("BEGIN IMMEDIATE"); }
    void commit() const { run("COMMIT"); }
    void roll_back() const noexcept;

private:
    template <class... Values>
    sqlite3_stmt* put_all(sqlite3_stmt* statement, const Values&... values) const
    {
        Statement binder(handle(), statement);
        (binder.put(values), ...);
        return statement;
    }
    sqlite3_stmt* prepared(Sql sql) const;
    sqlite3_stmt* prepare(const char* sql) const;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    using Prepared = std::unique_ptr<sqlite3_stmt, Finalize>;

    std::unique_ptr<SQLite::Database> database_;
    mutable std::unordered_map<const char*, Prepared> prepared_;
    mutable std::unordered_map<std::string, Prepared> prepared_built_;
};

/// UTC now, ISO 8601 to the second.
std::string now_utc();

}  // namespace sitrep::store
