// What a number in digits is, as a token.
#include "text/scanner.hpp"

#include <algorithm>
#include <array>

namespace sitrep::text {
namespace {

constexpr auto units = std::to_array<std::string_view>(
    {"am", "bn", "cm", "ft", "g", "h", "ha", "hr", "hrs", "k", "kg", "km", "kph", "m", "min", "mm", "mn", "mph", "pm"});
constexpr auto ordinal_endings = std::to_array<std::string_view>({"nd", "rd", "st", "th"});
constexpr std::size_t unit_letters_max = 3;

}  // namespace

void Scanner::number()
{
    Growing token = start();
    token.kind = TokenKind::number;
    take_digits(token);
    letters_after_number(token);
    emit(token);
}

// Digits, and the signs of thousands, decimals, dates and clock times between them.
void Scanner::take_digits(Growing& token)
{
    std::uint32_t run = 0;
    Cursor at = token.end;
    for (Glimpse here = look(at); here.bytes != 0; here = look(at)) {
        if (here.shape() == Shape::digit) {
            take(token, at, here);
            at = token.end;
            ++run;
        } else if (here.shape() == Shape::format || here.shape() == Shape::mark) {
            at = past(at, here);
        } else if (number_goes_on(token, here, past(at, here), run)) {
            append(here);
            at = past(at, here);
            run = 0;
        } else {
            return;
        }
    }
}

// How many digits stand at `at`, counted up to `most` + 1.
std::uint32_t Scanner::digits_at(Cursor at, std::uint32_t most) const
{
    std::uint32_t count = 0;
    for (Glimpse here = look(at); here.shape() == Shape::digit && count <= most; here = look(at)) {
        ++count;
        at = past(at, here);
    }
    return count;
}

bool Scanner::number_goes_on(const Growing& token, const Glimpse& sign, Cursor behind, std::uint32_t run) const
{
    constexpr char32_t arabic_decimal = 0x66B;
    constexpr char32_t arabic_thousands = 0x66C;
    if (look(behind).shape() != Shape::digit) {
        return false;
    }
    if (sign.value == '.' || sign.value == arabic_decimal || sign.value == '/' || sign.value == ':') {
        return true;
    }
    if (sign.value == ',' || sign.value == arabic_thousands) {
        return run <= 3 && digits_at(behind, 3) == 3;
    }
    if (sign.shape() != Shape::hyphen) {
        return false;
    }
    // "2024-05-10" and "10-05-2024" are one token each; "12-15" is two numbers.
    const std::string_view so_far = normal();
    if (const auto hyphen = so_far.find('-'); hyphen != std::string_view::npos) {
        const std::uint32_t last = digits_at(behind, 4);
        return so_far.find('-', hyphen + 1) == std::string_view::npos && run <= 2 && (hyphen == 4 ? last <= 2 : last == 4 || last == 2);
    }
    const std::uint32_t middle = digits_at(behind, 2);
    if (token.digits != run || middle > 2 || run == 3 || run > 4) {
        return false;
    }
    Cursor at = behind;
    for (std::uint32_t i = 0; i < middle; ++i) {
        at = past(at, look(at));
    }
    const Glimpse second = look(at);
    const std::uint32_t last = second.shape() == Shape::hyphen ? digits_at(past(at, second), 4) : 0;
    return run == 4 ? last == 1 || last == 2 : last == 4 || last == 2;
}

// "5th" stays a number, "20km" is two tokens, "4x4" and "12-year-old" are words.
void Scanner::letters_after_number(Growing& token)
{
    const Glimpse next = look(token.end);
    if (next.shape() == Shape::hyphen) {
        if (look(past(token.end, next)).is_latin_letter()) {
            token.kind = TokenKind::word;
            grow(token);
        }
        return;
    }
    if (!next.is_latin_letter()) {
        return;
    }
    std::array<char, unit_letters_max + 1> letters{};
    std::size_t count = 0;
    Cursor at = token.end;
    for (Glimpse here = next; here.shape() == Shape::letter && count < letters.size(); here = look(at)) {
        letters[count++] = here.value < 0x80 ? static_cast<char>(here.value | 0x20) : '?';
        at = past(at, here);
    }
    const std::string_view ending(letters.data(), count);
    if (look(at).is_word()) {
        token.kind = TokenKind::word;
        grow(token);
    } else if (std::ranges::binary_search(ordinal_endings, ending)) {
        grow(token);
    } else if (!std::ranges::binary_search(units, ending)) {
        token.kind = TokenKind::word;
        grow(token);
    }
}

}  // namespace sitrep::text
