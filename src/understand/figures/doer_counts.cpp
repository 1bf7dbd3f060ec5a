#include "understand/figures/doer_counts.hpp"

#include <algorithm>

#include "understand/assemble.hpp"

namespace sitrep::understand {

bool counts_doers(const Cues& cues, Tokens number, Outcome outcome)
{
    constexpr std::ptrdiff_t overlapping_max = 4;
    constexpr std::uint32_t object_reach = 12;
    const auto hits_others = [&](const ActorCue& actor) {
        const ActCue& act = cues.acts[actor.act];
        const bool behind = actor.tokens.last > act.tokens.first;
        if (behind && !act.doers_behind) return false;
        const auto tolls = cues_in(cues.tolls, {behind ? actor.tokens.last : act.tokens.first, act.tokens.first + object_reach});
        return std::ranges::any_of(tolls, [&](const TollCue& toll) { return toll.act == actor.act && toll.outcome == outcome && !toll.added; });
    };
    auto at = std::upper_bound(cues.actors.begin(), cues.actors.end(), number.first, [](std::uint32_t token, const ActorCue& actor) { return token < actor.tokens.first; });
    for (const auto begin = at - std::min(at - cues.actors.begin(), overlapping_max); at != begin;) {
        const ActorCue& actor = *--at;
        const bool does = actor.role == ActorCue::Role::agent && actor.act != none && actor.tokens.overlaps(number);
        if (does && hits_others(actor)) return true;
    }
    return false;
}

}  // namespace sitrep::understand
