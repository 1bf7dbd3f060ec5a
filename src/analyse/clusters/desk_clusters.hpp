// "Where?": clusters among the desk's own incidents, with who reports from there and what had to be left out.
#pragma once

#include "analyse/clusters/scan_answer.hpp"
#include "analyse/events.hpp"
#include "analyse/provenance.hpp"

#include <span>
#include <string>
#include <vector>

namespace sitrep::analyse {

struct ClusterQuestion {
    Day first{}, last{};           ///< the days that are searched, both included
    ScanKind kind = ScanKind::retrospective;
    double radius_km = 50;
    int days_max = 28;             ///< longest cluster
    int step_days = 1;             ///< 7 = whole weeks, counted back from the last day
    std::size_t replications = 999;
    std::uint64_t seed = 1;
    unsigned threads = 0;
    std::size_t clusters_max = 10;
    int looks_every_days = 1;      ///< how often the desk asks; turns p into a recurrence interval
};

/// A district or governorate that incidents of a cluster lie in.
struct ClusterArea {
    std::string country, admin1_code, admin1, admin2;
    std::int64_t incidents = 0;
};

struct DeskCluster {
    Day first{}, last{};
    std::vector<IncidentId> incidents{};  ///< ascending
    double expected = 0, statistic = 0, p = 1;
    std::vector<ClusterArea> areas{};   ///< most incidents first; finest that is known
    LatLon centre;
    double radius_km = 0;
    int places = 0;
    /// Sources that reported incidents inside the circle: during the cluster, in as many days just before it, and those of the first
    /// that had reported none from inside before. A new source looks like an outbreak.
    int sources_during = 0, sources_before = 0, sources_new = 0;
    /// Days between false alarms of this strength when the desk asks as often as it said; prospective scans only, else 0.
    double recurrence_days = 0;
};

struct ClustersAnswer {
    std::vector<DeskCluster> clusters;  ///< by statistic
    Provenance provenance;
    std::int64_t places = 0;
};

/// Space-time permutation scan over events with a known day and a place no coarser than a district; the others are left out and counted.
/// Throws std::invalid_argument when the last day is before the first, or the windows are too many (see permutation_scan).
ClustersAnswer find_clusters(std::span<const Event> events, const ClusterQuestion& question);

}  // namespace sitrep::analyse
