#include "understand/who/accused_behind.hpp"

#include <string_view>

#include "understand/assemble.hpp"
#include "understand/tagging/tags.hpp"

namespace sitrep::understand {

namespace {

CueIndex index_of(const Cues& cues, const ActorCue& actor) { return static_cast<CueIndex>(&actor - cues.actors.data()); }

// The people that a reader sees right behind an accuser, with nothing but a quote mark between: an object has no clitic.
CueIndex accused_right_behind(const text::Document& document, const Cues& cues, const ActorCue& accuser)
{
    const std::uint32_t behind = accuser.tokens.last;
    for (const ActorCue& actor : cues_in(cues.actors, {behind, behind + 2})) {
        const bool joined = actor.tokens.first < cues.clitics.size() && cues.clitics[actor.tokens.first] > 0;
        const bool touches = actor.tokens.first == behind || document.words(behind, behind + 1) == "«";
        if (actor.added && actor.sentence == accuser.sentence && touches && !joined && actor.tagged != tag_role("target")) return index_of(cues, actor);
    }
    return none;
}

// The first people told behind a verb of blame, within a speaker's length.
CueIndex first_behind(const Cues& cues, const ClaimCue& claim)
{
    constexpr std::uint32_t reach = 6;
    const auto actors = cues_in(cues.actors, {claim.tokens.last, claim.tokens.last + reach});
    return actors.empty() || actors.front().sentence != claim.sentence ? none : index_of(cues, actors.front());
}

// "الحركة [إسرائيل]": a place without a preposition behind a definite accuser is whom it accuses.
bool accuses_place(const text::Document& document, const Context& context, const ActorCue& accuser)
{
    constexpr std::string_view article = "ال";
    const std::uint32_t behind = accuser.tokens.last;
    const bool definite = document.tokens()[behind - 1].normal.starts_with(article) && accuser.name.empty();
    return definite && behind < context.in_place.size() && context.in_place[behind] != 0 && document.sentence_of(behind) == accuser.sentence;
}

}  // namespace

void note_accused(const text::Document& document, const Context& context, Cues& cues)
{
    if (document.language() != Language::arabic) return;
    for (ClaimCue& claim : cues.claims) {
        if (claim.claiming != Claiming::blamed || claim.added) continue;
        const CueIndex accuser = claim.actor == none ? first_behind(cues, claim) : claim.actor;
        if (accuser == none || cues.actors[accuser].tokens.first < claim.tokens.last) continue;
        if (const CueIndex accused = accused_right_behind(document, cues, cues.actors[accuser]); accused != none) {
            claim.actor = accused;
        } else if (accuses_place(document, context, cues.actors[accuser])) {
            cues.actors[accuser].cleared = true;
            claim.actor = none;
        }
    }
}

}  // namespace sitrep::understand
