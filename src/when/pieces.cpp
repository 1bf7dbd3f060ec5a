// Cuts tokens into pieces and looks each up in the word list.
#include "when/pieces.hpp"

#include <array>

namespace sitrep::when {
namespace {

enum class Run { letters, digits, sign };

constexpr std::size_t digits_max = 8;  // more is a telephone number, not a date

Run run_of(unsigned char byte)
{
    if (byte >= '0' && byte <= '9') return Run::digits;
    if (byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')) return Run::letters;
    return Run::sign;
}

bool is_continuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::uint32_t code_points(std::string_view text)
{
    std::uint32_t count = 0;
    for (const char byte : text) count += !is_continuation(byte);
    return count;
}

// و and ف, then ب, ل or ك: written together with the word behind them. Two bytes each in UTF-8.
constexpr std::string_view wa = "و", fa = "ف";
constexpr std::array<std::string_view, 3> prepositions{"ب", "ل", "ك"};

void look_up(Piece& piece)
{
    piece.word = word_of(piece.text);
    if (piece.word.kind != WordClass::none || !piece.arabic) return;
    Piece cut = piece;
    auto drop = [&cut] {
        cut.text.remove_prefix(wa.size());
        cut.span.start += 1;
        cut.word = cut.text.empty() ? Word{} : word_of(cut.text);
        return cut.word.kind != WordClass::none;
    };
    if (cut.text.starts_with(wa) || cut.text.starts_with(fa)) {
        cut.conjunction = cut.text.starts_with(wa);
        if (drop()) {
            if (cut.span.start < cut.span.end) piece = cut;
            return;
        }
    }
    for (const auto letter : prepositions) {
        if (!cut.text.starts_with(letter)) continue;
        cut.preposition = true;
        if (drop() && cut.span.start < cut.span.end) piece = cut;
        return;
    }
}

void read_number(Piece& piece)
{
    piece.digits = static_cast<std::uint8_t>(piece.text.size() <= digits_max ? piece.text.size() : 0);
    if (piece.digits == 0) return;
    piece.number = 0;
    for (const char digit : piece.text) piece.number = piece.number * 10 + (digit - '0');
}

}  // namespace

Pieces::Pieces(const text::Document& document)
{
    pieces_.reserve(document.tokens().size() + document.sentences().size());
    std::uint32_t number = 0;
    for (const auto& sentence : document.sentences()) {
        for (std::size_t t = sentence.first; t < sentence.last; ++t) add_token(document, document.tokens()[t], sentence.paragraph, number);
        ++number;
        // "Feb. 19": a splitter may end the sentence after the abbreviation; the rules themselves refuse other stops.
        if (!pieces_.empty() && pieces_.back().text != ".") pieces_.emplace_back();
    }
}

void Pieces::add_token(const text::Document& document, const text::Token& token, std::uint32_t paragraph, std::uint32_t sentence)
{
    const std::string_view normal = token.normal;
    std::size_t raw = token.byte_begin;  // byte of the text as written at which the piece begins
    const auto piece_of = [&](std::string_view text, Span span, bool space) {
        Piece piece;
        piece.text = text;
        piece.span = span;
        const char first = raw < token.byte_end ? document.text()[raw] : ' ';
        piece.capital = span.start == token.begin ? token.capital : first >= 'A' && first <= 'Z';  // the "M" of "mid-May"
        piece.arabic = token.arabic;
        piece.space_before = space;
        piece.paragraph = paragraph;
        piece.sentence = sentence;
        if (!text.empty() && run_of(static_cast<unsigned char>(text.front())) == Run::digits)
            read_number(piece);
        else
            look_up(piece);
        pieces_.push_back(piece);
    };
    // A repaired or diacritic spelling has another length than the words as written: it stays whole.
    const bool same_length = code_points(normal) == token.end - token.begin;
    if (normal.empty() || !same_length) {
        piece_of(normal, Span{token.begin, token.end}, token.space_before);
        return;
    }
    std::uint32_t start = token.begin;
    for (std::size_t at = 0; at < normal.size();) {
        const Run run = run_of(static_cast<unsigned char>(normal[at]));
        std::size_t end = at + 1;
        while (run != Run::sign && end < normal.size() && run_of(static_cast<unsigned char>(normal[end])) == run) ++end;
        const auto text = normal.substr(at, end - at);
        const std::uint32_t stop = start + code_points(text);
        piece_of(text, Span{start, stop}, at == 0 && token.space_before);
        for (; start < stop; ++start) {
            do ++raw;
            while (raw < token.byte_end && is_continuation(document.text()[raw]));
        }
        at = end;
    }
}

}  // namespace sitrep::when
