// JSON lines: one report a line, as DESIGN.md section 5 has them.
#include "read/parts.hpp"

#include "read/run.hpp"
#include "text/normalise.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <cctype>
#include <initializer_list>

namespace sitrep::read {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

// The first of several names for a field that holds a string or a number; empty when none does.
std::string field(const object& line, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names) {
        element value;
        if (line.at_key(name).get(value) != simdjson::SUCCESS) {
            continue;
        }
        std::string_view words;
        std::int64_t number = 0;
        if (value.get(words) == simdjson::SUCCESS && !words.empty()) {
            return std::string(words);
        }
        if (value.get(number) == simdjson::SUCCESS) {
            return fmt::to_string(number);
        }
    }
    return {};
}

// Offsets in the answer count over the words as given, so that a character may be replaced but none added or taken away.
std::string on_one_line(std::string title)
{
    std::ranges::replace(title, '\n', ' ');
    return title;
}

Result<Report> report_from(const object& line, const std::string& where, const Options& options)
{
    Report report;
    report.external_id = field(line, {"id"});
    report.url = field(line, {"url", "link"});
    report.publisher = field(line, {"publisher", "source"});
    if (report.publisher.empty()) {
        report.publisher = options.publisher;
    }
    report.published = publication_from(field(line, {"published", "date"}));
    report.language = language_from_code(field(line, {"language", "lang"}));
    const std::string title = on_one_line(text::to_valid_utf8(field(line, {"title", "headline"})));
    const std::string words = text::to_valid_utf8(field(line, {"text", "body", "content"}));
    if (title.empty() && words.empty()) {
        return bad_input(where, "the object has no \"text\". Each line needs one, as in {\"id\":\"1\",\"text\":\"…\"}");
    }
    report.set_words(title, words);
    return report;
}

// Programs that cut texts at a number of UTF-16 units leave half a character behind: "\ud83d" without its "\ude00". It becomes U+FFFD.
std::string with_half_characters_replaced(std::string json)
{
    constexpr std::size_t escape_size = 6;
    const auto is_escape = [&](std::size_t at, char from, char to) {
        return at + escape_size <= json.size() && json[at] == '\\' && json[at + 1] == 'u' && (json[at + 2] | 0x20) == 'd' &&
               (json[at + 3] | 0x20) >= from && (json[at + 3] | 0x20) <= to && std::isxdigit(static_cast<unsigned char>(json[at + 3])) != 0;
    };
    const auto is_high = [&](std::size_t at) { return is_escape(at, '8', 'b'); };
    const auto is_low = [&](std::size_t at) { return is_escape(at, 'c', 'f'); };
    for (std::size_t at = 0; at + 1 < json.size();) {
        if (json[at] != '\\') {
            ++at;
        } else if (is_high(at) && is_low(at + escape_size)) {
            at += 2 * escape_size;
        } else if (is_high(at) || is_low(at)) {
            json.replace(at, escape_size, "\\ufffd");
            at += escape_size;
        } else {
            at += 2;
        }
    }
    return json;
}

// One line for each value, with the way to it: "actor.0.code<tab>MIL". Tabs and line ends in a value become spaces.
void flatten(const element& value, const std::string& path, std::string& out)
{
    if (simdjson::dom::array items; value.get(items) == simdjson::SUCCESS) {
        std::size_t number = 0;
        for (const element item : items) flatten(item, fmt::format("{}.{}", path, number++), out);
        return;
    }
    if (object inner; value.get(inner) == simdjson::SUCCESS) {
        for (const auto [key, item] : inner) flatten(item, path.empty() ? std::string(key) : fmt::format("{}.{}", path, key), out);
        return;
    }
    if (value.is_null()) return;
    std::string words;
    if (std::string_view text; value.get(text) == simdjson::SUCCESS) words = text;
    else words = simdjson::minify(value);
    words = on_one_line(text::to_valid_utf8(words));
    std::ranges::replace(words, '\t', ' ');
    out += fmt::format("{}\t{}\n", path, words);
}

Report row_from(const object& line, std::string table)
{
    Report report;
    std::string flat;
    for (const auto [key, value] : line) flatten(value, std::string(key), flat);
    report.publisher = std::move(table);
    report.set_words({}, flat);
    return report;
}

class Lines {
public:
    explicit Lines(const Options& options) : options_(options) {}

    Result<Received> read(std::string_view bytes, const std::string& declared, const std::string& table, const std::string& where)
    {
        std::string json = decode(bytes, declared);
        auto parsed = parser_.parse(json);
        if (parsed.error() == simdjson::STRING_ERROR) {
            json = with_half_characters_replaced(std::move(json));
            parsed = parser_.parse(json);
        }
        if (parsed.error() != simdjson::SUCCESS) {
            return bad_input(where, fmt::format("the line is not JSON ({})", simdjson::error_message(parsed.error())));
        }
        object line;
        if (parsed.get(line) != simdjson::SUCCESS) {
            return bad_input(where, "the line is not a JSON object. Each line needs one, as in {\"id\":\"1\",\"text\":\"…\"}");
        }
        if (options_.rows) return receive(row_from(line, table), std::string(bytes), Format::json_lines, where);
        auto report = report_from(line, where, options_);
        if (!report) {
            return tl::unexpected(report.error());
        }
        return receive(std::move(*report), std::string(bytes), Format::json_lines, where);
    }

private:
    const Options& options_;
    simdjson::dom::parser parser_{document_bytes_max};
};

}  // namespace

void read_json_lines(Piece piece, const Options& options, const Sink& sink)
{
    Lines lines(options);
    const std::string declared = charset_of(piece.content_type);
    const std::string_view bytes = piece.bytes;
    std::size_t number = piece.first_line;
    for (std::size_t at = 0; at < bytes.size(); ++number) {
        const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
        const std::string_view line = bytes.substr(at, end - at);
        at = end + 1;
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
            continue;
        }
        const std::string where = fmt::format("{}, line {}", piece.origin, number);
        if (!sink(lines.read(line, declared, piece.origin, where))) {
            return;
        }
    }
}

}  // namespace sitrep::read
