// Cutting a text into words, numbers, addresses and signs.
#include "text/tokeniser.hpp"

#include "text/characters.hpp"
#include "text/disguises.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace sitrep::text {
namespace {

struct Cursor {
    std::uint32_t byte = 0;
    std::uint32_t point = 0;
};

// The character at a cursor; `bytes` is 0 at the end of the text.
struct Glimpse {
    char32_t value = 0;
    std::uint8_t bytes = 0;
    Character character{.shape = Shape::space};
    Shape shape() const { return character.shape; }
    bool is_word() const { return character.shape == Shape::letter || character.shape == Shape::digit; }
    bool is_latin_letter() const { return character.shape == Shape::letter && !character.arabic; }
};

// A word or number while it grows.
struct Growing {
    Cursor begin, end;
    std::uint32_t letters = 0, capitals = 0, digits = 0;
    bool first_is_capital = false;
    bool first_is_lower = false;
    bool arabic = false;
    bool tried = false;  // to read it as a broken-up word
    TokenKind kind = TokenKind::word;
    FullStop full_stop = FullStop::none;
};

constexpr auto address_beginnings = std::to_array<std::string_view>({"http://", "https://", "www.", "ftp://", "t.me/"});
constexpr auto units = std::to_array<std::string_view>(
    {"am", "bn", "cm", "ft", "g", "h", "ha", "hr", "hrs", "k", "kg", "km", "kph", "m", "min", "mm", "mn", "mph", "pm"});
constexpr auto ordinal_endings = std::to_array<std::string_view>({"nd", "rd", "st", "th"});
constexpr std::size_t unit_letters_max = 3;
constexpr std::size_t spaced_letters_min = 4;
constexpr std::size_t spaced_letters_max = 10;

class Tokeniser {
public:
    explicit Tokeniser(std::string_view text) : text_(text)
    {
        constexpr std::size_t bytes_a_token = 5;  // a low guess, so that the vectors hardly ever grow
        out_.tokens.reserve(text.size() / bytes_a_token + 1);
        out_.drafts.reserve(text.size() / bytes_a_token + 1);
        out_.normal_forms.reserve(text.size() + text.size() / 8 + 16);
    }

    Tokens run()
    {
        for (Glimpse here = look(at_); here.bytes != 0; here = look(at_)) {
            switch (here.shape()) {
            case Shape::newline: line_ = true; [[fallthrough]];
            case Shape::space: space_ = true; [[fallthrough]];
            case Shape::mark:
            case Shape::format: at_ = past(at_, here); break;
            case Shape::letter: word(here); break;
            case Shape::digit: number(); break;
            case Shape::apostrophe:
            case Shape::hyphen:
            case Shape::punctuation:
            case Shape::symbol: sign(here); break;
            }
        }
        return std::move(out_);
    }

private:
    Glimpse look(Cursor at) const
    {
        if (at.byte >= text_.size()) {
            return {};
        }
        const CodePoint point = code_point_at(text_, at.byte);
        return {point.value, point.bytes, characters_.of(point.value)};
    }
    static Cursor past(Cursor at, const Glimpse& glimpse) { return {at.byte + glimpse.bytes, at.point + 1}; }
    void append(const Glimpse& glimpse) { characters_.append_folded(out_.normal_forms, glimpse.value, glimpse.character); }
    std::uint32_t normal_size() const { return static_cast<std::uint32_t>(out_.normal_forms.size()); }
    std::string_view normal() const { return std::string_view(out_.normal_forms.data(), out_.normal_forms.size()).substr(normal_begin_); }
    void replace_normal(std::string_view normal_form)
    {
        out_.normal_forms.resize(normal_begin_);
        out_.normal_forms.insert(out_.normal_forms.end(), normal_form.begin(), normal_form.end());
    }

    Growing start()
    {
        normal_begin_ = normal_size();
        return {.begin = at_, .end = at_};
    }

