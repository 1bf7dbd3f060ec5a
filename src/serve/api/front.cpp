#include "serve/api/front.hpp"

#include "serve/api/files.hpp"
#include "serve/http/secrets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace sitrep::serve {
namespace {

constexpr std::string_view api = "/api/v1";

/// Own files only; styles may be set by script on elements (the map does), never written into the page; a map's tiles come from blobs.
constexpr std::string_view content_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self';"
    " worker-src 'self' blob:; manifest-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

void put_safety(const App& app, Response& response, bool is_api)
{
    const auto has = [&](std::string_view name) { return std::ranges::any_of(response.headers, [&](const auto& h) { return h.first == name; }); };
    if (!has("Content-Security-Policy")) response.headers.emplace_back("Content-Security-Policy", content_policy);
    response.headers.emplace_back("X-Content-Type-Options", "nosniff");
    response.headers.emplace_back("Referrer-Policy", "no-referrer");
    response.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
    response.headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
    response.headers.emplace_back("Permissions-Policy", "geolocation=(), camera=(), microphone=(), clipboard-read=()");
    if (!has("X-Frame-Options")) response.headers.emplace_back("X-Frame-Options", "SAMEORIGIN");
    if (is_api && !has("Cache-Control")) response.headers.emplace_back("Cache-Control", "private, no-cache");
    if (!app.options.certificate.chain_file.empty()) response.headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
}

std::string_view without_port(std::string_view host)
{
    if (host.starts_with('[')) return host.substr(0, host.find(']') + 1);
    return host.substr(0, host.find(':'));
}

/// A page of another site may point its own name at this machine; only our names are answered (DNS rebinding).
void check_host(const App& app, const Request& request)
{
    const auto host = request.header("host");
    const auto name = without_port(host);
    constexpr std::array<std::string_view, 3> loopback{"localhost", "127.0.0.1", "[::1]"};
    const bool ours = std::ranges::find(loopback, name) != loopback.end() || name == app.options.address || name == "[" + app.options.address + "]" ||
                      std::ranges::find(app.options.hosts, std::string(name)) != app.options.hosts.end();
    if (!ours || host.find(',') != std::string_view::npos)
        throw Problem(421, "wrong_host", "This server does not answer to that name. Start it with --host NAME when it should.");
}

bool is_token(std::string_view name)
{
    constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
    return !name.empty() && std::ranges::all_of(name, [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || marks.find(c) != std::string_view::npos;
    });
}

/// Framing that two programs could read in two ways is not read at all (RFC 9112, 5.1 and 11.2).
void check_framing(const Request& request)
{
    for (const auto& [name, value] : request.headers)
        if (!is_token(name)) throw Problem(400, "bad_framing", "A header's name holds a blank or another sign that no name may hold.");
    if (request.headers.contains("transfer-encoding")) throw Problem(411, "length_required", "Send the body with a Content-Length.");
    const auto length = request.header("content-length");
    if (!std::ranges::all_of(length, [](char c) { return c >= '0' && c <= '9'; }))
        throw Problem(400, "bad_framing", "Content-Length has to be one number.");
}

void check_origin(const Request& request)
{
    const auto site = request.header("sec-fetch-site");
    if (!site.empty() && site != "same-origin" && site != "none") throw Problem(403, "wrong_origin", "Another site may not change anything here.");
    auto origin = request.header("origin");
    if (origin.empty()) return;
    for (const std::string_view scheme : {"https://", "http://"})
        if (origin.starts_with(scheme)) origin.remove_prefix(scheme.size());
    if (origin != request.header("host")) throw Problem(403, "wrong_origin", "Another site may not change anything here.");
}

std::string cookie_in(const Request& request, const std::string& name)
{
    auto cookies = request.header("cookie");
    while (!cookies.empty()) {
        auto part = cookies.substr(0, cookies.find(';'));
        cookies.remove_prefix(std::min(cookies.size(), part.size() + 1));
        while (part.starts_with(' ')) part.remove_prefix(1);
        if (part.starts_with(name) && part.substr(name.size()).starts_with('=')) return std::string(part.substr(name.size() + 1));
    }
    return {};
}

std::optional<Asker> asker_by_token(App& app, store::Desk& desk, std::string_view given)
{
    constexpr std::string_view scheme = "Bearer ";
    if (!given.starts_with(scheme)) return std::nullopt;
    const auto token = desk.people().token(hash_of(given.substr(scheme.size())), app.now());
    if (!token) return std::nullopt;
    if (!token->last_used_at || !token->last_used_at->starts_with(to_iso(app.today()))) {
        try {
            desk.people().note_use(token->id);  // once a day: a script that only reads need not write each time
        }
        catch (const store::LibraryIsBusy&) {
            // Another program is writing; the next request notes it.
        }
    }
    Asker asker;
    asker.name = "token:" + token->name;
    asker.role = token->role;
    asker.by_token = true;
    asker.expires = token->expires;
    return asker;
}

std::optional<Asker> asker_of(App& app, store::Desk& desk, const Request& request)
{
    if (const auto given = request.header("authorization"); !given.empty()) return asker_by_token(app, desk, given);
    const auto secret = cookie_in(request, cookie_name(app.options));
    if (secret.empty()) return std::nullopt;
    const auto session = desk.people().session(hash_of(secret), app.now());
    if (!session) return std::nullopt;
    const auto user = desk.people().user(session->user);
    if (!user || user->disabled) return std::nullopt;
    Asker asker;
    asker.name = user->name;
    asker.role = user->role;
    asker.user = user->id;
    asker.session = session->hash;
    asker.csrf = session->csrf;
    asker.expires = session->expires;
    return asker;
}

bool fits(std::string_view pattern, std::string_view path, std::vector<std::string>& parameters)
{
    parameters.clear();
    while (!pattern.empty() || !path.empty()) {
        if (!pattern.starts_with('/') || !path.starts_with('/')) return false;
        pattern.remove_prefix(1);
        path.remove_prefix(1);
        const auto wanted = pattern.substr(0, pattern.find('/'));
        const auto given = path.substr(0, path.find('/'));
        pattern.remove_prefix(wanted.size());
        path.remove_prefix(given.size());
        if (wanted.starts_with('{')) {
            auto value = percent_decoded(given);
            if (!value || value->empty()) return false;
            parameters.push_back(std::move(*value));
        } else if (wanted != given) {
            return false;
        }
    }
    return true;
}

const Route* route_for(const Request& request, std::string_view path, std::vector<std::string>& parameters)
{
    const Route* found = nullptr;
    bool other_method = false;
    std::vector<std::string> tried;
    for (const auto& route : routes()) {
        if (!fits(route.pattern, path, tried)) continue;
        if (route.method != request.method) {
            other_method = true;
            continue;
        }
        // "/incidents/export" stands before "/incidents/{id}".
        if (found && found->pattern.find('{') == std::string_view::npos) continue;
        found = &route;
        parameters = tried;
    }
    if (found) return found;
    if (other_method) throw Problem(405, "wrong_method", "That is not done with this method; /api/v1/openapi.json says how.");
    throw Problem(404, "not_there", "There is no such resource; /api/v1/openapi.json lists them.");
}

unsigned bit_of(store::Role role) { return 1U << unsigned(role); }

void check_role(const Route& route, const Asker& asker)
{
    if ((route.allowed & bit_of(asker.role)) == 0)
        throw Problem(403, "not_your_role", fmt::format("The role {} may not do that. Ask an editor.", store::to_string(asker.role)));
}

void check_change(const Route& route, const Request& request, const std::optional<Asker>& asker)
{
    check_origin(request);
    const bool opens_session = route.allowed == anyone && request.method == Method::post;  // the origin is checked; an older cookie means nothing
    if (asker && !asker->by_token && !opens_session && !equal_secrets(asker->csrf, request.header("x-csrf-token")))
        throw Problem(403, "bad_csrf", "X-CSRF-Token is missing or not of this session; GET /api/v1/session gives it.");
    const auto type = request.header("content-type");
    if (!request.body.empty() && type.substr(0, type.find(';')) != route.body_type)
        throw Problem(415, "wrong_type", fmt::format("The body has to be sent as Content-Type: {}.", route.body_type));
}

/// The newest state as a strong validator of what was answered (RFC 9110, 8.8.3).
void put_etag(const Request& request, Response& response)
{
    if (response.status != 200) return;
    const auto given = std::ranges::find_if(response.headers, [](const auto& header) { return header.first == "ETag"; });
    std::string tag = given != response.headers.end() ? given->second : fmt::format("\"{}\"", fingerprint_of(response.body));
    if (given == response.headers.end()) response.headers.emplace_back("ETag", tag);
    const auto known = request.header("if-none-match");
    if (known.empty() || known.find(tag) == std::string_view::npos) return;
    response.status = 304;
    response.body.clear();
}

Response answer_api(App& app, store::Desk& desk, const Request& request)
{
    const auto path = std::string_view(request.path).substr(api.size());
    std::vector<std::string> parameters;
    const Route* route = route_for(request, path, parameters);
    auto asker = asker_of(app, desk, request);
    if (!asker && (route->allowed != anyone || request.headers.contains("authorization")))
        throw Problem(401, "not_signed_in", "Sign in first, or send a token that is still valid.");
    if (!app.attempts.request(asker ? asker->name : std::string(), double(std::chrono::steady_clock::now().time_since_epoch().count()) / 1e9)) {
        Problem problem(429, "too_often", "Too many requests at once. Wait a second.");
        problem.retry_after = 1;
        throw problem;
    }
    if (route->allowed != anyone) check_role(*route, *asker);
    Call call{app, desk, request, std::move(asker), std::move(parameters)};
    if (request.method == Method::get) {
        auto response = route->handle(call);
        put_etag(request, response);
        return response;
    }
    check_change(*route, request, call.asker);
    const auto before = desk.lists().newest_revision();
    std::optional<Turns::Turn> turn;
    if (!route->waits_for_nobody) turn.emplace(app.turns);
    auto response = route->handle(call);
    turn.reset();
    const auto after = desk.lists().newest_revision();
    if (after != before) app.events.tell("changed", fmt::format(R"({{"revision":{}}})", std::int64_t(after)));
    return response;
}

Response problem_of(const std::exception_ptr& what)
{
    try {
        std::rethrow_exception(what);
    }
    catch (const Problem& problem) {
        return to_response(problem);
    }
    catch (const store::LibraryIsBusy&) {
        Problem problem(503, "busy", "Another program is writing in the library. Try again in a moment; nothing is lost.");
        problem.retry_after = 1;
        return to_response(problem);
    }
    catch (const store::LibraryError& error) {
        return to_response(Problem(500, "library", error.what()));
    }
    catch (const std::invalid_argument& error) {
        return to_response(Problem(409, "not_as_things_stand", error.what()));
    }
    catch (const std::exception&) {
        return to_response(Problem(500, "failed", "The server failed at this. Try again; if it goes on, run `sitrep verify`."));
    }
}

}  // namespace

