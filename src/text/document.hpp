// A report's words, parsed once: tokens with their offsets, sentences, normal forms.
#pragma once

#include "core/language.hpp"
#include "core/span.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::text {

enum class TokenKind : std::uint8_t { word, number, punctuation, symbol };

/// One token. `normal` is what rules and models compare: NFKC, lower case, Latin diacritics off, Arabic folded
/// (أإآٱ→ا, ى→ي, ة→ه, ؤ→و, ئ→ي, no tashkeel, no tatweel), Eastern digits → ASCII, zero-width characters out,
/// filter-evading spellings repaired ("kil-led" → "killed", "IS*IS" → "isis", "قت*ل" → "قتل": one token then,
/// whose bytes and code points still cover the words as written).
/// A hyphenated compound ("ez-Zor", "pro-government", "12-year-old") is one token; a clitic 's is a token of its own.
/// An abbreviation is one token with its full stop: "Gen." is "gen", "Jan." is "jan"; acronyms keep theirs, "U.S" and "U.S." are "u.s.".
/// A number is one token with the signs inside it: "1,200", "3.5", "12/5/2024", "2024-05-10", "10:30", "5th"; "12-15" is three tokens and
/// "20km" two. A web or mail address is one symbol. Quotes fold to ", dashes between numbers to -. '#' before a word and '_' are no tokens.
struct Token {
    std::uint32_t byte_begin = 0, byte_end = 0;  ///< in the text given to parse()
    std::uint32_t begin = 0, end = 0;            ///< code points
    std::string_view normal;                     ///< points into the Document
    TokenKind kind = TokenKind::word;
    bool capital = false;   ///< begins with an upper-case letter
    bool all_caps = false;  ///< two or more letters, all upper-case
    bool arabic = false;    ///< holds Arabic letters
    bool space_before = true;
};

/// Tokens [first, last) of one sentence, never empty. A title is a sentence of its own; so is a line of a list or headline: a new line always
/// ends a sentence and begins a paragraph. '؛' ends one in Arabic, ';' in English does not. No sentence has more than 512 tokens and its
/// closing signs: text without full stops is cut there.
struct Sentence {
    std::uint32_t first = 0, last = 0;
    std::uint32_t paragraph = 0;  ///< counts from 0; the title is paragraph 0 when there is one
    bool in_title = false;
};

/// The parsed words. Movable; keeps a view of the text it was made from, which must outlive it.
class Document {
public:
    Document() = default;
    Document(Document&&) = default;
    Document& operator=(Document&&) = default;
    Document(const Document&) = delete;  // the tokens of a copy would point into the original
    Document& operator=(const Document&) = delete;

    /// `text_begin` as in Report: byte offset of the body, 0 when there is no title.
    /// Linear in the text's length, whatever the text is. `text` must be valid UTF-8.
    static Document parse(std::string_view text, std::size_t text_begin, Language language);

    std::string_view text() const { return text_; }
    Language language() const { return language_; }
    const std::vector<Token>& tokens() const { return tokens_; }
    const std::vector<Sentence>& sentences() const { return sentences_; }
    /// Index of the sentence that holds a token.
    std::size_t sentence_of(std::size_t token) const;
    /// Words as written, from token `first` up to but not including `last` (first < last).
    std::string_view words(std::size_t first, std::size_t last) const;
    Span span(std::size_t first, std::size_t last) const;
    /// Index of the first token that ends after a code point (to map a Span back to tokens).
    std::size_t token_at(std::uint32_t code_point) const;
    /// The words of a span as written.
    std::string_view words(Span span) const;
    /// Byte offset of a code point (O(log n) over tokens plus the distance to the nearest one).
    std::size_t byte_of(std::uint32_t code_point) const;

private:
    std::string_view text_;
    Language language_ = Language::unknown;
    std::vector<Token> tokens_;
    std::vector<Sentence> sentences_;
    std::vector<std::uint32_t> sentence_of_token_;
    std::vector<char> normal_forms_;  // what Token::normal points into; a vector so that moving keeps the views valid
};

}  // namespace sitrep::text
