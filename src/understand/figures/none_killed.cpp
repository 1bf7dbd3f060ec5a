#include "understand/figures/none_killed.hpp"

#include <algorithm>

namespace sitrep::understand {

namespace {

bool kills(const ActCue& act)
{
    return act.reality == Reality::happened && (act.kind == IncidentKind::assassination_or_targeted_killing || act.kind == IncidentKind::execution);
}

bool says_nobody_hurt(const Material& material, const TollCue& toll)
{
    const auto& tokens = material.document.tokens();
    const bool of_others = toll.tokens.last < tokens.size() && tokens[toll.tokens.last].normal == "else";
    return toll.outcome == Outcome::injured && toll.low == 0 && toll.high == 0 && !toll.vague && !toll.part && !toll.victims && !of_others;
}

}  // namespace

const TollCue* none_killed(const Material& material, const std::vector<Segment>& segments, const Episode& episode)
{
    const TollCue* nobody = nullptr;
    for (const std::uint32_t number : episode.segments) {
        const Tokens tokens = segments[number].tokens;
        if (std::ranges::any_of(cues_in(material.cues.acts, tokens), kills)) return nullptr;
        for (const TollCue& toll : cues_in(material.cues.tolls, tokens)) {
            if (toll.outcome == Outcome::killed && !toll.of_attackers) return nullptr;
            if (!nobody && says_nobody_hurt(material, toll)) nobody = &toll;
        }
    }
    return nobody;
}

}  // namespace sitrep::understand
