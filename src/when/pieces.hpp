// The words of a document as date rules see them: tokens cut at digits and signs, each looked up once.
#pragma once

#include "core/span.hpp"
#include "text/document.hpp"
#include "when/words.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace sitrep::when {

struct Piece {
    std::string_view text;  ///< normal form; without its Arabic clitics where the word behind them is known
    Span span;              ///< of `text`, clitics left out
    Word word;
    std::int32_t number = -1;  ///< value of a run of at most eight digits, else -1
    std::uint8_t digits = 0;
    bool capital = false;
    bool arabic = false;
    bool space_before = true;
    bool conjunction = false;  ///< a leading و was cut off
    bool preposition = false;  ///< a leading ب or ل was cut off
    std::uint32_t paragraph = 0, sentence = 0;
};

/// Pieces of a document; headlines, list lines and sentences are kept apart by an empty piece, so that no rule reads across.
class Pieces {
public:
    explicit Pieces(const text::Document& document);
    std::size_t size() const { return pieces_.size(); }
    /// The piece at `i`, or an empty one beyond the end.
    const Piece& at(std::size_t i) const { return i < pieces_.size() ? pieces_[i] : nothing_; }
    bool is(std::size_t i, std::string_view text) const { return at(i).text == text; }
    WordClass kind(std::size_t i) const { return at(i).word.kind; }

private:
    void add_token(const text::Document& document, const text::Token& token, std::uint32_t paragraph, std::uint32_t sentence);
    std::vector<Piece> pieces_;
    Piece nothing_;
};

}  // namespace sitrep::when
