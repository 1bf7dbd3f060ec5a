// What a model's probability is worth: the chance that its answer is right, measured on reports that it had not seen.
#pragma once

#include <span>

namespace sitrep::understand {

/// Of one question. Chances lie in 0..1.
struct Calibration {
    float slope = 1, offset = 0;
    float unasked = 0.9F;  ///< chance of the only answer that can be given

    /// Of an answer that the model gives this probability: a logistic curve over its log-odds (Platt 1999).
    double chance(double probability) const;
};

/// An answer to a question whose truth is known.
struct Prediction {
    double probability = 0;
    bool right = false;
};

/// The likeliest curve, drawn towards the straight one by a weak prior, so that few predictions change little.
Calibration calibrated(std::span<const Prediction> predictions);

}  // namespace sitrep::understand
