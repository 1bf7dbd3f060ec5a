#include "store/desk/people.hpp"

#include "store/sqlite/desk_changes.hpp"

#include <fmt/core.h>

#include <array>

namespace sitrep::store {
namespace {

constexpr std::array<std::string_view, 4> role_names{"monitor", "editor", "source_keeper", "auditor"};

#define SITREP_USER_COLUMNS "id, name, role, password, disabled, created_at, last_seen_at, failures, locked_until"
#define SITREP_TOKEN_COLUMNS "id, hash, name, role, created_by, created_at, expires, last_used_at"

Role role_in_library(std::string_view text)
{
    if (const auto role = role_from(text)) return *role;
    throw LibraryError("the library holds a role this program does not know; run `sitrep verify`");
}

User take_user(Statement& row)
{
    User user;
    user.id = row.integer();
    user.name = row.text();
    user.role = role_in_library(row.view());
    user.password = row.text();
    user.disabled = row.truth();
    user.created_at = row.text();
    user.last_seen_at = row.optional_text();
    user.failures = int(row.integer());
    user.locked_until = row.integer();
    return user;
}

Token take_token(Statement& row)
{
    Token token;
    token.id = row.integer();
    token.hash = row.hash();
    token.name = row.text();
    token.role = role_in_library(row.view());
    token.created_by = row.text();
    token.created_at = row.text();
    token.expires = row.integer();
    token.last_used_at = row.optional_text();
    return token;
}

std::string standing_of(const User& user) { return fmt::format("{}{}", to_string(user.role), user.disabled ? ", disabled" : ""); }

}  // namespace

std::string_view to_string(Role role) { return role_names[std::size_t(role)]; }

std::optional<Role> role_from(std::string_view text)
{
    for (std::size_t i = 0; i < role_names.size(); ++i)
        if (role_names[i] == text) return Role(i);
    return std::nullopt;
}

bool People::is_set_up() const { return store_.connection().number("SELECT 1 FROM desk_user LIMIT 1").has_value(); }

std::vector<User> People::users() const
{
    std::vector<User> found;
    auto row = store_.connection().ask("SELECT " SITREP_USER_COLUMNS " FROM desk_user ORDER BY name");
    while (row.step()) found.push_back(take_user(row));
    return found;
}

std::optional<User> People::user(std::string_view name) const
{
    auto row = store_.connection().ask("SELECT " SITREP_USER_COLUMNS " FROM desk_user WHERE name = ?", name);
    if (!row.step()) return std::nullopt;
    return take_user(row);
}

std::optional<User> People::user(std::int64_t id) const
{
    auto row = store_.connection().ask("SELECT " SITREP_USER_COLUMNS " FROM desk_user WHERE id = ?", id);
    if (!row.step()) return std::nullopt;
    return take_user(row);
}

std::optional<User> People::add(User user, const std::string& who)
{
    return store_.whole([&]() -> std::optional<User> {
        if (this->user(user.name)) return std::nullopt;
        user.created_at = now_utc();
        store_.connection().run("INSERT INTO desk_user (name, role, password, disabled, created_at) VALUES (?, ?, ?, ?, ?)", user.name,
                                to_string(user.role), user.password, user.disabled, user.created_at);
        user.id = store_.connection().last_id();
        file_desk_change(store_, {"user", user.name, "", standing_of(user), ""}, who);
        return user;
    });
}

bool People::change(const User& user, const std::string& who)
{
    return store_.whole([&] {
        const auto before = this->user(user.id);
        if (!before) return false;
        const bool was_editor = before->role == Role::editor && !before->disabled;
        const bool stays_editor = user.role == Role::editor && !user.disabled;
        const auto& db = store_.connection();
        if (was_editor && !stays_editor && db.number("SELECT count(*) FROM desk_user WHERE role = 'editor' AND disabled = 0") == 1) return false;
        db.run("UPDATE desk_user SET role = ?, password = ?, disabled = ?, failures = ?, locked_until = ? WHERE id = ?", to_string(user.role),
               user.password, user.disabled, user.failures, user.locked_until, user.id);
        db.run("DELETE FROM desk_session WHERE user = ?", user.id);
        const bool new_password = before->password != user.password;
        file_desk_change(store_, {"user", user.name, standing_of(*before), standing_of(user), new_password ? "a new password" : ""}, who);
        return true;
    });
}

void People::note_failure(std::int64_t user, int failures, Seconds locked_until)
{
    store_.whole([&] { store_.connection().run("UPDATE desk_user SET failures = ?, locked_until = ? WHERE id = ?", failures, locked_until, user); });
}

void People::note_sign_in(std::int64_t user)
{
    store_.whole([&] {
        store_.connection().run("UPDATE desk_user SET failures = 0, locked_until = 0, last_seen_at = ? WHERE id = ?", now_utc(), user);
    });
}

void People::add_session(const DeskSession& session, Seconds now)
{
    store_.whole([&] {
        const auto& db = store_.connection();
        db.run("DELETE FROM desk_session WHERE expires <= ?", now);
        db.run("INSERT INTO desk_session VALUES (?, ?, ?, ?)", session.hash, session.user, session.csrf, session.expires);
    });
}

std::optional<DeskSession> People::session(const Sha256& hash, Seconds now) const
{
    auto row = store_.connection().ask("SELECT user, csrf, expires FROM desk_session WHERE hash = ? AND expires > ?", hash, now);
    if (!row.step()) return std::nullopt;
    DeskSession session;
    session.hash = hash;
    session.user = row.integer();
    session.csrf = row.text();
    session.expires = row.integer();
    return session;
}

void People::end_session(const Sha256& hash)
{
    store_.whole([&] { store_.connection().run("DELETE FROM desk_session WHERE hash = ?", hash); });
}

void People::end_sessions(std::int64_t user, const Sha256* but)
{
    store_.whole([&] { store_.connection().run("DELETE FROM desk_session WHERE user = ? AND hash <> ?", user, but ? *but : Sha256{}); });
}

std::vector<Token> People::tokens() const
{
    std::vector<Token> found;
    auto row = store_.connection().ask("SELECT " SITREP_TOKEN_COLUMNS " FROM desk_token ORDER BY id");
    while (row.step()) found.push_back(take_token(row));
    return found;
}

std::optional<Token> People::token(const Sha256& hash, Seconds now) const
{
    auto row = store_.connection().ask("SELECT " SITREP_TOKEN_COLUMNS " FROM desk_token WHERE hash = ? AND expires > ?", hash, now);
    if (!row.step()) return std::nullopt;
    return take_token(row);
}

Token People::add_token(Token token)
{
    return store_.whole([&] {
        token.created_at = now_utc();
        store_.connection().run("INSERT INTO desk_token (hash, name, role, created_by, created_at, expires) VALUES (?, ?, ?, ?, ?, ?)", token.hash,
                                token.name, to_string(token.role), token.created_by, token.created_at, token.expires);
        token.id = store_.connection().last_id();
        file_desk_change(store_, {"token", token.name, "", std::string(to_string(token.role)), ""}, token.created_by);
        return token;
    });
}

bool People::drop_token(std::int64_t id, const std::string& who)
{
    return store_.whole([&] {
        std::string name;
        {
            auto row = store_.connection().ask("SELECT name FROM desk_token WHERE id = ?", id);
            if (!row.step()) return false;
            name = row.text();
        }
        store_.connection().run("DELETE FROM desk_token WHERE id = ?", id);
        file_desk_change(store_, {"token", name, "in use", "ended", ""}, who);
        return true;
    });
}

void People::note_use(std::int64_t token)
{
    store_.whole([&] { store_.connection().run("UPDATE desk_token SET last_used_at = ? WHERE id = ?", now_utc(), token); });
}

}  // namespace sitrep::store
