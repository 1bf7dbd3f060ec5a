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
    std::vector<std::vector<double>> fixed;  // of each example's alternatives: the sum of the weights that are not learnt
};

// What a model gives to one of an example's alternatives before any of its weights are looked at.
std::vector<double> hidden_scores(const ChoiceModel& model, const Example& example)
{
    std::vector<double> out(example.alternatives.size());
    if (model.hidden().empty() || example.names.empty()) return out;
    HiddenLayer::Scores scores{};
    model.hidden().add_scores(example.shared, scores);
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = scores[example.names[i]];
    return out;
}

std::vector<double> scores_of(const ChoiceModel& model, const Example& example)
{
    std::vector<double> out = hidden_scores(model, example);
    for (std::size_t i = 0; i < out.size(); ++i)
        for (const auto hash : example.alternatives[i]) out[i] += static_cast<double>(model.weight(hash));
    return out;
}

// Numbers the features that occur in enough examples; all others keep the weights of `base`.
Numbered number(const std::vector<Example>& examples, std::uint32_t seen_min, const ChoiceModel& base)
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
        auto& fixed = out.fixed.emplace_back(hidden_scores(base, example));
        for (std::size_t i = 0; i < example.alternatives.size(); ++i) {
            auto& row = rows.emplace_back();
            double& sum = fixed[i];
            for (const auto hash : example.alternatives[i]) {
                if (const auto found = seen.find(hash)->second.number; found != 0) row.push_back(found - 1);
                else sum += base.weight(hash);
            }
        }
    }
    return out;
}

class Learner {
public:
    // `caution` is the sum of squared steps that each feature is taken to have behind it: the more, the smaller its first ones.
    Learner(std::vector<float> start, double rate, double caution, double own)
        : weights_(start), start_(std::move(start)), squares_(weights_.size(), static_cast<float>(caution)), own_weights_(weights_.size()),
          own_squares_(squares_), rate_(static_cast<float>(rate)), own_(own)
    {
    }

    // One step up the gradient of log P(one of the right alternatives).
    void learn(const Rows& rows, const std::vector<double>& fixed, const Example& example)
    {
        const auto& right = example.right;
        scores_ = fixed;
        const bool with_own = own_ > 0 && example.exemplary;
        for (std::size_t i = 0; i < rows.size(); ++i)
            for (const auto feature : rows[i]) scores_[i] += weights_[feature] + (with_own ? own_weights_[feature] : 0.F);
        const double best = *std::max_element(scores_.begin(), scores_.end());
        double all = 0, good = 0;
        for (double& score : scores_) all += score = std::exp(score - best);
        for (const auto i : right) good += scores_[i];
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const bool is_right = std::binary_search(right.begin(), right.end(), static_cast<std::uint32_t>(i));
            const double wanted = is_right ? (good > 0 ? scores_[i] / good : 1.0 / static_cast<double>(right.size())) : 0;
            const float step = static_cast<float>(wanted - scores_[i] / all) * example.weight;
            if (std::abs(step) < 1e-4F) continue;
            for (const auto feature : rows[i]) {
                squares_[feature] += step * step;
                weights_[feature] += rate_ * step / std::sqrt(squares_[feature]);
                if (with_own) {
                    own_squares_[feature] += step * step;
                    own_weights_[feature] += rate_ * step / std::sqrt(own_squares_[feature]);
                }
            }
        }
    }
    void pull_back(double part)
    {
        for (std::size_t i = 0; i < weights_.size(); ++i) weights_[i] = start_[i] + (weights_[i] - start_[i]) * static_cast<float>(1 - part);
        for (float& each : own_weights_) each *= static_cast<float>(1 - std::min(1.0, part * own_));
    }
    void add_to(std::vector<double>& sums) const
    {
        for (std::size_t i = 0; i < weights_.size(); ++i) sums[i] += weights_[i] + own_weights_[i];
    }

private:
    std::vector<float> weights_, start_, squares_, own_weights_, own_squares_;
    std::vector<double> scores_;
    float rate_;
    double own_;
};

struct Course {
    int passes = 0;
    double rate = 0, pull = 0, caution = 0, own = 0;
};

