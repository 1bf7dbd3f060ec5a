#include "analyse/repeat/knox.hpp"

#include "analyse/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace sitrep::analyse {
namespace {

std::vector<TimedSpot> scattered(std::uint64_t seed, std::size_t number, bool whole_days)
{
    RandomStream stream(seed, 0);
    std::vector<TimedSpot> events;
    for (std::size_t i = 0; i < number; ++i) {
        const double time = 200 * stream.uniform();
        events.push_back({{std::floor(12 * stream.uniform()), std::floor(12 * stream.uniform())}, whole_days ? std::floor(time) : time});
    }
    return events;
}

std::size_t band_of(double value, const std::vector<double>& edges) { return std::size_t(std::upper_bound(edges.begin(), edges.end(), value) - edges.begin()) - 1; }

TEST(Knox, CountsEveryPairInItsCell)
{
    for (const bool whole_days : {true, false})
        for (const Metric metric : {Metric::euclidean, Metric::manhattan}) {
            const auto events = scattered(3, 150, whole_days);
            const KnoxOptions options{.metric = metric, .distance_edges = {0, 0.001, 2, 5}, .time_edges = {0, 1, 7, 30}, .replications = 0};
            std::vector<std::int64_t> expected(16);
            for (std::size_t i = 0; i < events.size(); ++i)
                for (std::size_t j = 0; j < i; ++j) {
                    const double dx = std::abs(events[i].at.x - events[j].at.x), dy = std::abs(events[i].at.y - events[j].at.y);
                    const double distance = metric == Metric::manhattan ? dx + dy : std::hypot(dx, dy);
                    ++expected[band_of(distance, options.distance_edges) * 4 + band_of(std::abs(events[i].time - events[j].time), options.time_edges)];
                }

            const KnoxTable table = knox_table(events, options);

            for (std::size_t cell = 0; cell < expected.size(); ++cell) EXPECT_EQ(table.cells[cell].pairs, expected[cell]) << cell;
            EXPECT_EQ(table.pairs, 150 * 149 / 2);
        }
}

TEST(Knox, BinsAreHalfOpenAsTheirNamesSay)
{
    const std::vector<TimedSpot> week_apart{{{0, 0}, 0}, {{0, 0}, 7}, {{2, 0}, 100}};
    const KnoxOptions options{.metric = Metric::euclidean, .distance_edges = {0, 2}, .time_edges = {0, 7, 8}, .replications = 0};

    const KnoxTable table = knox_table(week_apart, options);

    EXPECT_EQ(table.at(0, 0).pairs, 0) << "[0, 7) does not hold a pair seven days apart";
    EXPECT_EQ(table.at(0, 1).pairs, 1);
    EXPECT_EQ(table.at(1, 2).pairs, 2) << "[0, 2) does not hold a pair at distance 2";
}

TEST(Knox, RepeatsStandOutAndChanceDoesNot)
{
    auto events = scattered(5, 200, true);
    KnoxOptions options{.metric = Metric::euclidean, .distance_edges = {0, 1.5}, .time_edges = {0, 4}, .replications = 199};
    const double p_by_chance = knox_table(events, options).at(0, 0).p;
    for (std::size_t i = 0; i < 40; ++i) events.push_back({events[i].at, events[i].time + 2});

    const KnoxCell repeats = knox_table(events, options).at(0, 0);

    EXPECT_GT(p_by_chance, 0.02);
    EXPECT_EQ(repeats.p, 1.0 / 200);
    EXPECT_GT(repeats.ratio(), 1.3);
    EXPECT_NEAR(repeats.shuffled_mean, repeats.expected, 4 * repeats.shuffled_sd / std::sqrt(199.0));
}

TEST(Knox, ShufflingKeepsTheMargins)
{
    const auto events = scattered(9, 120, true);
    const KnoxTable table = knox_table(events, {.metric = Metric::euclidean, .distance_edges = {0, 1, 3}, .time_edges = {0, 5, 20}, .replications = 49});

    for (std::size_t d = 0; d < table.distance_bands(); ++d) {
        double sum = 0;
        for (std::size_t t = 0; t < table.time_bands(); ++t) sum += table.at(d, t).shuffled_mean;
        EXPECT_NEAR(sum, double(table.by_distance[d]), 1e-6);
    }
    for (std::size_t t = 0; t < table.time_bands(); ++t) {
        double sum = 0;
        for (std::size_t d = 0; d < table.distance_bands(); ++d) sum += table.at(d, t).shuffled_mean;
        EXPECT_NEAR(sum, double(table.by_time[t]), 1e-6);
    }
}

TEST(Knox, SameSeedSameAnswerOnOneThreadAndOnTwoAndInAnyOrderOfRows)
{
    auto events = scattered(13, 300, true);
    KnoxOptions options{.metric = Metric::euclidean, .distance_edges = {0, 1, 2}, .time_edges = {0, 3, 9}, .replications = 99, .threads = 1};
    const KnoxTable one = knox_table(events, options);
    options.threads = 2;
    const KnoxTable two = knox_table(events, options);
    std::reverse(events.begin(), events.end());
    const KnoxTable reversed = knox_table(events, options);

    for (std::size_t cell = 0; cell < one.cells.size(); ++cell) {
        EXPECT_EQ(one.cells[cell].shuffled_mean, two.cells[cell].shuffled_mean);
        EXPECT_EQ(one.cells[cell].p, two.cells[cell].p);
        EXPECT_EQ(one.cells[cell].shuffled_sd, reversed.cells[cell].shuffled_sd);
    }
}

TEST(Knox, ManyEventsOfOnePlaceAreCountedInFull)
{
    // More pairs than the 16 bits of one running count hold.
    std::vector<TimedSpot> events(700, {{1, 1}, 3});

    const KnoxTable table = knox_table(events, {.metric = Metric::euclidean, .distance_edges = {0, 1}, .time_edges = {0, 1}, .replications = 17});

    EXPECT_EQ(table.at(0, 0).pairs, 700 * 699 / 2);
    EXPECT_EQ(table.at(0, 0).shuffled_mean, 700.0 * 699 / 2);
    EXPECT_EQ(table.at(0, 0).p, 1);
}

TEST(Knox, OfLessThanTwoEventsIsEmpty)
{
    EXPECT_EQ(knox_table({}, {}).pairs, 0);
    EXPECT_EQ(knox_table(scattered(1, 1, true), {}).at(0, 0).pairs, 0);
}

TEST(Knox, RefusesEdgesThatDoNotAscendFromZero)
{
    const auto events = scattered(1, 5, true);
    for (const auto& edges : std::vector<std::vector<double>>{{}, {0}, {1, 2}, {0, 5, 5}, {0, 5, 3}, {0, INFINITY}, {0, NAN}}) {
        EXPECT_THROW(knox_table(events, {.distance_edges = edges}), std::invalid_argument);
        EXPECT_THROW(knox_table(events, {.time_edges = edges}), std::invalid_argument);
    }
}

}  // namespace
}  // namespace sitrep::analyse
