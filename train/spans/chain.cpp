#include "chain.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <random>
#include <stdexcept>

namespace sitrep::spans {

namespace {

constexpr float caution = 1e-2F;  // what AdaGrad takes each weight to have behind it

void step(float& weight, float& square, float gradient, const ChainFitting& fitting)
{
    gradient -= fitting.decay * weight;
    square += gradient * gradient;
    weight += fitting.rate * gradient / std::sqrt(square);
}

}  // namespace

Chain::Chain(std::size_t states, const std::function<bool(State, State)>& may_follow) : states_(states), steps_(states * states), open_(states * states)
{
    if (states > std::numeric_limits<State>::max()) throw std::invalid_argument("a chain has too many states");
    for (std::size_t from = 0; from < states; ++from)
        for (std::size_t to = 0; to < states; ++to) open_[from * states + to] = may_follow(static_cast<State>(from), static_cast<State>(to));
}

void Chain::number(const std::vector<Example>& examples, std::uint32_t seen_min)
{
    std::unordered_map<std::uint64_t, std::uint32_t> seen;
    for (const Example& example : examples)
        for (const auto& word : *example.words)
            for (const auto hash : word)
                if (++seen[hash] == seen_min) numbers_.emplace(hash, static_cast<std::uint32_t>(numbers_.size()));
    weights_.assign(numbers_.size() * states_, 0);
    squares_.assign(weights_.size(), caution);
    step_squares_.assign(steps_.size(), caution);
}

Chain::Rows Chain::rows_of(const HashedWords& words) const
{
    Rows rows(words.size());
    for (std::size_t i = 0; i < words.size(); ++i)
        for (const auto hash : words[i])
            if (const auto found = numbers_.find(hash); found != numbers_.end()) rows[i].push_back(found->second);
    return rows;
}

void Chain::score(const Rows& rows, float scale, std::vector<float>& scores) const
{
    scores.assign(rows.size() * states_, 0);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        float* sums = &scores[i * states_];
        for (const auto row : rows[i])
            for (std::size_t state = 0; state < states_; ++state) sums[state] += weights_[row * states_ + state];
        for (std::size_t state = 0; state < states_; ++state) sums[state] *= scale;
    }
}

// Forward and backward (Rabiner 1989), every word's sums scaled to one.
void Chain::sum(std::vector<float>& scores, std::vector<float>* expected) const
{
    const std::size_t words = scores.size() / states_, k = states_;
    std::vector<float> open(k * k), forward(scores.size()), backward(scores.size(), 1);
    for (std::size_t i = 0; i < k * k; ++i) open[i] = open_[i] ? std::exp(steps_[i]) : 0;
    for (std::size_t i = 0; i < words; ++i) {
        const float most = *std::max_element(&scores[i * k], &scores[i * k] + k);
        for (std::size_t state = 0; state < k; ++state) scores[i * k + state] = std::exp(std::max(scores[i * k + state] - most, -60.0F));
    }
    for (std::size_t i = 0; i < words; ++i) {
        float* now = &forward[i * k];
        for (std::size_t from = 0; from < (i == 0 ? 1 : k); ++from) {
            const float before = i == 0 ? 1 : forward[(i - 1) * k + from];
            for (std::size_t to = 0; to < k; ++to) now[to] += before * open[from * k + to];
        }
        float all = 0;
        for (std::size_t to = 0; to < k; ++to) all += now[to] *= scores[i * k + to];
        for (std::size_t to = 0; to < k; ++to) now[to] /= all;
    }
    std::vector<float> after(k);
    for (std::size_t i = words; i-- > 1;) {
        float all = 0;
        for (std::size_t to = 0; to < k; ++to) all += after[to] = backward[i * k + to] * scores[i * k + to];
        for (std::size_t from = 0; from < k; ++from) {
            float total = 0;
            for (std::size_t to = 0; to < k; ++to) total += open[from * k + to] * after[to];
            backward[(i - 1) * k + from] = total / all;
        }
        if (!expected) continue;
        float norm = 0;
        for (std::size_t from = 0; from < k; ++from) norm += forward[(i - 1) * k + from] * backward[(i - 1) * k + from];
        for (std::size_t from = 0; from < k; ++from) {
            const float before = forward[(i - 1) * k + from] / (norm * all);
            for (std::size_t to = 0; to < k; ++to) (*expected)[from * k + to] += before * open[from * k + to] * after[to];
        }
    }
    for (std::size_t i = 0; i < words; ++i) {
        float all = 0;
        for (std::size_t state = 0; state < k; ++state) all += scores[i * k + state] = forward[i * k + state] * backward[i * k + state];
        for (std::size_t state = 0; state < k; ++state) scores[i * k + state] /= all;
    }
}

void Chain::learn(const Rows& rows, const std::vector<State>& states, const ChainFitting& fitting)
{
    std::vector<float> chances, expected(steps_.size());
    score(rows, 1, chances);
    sum(chances, &expected);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        float* gradient = &chances[i * states_];
        float most = 0;
        for (std::size_t state = 0; state < states_; ++state) {
            gradient[state] = (states[i] == state ? 1.0F : 0.0F) - gradient[state];
            most = std::max(most, std::abs(gradient[state]));
        }
        constexpr float nothing_to_learn = 1e-3F;
        if (most < nothing_to_learn) continue;
        for (const auto row : rows[i])
            for (std::size_t state = 0; state < states_; ++state) step(weights_[row * states_ + state], squares_[row * states_ + state], gradient[state], fitting);
    }
    for (float& each : expected) each = -each;
    for (std::size_t i = 1; i < states.size(); ++i) expected[states[i - 1] * states_ + states[i]] += 1;
    for (std::size_t i = 0; i < expected.size(); ++i)
        if (open_[i]) step(steps_[i], step_squares_[i], expected[i], fitting);
}