    void emit(const Growing& token)
    {
        out_.tokens.push_back({.byte_begin = token.begin.byte,
                               .byte_end = token.end.byte,
                               .begin = token.begin.point,
                               .end = token.end.point,
                               .normal = {},
                               .kind = token.kind,
                               .capital = token.first_is_capital,
                               .all_caps = token.letters >= 2 && token.capitals == token.letters,
                               .arabic = token.arabic,
                               .space_before = space_ || out_.tokens.empty()});
        out_.drafts.push_back({normal_begin_, token.full_stop, line_ || out_.drafts.empty(), token.first_is_lower});
        at_ = token.end;
        space_ = false;
        line_ = false;
    }

    void take(Growing& token, Cursor at, const Glimpse& here)
    {
        if (here.shape() == Shape::letter) {
            if (token.letters == 0 && token.digits == 0) {
                token.first_is_capital = here.character.upper;
                token.first_is_lower = here.character.lower;
            }
            token.arabic = token.arabic || here.character.arabic;
            token.capitals += here.character.upper ? 1 : 0;
            ++token.letters;
        } else {
            ++token.digits;
        }
        append(here);
        token.end = past(at, here);
    }

    void word(const Glimpse& first)
    {
        if (address(first) || acronym(first) || spaced_word(first)) {
            return;
        }
        Growing token = start();
        grow(token);
        full_stop_of(token);
        emit(token);
    }

    // Takes letters, digits and the signs that join them, as far as the word goes.
    void grow(Growing& token)
    {
        Cursor at = token.end;
        for (Glimpse here = look(at); here.bytes != 0; here = look(at)) {
            switch (here.shape()) {
            case Shape::mark: token.end = at = past(at, here); continue;
            case Shape::format: at = past(at, here); continue;
            case Shape::space:
            case Shape::newline: return;
            case Shape::letter:
                if (token.letters > 0 && token.arabic != here.character.arabic) {
                    return;  // two scripts are two words
                }
                take(token, at, here);
                at = token.end;
                continue;
            case Shape::digit:
                if (token.arabic || broken_up(token, past(at, here))) {
                    return;
                }
                take(token, at, here);
                at = token.end;
                continue;
            default: break;
            }
            const Cursor behind = past(at, here);
            const bool joins = (here.shape() == Shape::apostrophe || here.shape() == Shape::hyphen) && !token.arabic;
            if ((is_disguise(here.value) && broken_up(token, behind)) || (here.value == '@' && mail_address(token, behind))) {
                return;
            }
            const Glimpse next = look(behind);
            if (!joins || !(next.is_latin_letter() || (here.shape() == Shape::hyphen && next.shape() == Shape::digit)) || possessive(here, behind)) {
                return;
            }
            append(here);
            at = behind;
        }
    }

    // "'s" at the end of a word; `behind` stands after the apostrophe.
    bool possessive(const Glimpse& apostrophe, Cursor behind) const
    {
        const Glimpse s = look(behind);
        return apostrophe.shape() == Shape::apostrophe && (s.value == 's' || s.value == 'S') && !look(past(behind, s)).is_word();
    }

    // Letters with signs between them that make a hidden word: the token becomes that word. `behind` stands after the first sign.
    bool broken_up(Growing& token, Cursor behind)
    {
        if (token.tried || token.letters == 0 || look(behind).shape() != Shape::letter) {
            return false;
        }
        token.tried = true;
        joined_.clear();
        Growing whole{.begin = token.begin, .end = token.begin};
        Cursor at = token.begin;
        for (Glimpse here = look(at); whole.letters + whole.digits <= hidden_letters_max; here = look(at)) {
            const Cursor next = past(at, here);
            if (here.shape() == Shape::letter) {
                whole.capitals += here.character.upper ? 1 : 0;
                ++whole.letters;
                characters_.append_folded(joined_, here.value, here.character);
                whole.end = next;
            } else if (here.shape() == Shape::digit && look(next).is_word()) {
                ++whole.digits;
                joined_.push_back(letter_for_digit(here.value));
            } else if (here.shape() == Shape::mark) {
                whole.end = next;
            } else if (here.shape() != Shape::format && !(is_disguise(here.value) && look(next).is_word())) {
                break;
            }
            at = next;
        }
        if (whole.letters + whole.digits > hidden_letters_max || !is_hidden_word({joined_.data(), joined_.size()})) {
            return false;
        }
        replace_normal({joined_.data(), joined_.size()});
        token.end = whole.end;
        token.letters = whole.letters;
        token.capitals = whole.capitals;
        return true;
    }

