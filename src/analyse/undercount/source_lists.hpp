// From incidents with their sources to lists that capture-recapture may use: sources that quote each other are one list.
#pragma once

#include "analyse/events.hpp"
#include "analyse/provenance.hpp"
#include "analyse/undercount/overlap.hpp"

#include <functional>
#include <span>

namespace sitrep::analyse {

/// One incident and who tells it. Sources with the same number in `group` depend on each other there: a repost, a quotation, one sole origin.
struct Telling {
    std::vector<SourceId> sources;   ///< each once
    std::vector<std::size_t> group;  ///< one a source
};

/// What an event alone can say: all its sources in one group when it has one independent source, each in its own when it has as many as
/// sources. In between nobody knows which of them quote each other, so each stands alone: better hand over the groups of the reports.
Telling telling_of(const Event& event);

/// Sources joined to families, largest first (by incidents told). Two sources are joined when in at least half of the incidents
/// that both tell one depends on the other; families grow by chains of such pairs.
std::vector<std::vector<SourceId>> source_families(std::span<const Telling> tellings);

struct SourceLists {
    OverlapTable table;           ///< names: the largest source of each list, " +2" for two more in it; empty for a pool
    std::vector<std::vector<SourceId>> members;  ///< one a list; the last may be a pool of small families
    std::int64_t documented = 0;  ///< all incidents, those outside the lists too: the floor
    std::int64_t joined = 0;      ///< sources that share a list because they quote each other
    bool pooled = false;          ///< the last list holds several independent families
};

/// The most lists that are made of a desk's sources: what the average over graphs can take.
inline constexpr std::size_t source_lists_max = 5;
/// A list below this many incidents shows nothing of the others.
inline constexpr std::int64_t list_incidents_min = 10;

/// The largest families each become a list; the rest together become one more, when they hold list_incidents_min incidents between them.
/// Incidents told only by what is in no list are left out of the table and named in `provenance`. `name` gives a source's name.
SourceLists source_lists(std::span<const Telling> tellings, const std::function<std::string(SourceId)>& name, Provenance& provenance);

}  // namespace sitrep::analyse
