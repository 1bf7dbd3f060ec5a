// Phrases of a lexicon, found in a document's tokens in one linear pass.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/document.hpp"
#include "text/word_table.hpp"

namespace sitrep::understand {

using WordId = std::uint32_t;
inline constexpr WordId unknown_word = 0;

/// The words that a language's lexicons know, each with a number, so that a document's tokens are looked up once.
class Vocabulary {
public:
    WordId add(std::string_view word);
    WordId find(std::string_view word) const;
    std::size_t size() const { return ids_.size() + 1; }
    /// One id per token of the document; unknown_word for words of no lexicon.
    std::vector<WordId> of(const text::Document& document) const;

private:
    text::WordTable<WordId> ids_;
};

/// Where a phrase of a lexicon stands in a document.
struct Hit {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t entry = 0;  ///< number the caller gave the phrase
    std::uint8_t form = 0;    ///< inflection the caller gave the matched word
};

/// A word that may stand at one position of a phrase.
struct Alternative {
    std::string word;
    std::uint8_t form = 0;
};

/// Phrases over one vocabulary. A position written `~` stands for up to three tokens that are no sentence punctuation.
class PhraseTable {
public:
    explicit PhraseTable(Vocabulary& vocabulary);
    /// Adds every combination of the alternatives; of two equal phrases the first added holds.
    void add(const std::vector<std::vector<Alternative>>& positions, std::uint32_t entry);
    /// Longest phrase at each token, left to right, none overlapping another.
    std::vector<Hit> find(const text::Document& document, const std::vector<WordId>& ids) const;
    /// The longest phrase that begins at a token and stays in its sentence.
    std::optional<Hit> find_at(const text::Document& document, const std::vector<WordId>& ids, std::uint32_t token) const;

private:
    struct Edge {
        WordId word = 0;
        std::uint32_t node = 0;
    };
    struct Node {
        std::vector<Edge> edges;  ///< by word; few, save at the root
        std::uint32_t entry_plus_one = 0;
        std::uint8_t form = 0;
        std::uint32_t gap = 0;  ///< child behind a `~`, or 0
    };
    struct Walk;
    std::optional<Hit> longest_at(const text::Document& document, const std::vector<WordId>& ids, std::uint32_t token, std::uint32_t sentence_end) const;
    std::uint32_t child(std::uint32_t node, WordId word) const;
    std::uint32_t child_or_new(std::uint32_t node, WordId word);
    void add_from(const std::vector<std::vector<Alternative>>& positions, std::size_t position, std::uint32_t node, std::uint8_t form,
                  std::uint32_t entry);

    Vocabulary* vocabulary_;
    std::vector<Node> nodes_;
    std::vector<std::uint32_t> begins_;  ///< by word id: the node of phrases that begin with it, or 0
};

/// Rows of a tab-separated lexicon: lines with at least one field, comments (#) left out. Views into `text`.
std::vector<std::vector<std::string_view>> lexicon_rows(std::string_view text);
/// Parts of a field, trimmed, empty ones left out.
std::vector<std::string_view> split_field(std::string_view field, char separator);

}  // namespace sitrep::understand
