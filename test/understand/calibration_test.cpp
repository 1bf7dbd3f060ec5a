// What a chance is worth.
#include "understand/model/calibration.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <vector>

namespace sitrep::understand {
namespace {

/// Of ten answers at each probability, so many right.
std::vector<Prediction> right_of_ten(std::initializer_list<std::pair<double, int>> at)
{
    std::vector<Prediction> predictions;
    for (const auto& [probability, right] : at)
        for (int repeat = 0; repeat < 30; ++repeat)
            for (int i = 0; i < 10; ++i) predictions.push_back({probability, i < right});
    return predictions;
}

TEST(Calibration, OfAModelThatIsTooSureTakesItsProbabilitiesBack)
{
    const auto curve = calibrated(right_of_ten({{0.99, 8}, {0.9, 6}, {0.6, 4}}));

    EXPECT_NEAR(curve.chance(0.99), 0.8, 0.05);
    EXPECT_NEAR(curve.chance(0.9), 0.6, 0.07);
    EXPECT_LT(curve.chance(0.6), 0.5);
}

TEST(Calibration, OfAModelThatSaysWhatItIsWorthLeavesItAlone)
{
    const auto curve = calibrated(right_of_ten({{0.9, 9}, {0.7, 7}, {0.5, 5}}));

    EXPECT_NEAR(curve.chance(0.9), 0.9, 0.02);
    EXPECT_NEAR(curve.chance(0.5), 0.5, 0.03);
}

TEST(Calibration, OfNoPredictionsLeavesProbabilitiesAlone) { EXPECT_NEAR(calibrated({}).chance(0.75), 0.75, 1e-6); }

RC_GTEST_PROP(Calibration, KeepsTheOrderOfProbabilitiesAndStaysBetweenZeroAndOne, (const std::vector<std::pair<std::uint8_t, bool>>& seen, std::uint8_t a, std::uint8_t b))
{
    std::vector<Prediction> predictions;
    for (const auto& [probability, right] : seen) predictions.push_back({probability / 255.0, right});
    const auto curve = calibrated(predictions);
    const double of_a = curve.chance(a / 255.0), of_b = curve.chance(b / 255.0);

    RC_ASSERT(of_a >= 0 && of_a <= 1 && of_b >= 0 && of_b <= 1);
    RC_ASSERT(a == b || (of_a < of_b) == (a < b));
}

}  // namespace
}  // namespace sitrep::understand