std::string cookie_name(const Options& options)
{
    return options.certificate.chain_file.empty() && !options.https_in_front ? "sitrep_session" : "__Host-sitrep_session";
}

std::string cookie_for(const Options& options, const std::string& secret, store::Seconds seconds)
{
    const bool secure = !options.certificate.chain_file.empty() || options.https_in_front;
    return fmt::format("{}={}; Path=/; HttpOnly; SameSite=Strict; Max-Age={}{}", cookie_name(options), secret, seconds, secure ? "; Secure" : "");
}

Response answer(App& app, store::Desk& desk, const Request& request)
{
    const bool is_api = request.path.starts_with(api) && (request.path.size() == api.size() || request.path[api.size()] == '/');
    Response response;
    bool is_framed = false;
    try {
        check_framing(request);
        is_framed = true;
        check_host(app, request);
        response = is_api ? answer_api(app, desk, request) : answer_file(request);
    }
    catch (...) {
        response = problem_of(std::current_exception());
    }
    response.hang_up = !is_framed || response.status == 413;
    put_safety(app, response, is_api);
    return response;
}

bool wants_events(const Request& request) { return request.method == Method::get && request.path == std::string(api) + std::string(events_pattern); }

EventsHead events_head(App& app, store::Desk& desk, const Request& request)
{
    EventsHead out;
    Response& response = out.response;
    try {
        check_framing(request);
        check_host(app, request);
        const auto asker = asker_of(app, desk, request);
        if (!asker) throw Problem(401, "not_signed_in", "Sign in first.");
        if (app.events.full_for(asker->name)) {
            Problem problem(503, "too_many_pages", "Too many pages are open. Close some.");
            problem.retry_after = 30;
            throw problem;
        }
        out.who = asker->name;
        response.type = "text/event-stream";
        response.headers.emplace_back("Cache-Control", "no-store");
    }
    catch (...) {
        response = problem_of(std::current_exception());
    }
    put_safety(app, response, true);
    return out;
}

}  // namespace sitrep::serve
