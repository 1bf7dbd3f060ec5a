#include "analyse/clusters/desk_clusters.hpp"

#include "analyse/clusters/permutation_scan.hpp"
#include "analyse/eligible.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>
#include <tuple>

namespace sitrep::analyse {
namespace {

/// The scan's table, and which event each place holds. Places stand by coordinates: the order of the record must not matter.
struct Scanned {
    CaseTable table;
    std::vector<std::vector<const Event*>> at;  ///< per place
};

Scanned table_of(const std::vector<const Event*>& events, const ClusterQuestion& question)
{
    std::map<std::pair<double, double>, std::vector<const Event*>> by_point;
    for (const Event* event : events) by_point[{event->point->lat(), event->point->lon()}].push_back(event);
    Scanned out;
    out.table.steps = std::int32_t((question.last - question.first).count()) / question.step_days + 1;
    for (auto& [point, here] : by_point) {
        const auto place = std::uint32_t(out.table.places.size());
        out.table.places.push_back(*here.front()->point);
        for (const Event* event : here)
            out.table.cases.push_back({place, out.table.steps - 1 - std::int32_t((question.last - *event->first).count()) / question.step_days});
        out.at.push_back(std::move(here));
    }
    return out;
}

std::vector<ClusterArea> areas_of(const std::vector<const Event*>& events)
{
    std::map<std::tuple<std::string, std::string, std::string, std::string>, std::int64_t> counts;
    for (const Event* event : events) ++counts[{event->country, event->admin1_code, event->admin1, event->admin2}];
    std::vector<ClusterArea> areas;
    for (const auto& [names, count] : counts) areas.push_back({std::get<0>(names), std::get<1>(names), std::get<2>(names), std::get<3>(names), count});
    std::stable_sort(areas.begin(), areas.end(), [](const auto& a, const auto& b) { return a.incidents > b.incidents; });
    return areas;
}

void count_sources(const std::vector<const Event*>& inside, DeskCluster& cluster)
{
    const auto days = cluster.last - cluster.first + std::chrono::days{1};
    std::set<SourceId> during, just_before, ever_before;
    for (const Event* event : inside) {
        const Day day = *event->first;
        if (day >= cluster.first && day <= cluster.last) during.insert(event->sources.begin(), event->sources.end());
        if (day < cluster.first) ever_before.insert(event->sources.begin(), event->sources.end());
        if (day < cluster.first && day >= cluster.first - days) just_before.insert(event->sources.begin(), event->sources.end());
    }
    cluster.sources_during = int(during.size());
    cluster.sources_before = int(just_before.size());
    cluster.sources_new = int(std::count_if(during.begin(), during.end(), [&](SourceId source) { return !ever_before.contains(source); }));
}

DeskCluster desk_cluster(const Cluster& found, const Scanned& scanned, const ClusterQuestion& question)
{
    const auto day_of = [&](std::int32_t step) { return question.last - std::chrono::days{(scanned.table.steps - 1 - step) * question.step_days}; };
    DeskCluster out{.centre = scanned.table.places[found.places.front()]};
    out.first = std::max(question.first, day_of(found.first_step) - std::chrono::days{question.step_days - 1});
    out.last = day_of(found.last_step);
    std::vector<const Event*> inside, cases;
    for (const std::uint32_t place : found.places)
        for (const Event* event : scanned.at[place]) {
            inside.push_back(event);
            if (*event->first >= out.first && *event->first <= out.last) cases.push_back(event);
        }
    for (const Event* event : cases) out.incidents.push_back(event->id);
    std::sort(out.incidents.begin(), out.incidents.end());
    out.expected = found.expected;
    out.statistic = found.statistic;
    out.p = found.p;
    out.areas = areas_of(cases);
    out.radius_km = found.radius_km;
    out.places = int(found.places.size());
    count_sources(inside, out);
    if (question.kind == ScanKind::prospective) out.recurrence_days = question.looks_every_days / found.p;
    return out;
}

}  // namespace

ClustersAnswer find_clusters(std::span<const Event> events, const ClusterQuestion& question)
{
    if (question.last < question.first) throw std::invalid_argument("the last day of a scan is before its first");
    if (question.step_days < 1 || question.days_max < question.step_days) throw std::invalid_argument("the longest cluster is shorter than one step of the scan");
    ClustersAnswer answer;
    answer.provenance.method = question.kind == ScanKind::prospective ? "space-time permutation scan, prospective (Kulldorff et al. 2005)"
                                                                      : "space-time permutation scan, retrospective (Kulldorff et al. 2005)";
    answer.provenance.version = "1";
    answer.provenance.seed = question.seed;
    const auto used = eligible(events, {question.first, question.last, PlacePrecision::district, true}, answer.provenance);
    const Scanned scanned = table_of(used, question);
    answer.places = std::int64_t(scanned.table.places.size());
    PermutationOptions options;
    options.kind = question.kind;
    options.circles.radius_km = question.radius_km;
    options.steps_max = question.days_max / question.step_days;
    options.replications = question.replications;
    options.seed = question.seed;
    options.threads = question.threads;
    options.clusters_max = question.clusters_max;
    for (const Cluster& found : permutation_scan(scanned.table, options).clusters) answer.clusters.push_back(desk_cluster(found, scanned, question));
    return answer;
}

}  // namespace sitrep::analyse
