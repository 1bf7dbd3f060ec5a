// Splitting Arabic clitics off a normal form.
#include "text/clitics.hpp"

#include <algorithm>
#include <array>

namespace sitrep::text {
namespace {

constexpr std::size_t letter_bytes = 2;  // every letter of plain Arabic
constexpr std::size_t rest_letters_min = 2;
constexpr std::string_view article = "ال";

bool is_arabic(std::string_view normal)
{
    const auto lead = normal.empty() ? 0 : static_cast<unsigned char>(normal.front());
    return lead >= 0xD8 && lead <= 0xDB;
}

// A letter of plain Arabic as one number, so that two letters are compared at once.
constexpr std::uint32_t letter(std::string_view word)
{
    return word.size() < letter_bytes ? 0 : (std::uint32_t{static_cast<unsigned char>(word[0])} << 8) | static_cast<unsigned char>(word[1]);
}

bool is_conjunction(std::uint32_t first) { return first == letter("و") || first == letter("ف"); }

bool is_preposition(std::uint32_t first) { return first == letter("ب") || first == letter("ل") || first == letter("ك") || first == letter("س"); }

std::string_view without_article(std::string_view word)
{
    return word.size() >= article.size() + rest_letters_min * letter_bytes && word.starts_with(article) ? word.substr(article.size()) : word;
}

// Calls take(CliticSplit) for each reading until it returns true.
template <class Take>
bool any_reading(std::string_view normal, Take take)
{
    const auto reading = [&](std::size_t letters, std::string_view rest) {
        const std::string_view bare = without_article(rest);
        return take(CliticSplit{static_cast<std::uint8_t>(letters), bare.size() != rest.size(), rest, bare});
    };
    if (reading(0, normal)) {
        return true;
    }
    if (!is_arabic(normal)) {
        return false;
    }
    const auto prepositions = [&](std::size_t letters, std::string_view word) {
        if (!is_preposition(letter(word)) || word.size() < (rest_letters_min + 1) * letter_bytes) {
            return false;
        }
        const std::string_view rest = word.substr(letter_bytes);
        if (reading(letters + 1, rest)) {
            return true;
        }
        const bool hidden_article = word.starts_with("لل") && rest.size() >= (rest_letters_min + 1) * letter_bytes;
        return hidden_article &&
               take(CliticSplit{static_cast<std::uint8_t>(letters + 2), true, rest.substr(letter_bytes), rest.substr(letter_bytes)});
    };
    if (prepositions(0, normal)) {
        return true;
    }
    if (!is_conjunction(letter(normal)) || normal.size() < (rest_letters_min + 1) * letter_bytes) {
        return false;
    }
    const std::string_view rest = normal.substr(letter_bytes);
    return reading(1, rest) || prepositions(1, rest);
}

}  // namespace

CliticSplits clitic_splits(std::string_view normal)
{
    CliticSplits splits;
    any_reading(normal, [&](const CliticSplit& split) {
        splits.push_back(split);
        return false;
    });
    return splits;
}

bool matches_behind_clitics(std::string_view normal, std::string_view word)
{
    if (!normal.ends_with(without_article(word))) {
        return false;  // clitics stand in front: most words are told apart here
    }
    return any_reading(normal, [&](const CliticSplit& split) {
        return split.rest == word || split.bare == word || (split.article && word.starts_with(article) && word.substr(article.size()) == split.bare);
    });
}

}  // namespace sitrep::text
