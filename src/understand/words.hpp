// The words of a report as the trained models see them: one hash a token.
#pragma once

#include <cstdint>
#include <vector>

#include "text/document.hpp"

namespace sitrep::understand {

/// `stem` joins the inflections of a word (Snowball), `bare` is an Arabic word without its conjunction and article (elsewhere the same as
/// `stem`). Numbers are all one word, punctuation is its sign.
struct Words {
    std::vector<std::uint64_t> stem;
    std::vector<std::uint64_t> bare;
};

Words words_of(const text::Document& document);

}  // namespace sitrep::understand
