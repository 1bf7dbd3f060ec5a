#include "analyse/undercount/draws.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

namespace sitrep::analyse {
namespace {

struct Moments {
    double mean = 0, variance = 0;
};

Moments moments_of(const std::function<double(Draws&)>& draw)
{
    constexpr int draws = 200000;
    Draws stream(20261128, 3);
    double sum = 0, squares = 0;
    for (int i = 0; i < draws; ++i) {
        const double x = draw(stream);
        sum += x;
        squares += x * x;
    }
    const double mean = sum / draws;
    return {mean, squares / draws - mean * mean};
}

// Bounds are five standard errors of 200,000 draws, with the seed fixed.
void expect_moments(const Moments& drawn, double mean, double variance)
{
    EXPECT_NEAR(drawn.mean, mean, 5 * std::sqrt(variance / 200000));
    EXPECT_NEAR(drawn.variance, variance, 0.03 * variance);
}

TEST(Draws, HaveTheMomentsOfTheirDistributions)
{
    expect_moments(moments_of([](Draws& d) { return d.normal(); }), 0, 1);
    expect_moments(moments_of([](Draws& d) { return d.gamma(0.4); }), 0.4, 0.4);
    expect_moments(moments_of([](Draws& d) { return d.gamma(7.5); }), 7.5, 7.5);
    expect_moments(moments_of([](Draws& d) { return d.beta(2, 6); }), 0.25, 0.25 * 0.75 / 9);
    expect_moments(moments_of([](Draws& d) { return d.beta(1, 3); }), 0.25, 0.25 * 0.75 / 5);
}

TEST(Draws, HaveTheMomentsOfCountsOnBothSidesOfEachMethodsBorder)
{
    for (const double chance : {0.001, 0.03, 0.4, 0.97})
        for (const int trials : {5, 100, 4000}) {
            SCOPED_TRACE(::testing::Message() << trials << " trials of chance " << chance);
            const double mean = trials * chance;
            const auto drawn = moments_of([&](Draws& d) { return double(d.binomial(trials, chance)); });
            EXPECT_NEAR(drawn.mean, mean, 5 * std::sqrt(mean * (1 - chance) / 200000));
            EXPECT_NEAR(drawn.variance, mean * (1 - chance), 0.08 * mean * (1 - chance));
        }
    for (const double mean : {0.02, 3.0, 9.9, 10.1, 6000.0})
        expect_moments(moments_of([&](Draws& d) { return double(d.poisson(mean)); }), mean, mean);
}

TEST(Draws, ReachTheFarTailOfTheNormalAsOftenAsTheyShould)
{
    // The ziggurat draws beyond 3.44 by another method: 0.000576 of all lie there.
    const auto beyond = moments_of([](Draws& d) { return std::abs(d.normal()) > 3.442619855899 ? 1.0 : 0.0; });

    EXPECT_NEAR(beyond.mean, 0.000576, 0.00027);
}

}  // namespace
}  // namespace sitrep::analyse
