// Is the scan's p what it says? 1,000 tables in which nothing happens: places with unequal numbers, days drawn alike for all.
#include "analyse/clusters/permutation_scan.hpp"
#include "analyse/random.hpp"
#include "analyse/repeat/uniformity.hpp"

#include <algorithm>
#include <cstdio>

namespace {

using namespace sitrep;
using namespace sitrep::analyse;

constexpr std::size_t tables = 1000;

CaseTable nothing_happens(std::uint64_t seed)
{
    constexpr std::uint32_t places = 40, days = 90, cases = 150;
    RandomStream stream(seed, 0);
    CaseTable table{{}, days, {}};
    for (std::uint32_t i = 0; i < places; ++i) table.places.push_back(*LatLon::from_degrees(34 + 2.5 * stream.uniform(), 37 + 4 * stream.uniform()));
    // The square of a uniform: a few places have many cases, most have few.
    for (std::uint32_t i = 0; i < cases; ++i)
        table.cases.push_back({std::uint32_t(places * stream.uniform() * stream.uniform()), std::int32_t(stream.below(days))});
    return table;
}

void row(const char* what, double bar, double ours, bool kept) { std::printf("2.C\t%s\t%.15g\t%.15g\t0\t%s\n", what, bar, ours, kept ? "yes" : "NO"); }

}  // namespace

int main()
{
    constexpr std::uint64_t first_seed = 20261128;
    std::vector<double> ps;
    for (std::size_t i = 0; i < tables; ++i) {
        const auto answer = permutation_scan(nothing_happens(first_seed + i), {.circles = {.radius_km = 80}, .steps_max = 14, .replications = 999, .seed = first_seed + 7 * i, .clusters_max = 1});
        ps.push_back(answer.clusters.empty() ? 1 : answer.clusters.front().p);
    }
    const double share = double(std::count_if(ps.begin(), ps.end(), [](double p) { return p <= 0.05; })) / double(tables);
    const KolmogorovTest test = test_uniform(ps);
    row("scan p over 1,000 null tables: Kolmogorov-Smirnov p, at least", 0.01, test.p, test.p > 0.01);
    row("scan p over 1,000 null tables: share up to 0.05, at least", 0.037, share, share >= 0.037);
    row("scan p over 1,000 null tables: share up to 0.05, at most", 0.064, share, share <= 0.064);
}
