// The two word lists, one per language.
#pragma once

#include "when/words.hpp"

#include <span>
#include <string_view>

namespace sitrep::when {

struct ListedWord {
    std::string_view text;  ///< normal form
    WordClass kind;
    int value;
};

std::span<const ListedWord> english_words();
std::span<const ListedWord> arabic_words();

}  // namespace sitrep::when
