// A sentence put together from the words of a set that comes in tokens.
#pragma once

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "texts.hpp"

namespace sitrep::spans {

/// Throws std::runtime_error when the file cannot be read.
std::ifstream opened(const std::string& path);

/// A space between any two words, and around hyphens.
class SpacedSentence {
public:
    /// Where the word stands.
    TypedSpan add(std::string_view word);
    bool empty() const { return text_.empty(); }
    /// The sentence; the next one begins.
    LabelledText finish(std::vector<TypedSpan> spans);

private:
    std::string text_;
};

}  // namespace sitrep::spans
