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

constexpr double prior = 2;  // as strong as a few predictions

// Penalised, in logarithms; concave.
double likelihood(double slope, double offset, std::span<const Prediction> predictions)
{
    double sum = -prior / 2 * ((slope - 1) * (slope - 1) + offset * offset);
    for (const Prediction& prediction : predictions) {
        const double x = slope * log_odds(prediction.probability) + offset;
        const double towards = prediction.right ? x : -x;
        sum -= towards > 0 ? std::log1p(std::exp(-towards)) : std::log1p(std::exp(towards)) - towards;
    }
    return sum;
}

struct Ascent {
    double slope = 0, offset = 0;
};

Ascent ascent_at(double slope, double offset, std::span<const Prediction> predictions)
{
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
    return {(offset_offset * of_slope - slope_offset * of_offset) / determinant, (slope_slope * of_offset - slope_offset * of_slope) / determinant};
}

}  // namespace

double Calibration::chance(double probability) const { return logistic(double{slope} * log_odds(probability) + double{offset}); }

Calibration calibrated(std::span<const Prediction> predictions)
{
    constexpr int steps = 50, halvings = 30;
    constexpr double flattest = 0.05, close_enough = 1e-9;
    double slope = 1, offset = 0;
    for (int step = 0; step < steps; ++step) {  // Newton's method; a step that overshoots is halved
        const Ascent ascent = ascent_at(slope, offset, predictions);
        const double height = likelihood(slope, offset, predictions);
        double part = 1;
        for (int i = 0; i < halvings && likelihood(slope + part * ascent.slope, offset + part * ascent.offset, predictions) < height; ++i) part /= 2;
        slope += part * ascent.slope;
        offset += part * ascent.offset;
        if (std::abs(ascent.slope) + std::abs(ascent.offset) < close_enough) break;
    }
    return {.slope = static_cast<float>(std::max(slope, flattest)), .offset = static_cast<float>(offset)};
}

}  // namespace sitrep::understand
