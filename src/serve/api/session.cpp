// Signing in and out, the first user, one's own password.
#include "serve/api/app.hpp"
#include "serve/api/front.hpp"
#include "serve/api/json.hpp"
#include "serve/http/secrets.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep::serve {
namespace {

constexpr store::Seconds session_seconds = 12 * 3600;
constexpr std::size_t name_bytes_max = 40, password_bytes_max = 200, password_bytes_min = 10;

Json user_json(const store::User& user)
{
    return {{"name", user.name}, {"role", store::to_string(user.role)}, {"disabled", user.disabled}, {"created_at", user.created_at},
            {"last_seen_at", user.last_seen_at ? Json(*user.last_seen_at) : Json()},
            {"locked_until", user.locked_until > 0 ? Json(instant(user.locked_until)) : Json()}};
}

Json session_json(bool set_up_needed, const Json& user, const std::string& csrf, store::Seconds expires, const char* by)
{
    return {{"signed_in", by != nullptr}, {"set_up_needed", set_up_needed}, {"user", user}, {"csrf", known(csrf)},
            {"expires_at", expires > 0 ? Json(instant(expires)) : Json()}, {"by", by ? Json(by) : Json()}};
}

bool is_user_name(const std::string& name)
{
    return !name.empty() && name.size() <= name_bytes_max && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
    });
}

std::string new_password(const Body& body, std::string_view member)
{
    auto password = body.text(member, password_bytes_max);
    if (password.size() < password_bytes_min) body.refuse(member, fmt::format("at least {} characters; a few words are good", password_bytes_min));
    return password;
}

std::string new_name(const Body& body)
{
    auto name = body.text("name", 200);
    if (!is_user_name(name)) body.refuse("name", "letters, digits, \".\", \"_\" and \"-\", at most 40");
    return name;
}

