// Web archives, WARC/1.0 and 1.1 (ISO 28500): records one after the other, each page read as if fetched.
#include "read/ascii.hpp"
#include "read/http_message.hpp"
#include "read/mime.hpp"
#include "read/run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace sitrep::read {
namespace {

using namespace std::string_view_literals;

struct Record {
    std::size_t number = 0;
    std::string type;
    std::string target;
    std::string content_type;
    std::uint64_t length = 0;
};

std::string named(const Frame& frame, const Record& record)
{
    std::string words = fmt::format("{}, record {}", frame.origin, record.number);
    if (!record.target.empty()) words += fmt::format(" ({})", record.target);
    return words;
}

// The header of the next record. False at the end, and after refusing what is no record (nothing after it can be found).
bool take_header(Buffered& in, const Frame& frame, Record& record, Run& run)
{
    std::string line;
    int blank_lines = 0;
    do {
        line.clear();
        if (++blank_lines > warc_blank_lines_max) {
            run.refuse(fmt::format("{}, record {}", frame.origin, record.number + 1), "nothing but blank lines follow. The records before were read; copy the file again from where it came");
            return false;
        }
        if (in.take_line(line, warc_header_bytes_max) == Buffered::Line::end) {
            if (!in.broken().empty()) run.refuse(fmt::format("{}, record {}", frame.origin, record.number + 1), in.broken() + ". The records before were read; copy the file again from where it came");
            return false;
        }
    } while (trimmed(line).empty());
    ++record.number;
    const auto refuse = [&](std::string_view why) {
        record.target.clear();
        run.refuse(named(frame, record), fmt::format("{}. The records before it were read; the rest of the file cannot be found its way in", why));
        return false;
    };
    if (!line.starts_with("WARC/")) return refuse("it does not begin with \"WARC/\", so the length of the record before it is wrong");
    std::string header;
    for (;;) {
        line.clear();
        const auto taken = in.take_line(line, warc_header_bytes_max);
        if (taken == Buffered::Line::end) return refuse("the file ends in the middle of its header");
        if (trimmed(line).empty() && taken == Buffered::Line::taken) break;
        header += line;
        if (taken == Buffered::Line::too_long || header.size() > warc_header_bytes_max) return refuse("its header is longer than 64 KiB");
    }
    const Entity fields = parse_entity(header);
    record.type = fields.field("warc-type");
    record.content_type = fields.field("content-type");
    std::string_view target = trimmed(fields.field("warc-target-uri"));
    if (target.starts_with('<') && target.ends_with('>') && target.size() > 1) target = target.substr(1, target.size() - 2);  // as WARC/1.0 printed it
    record.target = one_line(target);
    const std::string_view length = trimmed(fields.field("content-length"));
    const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), record.length);
    if (error != std::errc() || end != length.data() + length.size()) return refuse("it has no Content-Length");
    if (!fields.field("warc-segment-number").empty() && fields.field("warc-segment-number") != "1") record.type = "continuation";
    return true;
}

// Types that never hold a report: a crawl is full of them.
bool is_passed_over(std::string_view type, std::string_view url)
{
    constexpr std::array starts{"image/"sv, "audio/"sv, "video/"sv, "font/"sv, "text/css"sv, "text/javascript"sv, "application/javascript"sv, "application/x-javascript"sv,
                                "application/font"sv, "application/ecmascript"sv, "text/dns"sv, "application/x-font"sv, "application/vnd.ms-fontobject"sv, "application/json"sv,
                                "application/manifest"sv, "application/wasm"sv, "application/warc-fields"sv, "application/x-shockwave"sv};
    const std::string lower = parse_parameters(type).type;
    if (std::ranges::any_of(starts, [&](std::string_view start) { return lower.starts_with(start); })) return true;
    return url.ends_with("/robots.txt") || url.ends_with("/favicon.ico") || url.starts_with("dns:");
}

// What was kept of one page: its bytes without the way they travelled.
struct Page {
    std::string content_type;
    std::string bytes;
};

// False when there is no page to read in the record (a redirect, a missing page, a picture), or it was refused.
bool page_of(const Record& record, std::string block, const Frame& frame, Page& page, Run& run)
{
    if (record.type != "response") {
        page = {record.content_type, std::move(block)};
        return !is_passed_over(page.content_type, record.target);
    }
    HttpResponse http;
    if (!parse_http_response(block, http)) {
        run.refuse(named(frame, record), "its block is no HTTP response");
        return false;
    }
    if (http.status / 100 != 2 || is_passed_over(http.content_type, record.target)) return false;
    page.content_type = http.content_type;
    page.bytes = http.chunked ? without_chunks(std::string_view(block).substr(http.body_begin)) : block.substr(http.body_begin);
    std::string().swap(block);
    if (http.content_encoding == "br" && !page.bytes.empty() && page.bytes.front() != '<') {
        run.refuse(named(frame, record), "it is compressed with Brotli, which is not read. Crawl it again without offering \"br\"");
        return false;
    }
    const bool gzip = page.bytes.starts_with("\x1F\x8B");
    const bool deflate = http.content_encoding == "deflate" && !page.bytes.starts_with('<');
    if (!gzip && !deflate) return true;
    auto plain = inflate(page.bytes, deflate ? "deflate" : "gzip", named(frame, record), run);
    if (!plain) {
        run.refuse(named(frame, record), "it cannot be unpacked: " + plain.error());
        return false;
    }
    page.bytes = std::move(*plain);
    return true;
}

void read_page(const Record& record, const Page& page, const Frame& frame, Run& run)
{
    MemoryBytes memory(page.bytes);
    Buffered in(memory);
    const Frame inside{.origin = named(frame, record), .name = {}, .url = record.target, .content_type = page.content_type};
    const PieceType type = detect_prefix(in.peek(peek_bytes), page.bytes.size() <= peek_bytes, inside);
    // Pages, feeds and documents; what else a site sends (scripts, pictures, nothing) is not a report and no fault either.
    const bool told = type == PieceType::html || type == PieceType::feed || type == PieceType::pdf || type == PieceType::docx;
    const bool declared_text = page.content_type.empty() || page.content_type.starts_with("text/plain");
    if (told || (type == PieceType::plain_text && declared_text)) read_stream(in, inside, run);
}

}  // namespace

void read_warc(Buffered& in, const Frame& frame, Run& run)
{
    Record record;
    while (!run.stopped() && take_header(in, frame, record, run)) {
        const bool wanted = record.type == "response" || record.type == "resource" || record.type == "conversion";
        if (wanted && !(record.type == "response" && record.target.starts_with("dns:")) && record.length <= document_bytes_max) {
            std::string block;
            if (!in.take_exactly(block, record.length)) {
                const std::string why = in.broken().empty() ? "the file ends in the middle of it" : in.broken();
                return run.refuse(named(frame, record), why + ". The records before it were read; copy the file again from where it came");
            }
            Page page;
            if (page_of(record, std::move(block), frame, page, run)) read_page(record, page, frame, run);
            continue;
        }
        if (wanted && record.length > document_bytes_max) {
            const std::string_view start = in.peek(peek_bytes);
            HttpResponse http;
            const bool film = parse_http_response(start, http) ? is_passed_over(http.content_type, record.target) : is_passed_over(record.content_type, record.target);
            if (!film) run.refuse(named(frame, record), "the record is larger than 64 MiB and was passed over");
        }
        if (!in.skip(record.length)) {
            const std::string why = in.broken().empty() ? "the file ends in the middle of it" : in.broken();
            return run.refuse(named(frame, record), why + ". The records before it were read; copy the file again from where it came");
        }
    }
}

}  // namespace sitrep::read
