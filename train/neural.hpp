// A small neural rival of the linear choice: measured against it, not shipped.
#pragma once

#include <Eigen/Core>

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "understand/model/fit.hpp"

namespace sitrep::train {

struct NeuralFitting {
    int width = 16;        ///< of the embeddings and of the hidden layer
    int passes = 4;
    float rate = 0.02F;    ///< first step of AdaGrad
    float decay = 1e-4F;   ///< part of each touched weight that a step takes away
    bool wide = true;      ///< a linear score beside the hidden layer (wide and deep; Cheng et al. 2016)
    std::uint32_t seen_min = 4;
};

/// Scores an alternative by the sum of its features' embeddings behind one hidden layer: features may speak for and against together.
class NeuralModel {
public:
    NeuralModel(const std::vector<understand::Example>& examples, const NeuralFitting& fitting);
    /// Softmax over the alternatives' scores.
    std::vector<double> probabilities(const understand::Example& example) const;
    std::size_t parameters() const { return static_cast<std::size_t>(embeddings_.size() + linear_.size() + out_.size()); }

private:
    std::vector<int> known(const std::vector<std::uint64_t>& hashes) const;
    float score(const std::vector<int>& features, Eigen::VectorXf& hidden) const;
    void learn(const std::vector<std::vector<int>>& alternatives, const std::vector<std::uint32_t>& right);

    NeuralFitting fitting_;
    std::unordered_map<std::uint64_t, int> numbers_;
    Eigen::MatrixXf embeddings_, embedding_squares_;  ///< a column a feature
    Eigen::VectorXf linear_, linear_squares_, out_, out_squares_;
};

}  // namespace sitrep::train
