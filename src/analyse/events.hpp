// An incident as the analyses see it: when, where, what, whose, how sure. No words of a report, no names of people.
#pragma once

#include "core/incident.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sitrep::analyse {

struct Event {
    IncidentId id{};
    std::optional<Day> first{}, last{};  ///< first and last day it may have happened; empty when no date is known
    DatePrecision date_precision = DatePrecision::unknown;
    std::optional<LatLon> point{};
    PlacePrecision place_precision = PlacePrecision::country;
    std::string country{}, admin1_code{}, admin1{}, admin2{};  ///< as in core/place.hpp; empty = not known
    IncidentKind kind = IncidentKind::other_violence;
    std::optional<TargetClass> target{};
    std::string perpetrator{};  ///< canonical name, or empty
    PerpetratorStatus status = PerpetratorStatus::unknown;
    Grade grade = Grade::weak;
    std::optional<TollRange> killed{};
    std::vector<SourceId> sources{};    ///< each once, ascending
    int independent_sources = 0;        ///< reposts and reports that quote each other count once
    std::optional<Day> first_seen{};    ///< publication day of the first dated report that tells it
};

/// One event an incident, in the incidents' order. Withdrawn incidents and those told only as background are left out.
std::vector<Event> events_from(std::span<const Incident> incidents);

}  // namespace sitrep::analyse
