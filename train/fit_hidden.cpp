#include "fit_hidden.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <set>
#include <unordered_map>

namespace sitrep::train {

using understand::Example;
using understand::HiddenLayer;

namespace {

constexpr double passes_max = 100;
constexpr float caution = 0.01F;  // what AdaGrad takes each weight to have behind it

struct Weight {
    float value = 0, squares = caution;
    double sum = 0;  // over the later passes

    void move(float gradient, float rate)
    {
        squares += gradient * gradient;
        value += rate * gradient / std::sqrt(squares);
    }
};

using Weights = std::vector<Weight>;

class HiddenLearner {
public:
    HiddenLearner(const std::vector<Example>& examples, const HiddenFitting& fitting) : examples_(examples), fitting_(fitting), width_(fitting.width)
    {
        number_features();
        std::normal_distribution<float> row_start(0, 0.05F), out_start(0, 0.2F);
        rows_.resize(hashes_.size() * width_);
        for (Weight& weight : rows_) weight.value = row_start(random_);
        outs_.resize(std::size_t{understand::Features::names_max} * width_);
        for (Weight& weight : outs_) weight.value = out_start(random_);
        biases_.resize(understand::Features::names_max);
        hidden_.resize(width_);
        units_.resize(width_);
        back_.resize(width_);
    }

    HiddenLayer run()
    {
        std::vector<std::size_t> order(examples_.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        const double fewer = std::max(1.0, usual_examples / static_cast<double>(std::max<std::size_t>(examples_.size(), 1)));
        const int passes = static_cast<int>(std::min<double>(fitting_.passes * std::sqrt(fewer), passes_max));
        for (int pass = 0; pass < passes; ++pass) {
            std::shuffle(order.begin(), order.end(), random_);
            const float done = static_cast<float>(pass) / static_cast<float>(passes);
            rate_ = fitting_.rate * (1 - 0.8F * done);
            for (const std::size_t i : order) learn(examples_[i], features_[i]);
            if (pass * 2 < passes) continue;
            for (Weights* each : {&rows_, &outs_, &biases_})
                for (Weight& weight : *each) weight.sum += static_cast<double>(weight.value);
            ++summed_;
        }
        return layer();
    }

private:
    void number_features()
    {
        std::unordered_map<std::uint64_t, std::pair<std::uint32_t, std::size_t>> seen;  // examples, the last of them
        for (std::size_t i = 0; i < examples_.size(); ++i)
            for (const auto hash : examples_[i].shared) {
                auto& [count, last] = seen[hash];
                count += last != i + 1;
                last = i + 1;
            }
        std::unordered_map<std::uint64_t, std::uint32_t> numbers;
        for (const Example& example : examples_) {
            auto& own = features_.emplace_back();
            for (const auto hash : example.shared) {
                if (seen.at(hash).first < fitting_.seen_min) continue;
                const auto [number, is_new] = numbers.emplace(hash, static_cast<std::uint32_t>(hashes_.size()));
                if (is_new) hashes_.push_back(hash);
                own.push_back(number->second);
            }
            for (const auto name : example.names) named_.insert(name);
        }
    }

    void see(const std::vector<std::uint32_t>& features)
    {
        std::uniform_real_distribution<float> chance(0, 1);
        used_.clear();
        for (const auto feature : features)
            if (chance(random_) < fitting_.kept) used_.push_back(feature);
        share_ = 1 / std::sqrt(static_cast<float>(std::max<std::size_t>(used_.size(), 1)));
        std::ranges::fill(hidden_, 0.0F);
        for (const auto feature : used_)
            for (std::size_t i = 0; i < width_; ++i) hidden_[i] += rows_[feature * width_ + i].value;
        for (std::size_t i = 0; i < width_; ++i) {
            hidden_[i] = std::tanh(hidden_[i] * share_);
            units_[i] = chance(random_) < fitting_.units_kept ? 1 / fitting_.units_kept : 0;
        }
    }

    void answer(const Example& example)
    {
        chances_.clear();
        for (const auto name : example.names) {
            float score = biases_[name].value;
            for (std::size_t i = 0; i < width_; ++i) score += outs_[name * width_ + i].value * hidden_[i] * units_[i];
            chances_.push_back(score);
        }
        const float best = *std::ranges::max_element(chances_);
        float all = 0;
        for (float& each : chances_) all += each = std::exp(each - best);
        for (float& each : chances_) each /= all;
    }

    // One step up the gradient of log P(one of the right answers).
    void learn(const Example& example, const std::vector<std::uint32_t>& features)
    {
        if (example.names.empty()) return;
        see(features);
        answer(example);
        float good = 1e-9F;
        for (const auto i : example.right) good += chances_[i];
        std::ranges::fill(back_, 0.0F);
        for (std::size_t chosen = 0; chosen < chances_.size(); ++chosen) {
            const bool is_right = std::ranges::binary_search(example.right, static_cast<std::uint32_t>(chosen));
            const float step = ((is_right ? chances_[chosen] / good : 0) - chances_[chosen]) * example.weight;
            if (std::abs(step) < 1e-5F) continue;
            const auto name = example.names[chosen];
            for (std::size_t i = 0; i < width_; ++i) {
                Weight& out = outs_[name * width_ + i];
                back_[i] += step * out.value * units_[i];
                out.move(step * hidden_[i] * units_[i], rate_);
            }
            biases_[name].move(step, rate_);
        }
        for (std::size_t i = 0; i < width_; ++i) back_[i] *= (1 - hidden_[i] * hidden_[i]) * share_;
        for (const auto feature : used_)
            for (std::size_t i = 0; i < width_; ++i) rows_[feature * width_ + i].move(back_[i], rate_);
    }

    float mean(const Weight& weight) const { return static_cast<float>(weight.sum / std::max(1, summed_)); }

    HiddenLayer layer() const
    {
        // A step sees some of the features only and divides by the root of those; in use all of them are seen.
        const float of_all = std::sqrt(fitting_.kept);
        HiddenLayer::Weights weights;
        weights.width = fitting_.width;
        for (std::size_t feature = 0; feature < hashes_.size(); ++feature) {
            auto& row = weights.rows[hashes_[feature]];
            for (std::size_t i = 0; i < width_; ++i) row.push_back(mean(rows_[feature * width_ + i]) * of_all);
        }
        for (const auto name : named_) {
            auto& each = weights.classes[name];
            each.bias = mean(biases_[name]);
            for (std::size_t i = 0; i < width_; ++i) each.out.push_back(mean(outs_[name * width_ + i]));
        }
        return HiddenLayer::of(weights);
    }

    const std::vector<Example>& examples_;
    const HiddenFitting& fitting_;
    std::size_t width_;
    std::mt19937 random_{20240101};
    std::vector<std::uint64_t> hashes_;
    std::vector<std::vector<std::uint32_t>> features_;  // of each example, those with a row
    std::set<std::uint32_t> named_;
    Weights rows_, outs_, biases_;
    std::vector<float> hidden_, units_, back_, chances_;
    std::vector<std::uint32_t> used_;
    float rate_ = 0, share_ = 1;
    int summed_ = 0;
};

}  // namespace

HiddenLayer fit_hidden(const std::vector<Example>& examples, const HiddenFitting& fitting) { return HiddenLearner(examples, fitting).run(); }

}  // namespace sitrep::train