/// A session of its own for every sign-in: what the browser showed before is worth nothing (no fixation).
Response signed_in(Call& call, const store::User& user, int status)
{
    const auto secret = random_secret();
    store::DeskSession session{hash_of(secret), user.id, random_secret(), call.app.now() + session_seconds};
    const Turns::Turn turn(call.app.turns);
    if (call.asker && !call.asker->by_token) call.desk.people().end_session(call.asker->session);
    call.desk.people().note_sign_in(user.id);
    call.desk.people().add_session(session, call.app.now());
    auto response = json_response(session_json(false, user_json(*call.desk.people().user(user.id)), session.csrf, session.expires, "cookie"), status);
    response.headers.emplace_back("Set-Cookie", cookie_for(call.app.options, secret, session_seconds));
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

Response who(Call& call)
{
    const bool set_up_needed = !call.desk.people().is_set_up();
    if (!call.asker) return json_response(session_json(set_up_needed, nullptr, "", 0, nullptr));
    const auto& asker = *call.asker;
    if (asker.by_token) {
        const Json user{{"name", asker.name}, {"role", store::to_string(asker.role)}, {"disabled", false}, {"created_at", ""}, {"last_seen_at", nullptr},
                        {"locked_until", nullptr}};
        return json_response(session_json(false, user, "", asker.expires, "token"));
    }
    const auto user = call.desk.people().user(asker.user);
    return json_response(session_json(false, user ? user_json(*user) : Json(), asker.csrf, asker.expires, "cookie"));
}

[[noreturn]] void too_many(store::Seconds wait)
{
    Problem problem(429, "locked", fmt::format("Too many wrong passwords. Wait {} seconds; an editor can unlock with a new password.", wait));
    problem.retry_after = wait;
    throw problem;
}

Response sign_in(Call& call)
{
    const Body body(call.request, {"name", "password"});
    const auto name = body.text("name", 200);
    const auto password = body.text("password", password_bytes_max);
    if (const auto wait = call.app.attempts.sign_in(call.app.now()); wait > 0) too_many(wait);
    const auto user = call.desk.people().user(name);
    if (user && user->locked_until > call.app.now()) too_many(user->locked_until - call.app.now());
    // A name that is not there costs the same time as one that is.
    static const std::string nobody = hashed_password(random_secret(), call.app.options.password_cost);
    const bool right = is_password(user ? user->password : nobody, password) && user && !user->disabled;
    if (right) return signed_in(call, *user, 200);
    if (user) {
        const Turns::Turn turn(call.app.turns);
        const auto now = call.desk.people().user(user->id);
        const int failures = (now ? now->failures : 0) + 1;
        const auto wait = wait_after(failures);
        call.desk.people().note_failure(user->id, failures, wait > 0 ? call.app.now() + wait : 0);
    }
    throw Problem(401, "wrong_password", "Name and password do not fit together.");
}

Response sign_out(Call& call)
{
    if (call.asker && !call.asker->by_token) call.desk.people().end_session(call.asker->session);
    auto response = no_content();
    response.headers.emplace_back("Set-Cookie", cookie_for(call.app.options, "", 0));
    response.headers.emplace_back("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
    return response;
}

Response change_password(Call& call)
{
    const Body body(call.request, {"old", "new"});
    if (call.asker->by_token) throw Problem(403, "not_by_token", "A token has no password.");
    if (const auto wait = call.app.attempts.sign_in(call.app.now()); wait > 0) too_many(wait);
    auto user = call.desk.people().user(call.asker->user);
    const auto wanted = new_password(body, "new");
    if (!user || !is_password(user->password, body.text("old", password_bytes_max))) throw Problem(403, "wrong_password", "The old password is not that.");
    user->password = hashed_password(wanted, call.app.options.password_cost);
    const store::DeskSession kept{call.asker->session, user->id, call.asker->csrf, call.asker->expires};
    const Turns::Turn turn(call.app.turns);
    call.desk.people().change(*user, user->name);
    call.desk.people().add_session(kept, call.app.now());
    return no_content();
}

Response set_up(Call& call)
{
    const Body body(call.request, {"word", "name", "password"});
    if (const auto wait = call.app.attempts.sign_in(call.app.now()); wait > 0) too_many(wait);
    const std::lock_guard lock(call.app.set_up_mutex);
    if (call.desk.people().is_set_up()) throw Problem(409, "set_up_already", "Somebody is registered already. Sign in, or ask an editor.");
    if (call.app.set_up_word.empty() || !equal_secrets(call.app.set_up_word, body.text("word", 100)))
        throw Problem(403, "wrong_word", "That is not the set-up word. It stands in the terminal where `sitrep serve` runs.");
    store::User user;
    user.name = new_name(body);
    user.role = store::Role::editor;
    user.password = hashed_password(new_password(body, "password"), call.app.options.password_cost);
    const auto added = call.desk.people().add(user, user.name);
    if (!added) throw Problem(409, "set_up_already", "Somebody is registered already. Sign in.");
    call.app.set_up_word.clear();
    return signed_in(call, *added, 201);
}

Response users(Call& call)
{
    Json items = Json::array();
    for (const auto& user : call.desk.people().users()) items.push_back(user_json(user));
    return json_response({{"items", items}});
}

store::Role role_in(const Body& body)
{
    const auto role = store::role_from(body.text("role", 40));
    if (!role) body.refuse("role", "monitor, editor, source_keeper or auditor");
    return *role;
}

Response add_user(Call& call)
{
    const Body body(call.request, {"name", "role", "password"});
    store::User user;
    user.name = new_name(body);
    user.role = role_in(body);
    user.password = hashed_password(new_password(body, "password"), call.app.options.password_cost);
    const auto added = call.desk.people().add(user, call.who());
    if (!added) throw Problem(409, "taken", "There is a user of that name.");
    return json_response(user_json(*added), 201);
}

Response change_user(Call& call)
{
    const Body body(call.request, {"role", "password", "disabled", "unlock"});
    auto user = call.desk.people().user(call.parameters.at(0));
    if (!user) throw Problem(404, "not_there", "There is no user of that name.");
    if (body.has("role")) user->role = role_in(body);
    if (body.has("password")) user->password = hashed_password(new_password(body, "password"), call.app.options.password_cost);
    user->disabled = body.optional_truth("disabled").value_or(user->disabled);
    if (body.has("password") || body.optional_truth("unlock").value_or(false)) {
        user->failures = 0;
        user->locked_until = 0;
    }
    if (!call.desk.people().change(*user, call.who())) throw Problem(409, "last_editor", "That is the last editor. Make another user editor first.");
    return json_response(user_json(*call.desk.people().user(user->id)));
}

Json token_json(const store::Token& token)
{
    return {{"id", token.id}, {"name", token.name}, {"role", store::to_string(token.role)}, {"created_by", token.created_by}, {"created_at", token.created_at},
            {"expires_at", instant(token.expires)}, {"last_used_at", token.last_used_at ? Json(*token.last_used_at) : Json()}};
}

Response tokens(Call& call)
{
    Json items = Json::array();
    for (const auto& token : call.desk.people().tokens()) items.push_back(token_json(token));
    return json_response({{"items", items}});
}

Response add_token(Call& call)
{
    const Body body(call.request, {"name", "role", "days"});
    const auto secret = "sitrep_" + random_secret();
    store::Token token;
    token.hash = hash_of(secret);
    token.name = body.text("name", 80);
    if (token.name.empty()) body.refuse("name", "say what it is for");
    token.role = role_in(body);
    token.created_by = call.who();
    token.expires = call.app.now() + body.optional_number("days", 1, 3660).value_or(90) * 86400;
    auto out = token_json(call.desk.people().add_token(token));
    out["secret"] = secret;
    return json_response(out, 201);
}

Response drop_token(Call& call)
{
    if (!call.desk.people().drop_token(call.number(0), call.who())) throw Problem(404, "not_there", "There is no such token.");
    return no_content();
}

}  // namespace

void add_session(Routes& routes)
{
    routes.push_back({Method::get, "/session", anyone, who});
    routes.push_back({Method::post, "/session", anyone, sign_in, "application/json", true});
    routes.push_back({Method::remove, "/session", anyone, sign_out});
    routes.push_back({Method::put, "/session/password", all_roles, change_password, "application/json", true});
    routes.push_back({Method::post, "/set-up", anyone, set_up, "application/json", true});
}

void add_users(Routes& routes)
{
    routes.push_back({Method::get, "/users", overseers, users});
    routes.push_back({Method::post, "/users", editors, add_user});
    routes.push_back({Method::patch, "/users/{name}", editors, change_user});
    routes.push_back({Method::get, "/tokens", overseers, tokens});
    routes.push_back({Method::post, "/tokens", editors, add_token});
    routes.push_back({Method::remove, "/tokens/{id}", editors, drop_token});
}

}  // namespace sitrep::serve
