#include "neural.hpp"

#include <algorithm>
#include <cmath>
#include <random>

namespace sitrep::train {

using understand::Example;

namespace {

constexpr float caution = 1e-4F;  // what AdaGrad takes each weight to have behind it

template <class Weights, class Squares, class Gradient>
void step(Weights&& weights, Squares&& squares, const Gradient& gradient, float rate)
{
    squares.array() += gradient.array().square();
    weights.array() += rate * gradient.array() / squares.array().sqrt();
}

void softmax(std::vector<float>& scores)
{
    const float best = *std::max_element(scores.begin(), scores.end());
    float sum = 0;
    for (float& score : scores) sum += score = std::exp(score - best);
    for (float& score : scores) score /= sum;
}

}  // namespace

NeuralModel::NeuralModel(const std::vector<Example>& examples, const NeuralFitting& fitting) : fitting_(fitting)
{
    std::unordered_map<std::uint64_t, std::pair<std::uint32_t, std::size_t>> seen;  // examples, the last one
    for (std::size_t i = 0; i < examples.size(); ++i)
        for (const auto& alternative : examples[i].alternatives)
            for (const auto hash : alternative) {
                auto& [count, last] = seen[hash];
                if (last == i + 1) continue;
                last = i + 1;
                ++count;
            }
    for (const auto& [hash, count] : seen)
        if (count.first >= fitting.seen_min) numbers_.emplace(hash, static_cast<int>(numbers_.size()));
    std::mt19937 random(20240101);
    std::normal_distribution<float> normal(0, 0.1F);
    const auto features = static_cast<Eigen::Index>(numbers_.size());
    embeddings_ = Eigen::MatrixXf::NullaryExpr(fitting.width, features, [&] { return normal(random) * 0.1F; });
    out_ = Eigen::VectorXf::NullaryExpr(fitting.width, [&] { return normal(random); });
    linear_ = Eigen::VectorXf::Zero(features);
    embedding_squares_ = Eigen::MatrixXf::Constant(fitting.width, features, caution);
    linear_squares_ = Eigen::VectorXf::Constant(features, caution);
    out_squares_ = Eigen::VectorXf::Constant(fitting.width, caution);
    std::vector<std::vector<std::vector<int>>> numbered;
    for (const Example& example : examples) {
        auto& rows = numbered.emplace_back();
        for (const auto& alternative : example.alternatives) rows.push_back(known(alternative));
    }
    std::vector<std::size_t> order(examples.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    for (int pass = 0; pass < fitting.passes; ++pass) {
        std::shuffle(order.begin(), order.end(), random);
        for (const auto i : order) learn(numbered[i], examples[i].right);
    }
}

std::vector<int> NeuralModel::known(const std::vector<std::uint64_t>& hashes) const
{
    std::vector<int> out;
    for (const auto hash : hashes)
        if (const auto found = numbers_.find(hash); found != numbers_.end()) out.push_back(found->second);
    return out;
}

float NeuralModel::score(const std::vector<int>& features, Eigen::VectorXf& hidden) const
{
    hidden = Eigen::VectorXf::Zero(fitting_.width);
    float direct = 0;
    for (const int feature : features) {
        hidden += embeddings_.col(feature);
        direct += linear_[feature];
    }
    hidden = hidden.array().tanh();
    return out_.dot(hidden) + (fitting_.wide ? direct : 0);
}

void NeuralModel::learn(const std::vector<std::vector<int>>& alternatives, const std::vector<std::uint32_t>& right)
{
    std::vector<float> chances;
    std::vector<Eigen::VectorXf> hidden(alternatives.size());
    for (std::size_t i = 0; i < alternatives.size(); ++i) chances.push_back(score(alternatives[i], hidden[i]));
    softmax(chances);
    float good = 0;
    for (const auto i : right) good += chances[i];
    Eigen::VectorXf of_out = Eigen::VectorXf::Zero(fitting_.width);
    for (std::size_t i = 0; i < alternatives.size(); ++i) {
        const bool is_right = std::find(right.begin(), right.end(), i) != right.end();
        const float by = (is_right ? chances[i] / std::max(good, 1e-6F) : 0) - chances[i];
        if (std::abs(by) < 1e-3F) continue;
        const Eigen::VectorXf of_sum = by * out_.array() * (1 - hidden[i].array().square());
        of_out += by * hidden[i];
        for (const int feature : alternatives[i]) {
            step(embeddings_.col(feature), embedding_squares_.col(feature), of_sum, fitting_.rate);
            embeddings_.col(feature) *= 1 - fitting_.decay;
            if (!fitting_.wide) continue;
            linear_squares_[feature] += by * by;
            linear_[feature] = (linear_[feature] + fitting_.rate * by / std::sqrt(linear_squares_[feature])) * (1 - fitting_.decay);
        }
    }
    step(out_, out_squares_, of_out, fitting_.rate);
}

std::vector<double> NeuralModel::probabilities(const Example& example) const
{
    std::vector<float> chances;
    Eigen::VectorXf hidden;
    for (const auto& alternative : example.alternatives) chances.push_back(score(known(alternative), hidden));
    softmax(chances);
    return {chances.begin(), chances.end()};
}

}  // namespace sitrep::train
