#include "analyse/eligible.hpp"

namespace sitrep::analyse {
namespace {

const char* reason_against(const Event& event, const Eligibility& wanted)
{
    if (!event.first || !event.last) return "no date";
    if (event.date_precision != DatePrecision::day || *event.first != *event.last) return "not dated to a day";
    if (*event.first < wanted.first || *event.first > wanted.last) return "outside of the days asked for";
    if (!wanted.needs_place) return nullptr;
    if (!event.point) return "no place";
    if (event.place_precision <= wanted.coarsest) return nullptr;
    return event.place_precision == PlacePrecision::district ? "placed to a district only" : "placed to a governorate or less";
}

}  // namespace

std::vector<const Event*> eligible(std::span<const Event> events, const Eligibility& wanted, Provenance& provenance)
{
    std::vector<const Event*> kept;
    for (const Event& event : events) {
        if (const char* reason = reason_against(event, wanted)) provenance.leave_out(reason);
        else kept.push_back(&event);
    }
    provenance.rows_used = std::int64_t(kept.size());
    return kept;
}

}  // namespace sitrep::analyse
