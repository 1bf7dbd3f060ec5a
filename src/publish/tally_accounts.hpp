// Our own count for what somebody counted, and what could explain the difference.
#pragma once

#include "core/incident.hpp"
#include "publish/gate.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sitrep::publish {

/// What a stated count counts, in codes.
struct TallyScope {
    std::string unit;                ///< "attacks", "killed" …: a code of tally_unit()
    std::optional<TargetClass> who;  ///< of the killed, injured …
    bool everywhere = false;         ///< the world, or everything that is held
    std::string country, admin1_code;
    std::optional<Day> first, last;
    std::string actor;               ///< whose acts are counted, canonical; empty: anybody's
};
/// Codes of our own list for the words of a unit ("SDF members killed" → "killed", military); empty when none fits.
std::string tally_unit(std::string_view words);
std::optional<TargetClass> tally_who(std::string_view words);
bool means_the_world(std::string_view scope);
/// Nothing when the unit, the place or the period is none that can be counted; `why` says which, in words.
std::optional<TallyScope> scope_of(const Tally& tally, std::string& why);

/// An incident as far as counting looks at it: the desk's own or the public one.
struct Countable {
    IncidentId id{};
    IncidentKind kind = IncidentKind::other_violence;
    std::optional<Day> first, last;
    std::string country, admin1_code, perpetrator;
    std::optional<TargetClass> target_class;
    std::optional<TollRange> killed, injured, abducted, arrested;
    bool claimed_only = false;
};
Countable countable(const Incident& incident);
Countable countable(const PublicIncident& incident);

/// All numbers in the tally's unit: incidents, or people at the highest number stated.
struct TallyAccount {
    TollRange ours;                  ///< lows to highs
    std::vector<IncidentId> from;
    std::int64_t claimed_only = 0;   ///< of ours, resting on the perpetrator's word alone
    std::int64_t undated = 0;        ///< not counted: nothing says that they lie in the period, nothing that they do not
    std::int64_t unplaced = 0;       ///< not counted: their country or governorate is not known
    std::int64_t elsewhere = 0;      ///< not counted: in another area
    std::int64_t unattributed = 0;   ///< not counted: nobody is named
    std::int64_t not_here = 0;       ///< stated beyond ours and all of these but `elsewhere`: at least so many are not in the library
};
/// Nothing for a unit of which we keep no count.
std::optional<TallyAccount> account_for(const TallyScope& scope, std::int64_t stated, std::span<const Countable> incidents);

}  // namespace sitrep::publish
