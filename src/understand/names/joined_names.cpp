#include "understand/names/joined_names.hpp"

#include <array>
#include <string_view>

#include "understand/one_of.hpp"

namespace sitrep::understand {

namespace {

// Before an article the و is none of the word's letters: "والطوارق"; those that have it of their own are few.
bool joins_article(std::string_view word)
{
    constexpr std::array<std::string_view, 3> own{"والي", "والد", "والده"};
    return word.starts_with("وال") && !is_one_of(own, word);
}

}  // namespace

void note_joined_names(const text::Document& document, Cues& cues)
{
    std::uint32_t behind = 0;
    for (const ActorCue& actor : cues.actors) {
        const std::uint32_t first = actor.tokens.first;
        const std::string_view word = document.tokens()[first].normal;
        const bool another_before = behind == first && first > 0;
        if (actor.added && first < cues.clitics.size() && cues.clitics[first] == 0 && (joins_article(word) || (another_before && word.starts_with("و")))) cues.clitics[first] = 1;
        behind = actor.tokens.last;
    }
}

}  // namespace sitrep::understand
