// Splitting Arabic clitics off a normal form.
#include "text/clitics.hpp"

#include <algorithm>
#include <array>

namespace sitrep::text {
namespace {

constexpr std::size_t letter_bytes = 2;  // every letter of plain Arabic
constexpr std::size_t rest_letters_min = 2;
constexpr std::size_t readings_max = 6;
constexpr std::string_view article = "ال";

bool is_arabic(std::string_view normal)
{
    const auto lead = normal.empty() ? 0 : static_cast<unsigned char>(normal.front());
    return lead >= 0xD8 && lead <= 0xDB;
}

// Is the first letter of `word` one of `letters`? Both in plain Arabic.
bool begins_with_one_of(std::string_view word, std::string_view letters)
{
    for (std::size_t i = 0; i < letters.size(); i += letter_bytes) {
        if (word.starts_with(letters.substr(i, letter_bytes))) {
            return true;
        }
    }
    return false;
}

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
        if (!begins_with_one_of(word, "بلكس") || word.size() < (rest_letters_min + 1) * letter_bytes) {
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
    if (!begins_with_one_of(normal, "وف") || normal.size() < (rest_letters_min + 1) * letter_bytes) {
        return false;
    }
    const std::string_view rest = normal.substr(letter_bytes);
    return reading(1, rest) || prepositions(1, rest);
}

}  // namespace

std::vector<CliticSplit> clitic_splits(std::string_view normal)
{
    std::vector<CliticSplit> splits;
    splits.reserve(readings_max);
    any_reading(normal, [&](const CliticSplit& split) {
        splits.push_back(split);
        return false;
    });
    return splits;
}

bool matches_behind_clitics(std::string_view normal, std::string_view word)
{
    return any_reading(normal, [&](const CliticSplit& split) {
        return split.rest == word || split.bare == word || (split.article && word.starts_with(article) && word.substr(article.size()) == split.bare);
    });
}

}  // namespace sitrep::text
