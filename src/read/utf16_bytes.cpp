#include "read/utf16_bytes.hpp"

#include <algorithm>

namespace sitrep::read {
namespace {

constexpr std::size_t looked_at_bytes = 4096;
constexpr std::size_t stretch_bytes = 4096;
constexpr char32_t replacement = 0xFFFD;

void append_utf8(std::string& out, char32_t c)
{
    if (c < 0x80) {
        out += char(c);
    } else if (c < 0x800) {
        out += char(0xC0 | (c >> 6));
        out += char(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += char(0xE0 | (c >> 12));
        out += char(0x80 | ((c >> 6) & 0x3F));
        out += char(0x80 | (c & 0x3F));
    } else {
        out += char(0xF0 | (c >> 18));
        out += char(0x80 | ((c >> 12) & 0x3F));
        out += char(0x80 | ((c >> 6) & 0x3F));
        out += char(0x80 | (c & 0x3F));
    }
}

// High bytes of Latin (00), Arabic (06), and the punctuation block (20).
bool is_usual_high_byte(char c) { return c == 0 || c == 6 || c == 0x20; }

}  // namespace

std::optional<Utf16Order> utf16_order(std::string_view start)
{
    if (start.starts_with("\xFF\xFE")) return Utf16Order::little_endian;
    if (start.starts_with("\xFE\xFF")) return Utf16Order::big_endian;
    start = start.substr(0, looked_at_bytes);
    const std::size_t units = start.size() / 2;
    if (units < 2) return std::nullopt;
    std::size_t even = 0, odd = 0, even_low = 0, odd_low = 0;
    for (std::size_t i = 0; i + 1 < start.size(); i += 2) {
        even += is_usual_high_byte(start[i]);
        odd += is_usual_high_byte(start[i + 1]);
        even_low += start[i] == 0;
        odd_low += start[i + 1] == 0;
    }
    // Nine of ten: blanks (20) alone never reach it in a text of one byte a letter. The other byte is hardly ever 0.
    if (odd * 10 >= units * 9 && even * 2 < units && odd_low > 0 && even_low * 20 <= units) return Utf16Order::little_endian;
    if (even * 10 >= units * 9 && odd * 2 < units && even_low > 0 && odd_low * 20 <= units) return Utf16Order::big_endian;
    return std::nullopt;
}

void Utf16Bytes::convert_more()
{
    ready_.clear();
    given_ = 0;
    const bool at_start = in_.position() == 0;
    std::string_view bytes = in_.peek(stretch_bytes);
    in_.take(bytes.size());
    const bool little = order_ == Utf16Order::little_endian;
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        const auto first = static_cast<unsigned char>(bytes[i]);
        const auto second = static_cast<unsigned char>(i + 1 < bytes.size() ? bytes[i + 1] : '\0');
        const char16_t unit = i + 1 < bytes.size() ? char16_t(little ? second << 8 | first : first << 8 | second) : char16_t(replacement);
        if (at_start && i == 0 && unit == 0xFEFF) continue;
        const bool low = unit >= 0xDC00 && unit < 0xE000;
        if (high_ && low) {
            append_utf8(ready_, 0x10000 + ((char32_t(high_) - 0xD800) << 10) + (unit - 0xDC00));
            high_ = 0;
            continue;
        }
        if (high_) append_utf8(ready_, replacement);
        high_ = unit >= 0xD800 && unit < 0xDC00 ? unit : char16_t(0);
        if (!high_) append_utf8(ready_, low ? replacement : char32_t(unit));
    }
    if (bytes.empty() && high_) {
        append_utf8(ready_, replacement);
        high_ = 0;
    }
}

tl::expected<std::size_t, std::string> Utf16Bytes::read(std::span<char> into)
{
    while (given_ == ready_.size()) {
        convert_more();
        if (ready_.empty() && in_.at_end()) {
            if (!in_.broken().empty()) return tl::unexpected(in_.broken());
            return 0;
        }
    }
    const std::size_t count = std::min(into.size(), ready_.size() - given_);
    std::copy_n(ready_.data() + given_, count, into.data());
    given_ += count;
    return count;
}

}  // namespace sitrep::read
