#include "read/ascii.hpp"
#include "read/http_message.hpp"

#include "read/bounds.hpp"
#include "read/mime.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace sitrep::read {
namespace {

struct ChunkSize {
    std::size_t bytes = 0;
    std::size_t line_end = 0;  // where the chunk begins
};

std::optional<ChunkSize> chunk_size(std::string_view body, std::size_t at)
{
    const std::size_t newline = body.substr(at, 1024).find('\n');
    if (newline == std::string_view::npos) return std::nullopt;
    ChunkSize size{.bytes = 0, .line_end = at + newline + 1};
    const auto [end, error] = std::from_chars(body.data() + at, body.data() + at + newline, size.bytes, 16);
    const bool ends_well = end == body.data() + at + newline || *end == '\r' || *end == ';' || *end == ' ';
    if (error != std::errc() || !ends_well) return std::nullopt;
    return size;
}

}  // namespace

bool parse_http_response(std::string_view bytes, HttpResponse& response)
{
    if (!bytes.starts_with("HTTP/")) return false;
    const std::size_t blank = bytes.find(' ');
    if (blank > 16 || blank + 4 > bytes.size()) return false;
    if (std::from_chars(bytes.data() + blank + 1, bytes.data() + blank + 4, response.status).ec != std::errc()) return false;
    const std::size_t first_end = bytes.find('\n');
    if (first_end == std::string_view::npos) return false;
    const Entity headers = parse_entity(bytes.substr(first_end + 1));
    response.content_type = headers.field("content-type");
    response.content_encoding = lowered(headers.field("content-encoding"));
    response.chunked = lowered(headers.field("transfer-encoding")).find("chunked") != std::string::npos;
    response.body_begin = std::size_t(headers.body.data() - bytes.data());
    return true;
}

std::string without_chunks(std::string_view body)
{
    std::string out;
    for (std::size_t at = 0; at < body.size();) {
        const auto size = chunk_size(body, at);
        if (!size) return at == 0 ? std::string(body) : out;
        if (size->bytes == 0) return out;
        out.append(body.substr(std::min(size->line_end, body.size()), size->bytes));
        if (size->bytes > body.size() - size->line_end) return out;  // the archive cut the page off; what is there is read
        at = size->line_end + size->bytes;
        if (body.substr(at).starts_with("\r\n")) at += 2;
        else if (body.substr(at).starts_with("\n")) at += 1;
    }
    return out;
}

}  // namespace sitrep::read
