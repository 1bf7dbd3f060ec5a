// A linear-chain conditional random field (Lafferty, McCallum & Pereira 2001) over hashed features of words.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sitrep::spans {

using State = std::uint8_t;
/// The hashed features of each word of a sentence.
using HashedWords = std::vector<std::vector<std::uint64_t>>;

/// A sentence with the right state of each word.
struct Example {
    const HashedWords* words = nullptr;
    std::vector<State> states;
};

struct ChainFitting {
    int passes = 20;
    float rate = 0.2F;        ///< first step of AdaGrad (Duchi, Hazan & Singer 2011)
    float decay = 1e-3F;      ///< L2, on the weights that a step touches
    float dropout = 0;        ///< part of the features that a step does not see (Sutton, Sindelar & McCallum 2006)
    std::uint32_t seen_min = 1;
    std::uint32_t seed = 1;
};

class Chain {
public:
    Chain() = default;
    /// `may_follow(from, to)` tells which steps a path may take.
    Chain(std::size_t states, const std::function<bool(State, State)>& may_follow);

    void fit(const std::vector<Example>& examples, const ChainFitting& fitting);
    /// The mean of several that differ in nothing but the seed.
    static Chain mean(const std::vector<Chain>& chains);

    /// The chances of the states at each word, one row of states() after the other.
    std::vector<float> chances(const HashedWords& words) const;
    /// The best path (Viterbi); `outside` is added to the score of state 0.
    std::vector<State> best_path(const HashedWords& words, float outside = 0) const;
    std::size_t states() const { return states_; }

    std::string bytes() const;
    /// Throws std::runtime_error when the bytes are no such model.
    static Chain from_bytes(std::string_view bytes);

private:
    using Rows = std::vector<std::vector<std::uint32_t>>;

    Rows rows_of(const HashedWords& words) const;
    void score(const Rows& rows, float scale, std::vector<float>& scores) const;
    /// Turns scores into chances; the expected steps are left in `steps` when it is given.
    void sum(std::vector<float>& scores, std::vector<float>* steps) const;
    void learn(const Rows& rows, const std::vector<State>& states, const ChainFitting& fitting);
    void number(const std::vector<Example>& examples, std::uint32_t seen_min);

    std::size_t states_ = 0;
    std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
    std::vector<float> weights_, squares_;          ///< states() a feature; squares only while fitting
    std::vector<float> steps_, step_squares_;       ///< from, to
    std::vector<std::uint8_t> open_;                ///< which steps may be taken; a path may begin where it may go on from state 0
};

}  // namespace sitrep::spans
