// An event known to the day and the place, made by hand.
#pragma once

#include "analyse/events.hpp"

namespace sitrep::analyse {

inline Event event_on(std::int64_t id, Day day, double lat, double lon)
{
    Event out;
    out.id = IncidentId{id};
    out.first = out.last = day;
    out.date_precision = DatePrecision::day;
    out.point = *LatLon::from_degrees(lat, lon);
    out.place_precision = PlacePrecision::exact;
    return out;
}

}  // namespace sitrep::analyse
