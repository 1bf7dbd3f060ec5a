#include "understand/figures/title_total.hpp"

#include <algorithm>

namespace sitrep::understand {

namespace {

// Of the text of an episode, not of the title that it shares with others.
template <class Cue, class Test>
bool any_in_text(const std::vector<Cue>& cues, const std::vector<Segment>& segments, const Episode& episode, const Test& test)
{
    return std::ranges::any_of(episode.segments, [&](std::uint32_t number) {
        return !segments[number].in_title && std::ranges::any_of(cues_in(cues, segments[number].tokens), test);
    });
}

}  // namespace

bool title_counts_others(const Material& material, const std::vector<Segment>& segments, const std::vector<Episode>& episodes, std::size_t index)
{
    const auto& acts = material.cues.acts;
    const auto& tolls = material.cues.tolls;
    const auto dead = [](const TollCue& toll) { return toll.outcome == Outcome::killed && toll.counts_victims() && (toll.vague || toll.low > 0); };
    const auto abducts = [](const ActCue& act) { return act.reality == Reality::happened && act.kind == IncidentKind::abduction; };
    const auto attacks = [](const ActCue& act) { return act.reality == Reality::happened && act.kind != IncidentKind::abduction && act.strength != Strength::weak; };
    const bool titled = std::ranges::any_of(episodes[index].segments, [&](std::uint32_t number) { return segments[number].in_title; });
    const bool of_abduction = titled && any_in_text(acts, segments, episodes[index], abducts) && !any_in_text(acts, segments, episodes[index], attacks) &&
                              !any_in_text(tolls, segments, episodes[index], dead);
    if (!of_abduction) return false;
    for (std::size_t other = 0; other < episodes.size(); ++other)
        if (other != index && any_in_text(tolls, segments, episodes[other], dead)) return true;
    return false;
}

}  // namespace sitrep::understand
