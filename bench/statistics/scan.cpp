// The space-time permutation scan beside SaTScan 10.3.2 and scanstatistics 1.1.2 (statistics.md 2.C).
#include "analyse/clusters/permutation_scan.hpp"
#include "core/date.hpp"
#include "reference_row.hpp"
#include "reference_table.hpp"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <set>

namespace {

using namespace sitrep;
using namespace sitrep::analyse;
using sitrep::bench::reference_row;

struct NamedTable {
    CaseTable table;
    std::vector<std::string> names;
};

std::int32_t days_between(Day from, Day until) { return std::int32_t((until - from).count()); }

/// Steps of `step_days` counted back from the last day, as SaTScan aggregates.
NamedTable syria(const std::string& file, Day first, Day last, int step_days)
{
    const bench::ReferenceTable rows(file);
    NamedTable out;
    std::map<std::string, std::uint32_t> places;
    out.table.steps = days_between(first, last) / step_days + 1;
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        const auto [at, is_new] = places.emplace(rows.text(i, "loc"), std::uint32_t(places.size()));
        if (is_new) {
            out.table.places.push_back(*LatLon::from_degrees(rows.number(i, "lat"), rows.number(i, "lon")));
            out.names.push_back(rows.text(i, "loc"));
        }
        const std::int32_t back = days_between(*day_from_iso(rows.text(i, "date")), last) / step_days;
        for (int k = 0; k < int(rows.number(i, "cases")); ++k) out.table.cases.push_back({at->second, out.table.steps - 1 - back});
    }
    return out;
}

struct Expected {
    std::set<std::string> places;
    std::string start, end;
    std::int64_t cases;
    double statistic, p;
};

double p_tolerance(double p, std::size_t theirs, std::size_t ours)
{
    constexpr double standard_errors = 3;
    const double se = std::sqrt(p * (1 - p) * (1.0 / double(theirs) + 1.0 / double(ours)));
    return std::max(standard_errors * se, 1.0 / double(ours)) / p;
}

[[maybe_unused]] void compare(const std::string& what, const NamedTable& named, const PermutationAnswer& answer, std::size_t rank, const Expected& theirs, Day last, int step_days)
{
    const std::string name = what + ", cluster " + std::to_string(rank + 1);
    if (answer.clusters.size() <= rank) {
        reference_row("2.C scan", name + ": found", 1, 0, 0);
        return;
    }
    const Cluster& ours = answer.clusters[rank];
    std::set<std::string> places;
    for (const auto place : ours.places) places.insert(named.names[place]);
    const auto day_of = [&](std::int32_t step) { return last - std::chrono::days{(named.table.steps - 1 - step) * step_days}; };
    const Day first_day = day_of(ours.first_step) - std::chrono::days{step_days - 1};
    reference_row("2.C scan", name + ": statistic", theirs.statistic, ours.statistic, 1e-6);
    reference_row("2.C scan", name + ": cases", double(theirs.cases), double(ours.cases), 0);
    reference_row("2.C scan", name + ": places, and the same ones", double(theirs.places.size()), places == theirs.places ? double(places.size()) : -1, 0);
    reference_row("2.C scan", name + ": first day, days back", double(days_between(*day_from_iso(theirs.start), last)), double(days_between(first_day, last)), 0);
    reference_row("2.C scan", name + ": last day, days back", double(days_between(*day_from_iso(theirs.end), last)), double(days_between(day_of(ours.last_step), last)), 0);
    reference_row("2.C scan", name + ": p", theirs.p, ours.p, p_tolerance(theirs.p, 999, answer.maxima.size()));
}

PermutationAnswer timed(const std::string& what, const CaseTable& table, const PermutationOptions& options, double peer_s)
{
    const std::clock_t begin = std::clock();
    auto answer = permutation_scan(table, options);
    const double seconds = double(std::clock() - begin) / CLOCKS_PER_SEC;
    std::fprintf(stderr, "%s: %.2f s of CPU, %zu circles, %zu distinct; SaTScan %.2f s: %.0f times\n", what.c_str(), seconds, answer.circles,
                 answer.distinct_circles, peer_s, peer_s / seconds);
    return answer;
}

}  // namespace

int main(int argc, char** argv)
{
    const std::string folder = bench::reference_folder(argc, argv);
    PermutationOptions options;
    options.circles.radius_km = 50;
    const Day end = *day_from_iso("2019-11-30");
    for (const auto& [file, first, step_days, peer] : {std::tuple{"2019", "2019-01-01", 1, 47.24}, std::tuple{"2018_2019", "2018-01-01", 1, 267.52}, std::tuple{"all", "2016-01-01", 7, 144.42}}) {
        const auto named = syria(folder + "/satscan/syria_is_" + file + ".input.csv", *day_from_iso(first), end, step_days);
        options.steps_max = 28 / step_days;
        const auto answer = timed(file, named.table, options, peer);
        for (const auto& c : answer.clusters) {
            std::printf("%s %zu places %d-%d cases %ld exp %.3f stat %.6f p %.3f :", file, c.places.size(), c.first_step, c.last_step, long(c.cases), c.expected, c.statistic, c.p);
            for (auto p : c.places) std::printf(" %s", named.names[p].c_str());
            std::printf("\n");
        }
    }
}
