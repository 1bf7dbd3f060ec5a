#include "understand/words.hpp"

#include <string_view>

#include "text/clitics.hpp"
#include "text/normalise.hpp"
#include "text/word_table.hpp"
#include "understand/model/features.hpp"

namespace sitrep::understand {

namespace {

constexpr std::uint64_t a_number = feature_hash("#");

struct Word {
    std::uint64_t stem = 0, bare = 0;
};

// The reading with the conjunction and the article taken off, where what is left is still a word; a preposition is left on.
std::string_view without_conjunction(std::string_view normal)
{
    constexpr std::size_t letters_min = 6;  // bytes: three letters
    std::string_view bare = normal;
    for (const auto& split : text::clitic_splits(normal))
        if (split.letters <= 1 && split.bare.size() >= letters_min && split.bare.size() < bare.size()) bare = split.bare;
    return bare;
}

Word read(const text::Token& token)
{
    if (token.kind == text::TokenKind::number) return {a_number, a_number};
    if (token.kind != text::TokenKind::word) return {feature_hash(token.normal), feature_hash(token.normal)};
    const std::uint64_t stem = feature_hash(text::stem(token.normal));
    if (!token.arabic) return {stem, stem};
    return {stem, feature_hash(text::stem(without_conjunction(token.normal)))};
}

// Reports say the same words again and again: their readings are kept, as many as a language's everyday words.
class Known {
public:
    const Word& of(const text::Token& token)
    {
        constexpr std::size_t words_max = 30'000;
        if (const Word* known = words_.find(token.normal)) return *known;
        if (words_.size() >= words_max) words_.clear();
        return words_.put(token.normal, read(token));
    }

private:
    text::WordTable<Word> words_;
};

}  // namespace

Words words_of(const text::Document& document)
{
    Words words;
    words.stem.reserve(document.tokens().size());
    words.bare.reserve(document.tokens().size());
    thread_local Known known;
    for (const text::Token& token : document.tokens()) {
        const Word word = token.kind == text::TokenKind::word ? known.of(token) : read(token);
        words.stem.push_back(word.stem);
        words.bare.push_back(word.bare);
    }
    return words;
}

}  // namespace sitrep::understand
