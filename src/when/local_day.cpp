#include "when/local_day.hpp"

#include <unicode/strenum.h>
#include <unicode/timezone.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace sitrep::when {
namespace {

namespace chr = std::chrono;
using Zones = std::vector<std::unique_ptr<icu::TimeZone>>;

// Finding a country's zones reads all of the world's: each thread does it once a country.
const Zones& zones_of(std::string_view country)
{
    thread_local std::map<std::string, Zones, std::less<>> known;
    if (const auto found = known.find(country); found != known.end()) return found->second;
    Zones& zones = known[std::string(country)];
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<icu::StringEnumeration> names(
        icu::TimeZone::createTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL_LOCATION, std::string(country).c_str(), nullptr, error));
    while (U_SUCCESS(error) && names) {
        const icu::UnicodeString* name = names->snext(error);
        if (name == nullptr) break;
        zones.emplace_back(icu::TimeZone::createTimeZone(*name));
    }
    return zones;
}

}  // namespace

Day day_in(const Publication& publication, std::string_view country)
{
    if (!publication.in_utc || !publication.time_of_day || country.size() != 2) return publication.day;
    const auto time = chr::sys_seconds(publication.day) + *publication.time_of_day;
    std::optional<Day> local;
    for (const auto& zone : zones_of(country)) {
        UErrorCode error = U_ZERO_ERROR;
        std::int32_t raw = 0, summer = 0;
        zone->getOffset(static_cast<UDate>(time.time_since_epoch().count()) * 1000.0, false, raw, summer, error);
        if (U_FAILURE(error)) return publication.day;
        const Day day = chr::floor<chr::days>(time + chr::seconds((raw + summer) / 1000));
        if (local && *local != day) return publication.day;
        local = day;
    }
    return local.value_or(publication.day);
}

}  // namespace sitrep::when
