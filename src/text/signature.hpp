// MinHash over a report's words (Broder 1997): how much two texts share, without keeping the texts.
#pragma once

#include "core/incident.hpp"
#include "text/document.hpp"

namespace sitrep::text {

/// Signature over the body's three-word shingles of normal forms; no_words for fewer than eight words.
WordSignature signature_of(const Document& document);

/// Estimated Jaccard similarity of two texts, 0..1; 0 when either is no_words.
double similarity(const WordSignature& a, const WordSignature& b);

}  // namespace sitrep::text
