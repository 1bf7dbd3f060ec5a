#include "read/ascii.hpp"
#include "read/mime.hpp"

#include "read/bounds.hpp"
#include "read/parts.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace sitrep::read {
namespace {

std::optional<int> hex_digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    c = lowered(c);
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return std::nullopt;
}

// `escape` followed by two hexadecimal digits is a byte: "=D8" in quoted-printable, "%D8" in RFC 2231.
std::string unescaped(std::string_view text, char escape, bool underscore_is_blank)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == escape && i + 2 < text.size()) {
            const auto high = hex_digit(text[i + 1]);
            const auto low = hex_digit(text[i + 2]);
            if (high && low) {
                out += char(*high * 16 + *low);
                i += 2;
                continue;
            }
        }
        out += underscore_is_blank && text[i] == '_' ? ' ' : text[i];
    }
    return out;
}

std::string quoted_printable(std::string_view body)
{
    std::string joined;  // without soft line ends
    joined.reserve(body.size());
    while (!body.empty()) {
        const std::size_t end = std::min(body.find('\n'), body.size());
        std::string_view line = body.substr(0, end);
        const bool has_newline = end < body.size();
        body.remove_prefix(std::min(end + 1, body.size()));
        line.remove_suffix(line.size() - (line.find_last_not_of(" \t\r") + 1));  // blanks at a line's end are not the sender's (RFC 2045, 6.7)
        const bool soft = line.ends_with('=');
        if (soft) line.remove_suffix(1);
        joined.append(line);
        if (!soft && has_newline) joined += '\n';
    }
    return unescaped(joined, '=', false);
}

std::string base64(std::string_view body)
{
    static constexpr auto values = [] {
        std::array<signed char, 256> table{};
        table.fill(-1);
        constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (std::size_t i = 0; i < alphabet.size(); ++i) table[static_cast<unsigned char>(alphabet[i])] = static_cast<signed char>(i);
        return table;
    }();
    std::string out;
    out.reserve(body.size() / 4 * 3);
    unsigned bits = 0;
    int held = 0;
    for (const char c : body) {
        const int value = values[static_cast<unsigned char>(c)];
        if (value < 0) continue;
        bits = (bits << 6 | unsigned(value)) & 0xFFFFFF;
        held += 6;
        if (held < 8) continue;
        held -= 8;
        out += char(bits >> held & 0xFF);
    }
    return out;
}

struct EncodedWord {
    std::string charset;
    std::string bytes;
    std::size_t length = 0;  // as written
};

std::optional<EncodedWord> encoded_word(std::string_view text)
{
    if (!text.starts_with("=?")) return std::nullopt;
    const std::size_t charset_end = text.find('?', 2);
    if (charset_end == std::string_view::npos || charset_end + 2 >= text.size() || text[charset_end + 2] != '?') return std::nullopt;
    const std::size_t end = text.find("?=", charset_end + 3);
    if (end == std::string_view::npos) return std::nullopt;
    const char how = lowered(text[charset_end + 1]);
    if (how != 'b' && how != 'q') return std::nullopt;
    const std::string_view content = text.substr(charset_end + 3, end - charset_end - 3);
    std::string_view charset = text.substr(2, charset_end - 2);
    charset = charset.substr(0, charset.find('*'));  // RFC 2231 lets a language follow
    return EncodedWord{lowered(charset), how == 'b' ? base64(content) : unescaped(content, '=', true), end + 2};
}

std::string single_blanks(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
        if (!blank) out += c;
        else if (!out.empty() && out.back() != ' ') out += ' ';
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

// One "name=value" as written.
struct Parameter {
    std::string name;
    std::string value;
};

std::vector<Parameter> raw_parameters(std::string_view rest)
{
    std::vector<Parameter> found;
    while (!rest.empty()) {
        rest.remove_prefix(std::min(rest.find_first_not_of("; \t\r\n"), rest.size()));
        const std::size_t equals = rest.find('=');
        if (equals == std::string_view::npos) break;
        Parameter parameter{lowered(trimmed(rest.substr(0, equals))), {}};
        rest.remove_prefix(equals + 1);
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
        if (rest.starts_with('"')) {
            std::size_t i = 1;
            for (; i < rest.size() && rest[i] != '"'; ++i) {
                if (rest[i] == '\\' && i + 1 < rest.size()) ++i;
                parameter.value += rest[i];
            }
            rest.remove_prefix(std::min(i + 1, rest.size()));
        } else {
            const std::size_t end = std::min(rest.find(';'), rest.size());
            parameter.value = trimmed(rest.substr(0, end));
            rest.remove_prefix(end);
        }
        found.push_back(std::move(parameter));
    }
    return found;
}

}  // namespace

