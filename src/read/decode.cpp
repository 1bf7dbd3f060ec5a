// Bytes in any supported encoding → valid UTF-8.
#include "read/ascii.hpp"
#include "read/run.hpp"
#include "read/utf16_bytes.hpp"

#include "text/normalise.hpp"

#include <unicode/ucnv.h>

#include <array>
#include <cmath>
#include <memory>

namespace sitrep::read {
namespace {

constexpr std::size_t judged_bytes = 64 * kibibyte;  // an encoding is told from so much of a text

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

// Nothing for a name that ICU does not know or that is not one we decode by name.
Converter converter_for(std::string_view name)
{
    UErrorCode error = U_ZERO_ERROR;
    Converter converter(ucnv_open(std::string(name).c_str(), &error));
    return U_SUCCESS(error) ? std::move(converter) : nullptr;
}

// Straight from bytes to UTF-8: no UTF-16 copy of a large document stands in memory.
std::string converted(UConverter* converter, std::string_view bytes)
{
    UErrorCode error = U_ZERO_ERROR;
    const auto length = int32_t(bytes.size());
    const int32_t needed = ucnv_toAlgorithmic(UCNV_UTF8, converter, nullptr, 0, bytes.data(), length, &error);
    std::string out(std::size_t(needed), '\0');
    error = U_ZERO_ERROR;
    ucnv_reset(converter);
    ucnv_toAlgorithmic(UCNV_UTF8, converter, out.data(), needed, bytes.data(), length, &error);
    return out;
}

// How usual each Arabic letter is, in thousandths of written text (U+0621 … U+064A); what never occurs costs most.
constexpr std::array<int, 42> letter_frequency{4, 1, 16, 1, 7, 4, 125, 36, 30, 37, 6, 11, 17, 9, 28, 5, 49, 7, 24, 10, 10,
                                               8, 13, 2, 37, 4, 0, 0, 0, 0, 0, 1, 30, 26, 22, 110, 62, 62, 27, 59, 9, 72};

// Mean log probability of the bytes ≥ 0x80 as Arabic letters.
double arabic_likeness(std::string_view high_bytes, const char* encoding)
{
    const Converter converter = converter_for(encoding);
    const std::string utf8 = converted(converter.get(), high_bytes);
    double sum = 0;
    int letters = 0;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto first = static_cast<unsigned char>(utf8[i]);
        if ((first & 0xC0) == 0x80) continue;
        ++letters;
        const auto second = i + 1 < utf8.size() ? static_cast<unsigned char>(utf8[i + 1]) : 0U;
        const int code = first == 0xD8 || first == 0xD9 ? int((first & 0x1F) << 6 | (second & 0x3F)) : 0;
        const int thousandths = code >= 0x621 && code <= 0x64A ? letter_frequency[std::size_t(code - 0x621)] : 0;
        sum += std::log(thousandths + 0.05);
    }
    return letters ? sum / letters : -10;
}

// Arabic words are made of high bytes alone; in Western ones an accented letter stands among ASCII letters.
std::string_view single_byte_encoding(std::string_view bytes)
{
    bytes = bytes.substr(0, judged_bytes);
    std::string high;
    int among_high = 0;
    int among_ascii = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (!is_high(bytes[i])) continue;
        high += bytes[i];
        const char before = i > 0 ? bytes[i - 1] : ' ';
        const char after = i + 1 < bytes.size() ? bytes[i + 1] : ' ';
        among_high += is_high(before) || is_high(after);
        among_ascii += !is_high(before) && !is_high(after) && (is_ascii_letter(before) || is_ascii_letter(after));
    }
    if (among_high <= 2 * among_ascii) return "windows-1252";
    const double windows = arabic_likeness(high, "windows-1256");
    const double iso = arabic_likeness(high, "ISO-8859-6");
    constexpr double not_arabic = 0;  // mean log of thousandths: real Arabic lies near 3.5
    if (windows < not_arabic && iso < not_arabic) return "windows-1252";
    return windows >= iso ? "windows-1256" : "ISO-8859-6";
}

