#include "analyse/clusters/cell_scan.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

namespace sitrep::analyse {
namespace {

/// Ten places on a line, 20 km apart.
std::vector<LatLon> line()
{
    std::vector<LatLon> places;
    for (int i = 0; i < 10; ++i) places.push_back(*LatLon::from_degrees(33 + 0.18 * i, 40));
    return places;
}

CellTable flat(std::int32_t steps, std::int64_t cases, double expected)
{
    CellTable table{line(), steps, {}, {}};
    table.cases.assign(10 * std::size_t(steps), cases);
    table.expected.assign(table.cases.size(), expected);
    return table;
}

TEST(CellScan, OfPoissonCountsFindsTheRaisedCells)
{
    CellTable table = flat(6, 3, 1);
    for (const std::size_t place : {4U, 5U})
        for (const std::size_t step : {2U, 3U}) table.cases[place * 6 + step] = 12;

    const auto answer = cell_scan(table, {.circles = {.radius_km = 50}, .steps_max = 3, .replications = 199});

    ASSERT_FALSE(answer.clusters.empty());
    const Cluster& first = answer.clusters.front();
    EXPECT_EQ(first.cases, 48);
    EXPECT_EQ(first.places.size(), 2U);
    EXPECT_EQ(first.first_step, 2);
    EXPECT_EQ(first.last_step, 3);
    const double all = 56 * 3 + 48, expected = 4 * all / 60;  // shares of the cases seen
    EXPECT_NEAR(first.expected, expected, 1e-9);
    EXPECT_NEAR(first.statistic, 48 * std::log(48 / expected) + (all - 48) * std::log((all - 48) / (all - expected)), 1e-9);
    EXPECT_EQ(first.p, 1.0 / 200);
}

TEST(CellScan, ARiseEverywhereIsNewsOnlyWhereExpectationsAreKnown)
{
    const CellTable doubled = flat(4, 6, 3);
    CellOptions options{.kind = ScanKind::prospective, .circles = {.radius_km = 50}, .share_max = 1, .steps_max = 4, .replications = 99};

    EXPECT_TRUE(cell_scan(doubled, options).clusters.empty());
    options.model = CellModel::expected_is_known;
    const auto answer = cell_scan(doubled, options);
    ASSERT_FALSE(answer.clusters.empty());
    EXPECT_EQ(answer.clusters.front().p, 0.01);
    EXPECT_NEAR(answer.clusters.front().statistic, answer.clusters.front().cases * std::log(2.0) - answer.clusters.front().expected, 1e-9);
}

TEST(CellScan, OfCasesAmongThoseAtRiskComparesShares)
{
    CellTable table = flat(1, 2, 10);
    table.cases[7] = 9;  // of 10 at risk, where 2 of 10 are the rule

    const auto answer = cell_scan(table, {.model = CellModel::bernoulli, .circles = {.radius_km = 50}, .replications = 199});

    ASSERT_FALSE(answer.clusters.empty());
    const Cluster& first = answer.clusters.front();
    EXPECT_EQ(first.places, std::vector<std::uint32_t>{7});
    EXPECT_EQ(first.cases, 9);
    const double inside = 9 * std::log(0.9) + std::log(0.1), outside = 18 * std::log(0.2) + 72 * std::log(0.8);
    EXPECT_NEAR(first.statistic, inside + outside - 27 * std::log(0.27) - 73 * std::log(0.73), 1e-9);
    EXPECT_LT(first.p, 0.02);
}

TEST(CellScan, SameSeedSameAnswerOnOneThreadAndOnTwo)
{
    CellTable table = flat(5, 2, 1.5);
    table.cases[12] = 9;
    for (const CellModel model : {CellModel::poisson, CellModel::expected_is_known}) {
        CellOptions options{.model = model, .circles = {.radius_km = 70}, .steps_max = 3, .replications = 50, .threads = 1};
        const auto one = cell_scan(table, options);
        options.threads = 2;

        EXPECT_EQ(one.maxima, cell_scan(table, options).maxima);
    }
}

TEST(CellScan, RefusesTablesThatCannotBe)
{
    CellTable table = flat(2, 1, 1);
    table.expected[3] = -1;
    EXPECT_THROW(cell_scan(table, {}), std::invalid_argument);
    table.expected[3] = std::nan("");
    EXPECT_THROW(cell_scan(table, {}), std::invalid_argument);
    table.expected[3] = 0;
    EXPECT_THROW(cell_scan(table, {}), std::invalid_argument) << "a case where none is expected";
    table.expected.pop_back();
    EXPECT_THROW(cell_scan(table, {}), std::invalid_argument);
    EXPECT_THROW(cell_scan(flat(2, 0, 0), {}), std::invalid_argument);
    EXPECT_THROW(cell_scan(flat(1, 3, 2), {.model = CellModel::bernoulli}), std::invalid_argument);
}

}  // namespace
}  // namespace sitrep::analyse
