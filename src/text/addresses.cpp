// Web and mail addresses as tokens.
#include "text/scanner.hpp"

#include <algorithm>
#include <array>

namespace sitrep::text {
namespace {

constexpr auto beginnings = std::to_array<std::string_view>({"http://", "https://", "www.", "ftp://", "t.me/"});

}  // namespace

// A web address runs to the next space; signs at its end belong to the sentence.
bool Scanner::address(const Glimpse& first)
{
    if (first.value > 'w') {
        return false;
    }
    const auto begins = [&](std::string_view beginning) {
        const std::string_view here = text_.substr(at_.byte, beginning.size());
        return std::ranges::equal(here, beginning, [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + ('a' - 'A') : a) == b; });
    };
    if (std::ranges::none_of(beginnings, begins)) {
        return false;
    }
    Growing token = start();
    take_address(token);
    emit(token);
    return true;
}

bool Scanner::mail_address(Growing& token, Cursor behind)
{
    if (token.arabic || !look(behind).is_latin_letter()) {
        return false;
    }
    out_.normal_forms.resize(normal_begin_);
    token.end = token.begin;
    take_address(token);
    return true;
}

void Scanner::take_address(Growing& token)
{
    token.kind = TokenKind::symbol;
    std::uint32_t normal_end = normal_begin_;
    Cursor at = token.end;
    for (Glimpse here = look(at); here.bytes != 0; here = look(at)) {
        const bool ends = here.shape() == Shape::space || here.shape() == Shape::newline || here.character.arabic() || here.value == '<' ||
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

}  // namespace sitrep::text
