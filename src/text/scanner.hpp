// Inside text/: the walk over a text that cuts it into tokens. tokeniser.cpp has its main road, words.cpp what a word is,
// numbers_in_digits.cpp what a number is, addresses.cpp web and mail addresses.
#pragma once

#include "text/characters.hpp"
#include "text/tokeniser.hpp"
#include "text/utf8.hpp"

#include <string_view>
#include <vector>

namespace sitrep::text {

struct Cursor {
    std::uint32_t byte = 0;
    std::uint32_t point = 0;
};

/// The character at a cursor; `bytes` is 0 at the end of the text.
struct Glimpse {
    char32_t value = 0;
    std::uint8_t bytes = 0;
    Character character{Shape::space};
    Shape shape() const { return character.shape; }
    bool is_word() const { return character.shape == Shape::letter || character.shape == Shape::digit; }
    bool is_latin_letter() const { return character.shape == Shape::letter && !character.arabic(); }
};

/// A token while it grows.
struct Growing {
    Cursor begin, end;
    std::uint32_t letters = 0, capitals = 0, digits = 0;
    bool first_is_capital = false;
    bool first_is_lower = false;
    bool arabic = false;
    bool tried = false;  ///< to read it as a broken-up word
    TokenKind kind = TokenKind::word;
    FullStop full_stop = FullStop::none;
};

class Scanner {
public:
    explicit Scanner(std::string_view text);
    Tokens run();

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

    Growing start();
    void take(Growing& token, Cursor at, const Glimpse& here);
    void emit(const Growing& token);
    void append(const Glimpse& glimpse) { characters_.append_folded(out_.normal_forms, glimpse.value); }
    std::uint32_t normal_size() const { return static_cast<std::uint32_t>(out_.normal_forms.size()); }
    std::string_view normal() const { return std::string_view(out_.normal_forms.data(), out_.normal_forms.size()).substr(normal_begin_); }
    std::string_view joined() const { return {joined_.data(), joined_.size()}; }
    void replace_normal(std::string_view normal_form);
    void sign(const Glimpse& here);
    bool possessive(const Glimpse& apostrophe, Cursor behind) const;

    void word(const Glimpse& first);
    void grow(Growing& token);
    bool joins(const Growing& token, const Glimpse& here, Cursor behind) const;
    bool broken_up(Growing& token, Cursor behind);
    bool spaced_word(const Glimpse& first);
    bool acronym(const Glimpse& first);
    void full_stop_of(Growing& token) const;

    void number();
    void take_digits(Growing& token);
    bool number_goes_on(const Growing& token, const Glimpse& sign, Cursor behind, std::uint32_t run) const;
    std::uint32_t digits_at(Cursor at, std::uint32_t most) const;
    void letters_after_number(Growing& token);

    bool address(const Glimpse& first);
    bool mail_address(Growing& token, Cursor behind);
    void take_address(Growing& token);

    std::string_view text_;
    const Characters& characters_ = Characters::table();
    Tokens out_;
    std::vector<char> joined_;  // letters of a word that may be broken up
    Cursor at_;
    std::uint32_t normal_begin_ = 0;  // of the token that grows
    bool space_ = false;
    bool line_ = false;
};

}  // namespace sitrep::text