bool is_ascii(std::string_view bytes)
{
    for (const char c : bytes)
        if (is_high(c)) return false;
    return true;
}

// Where a text was cut for judging, its last character may be cut too: up to three bytes of one do not make it bad UTF-8.
bool is_utf8_prefix(std::string_view bytes)
{
    if (text::is_valid_utf8(bytes)) return true;
    for (std::size_t cut = 1; cut <= 3 && cut < bytes.size(); ++cut) {
        const std::string_view kept = bytes.substr(0, bytes.size() - cut);
        const bool lead = static_cast<unsigned char>(bytes[kept.size()]) >= 0xC2;
        if (lead && !is_ascii(kept) && text::is_valid_utf8(kept)) return true;
    }
    return false;
}

// Few broken sequences among many good ones: damaged UTF-8, not another encoding.
bool is_mostly_utf8(std::string_view bytes)
{
    bytes = bytes.substr(0, judged_bytes);
    std::size_t good = 0;
    std::size_t bad = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto c = static_cast<unsigned char>(bytes[i]);
        if (c < 0x80) continue;
        const std::size_t more = c >= 0xF0 && c < 0xF5 ? 3 : c >= 0xE0 && c < 0xF0 ? 2 : c >= 0xC2 && c < 0xE0 ? 1 : 0;
        const bool ok = more > 0 && i + more < bytes.size() && text::is_valid_utf8(bytes.substr(i, more + 1));
        ok ? ++good : ++bad;
        if (ok) i += more;
    }
    return good > 4 * bad;
}

// Unknown names, names of Unicode itself (which its bytes show better), and names under which any text of one byte a
// letter is sent when nobody thought of it.
bool says_little(std::string_view declared)
{
    const Converter converter = converter_for(declared);
    if (!converter) return true;
    UErrorCode error = U_ZERO_ERROR;
    const std::string_view name = ucnv_getName(converter.get(), &error);
    return name.starts_with("UTF") || name == "US-ASCII" || name == "ISO-8859-1";
}

std::string unix_lines(std::string text)
{
    std::size_t out = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
        text[out++] = text[i] == '\r' ? '\n' : text[i];
    }
    text.resize(out);
    return text;
}

}  // namespace

std::string encoding_of(std::string_view bytes, std::string_view declared)
{
    if (bytes.starts_with("\xEF\xBB\xBF")) return "UTF-8";
    if (const auto order = utf16_order(bytes)) return *order == Utf16Order::little_endian ? "UTF-16LE" : "UTF-16BE";
    const bool declared_counts = !declared.empty() && !says_little(declared);
    if (is_ascii(bytes)) return declared_counts ? std::string(declared) : std::string();
    // Letters that happen to be good UTF-8 throughout are UTF-8, whatever a server was set up to say.
    if (is_utf8_prefix(bytes)) return "UTF-8";
    if (declared_counts) return std::string(declared);
    if (is_mostly_utf8(bytes)) return "UTF-8";
    return std::string(single_byte_encoding(bytes));
}

std::string decode(std::string_view bytes, std::string_view declared)
{
    const std::string encoding = encoding_of(bytes, declared);
    if (encoding == "UTF-8" || encoding.empty()) {
        if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
        return text::to_valid_utf8(unix_lines(std::string(bytes)));
    }
    if (encoding.starts_with("UTF-16") && (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))) bytes.remove_prefix(2);
    const Converter converter = converter_for(encoding);
    return text::to_valid_utf8(unix_lines(converted(converter.get(), bytes)));
}

std::string charset_of(std::string_view content_type)
{
    constexpr std::string_view key = "charset=";
    const std::string lower = lowered(content_type);
    const std::size_t at = lower.find(key);
    if (at == std::string::npos) return {};
    std::string_view value = std::string_view(lower).substr(at + key.size());
    if (value.starts_with('"') || value.starts_with('\'')) value.remove_prefix(1);
    return std::string(value.substr(0, value.find_first_of("\"'; \t,")));
}

}  // namespace sitrep::read
