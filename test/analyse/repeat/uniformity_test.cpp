#include "analyse/repeat/uniformity.hpp"

#include "analyse/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace sitrep::analyse {
namespace {

TEST(KolmogorovTest, KnowsTheTextbooksCriticalValue)
{
    // Distance 1.358 / sqrt(n) is the 5 % point of large samples (Massey 1951).
    std::vector<double> values;
    for (int i = 0; i < 10'000; ++i) values.push_back(std::min(1.0, (i + 0.5) / 10'000 + 0.01358 - 0.00005));

    const auto test = test_uniform(values);

    EXPECT_NEAR(test.distance, 0.01358, 1e-9);
    EXPECT_NEAR(test.p, 0.05, 0.001);
}

TEST(KolmogorovTest, RejectsTruthAsOftenAsItSays)
{
    int rejected = 0;
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
        RandomStream stream(seed, 0);
        std::vector<double> values(40);
        for (double& value : values) value = stream.uniform();
        rejected += test_uniform(values).p <= 0.05;
    }

    EXPECT_GE(rejected, 70);
    EXPECT_LE(rejected, 130);
}

TEST(KolmogorovTest, OfNothingSaysNothing)
{
    EXPECT_EQ(test_uniform({}).p, 1);
    EXPECT_LT(test_exponential(std::vector<double>(50, 0.0)).p, 1e-6);
}

}  // namespace
}  // namespace sitrep::analyse
