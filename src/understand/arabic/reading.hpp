// A report as a row of Arabic words: quote marks out, one-letter clitics joined to their word, listed words found.
#pragma once

#include "text/document.hpp"
#include "text/numbers.hpp"
#include "understand/arabic/lexicon.hpp"
#include "understand/cue.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace sitrep::understand::arabic {

/// Punctuation before a word, as far as it parts what stands before from what stands after.
enum class Pause : std::uint8_t { nothing, comma, stop };

struct Word {
    std::uint32_t token = 0;
    std::uint32_t sentence = 0;
    std::string_view normal;
    std::string_view detached;  ///< a clitic written apart before a quote mark: ل«قسد»
    Pause pause = Pause::nothing;
};

/// A listed word or phrase where it stands.
struct Found {
    std::uint32_t first = 0;  ///< words [first, last)
    std::uint32_t last = 0;
    const Entry* entry = nullptr;
    Shape shape;
    std::string_view clitics;  ///< letters before it: و ف ب ل …
    bool definite = false;
    bool verb = false;
    bool is(Prop prop) const { return entry->is(prop); }
    bool has_clitic(std::string_view letter) const { return clitics.find(letter) != std::string_view::npos; }
};

/// Vowel marks written on a verb tell its voice; most texts write none.
enum class Voice : std::uint8_t { unmarked, active, passive };

class Reading {
public:
    Reading(const text::Document& document, const Context& context);

    std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }
    const Word& word(std::uint32_t i) const { return words_[i]; }
    /// Words [first, last) of a sentence.
    std::pair<std::uint32_t, std::uint32_t> sentence(std::uint32_t index) const { return sentences_[index]; }
    std::uint32_t sentences() const { return static_cast<std::uint32_t>(sentences_.size()); }
    std::uint32_t sentence_end(std::uint32_t i) const { return sentences_[words_[i].sentence].second; }
    std::uint32_t sentence_begin(std::uint32_t i) const { return sentences_[words_[i].sentence].first; }

    /// The longest listed phrase of a class that begins at a word, or nullptr.
    const Found* find(std::uint32_t i, Class cls) const;
    /// Every reading of a word in a class, longest first.
    std::vector<const Found*> all(std::uint32_t i, Class cls) const;
    bool has(std::uint32_t i, Class cls) const { return find(i, cls) != nullptr; }
    /// First word in [from, to) at which a phrase of the class begins; `to` if there is none.
    std::uint32_t next(std::uint32_t from, std::uint32_t to, Class cls) const;

    bool in_place(std::uint32_t i) const { return context_->in_place[words_[i].token] != 0; }
    bool in_date(std::uint32_t i) const { return context_->in_date[words_[i].token] != 0; }
    /// First word after the place or date mention that covers `i`.
    std::uint32_t after_mention(std::uint32_t i) const;

    struct Number {
        std::int64_t value = 0;
        std::uint32_t last = 0;  ///< first word after it
        bool vague = false;
        bool in_words = false;
    };
    /// Does a number of any sort, in words or digits, begin at a word?
    bool begins_number(std::uint32_t i) const { return numbers_[i].has_value(); }
    /// A cardinal number that begins at a word, neither in a date nor in a place name.
    std::optional<Number> number(std::uint32_t i) const;

    /// The ordinal that begins at a word: "سابع", "الثانية عشرة".
    std::optional<std::int64_t> ordinal(std::uint32_t i) const;

    Voice voice(const Found& verb) const;
    /// A written fatha before ين: a dual, not a plural.
    bool marked_dual(std::uint32_t i) const;

    /// Code points of clitics as written before the word that begins at `i`; an article that lost its alif behind ل keeps it.
    std::uint8_t written_clitics(std::uint32_t i, std::string_view clitics) const;

    Tokens tokens(std::uint32_t first, std::uint32_t last) const;
    /// First word at or after a token; size() when there is none.
    std::uint32_t word_at(std::uint32_t token) const;
    std::string_view text(Tokens tokens) const { return document_->words(tokens.first, tokens.last); }
    const text::Document& document() const { return *document_; }
    const Context& context() const { return *context_; }

    /// True when the word is `bare` behind any clitics and article.
    bool is_word(std::uint32_t i, std::string_view bare) const;
    /// True when it is one of a handful.
    template <class Words>
    bool is_word_any(std::uint32_t i, const Words& words) const
    {
        return std::any_of(words.begin(), words.end(), [&](auto bare) { return is_word(i, bare); });
    }

private:
    void read_words();
    void find_all(std::uint32_t i);
    std::string_view raw(std::uint32_t i) const;

    const text::Document* document_;
    const Context* context_;
    std::vector<Word> words_;
    std::vector<std::optional<text::NumberRead>> numbers_;  // that begin at each word
    std::vector<std::pair<std::uint32_t, std::uint32_t>> sentences_;
    std::vector<Found> found_;
    std::vector<std::uint32_t> found_at_;  ///< first of found_ per word, and one past the end
};

}  // namespace sitrep::understand::arabic
