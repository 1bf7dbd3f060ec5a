#include "understand/words.hpp"

#include <string_view>
#include <unordered_map>

#include "text/clitics.hpp"
#include "text/normalise.hpp"
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

}  // namespace

Words words_of(const text::Document& document)
{
    Words words;
    words.stem.reserve(document.tokens().size());
    words.bare.reserve(document.tokens().size());
    // Most words of a report occur several times.
    std::unordered_map<std::string_view, Word> known;
    for (const text::Token& token : document.tokens()) {
        const auto [place, is_new] = known.try_emplace(token.normal);
        if (is_new) place->second = read(token);
        words.stem.push_back(place->second.stem);
        words.bare.push_back(place->second.bare);
    }
    return words;
}

}  // namespace sitrep::understand