    static char letter_for_digit(char32_t digit)
    {
        switch (digit) {
        case U'0': return 'o';
        case U'1': return 'i';
        case U'3': return 'e';
        case U'4': return 'a';
        case U'5': return 's';
        default: return '#';
        }
    }

    // "k i l l e d": single letters with single spaces between, when they make a hidden word.
    bool spaced_word(const Glimpse& first)
    {
        const Glimpse space = look(past(at_, first));
        if (space.value != ' ' || look(past(past(at_, first), space)).shape() != Shape::letter) {
            return false;
        }
        joined_.clear();
        Growing longest = start();
        std::uint32_t letters = 0;
        Cursor at = at_;
        Glimpse here = first;
        while (here.shape() == Shape::letter && letters < spaced_letters_max) {
            const Cursor behind = past(at, here);
            const Glimpse next = look(behind);
            if (next.is_word() || next.shape() == Shape::mark || next.shape() == Shape::apostrophe) {
                break;  // the beginning of an ordinary word
            }
            characters_.append_folded(joined_, here.value, here.character);
            ++letters;
            if (letters >= spaced_letters_min && is_hidden_word({joined_.data(), joined_.size()})) {
                longest.end = behind;
                longest.letters = letters;
                longest.arabic = here.character.arabic;
                replace_normal({joined_.data(), joined_.size()});
            }
            if (next.value != ' ') {
                break;
            }
            at = past(behind, next);
            here = look(at);
        }
        if (longest.letters == 0) {
            return false;
        }
        emit(longest);
        return true;
    }

    // "U.S.", "a.m", "J.", "د.", "I.S.I.S."
    bool acronym(const Glimpse& first)
    {
        const auto is_stop = [](const Glimpse& glimpse) { return glimpse.value == '.'; };
        if (!is_stop(look(past(at_, first)))) {
            return false;
        }
        Growing token = start();
        joined_.clear();
        bool stop_at_end = false;
        Cursor at = at_;
        for (Glimpse here = first; here.shape() == Shape::letter; here = look(at)) {
            const Cursor behind = past(at, here);
            const Glimpse next = look(behind);
            if (!is_stop(next) && (next.is_word() || next.shape() == Shape::mark)) {
                break;
            }
            take(token, at, here);
            characters_.append_folded(joined_, here.value, here.character);
            out_.normal_forms.push_back('.');
            stop_at_end = is_stop(next);
            at = token.end = stop_at_end ? past(behind, next) : behind;
            if (!stop_at_end) {
                break;
            }
        }
        const Shape following = look(token.end).shape();
        const bool initial = token.letters == 1 && (token.first_is_capital || token.arabic) && (following == Shape::space || following == Shape::format);
        if (token.letters < 2 && !initial) {
            out_.normal_forms.resize(normal_begin_);
            return false;
        }
        const std::string_view joined(joined_.data(), joined_.size());
        if (initial || is_hidden_word(joined)) {
            replace_normal(joined);
        }
        const bool clock = joined == "am" || joined == "pm";
        const bool goes_on = joined == "eg" || joined == "ie";
        const FullStop kind = clock ? FullStop::clock : goes_on ? FullStop::never : FullStop::acronym;
        token.full_stop = stop_at_end ? kind : FullStop::none;
        emit(token);
        return true;
    }

    void full_stop_of(Growing& token)
    {
        const Glimpse stop = look(token.end);
        if (stop.value != '.' || token.arabic || token.kind != TokenKind::word) {
            return;
        }
        const Cursor behind = past(token.end, stop);
        const Glimpse next = look(behind);
        const bool digit_follows = next.shape() == Shape::digit || (next.value == ' ' && look(past(behind, next)).shape() == Shape::digit);
        token.full_stop = abbreviation(normal(), token.first_is_capital, digit_follows);
        if (token.full_stop != FullStop::none) {
            token.end = behind;
        }
    }

