#include "understand/model/fit.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <unordered_map>

namespace sitrep::understand {

namespace {

using Rows = std::vector<std::vector<std::uint32_t>>;  // the alternatives of one example, in feature numbers

struct Numbered {
    std::vector<std::uint64_t> hashes;
    std::vector<Rows> examples;
};

// Numbers the features that occur in enough examples.
Numbered number(const std::vector<Example>& examples, std::uint32_t seen_min)
{
    struct Seen {
        std::uint32_t examples = 0, last = 0, number = 0;
    };
    std::unordered_map<std::uint64_t, Seen> seen;
    for (std::uint32_t i = 0; i < examples.size(); ++i)
        for (const auto& alternative : examples[i].alternatives)
            for (const auto hash : alternative) {
                Seen& feature = seen[hash];
                if (feature.last == i + 1) continue;
                feature.last = i + 1;
                ++feature.examples;
            }
    Numbered out;
    for (auto& [hash, feature] : seen) {
        if (feature.examples < seen_min) continue;
        feature.number = static_cast<std::uint32_t>(out.hashes.size()) + 1;
        out.hashes.push_back(hash);
    }
    for (const auto& example : examples) {
        Rows& rows = out.examples.emplace_back();
        for (const auto& alternative : example.alternatives) {
            auto& row = rows.emplace_back();
            for (const auto hash : alternative)
                if (const auto found = seen.find(hash)->second.number; found != 0) row.push_back(found - 1);
        }
    }
    return out;
}

class Learner {
public:
    Learner(std::size_t features, double rate) : weights_(features), squares_(features, 1e-6F), rate_(static_cast<float>(rate)) {}

    // One step up the gradient of log P(one of the right alternatives).
    void learn(const Rows& rows, const std::vector<std::uint32_t>& right)
    {
        scores_.assign(rows.size(), 0);
        for (std::size_t i = 0; i < rows.size(); ++i)
            for (const auto feature : rows[i]) scores_[i] += weights_[feature];
        const double best = *std::max_element(scores_.begin(), scores_.end());
        double all = 0, good = 0;
        for (double& score : scores_) all += score = std::exp(score - best);
        for (const auto i : right) good += scores_[i];
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const bool is_right = std::binary_search(right.begin(), right.end(), static_cast<std::uint32_t>(i));
            const double wanted = is_right ? (good > 0 ? scores_[i] / good : 1.0 / static_cast<double>(right.size())) : 0;
            const auto step = static_cast<float>(wanted - scores_[i] / all);
            if (std::abs(step) < 1e-4F) continue;
            for (const auto feature : rows[i]) {
                squares_[feature] += step * step;
                weights_[feature] += rate_ * step / std::sqrt(squares_[feature]);
            }
        }
    }
    void shrink(double part)
    {
        for (float& weight : weights_) weight *= static_cast<float>(1 - part);
    }
    void add_to(std::vector<double>& sums) const
    {
        for (std::size_t i = 0; i < weights_.size(); ++i) sums[i] += weights_[i];
    }

private:
    std::vector<float> weights_, squares_;
    std::vector<double> scores_;
    float rate_;
};

}  // namespace

ChoiceModel fit(const std::vector<Example>& examples, const Fitting& fitting)
{
    const Numbered numbered = number(examples, fitting.seen_min);
    Learner learner(numbered.hashes.size(), fitting.rate);
    std::vector<std::size_t> order(examples.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::mt19937 random(20240101);
    std::vector<double> sums(numbered.hashes.size());
    int summed = 0;
    for (int pass = 0; pass < fitting.passes; ++pass) {
        std::shuffle(order.begin(), order.end(), random);
        for (const auto i : order) learner.learn(numbered.examples[i], examples[i].right);
        learner.shrink(fitting.decay);
        if (pass * 2 < fitting.passes) continue;
        learner.add_to(sums);  // the mean of the later passes is steadier than the last one
        ++summed;
    }
    std::unordered_map<std::uint64_t, float> weights;
    for (std::size_t i = 0; i < sums.size(); ++i) weights.emplace(numbered.hashes[i], static_cast<float>(sums[i] / std::max(1, summed)));
    return ChoiceModel::of(weights);
}

double accuracy(const ChoiceModel& model, const std::vector<Example>& examples)
{
    if (examples.empty()) return 1;
    std::size_t hits = 0;
    for (const auto& example : examples) {
        double best = 0;
        std::uint32_t chosen = 0;
        for (std::uint32_t i = 0; i < example.alternatives.size(); ++i) {
            double score = 0;
            for (const auto hash : example.alternatives[i]) score += model.weight(hash);
            if (i > 0 && score <= best) continue;
            best = score;
            chosen = i;
        }
        hits += std::binary_search(example.right.begin(), example.right.end(), chosen);
    }
    return static_cast<double>(hits) / static_cast<double>(examples.size());
}

}  // namespace sitrep::understand
