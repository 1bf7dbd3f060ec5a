// Where inside a sentence another thing begins to be told.
#pragma once

#include "text/document.hpp"
#include "understand/cue.hpp"

namespace sitrep::understand {

/// Whether what stands behind a token is told apart by punctuation alone.
inline bool parts_sentence(const text::Token& token)
{
    return token.kind == text::TokenKind::punctuation && (token.normal == ";" || token.normal == "؛");
}

/// Adds to `cues.breaks` the tokens at which a clause begins that has a place or a day of its own; needs all other cues, the tagger's too.
void add_breaks(const text::Document& document, const Context& context, Cues& cues);

}  // namespace sitrep::understand
