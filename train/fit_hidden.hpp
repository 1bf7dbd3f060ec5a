// Learning a hidden layer from answered questions with a fixed set of answers.
#pragma once

#include <cstdint>
#include <vector>

#include "understand/model/fit.hpp"
#include "understand/model/hidden_layer.hpp"

namespace sitrep::train {

/// Over fewer examples there are more passes, by the root of how much fewer they are, up to a hundred.
inline constexpr double usual_examples = 12000;

/// Chosen by cross-validation inside the train part (docs/decisions/0006).
struct HiddenFitting {
    std::uint32_t width = 32;
    int passes = 20;        ///< over `usual_examples` or more
    float rate = 0.05F;     ///< first step of AdaGrad; the last is a fifth of it
    float kept = 0.4F;      ///< share of its features that each step sees: of a report nobody should hang on one word
    float units_kept = 0.7F;  ///< share of the hidden units that each step sees (dropout: Srivastava et al. 2014)
    std::uint32_t seen_min = 4;   ///< features of fewer examples have no row
};

/// Only of examples whose alternatives share their features. The mean of the later half of the passes; the same examples give the same layer.
understand::HiddenLayer fit_hidden(const std::vector<understand::Example>& examples, const HiddenFitting& fitting);

}  // namespace sitrep::train
