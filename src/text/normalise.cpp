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

bool is_unwanted_control(unsigned char byte) { return (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F; }

// The first byte from `at` on that does not belong to well-formed text without unwanted control characters.
std::size_t end_of_good(std::string_view bytes, std::size_t at)
{
    while (at < bytes.size()) {
        const auto lead = static_cast<unsigned char>(bytes[at]);
        if (lead < 0x80) {
            if (is_unwanted_control(lead)) break;
            ++at;
        } else if (lead >= 0xC2 && lead <= 0xDF && at + 1 < bytes.size() && is_continuation(bytes[at + 1])) {
            at += 2;  // Arabic letters, all of them
        } else if (const std::size_t length = sequence_length(bytes, at); length > 1) {
            at += length;
        } else {
            break;
        }
    }
    return at;
}

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
        // Nearly always all of it: what is good as it stands is copied in one piece.
        const std::size_t good = end_of_good(bytes, at);
        out.append(bytes.substr(at, good - at));
        at = good;
        if (at == bytes.size()) {
            break;
        }
        if (sequence_length(bytes, at) == 1) {
            out += ' ';  // an unwanted control character
            ++at;
            continue;
        }
        out += "\uFFFD";
        ++at;
        while (at < bytes.size() && is_continuation(bytes[at])) {
            ++at;  // one sign for one broken sequence
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
