// Cutting a text into tokens: the main road, and signs.
#include "text/scanner.hpp"

#include <algorithm>

namespace sitrep::text {

Scanner::Scanner(std::string_view text) : text_(text)
{
    constexpr std::size_t bytes_a_token = 5;  // a low guess, so that the vectors hardly ever grow
    out_.tokens.reserve(text.size() / bytes_a_token + 1);
    out_.drafts.reserve(text.size() / bytes_a_token + 1);
    out_.normal_forms.reserve(text.size() + text.size() / 8 + 16);
}

Tokens Scanner::run()
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

Growing Scanner::start()
{
    normal_begin_ = normal_size();
    return {.begin = at_, .end = at_};
}

void Scanner::replace_normal(std::string_view normal_form)
{
    out_.normal_forms.resize(normal_begin_);
    out_.normal_forms.insert(out_.normal_forms.end(), normal_form.begin(), normal_form.end());
}

void Scanner::emit(const Growing& token)
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

void Scanner::take(Growing& token, Cursor at, const Glimpse& here)
{
    if (here.shape() == Shape::letter) {
        if (token.letters == 0 && token.digits == 0) {
            token.first_is_capital = here.character.upper();
            token.first_is_lower = here.character.lower();
        }
        token.arabic = token.arabic || here.character.arabic();
        token.capitals += here.character.upper() ? 1 : 0;
        ++token.letters;
    } else {
        ++token.digits;
    }
    append(here);
    token.end = past(at, here);
}

// "'s" at the end of a word; `behind` stands after the apostrophe.
bool Scanner::possessive(const Glimpse& apostrophe, Cursor behind) const
{
    const Glimpse s = look(behind);
    return apostrophe.shape() == Shape::apostrophe && (s.value == 's' || s.value == 'S') && !look(past(behind, s)).is_word();
}

void Scanner::sign(const Glimpse& here)
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

Tokens tokenise(std::string_view text) { return Scanner(text).run(); }

}  // namespace sitrep::text
