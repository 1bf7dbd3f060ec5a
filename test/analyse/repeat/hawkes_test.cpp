#include "analyse/repeat/hawkes.hpp"

#include "analyse/random.hpp"
#include "analyse/repeat/hawkes_likelihood.hpp"
#include "analyse/repeat/uniformity.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace sitrep::analyse {
namespace {

/// A self-exciting process by its definition as families: founders from a baseline, then each event's own followers.
std::vector<double> families(double end, const Baseline& baseline, const std::vector<double>& values, double branching, double rate, std::uint64_t seed)
{
    std::vector<double> times = simulate_baseline(end, baseline, values, seed, 0);
    RandomStream stream(seed, 1);
    for (std::size_t i = 0; i < times.size(); ++i) {
        const double limit = std::exp(-branching);
        for (double product = stream.uniform(); product > limit; product *= stream.uniform()) {
            const double time = times[i] - std::log1p(-stream.uniform()) / rate;
            if (time < end) times.push_back(time);
        }
    }
    std::sort(times.begin(), times.end());
    return times;
}

TEST(Hawkes, GradientIsTheSlopeOfTheLikelihood)
{
    const Baseline baseline = Baseline::lines(100, 30);
    const auto times = families(100, baseline, {1, 2, 0.5, 1}, 0.4, 0.8, 3);
    const HawkesData data(times, 100, baseline);
    std::vector<double> parameters{0.9, 1.8, 0.7, 1.2, 0.3, 0.6}, gradient(6);
    hawkes_log_likelihood(data, parameters, gradient);

    for (std::size_t i = 0; i < parameters.size(); ++i) {
        constexpr double step = 1e-6;
        auto above = parameters, below = parameters;
        above[i] += step;
        below[i] -= step;
        EXPECT_NEAR(gradient[i], (hawkes_log_likelihood(data, above, {}) - hawkes_log_likelihood(data, below, {})) / (2 * step), 1e-4) << i;
    }
}

TEST(Hawkes, FindsTheValuesThatMadeASeries)
{
    const auto times = families(4000, Baseline::constant(), {0.5}, 0.6, 1.5, 11);

    const HawkesFit fit = fit_hawkes(times, 4000, Baseline::constant());

    EXPECT_FALSE(fit.at_bound);
    ASSERT_EQ(fit.log_errors.size(), 3U);
    EXPECT_NEAR(std::log(fit.branching), std::log(0.6), 4 * fit.log_errors[1]);
    EXPECT_NEAR(std::log(fit.rate), std::log(1.5), 4 * fit.log_errors[2]);
    EXPECT_GT(test_exponential(rescaled_gaps(times, Baseline::constant(), fit)).p, 0.01);
}

TEST(Hawkes, AFallingBaselineIsTakenForContagionOnlyWhereItMayNotFall)
{
    const Baseline lines = Baseline::lines(700, 91);
    std::vector<double> falling;
    for (std::size_t i = 0; i < lines.knots.size(); ++i) falling.push_back(4.0 - 3.8 * double(i) / double(lines.knots.size() - 1));
    const auto times = simulate_baseline(700, lines, falling, 5, 0);

    const HawkesFit constant = fit_hawkes(times, 700, Baseline::constant());
    const HawkesFit moving = fit_hawkes(times, 700, lines, {.delay_min = 1, .delay_max_share = 0.06});

    EXPECT_GT(constant.branching, 0.3);
    EXPECT_LT(moving.branching, 0.15);
    EXPECT_LT(fit_poisson(times, 700, lines).aic(), constant.aic());
}

TEST(Hawkes, RescaledGapsOfAPoissonProcessAreTheGapsTimesItsRate)
{
    const std::vector<double> times{1, 4, 4.5};
    HawkesFit fit;
    fit.baseline = {2};

    EXPECT_EQ(rescaled_gaps(times, Baseline::constant(), fit), (std::vector<double>{2, 6, 1}));
}

TEST(Hawkes, ResidualsOfTheWrongModelAreFound)
{
    const auto times = families(2000, Baseline::constant(), {0.5}, 0.7, 1, 17);

    EXPECT_LT(test_exponential(rescaled_gaps(times, Baseline::constant(), fit_poisson(times, 2000, Baseline::constant()))).p, 0.001);
}

TEST(Hawkes, PoissonWithAConstantBaselineIsItsClosedForm)
{
    const std::vector<double> times{1, 2, 3, 5, 8};

    const HawkesFit fit = fit_poisson(times, 10, Baseline::constant());

    EXPECT_NEAR(fit.baseline[0], 0.5, 1e-6);
    EXPECT_NEAR(fit.log_likelihood, 5 * std::log(0.5) - 5, 1e-9);
}

TEST(Hawkes, AllEventsAtOnceStayWithinBounds)
{
    const std::vector<double> times(40, 3.0);

    const HawkesFit fit = fit_hawkes(times, 10, Baseline::constant());

    EXPECT_LE(fit.branching, 0.999);
    EXPECT_TRUE(std::isfinite(fit.log_likelihood));
    EXPECT_TRUE(fit.at_bound);
}

TEST(Hawkes, RefusesTimesOutOfOrderOrOutOfThePeriod)
{
    EXPECT_THROW(fit_hawkes(std::vector<double>{2, 1}, 3, Baseline::constant()), std::invalid_argument);
    EXPECT_THROW(fit_hawkes(std::vector<double>{1, 4}, 3, Baseline::constant()), std::invalid_argument);
    EXPECT_THROW(fit_hawkes(std::vector<double>{1}, 3, Baseline::constant()), std::invalid_argument);
    EXPECT_THROW(fit_poisson(std::vector<double>{1, 2}, 3, Baseline{{1, 3}}), std::invalid_argument);
}

TEST(TieRule, SpreadsTheEventsOfADayOverThatDay)
{
    const std::vector<std::int64_t> days{4, 2, 4};

    EXPECT_EQ(spread_over_days(days, TieRule::evenly, 1), (std::vector<double>{2.5, 4.25, 4.75}));
    const auto random = spread_over_days(days, TieRule::at_random, 1);
    EXPECT_EQ(random, spread_over_days(days, TieRule::at_random, 1));
    EXPECT_NE(random, spread_over_days(days, TieRule::at_random, 2));
    EXPECT_TRUE(std::is_sorted(random.begin(), random.end()));
    EXPECT_EQ(std::floor(random[0]), 2);
    EXPECT_EQ(std::floor(random[2]), 4);
}

TEST(Baseline, IntegralsOfItsLinesAddUpToThePeriod)
{
    const Baseline lines = Baseline::lines(365, 91);
    EXPECT_EQ(lines.knots.size(), 5U);
    std::vector<double> whole(5), parts(5);
    add_baseline_integrals(lines, 0, 365, whole);
    for (int i = 0; i < 73; ++i) add_baseline_integrals(lines, 5.0 * i, 5.0 * (i + 1), parts);

    EXPECT_NEAR(std::accumulate(whole.begin(), whole.end(), 0.0), 365, 1e-9);
    for (std::size_t i = 0; i < whole.size(); ++i) EXPECT_NEAR(whole[i], parts[i], 1e-9);
}

}  // namespace
}  // namespace sitrep::analyse
