// Noun phrases and their heads, from Penn tags.
#pragma once

#include <cstdint>
#include <vector>

#include "auxiliary.hpp"
#include "text/document.hpp"

namespace sitrep::spans {

/// Tokens [first, last) with the noun that the rest of them describes.
struct NounPhrase {
    std::uint32_t first = 0, last = 0, head = 0;
};

/// Phrases without anything after their head: "[the town] of [Raqqa]".
std::vector<NounPhrase> noun_phrases(const Opinion& tags, const text::Document& document);

/// The spans of another tagger as phrases: the head is that of their first noun phrase.
std::vector<NounPhrase> phrases_of(const Opinion& spans, const Opinion& tags, const text::Document& document);

}  // namespace sitrep::spans
