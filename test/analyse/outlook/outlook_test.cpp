#include "analyse/outlook/baselines.hpp"
#include "analyse/outlook/desk_outlook.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace {

using namespace sitrep::analyse;

Panel made_panel(std::size_t months)
{
    Panel panel(months);
    for (std::size_t t = 0; t < months; ++t)
        for (const double mean : {2.0, 8.0, 25.0}) {
            RandomStream random(5, t * 10 + std::size_t(mean));
            panel[t].push_back(double(CountSampler(NegativeBinomial{mean, 0.1}).draw(random)));
        }
    return panel;
}

TEST(Crps, OfAPointIsItsError)
{
    EXPECT_DOUBLE_EQ(crps(Sample({3.0}), 5), 2);
}

TEST(Crps, OfACountDistributionIsTheSumOfSquaredDifferencesOfDistributions)
{
    const NegativeBinomial forecast{4, 0.5};
    double sum = 0;
    for (int k = 0; k < 2000; ++k) sum += std::pow(forecast.cdf(k) - (k >= 7 ? 1 : 0), 2);

    EXPECT_NEAR(crps(forecast, 7), sum, 1e-10);
}

TEST(LogScore, OfWhatASampleNeverSawIsInfinite)
{
    EXPECT_TRUE(std::isinf(log_score(Sample({1.0, 2.0}), 3)));
}

TEST(Baselines, OfAQuietYearStillAllowAnEvent)
{
    const std::vector<double> zeros(24, 0);
    for (const Baseline baseline : {Baseline::last_month, Baseline::twelve_months, Baseline::smoothed})
        EXPECT_TRUE(std::isfinite(log_score(baseline_forecast(baseline, zeros), 1))) << to_string(baseline);
}

TEST(Scoreboard, IsTheSameOnOneThreadAndOnTwo)
{
    const Panel panel = made_panel(36);
    const auto one = scoreboard(panel, backtest(panel, 12, desk_forecasters({}, false), 1), 20, 3);
    const auto two = scoreboard(panel, backtest(panel, 12, desk_forecasters({}, false), 2), 20, 3);

    EXPECT_EQ(one.rows.front().crps, two.rows.front().crps);
    EXPECT_EQ(one.difference_limits, two.difference_limits);
}

TEST(Scoreboard, OfAStableProcessCoversAboutNineInTen)
{
    const Panel panel = made_panel(60);
    const auto board = scoreboard(panel, backtest(panel, 12, desk_forecasters({}, false), 0), 20, 3);

    EXPECT_GE(board.hit_rate, 0.82);
    EXPECT_LE(board.difference, 0.1);
}

TEST(Backtest, DoesNotLookAhead)
{
    Panel panel = made_panel(30);
    const auto before = backtest(panel, 24, desk_forecasters({}, false), 1);
    panel.back() = {500, 500, 500};
    const auto after = backtest(panel, 24, desk_forecasters({}, false), 1);

    for (std::size_t f = 0; f < before.names.size(); ++f) EXPECT_EQ(mean_of(before.forecasts[f][5][0]), mean_of(after.forecasts[f][5][0])) << before.names[f];
}

TEST(Outlook, RefusesAFewMonthsAndSaysWhy)
{
    OutlookQuestion question;
    question.counts.from = sitrep::Day{std::chrono::year{2024} / 1 / 1};
    question.counts.until = sitrep::Day{std::chrono::year{2024} / 6 / 30};
    question.counts.as_of = sitrep::Day{std::chrono::year{2024} / 9 / 1};

    EXPECT_NE(outlook({}, question).refused.find("18 complete months"), std::string::npos);
}

TEST(Conformal, WidensWhatWasTooNarrow)
{
    std::vector<double> means(100, 5), outcomes;
    const std::vector<Limits> intervals(100, Limits{4, 6});
    for (int i = 0; i < 100; ++i) outcomes.push_back(i % 10);

    EXPECT_GE(conformal_widening(means, intervals, outcomes, 0.9)[conformal_bin(5)], 3);
}

}  // namespace
