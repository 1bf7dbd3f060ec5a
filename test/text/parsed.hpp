// What the tests of text/ look at: the words of a document as lists.
#pragma once

#include "text/document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sitrep::text {

inline std::vector<std::string> normals_in(std::string_view text)
{
    const Document document = Document::parse(text, 0, Language::unknown);
    std::vector<std::string> words;
    for (const Token& token : document.tokens()) {
        words.emplace_back(token.normal);
    }
    return words;
}

inline std::vector<std::string> written_in(std::string_view text)
{
    const Document document = Document::parse(text, 0, Language::unknown);
    std::vector<std::string> words;
    for (std::size_t i = 0; i < document.tokens().size(); ++i) {
        words.emplace_back(document.words(i, i + 1));
    }
    return words;
}

inline std::vector<std::string> sentences_in(std::string_view text, std::size_t text_begin = 0)
{
    const Document document = Document::parse(text, text_begin, Language::unknown);
    std::vector<std::string> sentences;
    for (const Sentence& sentence : document.sentences()) {
        sentences.emplace_back(document.words(sentence.first, sentence.last));
    }
    return sentences;
}

}  // namespace sitrep::text
