#include "understand/understand.hpp"

// cld2's header uses FILE without including it, so the order counts.
// clang-format off
#include <cstdio>
#include <cld2/public/compact_lang_det.h>
// clang-format on

#include <algorithm>
#include <array>
#include <cstdint>

namespace sitrep::understand {

namespace {

// The detector's answer does not change after a paragraph or two, its cost does.
constexpr std::size_t detection_bytes_max = 768;
constexpr std::size_t letters_needed = 12;

constexpr std::size_t letters_that_tell = 120;  // Persian has one that Arabic lacks in every twenty-five

constexpr std::size_t latin_letters_that_tell = 60;

struct Letters {
    std::size_t latin = 0;
    std::size_t accented = 0;  ///< of those
    std::size_t arabic = 0;
    std::size_t arabic_of_others = 0;  ///< letters of Persian, Urdu, Pashto, Kurdish and others that Arabic does not write
    std::size_t other = 0;
    bool prevails() const { return arabic > 4 * (latin + other); }
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
        else if (byte >= 0xC3 && byte <= 0xC9) {
            ++letters.latin;
            ++letters.accented;
        }
        else if (byte >= 0xC0)
            ++letters.other;
    }
    return letters;
}

// What Arabic writes every few words and others that use its letters do not: a closed ta ("قرية"), a tanwin ("فندقا" with its mark), a hamza on or under the
// alif that begins a word ("أمس"), the word "في".
bool has_arabic_spelling(std::string_view text)
{
    constexpr std::string_view closed_ta = "\xD8\xA9", alif_hamza_above = "\xD8\xA3", alif_hamza_below = "\xD8\xA5", in = "\xD9\x81\xD9\x8A";
    constexpr std::array<std::string_view, 3> tanwin{"\xD9\x8B", "\xD9\x8C", "\xD9\x8D"};
    bool in_word = false;
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const bool letter = byte >= 0xD8 && byte <= 0xDB;
        if (letter) {
            const std::string_view here = text.substr(at, 2);
            if (here == closed_ta || std::ranges::find(tanwin, here) != tanwin.end()) return true;
            if (!in_word && (here == alif_hamza_above || here == alif_hamza_below)) return true;
            if (!in_word && text.substr(at, 4) == in && (at + 4 >= text.size() || text[at + 4] == ' ')) return true;
            ++at;
        }
        in_word = letter;
    }
    return false;
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
    const bool may_be_arabic = letters.arabic_of_others == 0 && letters.prevails();
    if (may_be_arabic && (letters.arabic >= letters_that_tell || has_arabic_spelling(text))) return Language::arabic;
    bool reliable = false;
    const CLD2::Language found = CLD2::DetectLanguage(text.data(), static_cast<int>(text.size()), true, &reliable);
    // The detector also answers English where it knows nothing.
    const bool known = found != CLD2::UNKNOWN_LANGUAGE && (found != CLD2::ENGLISH || letters.latin >= letters.arabic + letters.other);
    if (known && found == CLD2::ENGLISH) return Language::english;
    if (known && found == CLD2::ARABIC) return Language::arabic;
    // It takes a line of Arabic names for Persian and a few English words for another language; without a letter that only those have, nobody can tell.
    const bool headline = letters.latin < latin_letters_that_tell && letters.latin > letters.arabic + letters.other && letters.accented == 0;
    if (known && reliable) return may_be_arabic || headline ? Language::unknown : Language::other;
    // Short notes full of names defeat the detector: Arabic letters without a rival stand for Arabic.
    if (letters.arabic > letters.latin + letters.other) {
        if (!known) return letters.arabic_of_others == 0 || has_arabic_spelling(text) ? Language::arabic : Language::unknown;
        return may_be_arabic ? Language::unknown : Language::other;
    }
    return Language::unknown;
}

}  // namespace sitrep::understand
