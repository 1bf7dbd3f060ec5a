#include "understand/context.hpp"

#include <algorithm>

namespace sitrep::understand {

Tokens tokens_of(const text::Document& document, Span span)
{
    const auto& tokens = document.tokens();
    const auto first = static_cast<std::uint32_t>(document.token_at(span.start));
    std::uint32_t last = first;
    while (last < tokens.size() && tokens[last].begin < span.end) ++last;
    return {first, last};
}

Context context_of(const Report& report, const text::Document& document, const std::vector<PlaceMention>& places,
                   const std::vector<DateMention>& dates)
{
    Context context;
    context.report = &report;
    context.in_place.assign(document.tokens().size(), 0);
    context.in_date.assign(document.tokens().size(), 0);
    for (const DateMention& mention : dates) {
        const Tokens tokens = tokens_of(document, mention.span);
        // "now" and "former" tell nothing of an incident; "ten days" only that the ten are no victims.
        if (tokens.empty() || (mention.undating && mention.type != TimexType::duration)) continue;
        if (!mention.undating)
            context.dates.push_back({.tokens = tokens, .sentence = static_cast<std::uint32_t>(document.sentence_of(tokens.first)), .mention = &mention});
        std::fill(context.in_date.begin() + tokens.first, context.in_date.begin() + tokens.last, std::uint8_t{1});
    }
    for (const PlaceMention& mention : places) {
        const Tokens tokens = tokens_of(document, mention.span);
        if (tokens.empty()) continue;
        // "On Mon 10 June" names no place in Myanmar.
        if (std::all_of(context.in_date.begin() + tokens.first, context.in_date.begin() + tokens.last, [](std::uint8_t dated) { return dated != 0; })) continue;
        const Tokens name = tokens_of(document, mention.name_span);
        context.places.push_back(
            {.tokens = tokens, .name = name, .sentence = static_cast<std::uint32_t>(document.sentence_of(tokens.first)), .mention = &mention});
        std::fill(context.in_place.begin() + name.first, context.in_place.begin() + name.last, std::uint8_t{1});
    }
    return context;
}

}  // namespace sitrep::understand
