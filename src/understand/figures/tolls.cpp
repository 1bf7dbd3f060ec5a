// Tolls of an episode: figures of one sentence are added up, figures of several sentences are compared (GUIDELINE, `killed`).
#include <algorithm>
#include <array>

#include "understand/assemble.hpp"
#include "understand/figures/none_killed.hpp"
#include "understand/names/register.hpp"

namespace sitrep::understand {

namespace {

// What one segment says of one outcome.
struct Figure {
    std::int64_t low = 0;
    std::int64_t high = 0;
    bool open_end = false;  ///< "at least"
    bool sourced = false;
    bool updates = false;
    bool one_person = false;
    Span evidence;
};

enum class Series { killed, injured, abducted, arrested, attackers };
constexpr std::size_t series_count = 5;

bool fights_for_attackers(const TollCue& toll, IncidentKind kind, const Account& account)
{
    if (toll.outcome != Outcome::killed) return false;
    if (kind == IncidentKind::clash || kind == IncidentKind::security_operation || kind == IncidentKind::airstrike || kind == IncidentKind::protest)
        return false;
    if (toll.of_attackers || toll.side == Side::unnamed_insurgent || toll.side == Side::insurgent)
        return toll.of_attackers || account.targets.size() != 1 || account.targets.front().target_class != TargetClass::militant;
    return !toll.name.empty() && toll.name == account.perpetrator.name;
}

Series series_of(const TollCue& toll, IncidentKind kind, const Account& account)
{
    if (fights_for_attackers(toll, kind, account)) return Series::attackers;
    switch (toll.outcome) {
        case Outcome::killed:
            return Series::killed;
        case Outcome::injured:
            return Series::injured;
        case Outcome::abducted:
            return Series::abducted;
        case Outcome::arrested:
            return Series::arrested;
    }
    return Series::killed;
}

bool counts(const TollCue& toll)
{
    return !toll.vague && !toll.combined && !toll.part;
}

using Figures = std::array<std::vector<Figure>, series_count>;

bool has_source(const Material& material, const Segment& segment)
{
    const auto& sources = material.cues.sources;
    const auto at = std::lower_bound(sources.begin(), sources.end(), segment.tokens.first,
                                     [](const SourceCue& source, std::uint32_t token) { return source.tokens.first < token; });
    return at != sources.end() && at->tokens.first < segment.tokens.last;
}

void add_segment(const Material& material, const Segment& segment, IncidentKind kind, const Account& account, Figures& figures)
{
    std::array<std::optional<Figure>, series_count> now;
    for (const CueIndex index : segment.tolls) {
        const TollCue& toll = material.cues.tolls[index];
        if (!counts(toll)) continue;
        auto& slot = now[static_cast<std::size_t>(series_of(toll, kind, account))];
        const Span span = span_of(material.document, material.cues, toll.tokens);
        if (!slot) {
            slot = Figure{.low = toll.low,
                          .high = toll.high.value_or(toll.low),
                          .open_end = !toll.high,
                          .sourced = has_source(material, segment),
                          .updates = toll.updates,
                          .one_person = toll.one_person,
                          .evidence = span};
            continue;
        }
        slot->one_person = false;
        slot->low += toll.low;
        slot->high += toll.high.value_or(toll.low);
        slot->open_end = slot->open_end || !toll.high;
        slot->evidence.end = std::max(slot->evidence.end, span.end);
    }
    for (std::size_t series = 0; series < series_count; ++series)
        if (now[series]) figures[series].push_back(*now[series]);
}

// Smaller figures that add up to the first one are its parts; without a source of their own they are details.
std::optional<Toll> joined(const std::vector<Figure>& figures)
{
    if (figures.empty()) return std::nullopt;
    Figure all = figures.front();
    std::int64_t smaller_sum = 0;
    for (std::size_t i = 1; i < figures.size(); ++i)
        if (figures[i].high < all.low) smaller_sum += figures[i].low;
    bool open_end = all.open_end;
    for (std::size_t i = 1; i < figures.size(); ++i) {
        const Figure& next = figures[i];
        if (next.updates) {
            all = next;
            open_end = next.open_end;
            continue;
        }
        const bool detail =
            next.high < all.low && (smaller_sum == all.low || next.one_person || !next.sourced || next.low == 0 || next.low * 2 < all.low);
        if (detail) continue;
        all.low = all.low == 0 ? next.low : std::min(all.low, next.low);
        all.high = std::max(all.high, next.high);
        open_end = open_end && next.open_end;
    }
    Toll toll{.low = all.low, .high = all.high, .evidence = all.evidence};
    if (open_end && all.low == all.high) toll.high.reset();
    return toll;
}

}  // namespace

void set_tolls(const Material& material, const std::vector<Segment>& segments, const Episode& episode, Account& account)
{
    Figures figures;
    for (const std::uint32_t index : episode.segments) add_segment(material, segments[index], account.kind, account, figures);
    auto& dead = figures[static_cast<std::size_t>(Series::killed)];
    if (dead.empty())
        if (const TollCue* nobody = none_killed(material, segments, episode)) dead.push_back({.evidence = span_of(material.document, material.cues, nobody->tokens)});
    account.killed = joined(dead);
    account.injured = joined(figures[static_cast<std::size_t>(Series::injured)]);
    account.abducted = joined(figures[static_cast<std::size_t>(Series::abducted)]);
    account.arrested = joined(figures[static_cast<std::size_t>(Series::arrested)]);
    account.perpetrators_killed = joined(figures[static_cast<std::size_t>(Series::attackers)]);
}

}  // namespace sitrep::understand