std::string_view Entity::field(std::string_view name) const
{
    const auto found = std::ranges::find(fields, name, &HeaderField::name);
    return found == fields.end() ? std::string_view() : std::string_view(found->value);
}

Entity parse_entity(std::string_view bytes)
{
    Entity entity;
    std::size_t taken = 0;
    while (!bytes.empty() && taken < mail_header_bytes_max) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        std::string_view line = bytes.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        const std::size_t colon = line.find(':');
        const bool folded = line.starts_with(' ') || line.starts_with('\t');
        if (!line.empty() && !folded && colon == std::string_view::npos) break;  // the blank line is missing: this is the body
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        taken += end + 1;
        if (line.empty()) break;
        if (!folded) entity.fields.push_back({lowered(trimmed(line.substr(0, colon))), std::string(trimmed(line.substr(colon + 1)))});
        else if (!entity.fields.empty()) entity.fields.back().value.append(" ").append(trimmed(line));
    }
    entity.body = bytes;
    return entity;
}

std::string_view FieldWithParameters::parameter(std::string_view name) const
{
    const auto found = std::ranges::find(parameters, name, &HeaderField::name);
    return found == parameters.end() ? std::string_view() : std::string_view(found->value);
}

FieldWithParameters parse_parameters(std::string_view value)
{
    FieldWithParameters field;
    const std::size_t end = std::min(value.find(';'), value.size());
    field.type = lowered(trimmed(value.substr(0, end)));
    std::string charset;
    for (auto& [name, written] : raw_parameters(value.substr(end))) {
        // RFC 2231: "name*=utf-8''…" is escaped; "name*0=", "name*1*=" go together.
        const bool escaped = name.ends_with('*');
        const std::string plain = name.substr(0, name.find('*'));
        std::string decoded = written;
        if (escaped) {
            const std::size_t first = written.find('\'');
            const std::size_t second = first == std::string::npos ? first : written.find('\'', first + 1);
            if (second != std::string::npos) {
                charset = written.substr(0, first);
                decoded = written.substr(second + 1);
            }
            decoded = decode(unescaped(decoded, '%', false), charset);
        } else if (written.find("=?") != std::string::npos) {
            decoded = header_words(written);  // not allowed there, and done by many
        }
        const auto before = std::ranges::find(field.parameters, plain, &HeaderField::name);
        const bool goes_on = name.find('*') != std::string::npos && before != field.parameters.end();
        if (goes_on) before->value += decoded;
        else field.parameters.push_back({plain, std::move(decoded)});
    }
    return field;
}

std::vector<std::string_view> multipart_parts(std::string_view body, std::string_view boundary, std::size_t parts_max)
{
    std::vector<std::string_view> parts;
    const std::string line_start = "--" + std::string(boundary);
    std::optional<std::size_t> begin;
    for (std::size_t at = 0; at < body.size() && parts.size() < parts_max;) {
        const std::size_t end = std::min(body.find('\n', at), body.size());
        const std::string_view line = body.substr(at, end - at);
        if (line.starts_with(line_start)) {
            const std::string_view rest = trimmed(line.substr(line_start.size()));
            if (rest.empty() || rest == "--") {
                if (begin) parts.push_back(body.substr(*begin, at - *begin));
                begin = end + 1;
                if (rest == "--") return parts;
            }
        }
        at = end + 1;
    }
    if (begin && *begin < body.size() && parts.size() < parts_max) parts.push_back(body.substr(*begin));
    return parts;
}

std::string transfer_decoded(std::string_view body, std::string_view encoding)
{
    const std::string how = lowered(trimmed(encoding));
    if (how == "base64") return base64(body);
    if (how == "quoted-printable") return quoted_printable(body);
    return std::string(body);
}

std::string header_words(std::string_view value)
{
    std::string out;
    EncodedWord pending;  // neighbours of one charset are joined before decoding: a letter may be cut between two
    const auto flush = [&] {
        if (!pending.bytes.empty()) out += decode(pending.bytes, pending.charset);
        pending = {};
    };
    std::size_t plain_begin = 0;
    for (std::size_t i = value.find("=?"); i != std::string_view::npos; i = value.find("=?", i)) {
        auto word = encoded_word(value.substr(i, mail_header_bytes_max));
        if (!word) {
            i += 2;
            continue;
        }
        const std::string_view between = value.substr(plain_begin, i - plain_begin);
        if (!trimmed(between).empty() || pending.charset != word->charset) flush();
        if (!trimmed(between).empty() || plain_begin == 0) out += decode(between, {});
        pending.charset = word->charset;
        pending.bytes += word->bytes;
        i += word->length;
        plain_begin = i;
    }
    flush();
    out += decode(value.substr(plain_begin), {});
    return single_blanks(out);
}

}  // namespace sitrep::read
