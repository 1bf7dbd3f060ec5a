#include "understand/doer_counts.hpp"

#include <algorithm>

#include "understand/assemble.hpp"

namespace sitrep::understand {

bool counts_doers(const Cues& cues, Tokens number, Outcome outcome)
{
    constexpr std::ptrdiff_t overlapping_max = 4;
    constexpr std::uint32_t object_reach = 12;
    const auto hits_others = [&](const ActorCue& actor) {
        const std::uint32_t verb = cues.acts[actor.act].tokens.first;
        const auto tolls = cues_in(cues.tolls, {verb, verb + object_reach});
        return std::ranges::any_of(tolls, [&](const TollCue& toll) { return toll.act == actor.act && toll.outcome == outcome && !toll.added; });
    };
    auto at = std::upper_bound(cues.actors.begin(), cues.actors.end(), number.first, [](std::uint32_t token, const ActorCue& actor) { return token < actor.tokens.first; });
    for (const auto begin = at - std::min(at - cues.actors.begin(), overlapping_max); at != begin;) {
        const ActorCue& actor = *--at;
        const bool does = actor.role == ActorCue::Role::agent && actor.act != none && actor.tokens.overlaps(number) && actor.tokens.last <= cues.acts[actor.act].tokens.first;
        if (does && hits_others(actor)) return true;
    }
    return false;
}

}  // namespace sitrep::understand
