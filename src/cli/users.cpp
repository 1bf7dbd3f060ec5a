// sitrep users: who works at the desk in the browser.
#include "cli/commands.hpp"
#include "merge/merge.hpp"
#include "serve/http/secrets.hpp"
#include "store/desk/desk.hpp"

#include <fmt/format.h>

#include <termios.h>
#include <unistd.h>

#include <filesystem>
#include <iostream>

namespace sitrep::cli {
namespace {

constexpr std::size_t password_bytes_min = 10;
constexpr int cache_kib = 2000;

struct UserArguments {
    std::string name, role = "monitor";
};
using SharedUserArguments = std::shared_ptr<UserArguments>;

std::unique_ptr<store::Desk> open_desk(const Session& session)
{
    return std::make_unique<store::Desk>(session.library, merge::consolidate, cache_kib);
}

/// From the terminal without showing it, or the first line of a pipe.
std::string asked_password(const std::string& name)
{
    termios shown{};
    const bool is_terminal = isatty(STDIN_FILENO) != 0 && tcgetattr(STDIN_FILENO, &shown) == 0;
    if (is_terminal) {
        say(fmt::format("password for {} (at least {} characters, not shown):", name, password_bytes_min));
        termios hidden = shown;
        hidden.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSANOW, &hidden);
    }
    std::string password;
    std::getline(std::cin, password);
    if (is_terminal) tcsetattr(STDIN_FILENO, TCSANOW, &shown);
    if (password.size() < password_bytes_min) throw Failed(fmt::format("the password has to have at least {} characters.", password_bytes_min));
    return password;
}

store::Role role_of(const UserArguments& given)
{
    const auto role = store::role_from(given.role);
    if (!role) throw Failed(fmt::format("{} is no role. Roles are monitor, editor, source_keeper and auditor.", given.role));
    return *role;
}

store::User user_of(store::Desk& desk, const UserArguments& given)
{
    auto user = desk.people().user(given.name);
    if (!user) throw Failed(fmt::format("there is no user {}. `sitrep users list` shows them.", given.name));
    return std::move(*user);
}

void keep(store::Desk& desk, const store::User& user)
{
    if (!desk.people().change(user, "terminal")) throw Failed("that is the last editor. Make another user editor first.");
}

void add(const UserArguments& given, Session& session)
{
    const auto role = role_of(given);
    const bool is_name = !given.name.empty() && given.name.size() <= 40 &&
                         given.name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-") == std::string::npos;
    if (!is_name) throw Failed("a user's name has letters, digits, \".\", \"_\" and \"-\", at most 40.");
    const auto desk = open_desk(session);
    store::User user;
    user.name = given.name;
    user.role = role;
    user.password = serve::hashed_password(asked_password(given.name), {});
    if (!desk->people().add(user, "terminal")) throw Failed(fmt::format("there is a user {} already. `sitrep users password {}` gives a new password.", given.name, given.name));
    answer(session.json ? fmt::format(R"({{"name":"{}","role":"{}"}})", given.name, given.role) : fmt::format("{} is registered as {}", given.name, given.role));
}

void list(const UserArguments&, Session& session)
{
    const auto desk = open_desk(session);
    for (const auto& user : desk->people().users()) {
        if (session.json)
            answer(fmt::format(R"({{"name":"{}","role":"{}","disabled":{},"last_seen_at":{}}})", user.name, store::to_string(user.role), user.disabled,
                               user.last_seen_at ? fmt::format("\"{}\"", *user.last_seen_at) : "null"));
        else
            answer(fmt::format("{:<20} {:<14} {}{}", user.name, store::to_string(user.role), user.last_seen_at.value_or("never signed in"),
                               user.disabled ? "  (disabled)" : ""));
    }
}

void password(const UserArguments& given, Session& session)
{
    const auto desk = open_desk(session);
    auto user = user_of(*desk, given);
    user.password = serve::hashed_password(asked_password(user.name), {});
    user.failures = 0;
    user.locked_until = 0;
    keep(*desk, user);
    answer(fmt::format("{} has a new password; open sessions have ended", user.name));
}

void role(const UserArguments& given, Session& session)
{
    const auto desk = open_desk(session);
    auto user = user_of(*desk, given);
    user.role = role_of(given);
    keep(*desk, user);
    answer(fmt::format("{} is {} now", user.name, given.role));
}

void disable(const UserArguments& given, Session& session)
{
    const auto desk = open_desk(session);
    auto user = user_of(*desk, given);
    user.disabled = true;
    keep(*desk, user);
    answer(fmt::format("{} can no longer sign in; what was done stays", user.name));
}

CLI::App* add_one(CLI::App& users, Session& session, const char* name, const char* about, const char* example, const SharedUserArguments& given,
                  void (*run)(const UserArguments&, Session&))
{
    auto* command = users.add_subcommand(name, about);
    session.add_options(*command);
    command->footer(std::string("\nExample:\n  ") + example);
    command->callback([given, run, &session] { run(*given, session); });
    return command;
}

}  // namespace

void add_users(CLI::App& program, Session& session)
{
    auto* users = program.add_subcommand("users", "Who works at the desk in the browser");
    users->require_subcommand(1);
    users->footer("\nExample:\n  sitrep users add amal --role editor");
    const auto given = std::make_shared<UserArguments>();
    const auto named = [&](CLI::App* command) { command->add_option("name", given->name, "Name to sign in with")->required(); };
    const auto with_role = [&](CLI::App* command) {
        command->add_option("--role", given->role, "monitor, editor, source_keeper or auditor")->capture_default_str();
    };
    auto* command = add_one(*users, session, "add", "Register somebody; the password is asked for", "sitrep users add amal --role editor", given, add);
    named(command);
    with_role(command);
    add_one(*users, session, "list", "All users", "sitrep users list", given, list);
    named(add_one(*users, session, "password", "A new password; also unlocks", "sitrep users password amal", given, password));
    command = add_one(*users, session, "role", "Another role", "sitrep users role amal --role monitor", given, role);
    named(command);
    with_role(command);
    named(add_one(*users, session, "disable", "No more signing in", "sitrep users disable amal", given, disable));
}

}  // namespace sitrep::cli
