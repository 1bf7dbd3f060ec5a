#include "understand/understand.hpp"

// cld2's header uses FILE without including it, so the order counts.
// clang-format off
#include <cstdio>
#include <cld2/public/compact_lang_det.h>
// clang-format on

#include <algorithm>
#include <cstdint>

namespace sitrep::understand {

namespace {

// The detector's answer does not change after a paragraph or two, its cost does.
constexpr std::size_t detection_bytes_max = 768;
constexpr std::size_t letters_needed = 12;

constexpr std::size_t letters_that_tell = 120;  // Persian has one that Arabic lacks in every twenty-five

struct Letters {
    std::size_t latin = 0;
    std::size_t arabic = 0;
    std::size_t arabic_of_others = 0;  ///< letters of Persian, Urdu, Pashto, Kurdish and others that Arabic does not write
    std::size_t other = 0;
};

// U+0621–U+064A are the letters of Arabic; what the Arabic script has beside them from U+0671 on, other languages need every few words.
bool is_of_others(unsigned char lead, unsigned char second)
{
    return (lead == 0xD9 && second >= 0xB1) || lead == 0xDA || (lead == 0xDB && second < 0x95);
}

Letters letters_of(std::string_view text)
{
    Letters letters;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x80)
            letters.latin += (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        else if (byte >= 0xD8 && byte <= 0xDB) {
            ++letters.arabic;
            letters.arabic_of_others += i + 1 < text.size() && is_of_others(byte, static_cast<unsigned char>(text[i + 1]));
        }
        else if (byte >= 0xC3 && byte <= 0xC9)
            ++letters.latin;
        else if (byte >= 0xC0)
            ++letters.other;
    }
    return letters;
}

std::string_view cut_at_character(std::string_view text)
{
    if (text.size() <= detection_bytes_max) return text;
    std::size_t end = detection_bytes_max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end);
}

}  // namespace

Language detect_language(std::string_view text)
{
    text = cut_at_character(text);
    const Letters letters = letters_of(text);
    if (letters.latin + letters.arabic + letters.other < letters_needed) return Language::unknown;
    if (letters.arabic >= letters_that_tell && letters.arabic_of_others == 0 && letters.arabic > 4 * (letters.latin + letters.other)) return Language::arabic;
    bool reliable = false;
    const CLD2::Language found = CLD2::DetectLanguage(text.data(), static_cast<int>(text.size()), true, &reliable);
    switch (found) {
        case CLD2::ENGLISH:
            return Language::english;
        case CLD2::ARABIC:
            return Language::arabic;
        case CLD2::UNKNOWN_LANGUAGE:
            break;
        default:
            if (reliable) return Language::other;
    }
    // Short notes full of names defeat the detector: Arabic letters without a rival stand for Arabic.
    if (letters.arabic > letters.latin + letters.other) return found == CLD2::UNKNOWN_LANGUAGE ? Language::arabic : Language::other;
    return Language::unknown;
}

}  // namespace sitrep::understand
