// The desk's question "is it rising, and is it back?": every unit under watch at one stated rate of false alarms for the whole desk.
#pragma once

#include "analyse/counts/count_table.hpp"
#include "analyse/surge/change_points.hpp"
#include "analyse/surge/watch.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sitrep::analyse {

struct SurgeQuestion {
    CountQuestion counts;                  ///< weekly; by governorate or district
    double weeks_per_false_alarm = 52;     ///< of the whole desk, for rises
    double factor = 1.5;
    int quiet_weeks = 8;                   ///< re-emerging: an alarm after at least so many weeks …
    double quiet_level = 1;                ///< … with at most this mean number of events a week …
    int sources_min = 2;                   ///< … and in so many independent sources
    std::vector<Day> breaks;               ///< days at which access or the war changed: baselines start anew
    std::uint64_t seed = 1;
    int replications = 999;                ///< of the bootstrap for past changes
    unsigned threads = 0;
};

struct UnitSurge {
    std::string key, name;
    std::vector<double> counts;
    std::vector<WatchedWeek> weeks;
    bool re_emerging = false;              ///< at its last alarm for a rise
    int sources = 0;                       ///< distinct sources of the events from that alarm's onset to it
    std::optional<std::size_t> last_rise;  ///< week of the last alarm for a rise
    double false_discovery_rate = 1;       ///< of the last complete week (Benjamini–Hochberg over units)
};

struct Surge {
    CountTable table;
    std::vector<UnitSurge> units;
    std::vector<Change> changes;           ///< of all units together, in retrospect
    double overdispersion = 0;             ///< of the change points' cost
    double weeks_per_false_alarm_of_unit = 0;
    std::optional<std::size_t> last_week;  ///< last complete week
    Provenance provenance;
};

Surge surge(std::span<const Event> events, const SurgeQuestion& question);

}  // namespace sitrep::analyse
