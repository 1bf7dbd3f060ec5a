#include "analyse/surge/change_points.hpp"
#include "analyse/surge/farrington.hpp"
#include "analyse/surge/run_length.hpp"
#include "analyse/surge/watch.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace {

using namespace sitrep::analyse;

std::vector<double> drawn(const NegativeBinomial& truth, std::size_t weeks, std::uint64_t seed)
{
    RandomStream random(seed, 0);
    const CountSampler sampler(truth);
    std::vector<double> counts(weeks);
    for (double& count : counts) count = double(sampler.draw(random));
    return counts;
}

// The chart's own weeks to an alarm, walked many times, against the solved chain.
TEST(RunLength, IsWhatWalkingTheChartGives)
{
    const LatticeChart chart{.per_count = 3, .per_week = 4, .threshold = 20, .falling = false};
    const NegativeBinomial truth{1, 0.5};
    const CountSampler sampler(truth);
    double weeks = 0;
    constexpr int walks = 4000;
    for (int walk = 0; walk < walks; ++walk) {
        RandomStream random(7, std::uint64_t(walk));
        int state = 0;
        while (state < chart.threshold) {
            state = chart.next(state, sampler.draw(random));
            ++weeks;
        }
    }

    EXPECT_NEAR(weeks / walks / average_run_length(chart, truth), 1, 0.06);
}

TEST(RunLength, OfADoublingIsShort)
{
    const WatchBaseline baseline{.sum = 260, .weeks = 52, .scatter = 0.2, .scatter_error = 0.05};
    const ChartDesign design = design_chart(baseline, 1.5, 104, Direction::up);

    EXPECT_NEAR(design.weeks_per_false_alarm / 104, 1, 0.15);
    EXPECT_LT(design.weeks_to_alarm, 20);
}

TEST(Watch, SeesATriplingAndLearnsTheNewLevel)
{
    std::vector<double> counts = drawn({5, 0.1}, 80, 3);
    for (const double count : drawn({15, 0.1}, 60, 4)) counts.push_back(count);
    ChartDesigns designs;
    const auto weeks = watch(counts, std::vector<bool>(counts.size(), true), {}, {}, designs);
    std::size_t first = 0;
    while (first < weeks.size() && weeks[first].state != WeekState::rising) ++first;

    EXPECT_GE(first, 80U);
    EXPECT_LE(first, 86U);
    EXPECT_NEAR(weeks.back().expected, 15, 4);
}

TEST(Watch, WeeksInWhichNobodyLookedAreNoFall)
{
    const std::vector<double> counts = [] {
        auto out = drawn({5, 0.1}, 60, 5);
        out.resize(90, 0);
        return out;
    }();
    std::vector<bool> looked(90, true);
    std::fill(looked.begin() + 60, looked.end(), false);
    ChartDesigns designs;

    for (const auto& week : watch(counts, looked, {}, {}, designs)) EXPECT_NE(week.state, WeekState::falling);
}

TEST(FalseDiscovery, IsBenjaminiAndHochbergs)
{
    const std::vector<double> rates = false_discovery_rates(std::vector<double>{0.01, 0.04, 0.03, 0.5});

    EXPECT_NEAR(rates[0], 0.04, 1e-12);
    EXPECT_NEAR(rates[1], 0.04 * 4 / 3, 1e-12);
    EXPECT_NEAR(rates[2], 0.04 * 4 / 3, 1e-12);
    EXPECT_NEAR(rates[3], 0.5, 1e-12);
}

/// The best cutting by looking at all of them: slow, and right.
double best_penalised(const std::vector<double>& counts, std::size_t begin, double penalty)
{
    if (begin == counts.size()) return -penalty;
    double best = INFINITY, sum = counts[begin];
    for (std::size_t end = begin + 2; end <= counts.size(); ++end) {
        sum += counts[end - 1];
        if (counts.size() - end == 1) continue;
        const double n = double(end - begin), cost = sum > 0 ? -2 * sum * std::log(sum / n) : 0;
        best = std::min(best, cost + penalty + best_penalised(counts, end, penalty));
    }
    return best;
}

TEST(ChangePoints, AreTheOptimumOverAllCuttings)
{
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        auto counts = drawn({4, 0}, 7, seed);
        for (const double count : drawn({9, 0}, 7, seed + 100)) counts.push_back(count);
        const auto cuts = change_points(counts, 0, 3.0);
        double cost = 0;
        for (std::size_t i = 0; i <= cuts.size(); ++i) {
            const std::size_t begin = i == 0 ? 0 : cuts[i - 1], end = i == cuts.size() ? counts.size() : cuts[i];
            double sum = 0;
            for (std::size_t t = begin; t < end; ++t) sum += counts[t];
            cost += sum > 0 ? -2 * sum * std::log(sum / double(end - begin)) : 0;
        }

        EXPECT_NEAR(cost + 3.0 * double(cuts.size()), best_penalised(counts, 0, 3.0), 1e-9) << "seed " << seed;
    }
}

TEST(ChangePoints, OverdispersedCountsWithoutAChangeAreNotCutByTheNegativeBinomialCost)
{
    const auto counts = drawn({20, 0.3}, 200, 11);

    EXPECT_GT(change_points(counts, 0, ChangePenalty::bic).size(), 5U);
    EXPECT_LE(change_points(counts, local_overdispersion(counts), ChangePenalty::bic).size(), 1U);
}

TEST(TestedChanges, AreTheSameOnOneThreadAndOnTwo)
{
    auto counts = drawn({5, 0.2}, 40, 1);
    for (const double count : drawn({12, 0.2}, 40, 2)) counts.push_back(count);
    const auto cuts = change_points(counts, 0.2, ChangePenalty::bic);
    ASSERT_FALSE(cuts.empty());

    EXPECT_EQ(tested_changes(counts, cuts, 0.2, 199, 9, 1).front().p, tested_changes(counts, cuts, 0.2, 199, 9, 2).front().p);
    EXPECT_LT(tested_changes(counts, cuts, 0.2, 199, 9, 1).front().p, 0.02);
}

TEST(Farrington, NeedsItsYearsAndCallsAHundredAfterFives)
{
    auto counts = drawn({5, 0.1}, 220, 1);
    counts.back() = 100;

    EXPECT_FALSE(farrington_week(counts, 100, {}).has_value());
    EXPECT_TRUE(farrington_week(counts, counts.size() - 1, {})->alarm);
}

}  // namespace
