#include "analyse/random.hpp"
#include "analyse/replicate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace sitrep::analyse {
namespace {

TEST(RandomStream, IsPhiloxAsPublished)
{
    // Known answer of Philox4x32-10 for counter 0 and key 0 (Random123, kat_vectors).
    RandomStream stream(0, 0);

    EXPECT_EQ(stream.bits(), 0x6627e8d5U);
    EXPECT_EQ(stream.bits(), 0xe169c58dU);
    EXPECT_EQ(stream.bits(), 0xbc57ac4cU);
    EXPECT_EQ(stream.bits(), 0x9b00dbd8U);
}

TEST(RandomStream, OfAnotherReplicationIsAnotherStream)
{
    RandomStream one(7, 1), again(7, 1), other(7, 2);

    EXPECT_EQ(one.bits(), again.bits());
    EXPECT_NE(one.bits(), other.bits());
}

TEST(RandomStream, DrawsEachNumberBelowABoundEquallyOften)
{
    RandomStream stream(20261128, 0);
    std::vector<int> drawn(7);
    for (int i = 0; i < 70000; ++i) ++drawn[stream.below(7)];

    // Six degrees of freedom: 22.46 is passed once in a thousand seeds.
    double chi_squared = 0;
    for (const int count : drawn) chi_squared += (count - 10000.0) * (count - 10000.0) / 10000.0;
    EXPECT_LT(chi_squared, 22.46);
}

TEST(RandomStream, ShufflesWithoutLosingAnything)
{
    std::vector<int> values(1000);
    std::iota(values.begin(), values.end(), 0);
    RandomStream(1, 1).shuffle(std::span(values));

    EXPECT_FALSE(std::is_sorted(values.begin(), values.end()));
    std::sort(values.begin(), values.end());
    EXPECT_EQ(values.front(), 0);
    EXPECT_EQ(std::adjacent_find(values.begin(), values.end()), values.end());
}

TEST(Replicate, GivesTheSameAnswerOnOneThreadAndOnFour)
{
    const auto sums = [](unsigned threads) {
        std::vector<double> drawn(200);
        replicate(drawn.size(), threads, [&](std::size_t i) { drawn[i] = RandomStream(3, i).uniform(); });
        return drawn;
    };

    EXPECT_EQ(sums(1), sums(4));
}

TEST(Replicate, PassesOnWhatAPieceThrows)
{
    EXPECT_THROW(replicate(100, 2, [](std::size_t i) { if (i == 40) throw std::runtime_error("no rows"); }), std::runtime_error);
}

}  // namespace
}  // namespace sitrep::analyse