std::unordered_map<std::uint64_t, float> learnt_weights(const Numbered& numbered, const std::vector<Example>& examples, std::vector<float> start,
                                                        const Course& course)
{
    Learner learner(std::move(start), course.rate, course.caution, course.own);
    std::vector<std::size_t> order(examples.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::mt19937 random(20240101);
    std::vector<double> sums(numbered.hashes.size());
    int summed = 0;
    for (int pass = 0; pass < course.passes; ++pass) {
        std::shuffle(order.begin(), order.end(), random);
        for (const auto i : order) learner.learn(numbered.examples[i], numbered.fixed[i], examples[i]);
        learner.pull_back(course.pull);
        if (pass * 2 < course.passes) continue;
        learner.add_to(sums);  // the mean of the later passes is steadier than the last one
        ++summed;
    }
    std::unordered_map<std::uint64_t, float> weights;
    for (std::size_t i = 0; i < sums.size(); ++i) weights.emplace(numbered.hashes[i], static_cast<float>(sums[i] / std::max(1, summed)));
    return weights;
}

}  // namespace

ChoiceModel fit(const std::vector<Example>& examples, const Fitting& fitting)
{
    constexpr float least = 0.01F;  // a quarter of the weights are smaller and decide nothing: they would only fill the file and the caches
    const Numbered numbered = number(examples, fitting.seen_min, {});
    auto weights = learnt_weights(numbered, examples, std::vector<float>(numbered.hashes.size()),
                                  {.passes = fitting.passes, .rate = fitting.rate, .pull = fitting.decay, .caution = fitting.caution, .own = fitting.own});
    std::erase_if(weights, [&](const auto& weight) { return std::abs(weight.second) < least; });
    return ChoiceModel::of(weights);
}

ChoiceModel adapt(const ChoiceModel& base, const std::vector<Example>& examples, const Adapting& adapting)
{
    constexpr double caution = 1;
    const Numbered numbered = number(examples, adapting.seen_min, base);
    std::vector<float> start;
    start.reserve(numbered.hashes.size());
    for (const auto hash : numbered.hashes) start.push_back(base.weight(hash));
    auto changes = learnt_weights(numbered, examples, start,
                                  {.passes = adapting.passes, .rate = adapting.rate, .pull = adapting.pull, .caution = caution});
    for (std::size_t i = 0; i < start.size(); ++i)
        if (const auto change = changes.find(numbered.hashes[i]); change->second == start[i]) changes.erase(change);
    return base.with(changes);
}

void ask(std::span<const Features> alternatives, Example& example)
{
    for (const Features& alternative : alternatives) example.alternatives.push_back(alternative.hashes());
    const auto part_of = [](const Features& each) { return each.shared().size() == 1 ? each.shared().front().part : nullptr; };
    const Features* part = alternatives.empty() ? nullptr : part_of(alternatives.front());
    if (part == nullptr || !std::ranges::all_of(alternatives, [&](const Features& each) { return part_of(each) == part; })) return;
    example.shared.assign(part->own().begin(), part->own().end());
    for (const Features& alternative : alternatives) example.names.push_back(static_cast<std::uint32_t>(alternative.shared().front().prefix));
}

std::vector<double> probabilities(const ChoiceModel& model, const Example& example)
{
    std::vector<double> out = scores_of(model, example);
    const double best = out.empty() ? 0 : *std::max_element(out.begin(), out.end());
    double sum = 0;
    for (double& score : out) sum += score = std::exp(score - best);
    for (double& score : out) score /= sum;
    return out;
}

double accuracy(const ChoiceModel& model, const std::vector<Example>& examples)
{
    if (examples.empty()) return 1;
    std::size_t hits = 0;
    for (const auto& example : examples) {
        const auto scores = scores_of(model, example);
        const auto chosen = std::max_element(scores.begin(), scores.end()) - scores.begin();
        hits += std::binary_search(example.right.begin(), example.right.end(), static_cast<std::uint32_t>(chosen));
    }
    return static_cast<double>(hits) / static_cast<double>(examples.size());
}

}  // namespace sitrep::understand
