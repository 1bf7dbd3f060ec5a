#include "understand/claimant.hpp"

#include <algorithm>

#include "understand/assemble.hpp"
#include "understand/register.hpp"

namespace sitrep::understand {

CueIndex claimant_of(const text::Document& document, const Cues& cues, Tokens claim)
{
    const text::Sentence& sentence = document.sentences()[document.sentence_of(claim.first)];
    const auto first = std::lower_bound(cues.actors.begin(), cues.actors.end(), sentence.first,
                                        [](const ActorCue& actor, std::uint32_t token) { return actor.tokens.first < token; });
    CueIndex found = none;
    for (auto actor = first; actor != cues.actors.end() && actor->tokens.first < sentence.last; ++actor) {
        if (actor->tokens.last > sentence.last || (actor->name.empty() && !is_insurgent(actor->side))) continue;
        if (found != none && actor->tokens.first >= claim.last) break;
        found = static_cast<CueIndex>(actor - cues.actors.begin());
    }
    return found;
}

std::string speaker_named(const Cues& cues, Tokens speaker)
{
    // An actor's words have their article, a speaker's have none.
    const Tokens with_article{speaker.first - std::min(speaker.first, 1U), speaker.last};
    for (const ActorCue& actor : cues_in(cues.actors, with_article))
        if (!actor.name.empty() && actor.tokens.overlaps(speaker) && actor.tokens.last <= speaker.last) return actor.name;
    return {};
}

}  // namespace sitrep::understand
