// Learning the same-event score: a logistic regression over the features that a pair shows.
#pragma once

#include "merging/fit_pairs.hpp"

#include <vector>

namespace sitrep::train {

/// Newton's method on the penalised likelihood (le Cessie & van Houwelingen 1992); `penalty` pulls all weights but the first to 0. Weights keep the order that is known beforehand
/// (farther apart never speaks more for one event than nearer): neighbours that come out the wrong way round get one weight (Ayer et al. 1955).
void fit_weights(const std::vector<PairExample>& examples, double penalty, merge::Model& model);

}  // namespace sitrep::train
