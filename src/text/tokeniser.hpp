// Inside text/: a text cut into tokens, with what the sentence splitter needs to know of each.
#pragma once

#include "text/abbreviations.hpp"
#include "text/document.hpp"

#include <string_view>
#include <vector>

namespace sitrep::text {

/// What stands beside a token until the document is made.
struct Draft {
    std::uint32_t normal_begin = 0;  ///< in Tokens::normal_forms; ends where the next one begins
    FullStop full_stop = FullStop::none;
    bool starts_line = false;
    bool lower = false;  ///< begins with a lower-case letter
};

struct Tokens {
    std::vector<Token> tokens;  ///< their `normal` is not set yet
    std::vector<Draft> drafts;  ///< one a token
    std::vector<char> normal_forms;
};

/// Linear in the text's length: look-ahead is bounded everywhere.
Tokens tokenise(std::string_view text);

/// Sentences over finished tokens (`normal` set).
std::vector<Sentence> split_sentences(const std::vector<Token>& tokens, const std::vector<Draft>& drafts, std::size_t text_begin);

}  // namespace sitrep::text
