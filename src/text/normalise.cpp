// Normal forms of running text, and making bytes into valid UTF-8.
#include "text/normalise.hpp"

#include "text/characters.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <vector>

namespace sitrep::text {
namespace {

// Length of the well-formed sequence at `at`, or 0 (RFC 3629: no surrogates, nothing overlong, nothing above U+10FFFF).
std::size_t sequence_length(std::string_view bytes, std::size_t at)
{
    const auto byte = [&](std::size_t i) -> unsigned { return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0u; };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
    const unsigned lead = byte(0);
    if (lead < 0x80) {
        return 1;
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        return follows(1) ? 2 : 0;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        const bool overlong = lead == 0xE0 && byte(1) < 0xA0;
        const bool surrogate = lead == 0xED && byte(1) > 0x9F;
        return follows(1) && follows(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const bool overlong = lead == 0xF0 && byte(1) < 0x90;
        const bool beyond = lead == 0xF4 && byte(1) > 0x8F;
        return follows(1) && follows(2) && follows(3) && !overlong && !beyond ? 4 : 0;
    }
    return 0;
}

bool is_plain_ascii(unsigned char byte) { return byte >= 0x20 && byte < 0x7F; }
bool is_unwanted_control(unsigned char byte) { return (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F; }

}  // namespace

std::string normalise(std::string_view text)
{
    const Characters& characters = Characters::table();
    std::vector<char> out;
    out.reserve(text.size());
    bool space_due = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        at += point.bytes;
        const Character character = characters.of(point.value);
        if (character.shape == Shape::space || character.shape == Shape::newline || point.value == '_') {
            space_due = !out.empty();
            continue;
        }
        if (character.shape == Shape::mark || character.shape == Shape::format) {
            continue;
        }
        if (space_due) {
            out.push_back(' ');
            space_due = false;
        }
        characters.append_folded(out, point.value);
    }
    return {out.begin(), out.end()};
}

std::string to_valid_utf8(std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        std::size_t plain = at;
        while (plain < bytes.size() && is_plain_ascii(static_cast<unsigned char>(bytes[plain]))) {
            ++plain;
        }
        out.append(bytes.substr(at, plain - at));
        at = plain;
        if (at == bytes.size()) {
            break;
        }
        const std::size_t size = sequence_length(bytes, at);
        if (size == 0) {
            out += "\uFFFD";
            ++at;
            while (at < bytes.size() && is_continuation(bytes[at])) {
                ++at;  // one sign for one broken sequence
            }
        } else if (size == 1 && is_unwanted_control(static_cast<unsigned char>(bytes[at]))) {
            out += ' ';
            ++at;
        } else {
            out.append(bytes.substr(at, size));
            at += size;
        }
    }
    return out;
}

bool is_valid_utf8(std::string_view bytes)
{
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t size = sequence_length(bytes, at);
        if (size == 0) {
            return false;
        }
        at += size;
    }
    return true;
}

std::size_t length(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char byte) { return !is_continuation(byte); }));
}

}  // namespace sitrep::text
