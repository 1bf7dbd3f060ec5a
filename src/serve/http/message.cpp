#include "serve/http/message.hpp"

#include "text/normalise.hpp"

#include <nlohmann/json.hpp>

#include <array>

namespace sitrep::serve {
namespace {

constexpr std::size_t query_parts_max = 64;

int hex_digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string_view title_of(int status)
{
    switch (status) {
        case 400: return "Not understood";
        case 401: return "Not signed in";
        case 403: return "Not allowed";
        case 404: return "Not there";
        case 405: return "Not done that way";
        case 409: return "Not as things stand";
        case 411: return "Length required";
        case 412: return "Changed since it was read";
        case 413: return "Too large";
        case 415: return "Wrong content type";
        case 421: return "Not this host";
        case 428: return "If-Match is missing";
        case 429: return "Too often";
        case 503: return "Busy";
        default: return "Failed";
    }
}

}  // namespace

std::string_view to_string(Method method)
{
    static constexpr std::array<std::string_view, 7> names{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "?"};
    return names[std::size_t(method)];
}

Response to_response(const Problem& problem)
{
    nlohmann::ordered_json out{{"type", problem.type}, {"title", title_of(problem.status)}, {"status", problem.status}, {"detail", problem.detail}};
    if (!problem.field.empty()) out["field"] = problem.field;
    if (problem.retry_after) out["retry_after_seconds"] = *problem.retry_after;
    Response response;
    response.status = problem.status;
    response.type = "application/problem+json";
    response.body = out.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    if (!problem.more.empty()) {
        response.body.pop_back();
        response.body += "," + problem.more + "}";
    }
    if (problem.retry_after) response.headers.emplace_back("Retry-After", std::to_string(*problem.retry_after));
    return response;
}

std::optional<std::string> percent_decoded(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        if (i + 2 >= text.size()) return std::nullopt;
        const int high = hex_digit(text[i + 1]), low = hex_digit(text[i + 2]);
        if (high < 0 || low < 0) return std::nullopt;
        out += char(high * 16 + low);
        i += 2;
    }
    if (out.find('\0') != std::string::npos || !text::is_valid_utf8(out)) return std::nullopt;
    return out;
}

std::optional<std::map<std::string, std::string, std::less<>>> query_from(std::string_view text)
{
    std::map<std::string, std::string, std::less<>> out;
    std::size_t parts = 0;
    while (!text.empty()) {
        if (++parts > query_parts_max) return std::nullopt;
        const auto end = text.find('&');
        std::string part(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (part.empty()) continue;
        for (char& c : part)
            if (c == '+') c = ' ';
        const auto equals = part.find('=');
        const auto name = percent_decoded(std::string_view(part).substr(0, equals));
        const auto value = percent_decoded(equals == std::string::npos ? std::string_view() : std::string_view(part).substr(equals + 1));
        if (!name || !value) return std::nullopt;
        out[*name] = *value;
    }
    return out;
}

}  // namespace sitrep::serve
