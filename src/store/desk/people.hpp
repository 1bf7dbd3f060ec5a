// The desk's own staff: users with their roles, their sessions in the browser, and tokens for scripts.
#pragma once

#include "core/sha256.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::store {

class SqliteStore;

/// monitor: reads in and reviews. editor: also withdraws, closes, releases, exports, users. source_keeper: also the register of
/// sources. auditor: sees all and changes nothing.
enum class Role : std::uint8_t { monitor, editor, source_keeper, auditor };
std::string_view to_string(Role role);
std::optional<Role> role_from(std::string_view text);

/// Seconds since 1970-01-01 UTC.
using Seconds = std::int64_t;

struct User {
    std::int64_t id = 0;
    std::string name;  ///< letters, digits, ".", "_", "-"; two names that differ in case alone are one
    Role role = Role::monitor;
    std::string password;  ///< argon2id string with salt and cost; never the password
    bool disabled = false;
    std::string created_at;
    std::optional<std::string> last_seen_at;
    int failures = 0;          ///< wrong passwords since the last right one
    Seconds locked_until = 0;  ///< 0 = not locked
};

struct DeskSession {
    Sha256 hash;  ///< of the cookie
    std::int64_t user = 0;
    std::string csrf;
    Seconds expires = 0;
};

struct Token {
    std::int64_t id = 0;
    Sha256 hash;  ///< of the secret
    std::string name;
    Role role = Role::monitor;
    std::string created_by, created_at;
    Seconds expires = 0;
    std::optional<std::string> last_used_at;
};

/// Changes of users and tokens are in the library's log with who made them; sessions are not.
class People {
public:
    explicit People(SqliteStore& store) : store_(store) {}

    bool is_set_up() const;  ///< somebody is registered
    std::vector<User> users() const;
    std::optional<User> user(std::string_view name) const;
    std::optional<User> user(std::int64_t id) const;
    /// Nothing when the name is taken. Created now; `user.id` is given here.
    std::optional<User> add(User user, const std::string& who);
    /// Writes role, password and standing; ends the user's sessions. The last enabled editor cannot be made another: false.
    bool change(const User& user, const std::string& who);
    void note_failure(std::int64_t user, int failures, Seconds locked_until);
    void note_sign_in(std::int64_t user);

    void add_session(const DeskSession& session, Seconds now);  ///< and forgets those that have expired
    std::optional<DeskSession> session(const Sha256& hash, Seconds now) const;
    void end_session(const Sha256& hash);
    void end_sessions(std::int64_t user, const Sha256* but);

    std::vector<Token> tokens() const;
    std::optional<Token> token(const Sha256& hash, Seconds now) const;
    Token add_token(Token token);
    bool drop_token(std::int64_t id, const std::string& who);
    void note_use(std::int64_t token);

private:
    SqliteStore& store_;
};

}  // namespace sitrep::store
