// Shapes and folded forms, from ICU's data and our own rules for Latin and Arabic.
#include "text/characters.hpp"

#include "text/utf8.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace sitrep::text {
namespace {

const UNormalizer2& normaliser(const UNormalizer2* (*instance)(UErrorCode*))
{
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2* found = instance(&error);
    if (U_FAILURE(error)) {
        throw std::runtime_error("ICU's normalisation data cannot be loaded; reinstall libicu");
    }
    return *found;
}

// Arabic letters that are written for one another, and the Persian and Kurdish ones, to plain Arabic.
constexpr std::pair<char32_t, char32_t> arabic_folds[] = {
    {U'آ', U'ا'}, {U'أ', U'ا'}, {U'ؤ', U'و'}, {U'إ', U'ا'}, {U'ئ', U'ي'}, {U'ة', U'ه'}, {U'ى', U'ي'}, {U'ٱ', U'ا'},
    {U'ٲ', U'ا'}, {U'ٳ', U'ا'}, {U'پ', U'ب'}, {U'چ', U'ج'}, {U'ڕ', U'ر'}, {U'ژ', U'ز'}, {U'ڠ', U'غ'}, {U'ڤ', U'ف'},
    {U'ڨ', U'ق'}, {U'ک', U'ك'}, {U'ڪ', U'ك'}, {U'ڭ', U'ك'}, {U'گ', U'ك'}, {U'ڵ', U'ل'}, {U'ں', U'ن'}, {U'ھ', U'ه'},
    {U'ۀ', U'ه'}, {U'ہ', U'ه'}, {U'ۂ', U'ه'}, {U'ۃ', U'ه'}, {U'ۆ', U'و'}, {U'ۇ', U'و'}, {U'ۋ', U'و'}, {U'ی', U'ي'},
    {U'ێ', U'ي'}, {U'ې', U'ي'}, {U'ے', U'ي'}, {U'ە', U'ه'}};

// Latin letters that Unicode does not take apart into a base and a mark.
constexpr std::pair<char32_t, std::string_view> latin_folds[] = {
    {U'æ', "ae"}, {U'ð', "d"}, {U'ø', "o"}, {U'þ', "th"}, {U'đ', "d"}, {U'ħ', "h"}, {U'ı', "i"}, {U'ł', "l"},
    {U'ŋ', "n"}, {U'œ', "oe"}, {U'ŧ', "t"}, {U'ə', "e"}, {U'ɣ', "g"}, {U'ẖ', "h"}};

bool is_dropped_mark(char32_t value)
{
    return (value >= 0x300 && value <= 0x36F) || (value >= 0x610 && value <= 0x61A) || (value >= 0x64B && value <= 0x65F) || value == 0x670 ||
           (value >= 0x6D6 && value <= 0x6DC) || (value >= 0x6DF && value <= 0x6E8) || (value >= 0x6EA && value <= 0x6ED) ||
           (value >= 0x8D3 && value <= 0x8FF) || (value >= 0x1AB0 && value <= 0x1AFF) || (value >= 0x1DC0 && value <= 0x1DFF) ||
           (value >= 0x20D0 && value <= 0x20FF) || (value >= 0xFE20 && value <= 0xFE2F) || value == 0x640 || value == 0x2BB || value == 0x2BD ||
           value == 0x2BE || value == 0x2BF;
}

bool is_arabic(char32_t value)
{
    return (value >= 0x620 && value <= 0x64A) || (value >= 0x66E && value <= 0x6D5) || (value >= 0x6FA && value <= 0x6FF) ||
           (value >= 0x750 && value <= 0x77F) || (value >= 0x8A0 && value <= 0x8C7) || (value >= 0xFB50 && value <= 0xFDFF) ||
           (value >= 0xFE70 && value <= 0xFEFC);
}

void append_letter(std::vector<char>& out, char32_t value)
{
    if (is_dropped_mark(value)) {
        return;
    }
    if (const auto* fold = std::ranges::find(arabic_folds, value, &std::pair<char32_t, char32_t>::first); fold != std::end(arabic_folds)) {
        append_code_point(out, fold->second);
        return;
    }
    if (const auto* fold = std::ranges::find(latin_folds, value, &std::pair<char32_t, std::string_view>::first); fold != std::end(latin_folds)) {
        out.insert(out.end(), fold->second.begin(), fold->second.end());
        return;
    }
    if (u_charType(static_cast<UChar32>(value)) == U_DECIMAL_DIGIT_NUMBER) {
        out.push_back(static_cast<char>('0' + u_charDigitValue(static_cast<UChar32>(value))));
        return;
    }
    append_code_point(out, value);
}

template <class Take>
void each_code_point(const UChar* units, std::int32_t count, Take take)
{
    for (std::int32_t i = 0; i < count;) {
        UChar32 value = 0;
        U16_NEXT(units, i, count, value);
        take(static_cast<char32_t>(value));
    }
}

void append_folded_letter(std::vector<char>& out, char32_t value)
{
    static const UNormalizer2& casefold = normaliser(unorm2_getNFKCCasefoldInstance);
    static const UNormalizer2& decompose = normaliser(unorm2_getNFDInstance);
    constexpr std::int32_t units_max = 64;  // the longest, U+FDFA, has 18
    UChar source[2];
    std::int32_t size = 0;
    U16_APPEND_UNSAFE(source, size, static_cast<UChar32>(value));
    UChar folded[units_max];
    UErrorCode error = U_ZERO_ERROR;
    size = unorm2_normalize(&casefold, source, size, folded, units_max, &error);
    const bool syllable = value >= 0xAC00 && value <= 0xD7A3;  // Hangul would fall apart into its letters
    UChar decomposed[units_max];
    if (!syllable) {
        size = unorm2_normalize(&decompose, folded, size, decomposed, units_max, &error);
    }
    if (U_FAILURE(error)) {
        append_code_point(out, value);
        return;
    }
    each_code_point(syllable ? folded : decomposed, size, [&](char32_t each) { append_letter(out, each); });
}

bool is_apostrophe(char32_t value)
{
    switch (value) {
    case U'\'': case U'`': case 0xB4: case 0x2B9: case 0x2BC: case 0x2018: case 0x2019: case 0x201B: case 0x2032: case 0xFF07: return true;
    default: return false;
    }
}

Shape shape_of(char32_t value)
{
    if (value == '\n' || value == '\v' || value == '\f' || value == 0x85 || value == 0x2028 || value == 0x2029) {
        return Shape::newline;
    }
    if (is_apostrophe(value)) {
        return Shape::apostrophe;
    }
    if (value == '-' || value == 0x2010 || value == 0x2011) {
        return Shape::hyphen;
    }
    if (is_dropped_mark(value)) {
        return Shape::mark;
    }
    switch (u_charType(static_cast<UChar32>(value))) {
    case U_UPPERCASE_LETTER: case U_LOWERCASE_LETTER: case U_TITLECASE_LETTER: case U_MODIFIER_LETTER: case U_OTHER_LETTER:
    case U_LETTER_NUMBER: case U_NON_SPACING_MARK: case U_ENCLOSING_MARK: case U_COMBINING_SPACING_MARK:
        return u_hasBinaryProperty(static_cast<UChar32>(value), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ? Shape::format : Shape::letter;
    case U_DECIMAL_DIGIT_NUMBER: return Shape::digit;
    case U_SPACE_SEPARATOR: case U_CONTROL_CHAR: return Shape::space;
    case U_FORMAT_CHAR: return Shape::format;
    case U_DASH_PUNCTUATION: case U_START_PUNCTUATION: case U_END_PUNCTUATION: case U_CONNECTOR_PUNCTUATION: case U_OTHER_PUNCTUATION:
    case U_INITIAL_PUNCTUATION: case U_FINAL_PUNCTUATION:
        return Shape::punctuation;
    default: return Shape::symbol;
    }
}

// Signs that are printed in several ways and mean the same.
void append_sign(std::vector<char>& out, char32_t value)
{
    switch (value) {
    case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0xAB: case 0xBB: case 0xFF02: out.push_back('"'); return;
    case 0x2012: case 0x2013: case 0x2212: out.push_back('-'); return;
    case 0x2026: out.insert(out.end(), 3, '.'); return;
    case 0x66B: out.push_back('.'); return;
    case 0x66C: out.push_back(','); return;
    case 0x66A: case 0xFF05: out.push_back('%'); return;
    default: append_code_point(out, value);
    }
}

void append_any(std::vector<char>& out, char32_t value, Shape shape)
{
    switch (shape) {
    case Shape::letter: case Shape::digit: append_folded_letter(out, value); return;
    case Shape::space: case Shape::newline: out.push_back(' '); return;
    case Shape::apostrophe: out.push_back('\''); return;
    case Shape::hyphen: out.push_back('-'); return;
    case Shape::mark: case Shape::format: return;
    case Shape::punctuation: case Shape::symbol: append_sign(out, value); return;
    }
}

}  // namespace

Character Characters::look_up(char32_t value)
{
    const Shape shape = shape_of(value);
    const auto rune = static_cast<UChar32>(value);
    std::uint8_t flags = u_isUUppercase(rune) || u_istitle(rune) ? Character::upper_case : 0;
    flags |= u_isULowercase(rune) ? Character::lower_case : 0;
    flags |= shape == Shape::letter && is_arabic(value) ? Character::arabic_letter : 0;
    return {shape, flags};
}

void Characters::append_rare(std::vector<char>& out, char32_t value)
{
    const Shape shape = shape_of(value);
    const std::size_t before = out.size();
    append_any(out, value, shape);
    if (out.size() == before && shape == Shape::letter) {
        append_code_point(out, value);  // no word may fold to nothing
    }
}

Characters::Characters()
{
    std::vector<char> folded;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const auto value = static_cast<char32_t>(i < table_end ? i : i - table_end + extended_begin);
        Entry& entry = entries_[i];
        entry.character = look_up(value);
        folded.clear();
        append_rare(folded, value);
        if (folded.size() <= entry.folded.size()) {
            entry.folded_size = static_cast<std::uint8_t>(folded.size());
            std::ranges::copy(folded, entry.folded.begin());
        }
    }
}

const Characters& Characters::table()
{
    static const Characters characters;
    return characters;
}

}  // namespace sitrep::text
