#include "analyse/clusters/permutation_scan.hpp"

#include "analyse/clusters/excess.hpp"
#include "analyse/random.hpp"
#include "analyse/repeat/uniformity.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <stdexcept>

namespace sitrep::analyse {
namespace {

/// Cases at random places and days; `clustered` of them at the first places in five days.
CaseTable made_up(std::uint64_t seed, std::size_t places, std::int32_t days, std::size_t cases, std::size_t clustered)
{
    RandomStream stream(seed, 0);
    CaseTable table{{}, days, {}};
    for (std::size_t i = 0; i < places; ++i) {
        const double lon = 38 + 2 * stream.uniform(), lat = 34 + 2 * stream.uniform();
        table.places.push_back(*LatLon::from_degrees(lat, lon));
    }
    const auto number = [&](std::size_t below) { return stream.below(std::uint32_t(below)); };
    for (std::size_t i = 0; i < cases; ++i) table.cases.push_back({number(places), std::int32_t(number(std::size_t(days)))});
    for (std::size_t i = 0; i < clustered; ++i) table.cases.push_back({0, days / 2 + std::int32_t(number(5))});
    return table;
}

bool overlap(const Cluster& a, const Cluster& b)
{
    const bool in_time = a.first_step <= b.last_step && b.first_step <= a.last_step;
    const std::set<std::uint32_t> places(a.places.begin(), a.places.end());
    return in_time && std::any_of(b.places.begin(), b.places.end(), [&](auto place) { return places.contains(place); });
}

/// The definition, word for word: every circle, every window.
double highest_by_definition(const CaseTable& table, const PermutationOptions& options, const std::vector<Cluster>& taken)
{
    std::vector<std::int64_t> weights(table.places.size());
    for (const auto& one : table.cases) ++weights[one.place];
    CircleLimits limits = options.circles;
    limits.weight_max = std::int64_t(table.cases.size() / 2);
    const Zones zones = Zones::circles(table.places, weights, limits);
    const auto all = std::int64_t(table.cases.size());
    double highest = 0;
    for (std::size_t centre = 0; centre < zones.centres(); ++centre)
        for (std::size_t size = 1; size <= zones.round(centre).size(); ++size) {
            const auto round = zones.round(centre).first(size);
            Cluster window;
            window.places.assign(round.begin(), round.end());
            const std::set<std::uint32_t> inside(round.begin(), round.end());
            for (window.first_step = 0; window.first_step < table.steps; ++window.first_step)
                for (window.last_step = window.first_step; window.last_step < std::min(table.steps, window.first_step + options.steps_max); ++window.last_step) {
                    if (options.kind == ScanKind::prospective && window.last_step + 1 < table.steps) continue;
                    if (std::any_of(taken.begin(), taken.end(), [&](const Cluster& cluster) { return overlap(cluster, window); })) continue;
                    std::int64_t here = 0, then = 0, both = 0;
                    for (const auto& one : table.cases) {
                        const bool in_place = inside.contains(one.place), in_time = one.step >= window.first_step && one.step <= window.last_step;
                        here += in_place;
                        then += in_time;
                        both += in_place && in_time;
                    }
                    if (both >= options.cases_min) highest = std::max(highest, excess(both, double(here) * double(then) / double(all), all));
                }
        }
    return highest;
}

TEST(PermutationScan, FindsWhatTheDefinitionFinds)
{
    for (std::uint64_t seed = 1; seed <= 12; ++seed)
        for (const ScanKind kind : {ScanKind::retrospective, ScanKind::prospective}) {
            const CaseTable table = made_up(seed, 9, 24, 40, seed % 3 * 4);
            const PermutationOptions options{.kind = kind, .circles = {.radius_km = 80}, .steps_max = 7, .replications = 0, .clusters_max = 4};

            const auto clusters = permutation_scan(table, options).clusters;

            std::vector<Cluster> before;
            for (const Cluster& cluster : clusters) {
                EXPECT_NEAR(cluster.statistic, highest_by_definition(table, options, before), 1e-9) << "seed " << seed;
                before.push_back(cluster);
            }
            if (clusters.size() < options.clusters_max) {
                EXPECT_EQ(highest_by_definition(table, options, before), 0) << "seed " << seed;
            }
        }
}

TEST(PermutationScan, ShufflesAreSearchedAsExactlyAsTheTable)
{
    // A shuffled table handed in as a table of its own must give the maximum that the scan gave it.
    const CaseTable table = made_up(3, 12, 40, 80, 10);
    const PermutationOptions options{.circles = {.radius_km = 80}, .steps_max = 6, .replications = 30, .seed = 5};
    const auto maxima = permutation_scan(table, options).maxima;

    std::vector<CaseTable::Case> by_place = table.cases;
    std::sort(by_place.begin(), by_place.end(), [](const auto& a, const auto& b) { return std::pair(a.place, a.step) < std::pair(b.place, b.step); });
    for (std::size_t replication = 0; replication < maxima.size(); ++replication) {
        std::vector<std::int32_t> steps;
        for (const auto& one : by_place) steps.push_back(one.step);
        RandomStream stream(options.seed, replication);
        stream.shuffle(std::span(steps));
        CaseTable shuffled = table;
        for (std::size_t i = 0; i < steps.size(); ++i) shuffled.cases[i] = {by_place[i].place, steps[i]};
        EXPECT_NEAR(maxima[replication], highest_by_definition(shuffled, options, {}), 1e-9);
    }
}

TEST(PermutationScan, APlantedClusterIsFoundWithItsDays)
{
    const CaseTable table = made_up(21, 30, 120, 200, 20);

    const auto answer = permutation_scan(table, {.circles = {.radius_km = 50}, .steps_max = 14, .replications = 199});

    ASSERT_FALSE(answer.clusters.empty());
    const Cluster& first = answer.clusters.front();
    EXPECT_NE(std::find(first.places.begin(), first.places.end(), 0U), first.places.end());
    EXPECT_GE(first.first_step, 58);
    EXPECT_LE(first.last_step, 66);
    EXPECT_EQ(first.p, 1.0 / 200);
}

TEST(PermutationScan, SameSeedSameAnswerOnOneThreadAndOnTwoAndInAnyOrderOfRows)
{
    CaseTable table = made_up(8, 20, 60, 150, 6);
    PermutationOptions options{.circles = {.radius_km = 60}, .steps_max = 10, .replications = 99, .threads = 1};
    const auto one = permutation_scan(table, options);
    options.threads = 2;
    const auto two = permutation_scan(table, options);
    std::reverse(table.cases.begin(), table.cases.end());
    const auto reversed = permutation_scan(table, options);

    EXPECT_EQ(one.maxima, two.maxima);
    EXPECT_EQ(one.maxima, reversed.maxima);
    ASSERT_EQ(one.clusters.size(), two.clusters.size());
    for (std::size_t i = 0; i < one.clusters.size(); ++i) {
        EXPECT_EQ(one.clusters[i].p, two.clusters[i].p);
        EXPECT_EQ(one.clusters[i].places, reversed.clusters[i].places);
    }
}

TEST(PermutationScan, ClustersShareNoPlaceAndStep)
{
    const auto clusters = permutation_scan(made_up(5, 25, 80, 300, 15), {.circles = {.radius_km = 90}, .steps_max = 12, .replications = 0}).clusters;

    ASSERT_GT(clusters.size(), 3U);
    for (std::size_t i = 0; i < clusters.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            EXPECT_FALSE(overlap(clusters[i], clusters[j]));
            EXPECT_LE(clusters[i].statistic, clusters[j].statistic);
        }
}

TEST(PermutationScan, WideCountsGiveTheSameAnswerAsNarrowOnes)
{
    // 40,000 cases do not fit the 16-bit search; a table a tenth as large does. Both are held to the definition's arithmetic.
    const CaseTable table = made_up(2, 6, 20, 40'000, 900);

    const auto answer = permutation_scan(table, {.circles = {.radius_km = 40}, .steps_max = 5, .replications = 3});

    ASSERT_FALSE(answer.clusters.empty());
    const Cluster& first = answer.clusters.front();
    std::int64_t here = 0, then = 0, both = 0;
    const std::set<std::uint32_t> inside(first.places.begin(), first.places.end());
    for (const auto& one : table.cases) {
        const bool in_time = one.step >= first.first_step && one.step <= first.last_step;
        here += inside.contains(one.place);
        then += in_time;
        both += in_time && inside.contains(one.place);
    }
    EXPECT_EQ(first.cases, both);
    EXPECT_NEAR(first.statistic, excess(both, double(here) * double(then) / double(table.cases.size()), std::int64_t(table.cases.size())), 1e-9);
    EXPECT_EQ(first.p, 0.25);
}

TEST(PermutationScan, PIsUniformWhereThereIsNothing)
{
    constexpr int tables = 150;
    std::vector<double> ps;
    for (int i = 0; i < tables; ++i)
        ps.push_back(permutation_scan(made_up(1000 + std::uint64_t(i), 15, 60, 80, 0), {.circles = {.radius_km = 80}, .steps_max = 10, .replications = 99, .clusters_max = 1}).clusters.at(0).p);

    EXPECT_GT(test_uniform(ps).p, 0.01);
}

TEST(PermutationScan, OfAlmostNothingFindsNothing)
{
    const std::vector<LatLon> place{*LatLon::from_degrees(35, 40)};
    const PermutationOptions options{.replications = 9};

    EXPECT_TRUE(permutation_scan({{}, 0, {}}, options).clusters.empty());
    EXPECT_TRUE(permutation_scan({place, 5, {{0, 2}}}, options).clusters.empty());
    EXPECT_TRUE(permutation_scan({place, 5, {{0, 2}, {0, 3}, {0, 3}}}, options).clusters.empty()) << "one place holds more than half";
}

TEST(PermutationScan, RefusesCasesOutsideOfItsTableAndTooManyWindows)
{
    const std::vector<LatLon> place{*LatLon::from_degrees(35, 40)};

    EXPECT_THROW(permutation_scan({place, 5, {{1, 2}}}, {}), std::invalid_argument);
    EXPECT_THROW(permutation_scan({place, 5, {{0, 5}}}, {}), std::invalid_argument);
    EXPECT_THROW(permutation_scan({place, 5, {{0, -1}}}, {}), std::invalid_argument);
    EXPECT_THROW(permutation_scan({place, 5, {{0, 1}}}, {.steps_max = 0}), std::invalid_argument);
    EXPECT_THROW(permutation_scan({place, 100'000, {{0, 1}, {0, 2}}}, {.steps_max = 100'000}), std::invalid_argument);
}

}  // namespace
}  // namespace sitrep::analyse
