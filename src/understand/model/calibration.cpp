#include "understand/model/calibration.hpp"

#include <algorithm>
#include <cmath>

namespace sitrep::understand {

namespace {

double log_odds(double probability)
{
    constexpr double least = 1e-4;
    probability = std::clamp(probability, least, 1 - least);
    return std::log(probability / (1 - probability));
}

double logistic(double x) { return 1 / (1 + std::exp(-x)); }

}  // namespace

double Calibration::chance(double probability) const { return logistic(double{slope} * log_odds(probability) + double{offset}); }

Calibration calibrated(std::span<const Prediction> predictions)
{
    constexpr double prior = 2;  // as strong as a few predictions
    constexpr int steps = 50;
    constexpr double flattest = 0.05;
    double slope = 1, offset = 0;
    for (int step = 0; step < steps; ++step) {  // Newton's method on the penalised likelihood, which is concave
        double of_slope = -prior * (slope - 1), of_offset = -prior * offset;
        double slope_slope = prior, slope_offset = 0, offset_offset = prior;
        for (const Prediction& prediction : predictions) {
            const double x = log_odds(prediction.probability), chance = logistic(slope * x + offset), weight = chance * (1 - chance);
            of_slope += ((prediction.right ? 1.0 : 0.0) - chance) * x;
            of_offset += (prediction.right ? 1.0 : 0.0) - chance;
            slope_slope += weight * x * x;
            slope_offset += weight * x;
            offset_offset += weight;
        }
        const double determinant = slope_slope * offset_offset - slope_offset * slope_offset;
        const double by_slope = (offset_offset * of_slope - slope_offset * of_offset) / determinant;
        const double by_offset = (slope_slope * of_offset - slope_offset * of_slope) / determinant;
        slope += by_slope;
        offset += by_offset;
        if (std::abs(by_slope) + std::abs(by_offset) < 1e-9) break;
    }
    return {.slope = static_cast<float>(std::max(slope, flattest)), .offset = static_cast<float>(offset)};
}

}  // namespace sitrep::understand
