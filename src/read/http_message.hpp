// Inside read/: an HTTP response as an archive of the web keeps it (RFC 9112).
#pragma once

#include <string>
#include <string_view>

namespace sitrep::read {

struct HttpResponse {
    int status = 0;
    std::string content_type;
    std::string content_encoding;  ///< lower case
    bool chunked = false;
    std::size_t body_begin = 0;    ///< in the bytes that were parsed
};

/// False when the bytes do not begin like an HTTP response.
bool parse_http_response(std::string_view bytes, HttpResponse& response);

/// The body without its chunk sizes. Archives often say "chunked" of a body they have joined already: such a one comes back as it is.
std::string without_chunks(std::string_view body);

}  // namespace sitrep::read
