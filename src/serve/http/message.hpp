// A request and an answer as the desk's own code sees them: no library's types.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sitrep::serve {

enum class Method : std::uint8_t { get, head, post, put, patch, remove, other };
std::string_view to_string(Method method);

struct Request {
    Method method = Method::other;
    std::string path;                                        ///< still percent-encoded
    std::map<std::string, std::string, std::less<>> query;   ///< decoded; of a name given twice the last
    std::map<std::string, std::string, std::less<>> headers; ///< names in lower case; values of a name given twice joined with ", "
    std::string body;
    std::string_view header(std::string_view name) const
    {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string_view() : std::string_view(found->second);
    }
};

struct Response {
    int status = 200;
    std::string type = "application/json";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
    bool hang_up = false;  ///< the connection is closed after it: what follows cannot be trusted
};

/// Something the asker can mend, as RFC 9457 has it. `detail` says what to do next.
struct Problem : std::exception {
    Problem(int status_code, std::string kind, std::string what_next) : status(status_code), type(std::move(kind)), detail(std::move(what_next)) {}
    int status;
    std::string type;    ///< a word for programs: "not_signed_in", "stale" …
    std::string detail;
    std::string field{};                     ///< which member or parameter is meant
    std::optional<std::int64_t> retry_after; ///< seconds
    std::string more{};                      ///< further members, as JSON without the brackets
    const char* what() const noexcept override { return detail.c_str(); }
};
Response to_response(const Problem& problem);

/// An open stream of server-sent events. Safe to call from any thread.
class Stream {
public:
    virtual ~Stream() = default;
    /// False once the other side has gone.
    virtual bool send(std::string_view text) = 0;
    /// Nothing comes any more; the connection ends.
    virtual void end() = 0;
};

/// Percent-decoding; nothing when the text is not well encoded or not UTF-8.
std::optional<std::string> percent_decoded(std::string_view text);
std::optional<std::map<std::string, std::string, std::less<>>> query_from(std::string_view text);

}  // namespace sitrep::serve