void Chain::fit(const std::vector<Example>& examples, const ChainFitting& fitting)
{
    number(examples, fitting.seen_min);
    std::vector<Rows> rows;
    for (const Example& example : examples) rows.push_back(rows_of(*example.words));
    std::vector<std::size_t> order(examples.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::mt19937 random(fitting.seed);
    const auto limit = static_cast<std::uint32_t>(static_cast<double>(fitting.dropout) * std::numeric_limits<std::uint32_t>::max());
    Rows seen;
    for (int pass = 0; pass < fitting.passes; ++pass) {
        std::shuffle(order.begin(), order.end(), random);
        for (const auto i : order) {
            if (rows[i].empty()) continue;
            if (limit == 0) {
                learn(rows[i], examples[i].states, fitting);
                continue;
            }
            seen = rows[i];
            for (auto& word : seen) std::erase_if(word, [&](std::uint32_t) { return random() < limit; });
            learn(seen, examples[i].states, fitting);
        }
    }
    for (float& weight : weights_) weight *= 1 - fitting.dropout;  // all features are there when it is used
    squares_ = {};
    step_squares_ = {};
}

Chain Chain::mean(const std::vector<Chain>& chains)
{
    Chain out = chains.front();
    for (std::size_t i = 1; i < chains.size(); ++i) {
        for (std::size_t k = 0; k < out.weights_.size(); ++k) out.weights_[k] += chains[i].weights_[k];
        for (std::size_t k = 0; k < out.steps_.size(); ++k) out.steps_[k] += chains[i].steps_[k];
    }
    const float share = 1 / static_cast<float>(chains.size());
    for (float& weight : out.weights_) weight *= share;
    for (float& weight : out.steps_) weight *= share;
    return out;
}

std::vector<float> Chain::chances(const HashedWords& words) const
{
    std::vector<float> scores;
    score(rows_of(words), 1, scores);
    sum(scores, nullptr);
    return scores;
}

std::vector<State> Chain::best_path(const HashedWords& words, float outside) const
{
    std::vector<float> scores;
    score(rows_of(words), 1, scores);
    const std::size_t k = states_;
    std::vector<State> from(scores.size()), path(words.size());
    std::vector<float> best(k, -std::numeric_limits<float>::infinity()), next(k);
    best[0] = 0;  // before the first word
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (std::size_t to = 0; to < k; ++to) {
            next[to] = -std::numeric_limits<float>::infinity();
            for (std::size_t state = 0; state < k; ++state) {
                const float all = best[state] + (i == 0 ? 0 : steps_[state * k + to]);
                if (!open_[state * k + to] || all <= next[to]) continue;
                next[to] = all;
                from[i * k + to] = static_cast<State>(state);
            }
            next[to] += scores[i * k + to] + (to == 0 ? outside : 0);
        }
        best.swap(next);
    }
    if (words.empty()) return path;
    auto state = static_cast<State>(std::max_element(best.begin(), best.end()) - best.begin());
    for (std::size_t i = words.size(); i-- > 0;) {
        path[i] = state;
        state = from[i * k + state];
    }
    return path;
}

std::string Chain::bytes() const
{
    std::string out;
    const auto put = [&](const void* data, std::size_t size) { out.append(static_cast<const char*>(data), size); };
    const std::uint64_t states = states_, features = numbers_.size();
    put(&states, sizeof states);
    put(&features, sizeof features);
    put(steps_.data(), steps_.size() * sizeof(float));
    put(open_.data(), open_.size());
    std::vector<std::pair<std::uint64_t, std::uint32_t>> ordered(numbers_.begin(), numbers_.end());
    std::sort(ordered.begin(), ordered.end());
    for (const auto& [hash, row] : ordered) {
        put(&hash, sizeof hash);
        put(&weights_[row * states_], states_ * sizeof(float));
    }
    return out;
}

Chain Chain::from_bytes(std::string_view bytes)
{
    const auto take = [&](void* to, std::size_t size) {
        if (bytes.size() < size) throw std::runtime_error("a chain ends too early");
        std::memcpy(to, bytes.data(), size);
        bytes.remove_prefix(size);
    };
    Chain chain;
    std::uint64_t features = 0, states = 0;
    take(&states, sizeof states);
    take(&features, sizeof features);
    if (states > 255 || bytes.size() != states * states * 5 + features * (8 + states * 4)) throw std::runtime_error("a chain has the wrong length");
    chain.states_ = states;
    chain.steps_.resize(states * states);
    chain.open_.resize(states * states);
    take(chain.steps_.data(), chain.steps_.size() * sizeof(float));
    take(chain.open_.data(), chain.open_.size());
    chain.weights_.resize(features * states);
    for (std::uint32_t row = 0; row < features; ++row) {
        std::uint64_t hash = 0;
        take(&hash, sizeof hash);
        take(&chain.weights_[row * states], states * sizeof(float));
        chain.numbers_.emplace(hash, row);
    }
    return chain;
}

}  // namespace sitrep::spans