    // A web address runs to the next space; signs at its end belong to the sentence.
    bool address(const Glimpse& first)
    {
        if (first.value > 'w') {
            return false;
        }
        const auto begins = [&](std::string_view beginning) {
            const std::string_view here = text_.substr(at_.byte, beginning.size());
            return std::ranges::equal(here, beginning, [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + ('a' - 'A') : a) == b; });
        };
        if (std::ranges::none_of(address_beginnings, begins)) {
            return false;
        }
        Growing token = start();
        take_address(token);
        emit(token);
        return true;
    }

    bool mail_address(Growing& token, Cursor behind)
    {
        if (token.arabic || !look(behind).is_latin_letter()) {
            return false;
        }
        out_.normal_forms.resize(normal_begin_);
        token.end = token.begin;
        take_address(token);
        return true;
    }

    void take_address(Growing& token)
    {
        token.kind = TokenKind::symbol;
        std::uint32_t normal_end = normal_begin_;
        Cursor at = token.end;
        for (Glimpse here = look(at); here.bytes != 0; here = look(at)) {
            const bool ends = here.shape() == Shape::space || here.shape() == Shape::newline || here.character.arabic || here.value == '<' ||
                              here.value == '>' || here.value == '"' || here.value == 0xBB || here.value == 0x60C || here.value == 0x201D;
            if (ends) {
                break;
            }
            append(here);
            at = past(at, here);
            if (here.is_word() || here.value == '/' || here.value == '=' || here.value == '-' || here.value == '_') {
                token.end = at;
                normal_end = normal_size();
            }
        }
        out_.normal_forms.resize(normal_end);
    }

    void number();
    void take_digits(Growing& token);
    bool number_goes_on(const Growing& token, const Glimpse& sign, Cursor behind, std::uint32_t run) const;
    std::uint32_t digits_at(Cursor at, std::uint32_t most) const;
    std::uint32_t plain_digits(Cursor& at) const;
    void letters_after_number(Growing& token);

    void sign(const Glimpse& here)
    {
        const Cursor behind = past(at_, here);
        const Glimpse next = look(behind);
        if (here.value == '_' || (here.value == '#' && next.is_word())) {
            space_ = true;  // hashtags are words: "#دير_الزور" reads as two
            at_ = behind;
            return;
        }
        Growing token = start();
        append(here);
        token.end = behind;
        token.kind = here.shape() == Shape::symbol ? TokenKind::symbol : TokenKind::punctuation;
        const bool after_word = !out_.tokens.empty() && out_.tokens.back().byte_end == at_.byte && out_.tokens.back().kind != TokenKind::punctuation;
        if (after_word && possessive(here, behind)) {
            take(token, behind, next);
            token.first_is_capital = false;
            token.kind = TokenKind::word;
        } else if (here.value == '.') {
            for (Glimpse dot = next; dot.value == '.'; dot = look(token.end)) {
                append(dot);
                token.end = past(token.end, dot);
            }
        }
        emit(token);
    }

    std::string_view text_;
    const Characters& characters_ = Characters::table();
    Tokens out_;
    std::vector<char> joined_;
    Cursor at_;
    std::uint32_t normal_begin_ = 0;
    bool space_ = false;
    bool line_ = false;
};

void Tokeniser::number()
{
    Growing token = start();
    token.kind = TokenKind::number;
    take_digits(token);
    letters_after_number(token);
    emit(token);
}

// Digits, and the signs of thousands, decimals, dates and clock times between them.
void Tokeniser::take_digits(Growing& token)
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
std::uint32_t Tokeniser::digits_at(Cursor at, std::uint32_t most) const
{
    std::uint32_t count = 0;
    for (Glimpse here = look(at); here.shape() == Shape::digit && count <= most; here = look(at)) {
        ++count;
        at = past(at, here);
    }
    return count;
}

bool Tokeniser::number_goes_on(const Growing& token, const Glimpse& sign, Cursor behind, std::uint32_t run) const
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
void Tokeniser::letters_after_number(Growing& token)
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

}  // namespace

Tokens tokenise(std::string_view text) { return Tokeniser(text).run(); }

}  // namespace sitrep::text
