#include "understand/tagging/tagged_tallies.hpp"

#include "text/numbers.hpp"
#include "understand/arabic/uncounted.hpp"
#include "understand/tallies/uncounted.hpp"

namespace sitrep::understand {

std::optional<TallyCue> tally_in(const text::Document& document, Tokens tokens)
{
    for (std::uint32_t at = tokens.first; at < tokens.last; ++at) {
        const auto number = text::read_number(document, at);
        if (!number || !number->is_whole() || number->vague || number->whole() <= 0) continue;
        const auto unit = at + static_cast<std::uint32_t>(number->tokens);
        if (counts_no_tally(document, {at, unit}) || arabic::is_part_of_name(document, at)) return std::nullopt;
        TallyCue cue;
        cue.tokens = tokens;
        cue.sentence = static_cast<std::uint32_t>(document.sentence_of(tokens.first));
        cue.quantity = number->whole();
        cue.tagged = cue.added = true;
        if (unit < tokens.last) cue.unit = std::string(document.words(unit, tokens.last));
        return cue;
    }
    return std::nullopt;
}

}  // namespace sitrep::understand
