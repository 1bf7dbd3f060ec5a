// Parsing a text into a Document, and finding one's way in it.
#include "text/document.hpp"

#include "text/tokeniser.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cassert>

namespace sitrep::text {

Document Document::parse(std::string_view text, std::size_t text_begin, Language language)
{
    Tokens parsed = tokenise(text);
    for (std::size_t i = 0; i < parsed.tokens.size(); ++i) {
        const std::size_t begin = parsed.drafts[i].normal_begin;
        const std::size_t end = i + 1 < parsed.drafts.size() ? parsed.drafts[i + 1].normal_begin : parsed.normal_forms.size();
        parsed.tokens[i].normal = {parsed.normal_forms.data() + begin, end - begin};
    }
    Document document;
    document.text_ = text;
    document.language_ = language;
    document.sentences_ = split_sentences(parsed.tokens, parsed.drafts, text_begin);
    document.sentence_of_token_.resize(parsed.tokens.size());
    for (std::size_t i = 0; i < document.sentences_.size(); ++i) {
        const Sentence& sentence = document.sentences_[i];
        std::fill(document.sentence_of_token_.begin() + sentence.first, document.sentence_of_token_.begin() + sentence.last, static_cast<std::uint32_t>(i));
    }
    document.tokens_ = std::move(parsed.tokens);
    document.normal_forms_ = std::move(parsed.normal_forms);
    return document;
}

std::size_t Document::sentence_of(std::size_t token) const { return sentence_of_token_[token]; }

std::string_view Document::words(std::size_t first, std::size_t last) const
{
    assert(first < last && last <= tokens_.size());
    return text_.substr(tokens_[first].byte_begin, tokens_[last - 1].byte_end - tokens_[first].byte_begin);
}

Span Document::span(std::size_t first, std::size_t last) const
{
    assert(first < last && last <= tokens_.size());
    return {tokens_[first].begin, tokens_[last - 1].end};
}

std::size_t Document::token_at(std::uint32_t code_point) const
{
    const auto found = std::ranges::upper_bound(tokens_, code_point, {}, &Token::end);
    return static_cast<std::size_t>(found - tokens_.begin());
}

std::string_view Document::words(Span span) const
{
    const std::size_t begin = byte_of(span.start);
    return text_.substr(begin, byte_of(span.end) - begin);
}

std::size_t Document::byte_of(std::uint32_t code_point) const
{
    // The last token that begins at or before it is the nearest known place.
    const auto after = std::ranges::upper_bound(tokens_, code_point, {}, &Token::begin);
    std::size_t byte = 0;
    std::uint32_t point = 0;
    if (after != tokens_.begin()) {
        const Token& token = *std::prev(after);
        byte = code_point >= token.end ? token.byte_end : token.byte_begin;
        point = code_point >= token.end ? token.end : token.begin;
    }
    for (; point < code_point && byte < text_.size(); ++point) {
        ++byte;
        while (byte < text_.size() && is_continuation(text_[byte])) {
            ++byte;
        }
    }
    return byte;
}

}  // namespace sitrep::text
