#include "analyse/claims/shares.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace sitrep::analyse {
namespace {

TEST(ShareLimits, OfTheClaimThatNames110Of320Attacks)
{
    // "320 attacks, 49 in Syria and 61 in Iraq": 34.4 % are placed. R: binom.test(110, 320).
    const auto limits = share_limits(110, 320, 0.95);

    EXPECT_NEAR(limits.share, 0.34375, 1e-12);
    EXPECT_NEAR(limits.low, 0.2918, 5e-4);
    EXPECT_NEAR(limits.high, 0.3986, 5e-4);
}

TEST(ShareLimits, OfNothingAndOfAllReachTheEnds)
{
    EXPECT_EQ(share_limits(0, 49, 0.95).low, 0);
    EXPECT_NEAR(share_limits(0, 49, 0.95).high, 0.0725192636642774, 1e-12);
    EXPECT_EQ(share_limits(49, 49, 0.95).high, 1);
}

TEST(ShareLimits, AreRefusedForMoreThanTheWhole)
{
    EXPECT_THROW(share_limits(5, 4, 0.95), std::invalid_argument);
    EXPECT_THROW(share_limits(0, 0, 0.95), std::invalid_argument);
}

}  // namespace
}  // namespace sitrep::analyse
