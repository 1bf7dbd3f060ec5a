// Where sentences end: full stops with what stands around them, and line breaks.
#include "text/tokeniser.hpp"

#include <string_view>

namespace sitrep::text {
namespace {

constexpr std::size_t sentence_tokens_max = 512;  // later steps look at whole sentences: bounds them on text without full stops

bool is_terminal(std::string_view normal)
{
    return normal == "." || normal == "!" || normal == "?" || normal == "؟" || normal == "؛" || normal == "۔" || normal == "。" || normal.starts_with("..");
}

bool closes(const Token& token)
{
    const std::string_view sign = token.normal;
    const bool quote = sign == "\"" || sign == "'" || sign == "’";
    return !token.space_before && (quote || sign == ")" || sign == "]" || sign == "}" || is_terminal(sign));
}

class Splitter {
public:
    Splitter(const std::vector<Token>& tokens, const std::vector<Draft>& drafts) : tokens_(tokens), drafts_(drafts) {}

    // Does a sentence end after token `i`? `next` is the first token that does not belong to its closing signs.
    bool ends_after(std::size_t i, std::size_t next) const
    {
        const Token& token = tokens_[i];
        if (drafts_[i].full_stop != FullStop::none) {
            return abbreviation_ends(drafts_[i].full_stop, tokens_[next]);
        }
        if (token.normal == "؛" || (token.normal == ";" && i > 0 && tokens_[i - 1].arabic)) {
            return true;
        }
        if (token.kind != TokenKind::punctuation || !is_terminal(token.normal)) {
            return false;
        }
        if (tokens_[next].space_before) {
            return !drafts_[next].lower;
        }
        // No space behind the full stop: "ended.The next" and "انتهى.وقال", but not "example.com" or "3.a".
        const Token& before = tokens_[i > 0 ? i - 1 : 0];
        const bool long_enough = before.end - before.begin >= 2 && before.kind == TokenKind::word;
        return next == i + 1 && long_enough && ((tokens_[next].capital && !before.all_caps) || (tokens_[next].arabic && before.arabic));
    }

private:
    static bool abbreviation_ends(FullStop kind, const Token& next)
    {
        switch (kind) {
        case FullStop::calendar: return next.capital;
        case FullStop::clock: return next.capital && !is_calendar_word(next.normal);
        case FullStop::acronym: return (next.capital && begins_sentences(next.normal)) || (next.kind == TokenKind::punctuation && next.normal == "\"" && next.space_before);
        case FullStop::none:
        case FullStop::never: return false;
        }
        return false;
    }

    const std::vector<Token>& tokens_;
    const std::vector<Draft>& drafts_;
};

}  // namespace

std::vector<Sentence> split_sentences(const std::vector<Token>& tokens, const std::vector<Draft>& drafts, std::size_t text_begin)
{
    std::vector<Sentence> sentences;
    const Splitter splitter(tokens, drafts);
    std::uint32_t paragraph = 0;
    std::size_t first = 0;
    const auto close = [&](std::size_t last) {
        sentences.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last), paragraph, tokens[first].byte_begin < text_begin});
        first = last;
    };
    for (std::size_t i = 0; i < tokens.size();) {
        std::size_t next = i + 1;
        const bool may_end = is_terminal(tokens[i].normal) || drafts[i].full_stop != FullStop::none;
        while (may_end && next < tokens.size() && !drafts[next].starts_line && closes(tokens[next])) {
            ++next;
        }
        if (next == tokens.size()) {
            close(next);
        } else if (drafts[next].starts_line) {
            close(next);
            ++paragraph;
        } else if (splitter.ends_after(i, next) || next - first >= sentence_tokens_max) {
            close(next);
        }
        i = next;
    }
    return sentences;
}

}  // namespace sitrep::text
