#include "understand/figures/parallel_ranges.hpp"

#include <algorithm>
#include <optional>

namespace sitrep::understand {

namespace {

bool counts(const TollCue& toll)
{
    return toll.counts_victims() && !toll.part && !toll.replaced && !toll.cumulative && toll.doubt == 0;
}

// The only figure of an episode with a value; nothing where there is none or another like it.
const TollCue* figure_of(const Material& material, const std::vector<Segment>& segments, const Episode& episode, Outcome outcome, std::int64_t value)
{
    const TollCue* found = nullptr;
    for (const std::uint32_t number : episode.segments)
        for (const TollCue& toll : cues_in(material.cues.tolls, segments[number].tokens)) {
            if (toll.outcome != outcome || !counts(toll) || toll.low != value) continue;
            if (found) return nullptr;
            found = &toll;
        }
    return found;
}

// The only figure of the other outcome that stands beside one, with none of its own outcome between.
const TollCue* beside(const Material& material, const TollCue& figure, Outcome other)
{
    constexpr std::uint32_t reach = 14;
    const auto& sentence = material.document.sentences()[figure.sentence];
    const Tokens near{std::max(sentence.first, figure.tokens.first > reach ? figure.tokens.first - reach : 0), std::min(sentence.last, figure.tokens.last + reach)};
    const auto tolls = cues_in(material.cues.tolls, near);
    const TollCue *found = nullptr, *rival = nullptr;
    for (const TollCue& toll : tolls) {
        if (!counts(toll)) continue;
        if (toll.outcome == figure.outcome && &toll != &figure) rival = &toll;
        if (toll.outcome != other) continue;
        if (found) return nullptr;
        found = &toll;
    }
    return rival ? nullptr : found;
}

void widen(const Material& material, const std::vector<Segment>& segments, const Episode& episode, Outcome ranged, const std::optional<Toll>& range, std::optional<Toll>& alone)
{
    if (!range || !alone || !range->high || *range->high == range->low || (alone->high && *alone->high != alone->low)) return;
    const Outcome other = ranged == Outcome::killed ? Outcome::injured : Outcome::killed;
    const TollCue* low = figure_of(material, segments, episode, ranged, range->low);
    const TollCue* high = figure_of(material, segments, episode, ranged, *range->high);
    const TollCue* first = low ? beside(material, *low, other) : nullptr;
    const TollCue* second = high ? beside(material, *high, other) : nullptr;
    if (!first || !second || first->low == second->low || (first->low != alone->low && second->low != alone->low)) return;
    alone->low = std::min(first->low, second->low);
    alone->high = std::max(first->low, second->low);
}

}  // namespace

void set_parallel_ranges(const Material& material, const std::vector<Segment>& segments, const Episode& episode, Account& account)
{
    widen(material, segments, episode, Outcome::killed, account.killed, account.injured);
    widen(material, segments, episode, Outcome::injured, account.injured, account.killed);
}

}  // namespace sitrep::understand
