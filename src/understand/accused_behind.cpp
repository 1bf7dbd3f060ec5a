#include "understand/accused_behind.hpp"

#include <algorithm>

#include "understand/tags.hpp"

namespace sitrep::understand {

namespace {

// The people that a reader sees right behind an accuser, with nothing but a quote mark between: an object has no clitic.
CueIndex accused_right_behind(const text::Document& document, const Cues& cues, const ActorCue& accuser)
{
    const std::uint32_t behind = accuser.tokens.last;
    for (CueIndex index = 0; index < cues.actors.size(); ++index) {
        const ActorCue& actor = cues.actors[index];
        if (!actor.added || actor.sentence != accuser.sentence || actor.tokens.first < behind || actor.tokens.first > behind + 1) continue;
        const bool joined = actor.tokens.first < cues.clitics.size() && cues.clitics[actor.tokens.first] > 0;
        const bool touches = actor.tokens.first == behind || document.words(behind, behind + 1) == "«";
        if (touches && !joined && actor.tagged != tag_role("target")) return index;
    }
    return none;
}

// The first people told behind a verb of blame, within a speaker's length.
CueIndex first_behind(const Cues& cues, const ClaimCue& claim)
{
    constexpr std::uint32_t reach = 6;
    for (CueIndex index = 0; index < cues.actors.size(); ++index) {
        const ActorCue& actor = cues.actors[index];
        if (actor.sentence == claim.sentence && actor.tokens.first >= claim.tokens.last && actor.tokens.first < claim.tokens.last + reach) return index;
    }
    return none;
}

}  // namespace

void note_accused(const text::Document& document, Cues& cues)
{
    if (document.language() != Language::arabic) return;
    for (ClaimCue& claim : cues.claims) {
        if (claim.claiming != Claiming::blamed || claim.added) continue;
        const CueIndex accuser = claim.actor == none ? first_behind(cues, claim) : claim.actor;
        if (accuser == none || cues.actors[accuser].tokens.first < claim.tokens.last) continue;
        if (const CueIndex accused = accused_right_behind(document, cues, cues.actors[accuser]); accused != none) claim.actor = accused;
    }
}

}  // namespace sitrep::understand
