// Fitting a conditional logit to answered questions.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "understand/model/choice.hpp"

namespace sitrep::understand {

/// One answered question: the features of each alternative, and which of them are right (several may be: the same answer made in two ways).
struct Example {
    std::vector<std::vector<std::uint64_t>> alternatives;
    std::vector<std::uint32_t> right;  ///< never empty, sorted
    float weight = 1;                  ///< how many such questions it stands for
    bool exemplary = true;              ///< of those whose manner is to be met in use: see Fitting::own
    /// Of a question with a fixed set of answers: the features that all of them share, and the name of each (Features::add_shared).
    std::vector<std::uint64_t> shared{};
    std::vector<std::uint32_t> names{};
};
/// Puts what is asked into an example.
void ask(std::span<const Features> alternatives, Example& example);

struct Fitting {
    int passes = 12;
    double rate = 0.05;         ///< first step of AdaGrad (Duchi, Hazan & Singer 2011)
    double caution = 1;         ///< sum of squared steps that each feature is taken to have behind it: the more, the smaller its first ones
    double decay = 0.1;        ///< part of each weight that a pass takes away (an L2 prior)
    std::uint32_t seen_min = 4; ///< features of fewer examples are left out
    /// Exemplary ones have, beside the weights of all, weights of their own, of which a pass takes away so many times more: what is learnt is
    /// both together (Daume 2007). 0: none of their own.
    double own = 0;
    std::size_t hidden_from = 0;  ///< examples from which on kinds are told by a hidden layer instead
    std::uint32_t readings = 1;  ///< how often the same question stands among the examples, as other taggers read the report
};

/// The log-likelihood's maximum with a prior, by stochastic gradient in an order drawn from a fixed seed: the same examples give the same model.
ChoiceModel fit(const std::vector<Example>& examples, const Fitting& fitting);

struct Adapting {
    int passes = 8;
    double rate = 0.01;         ///< first step of AdaGrad; small, as a desk confirms far more than it corrects
    double pull = 0.05;         ///< part of each change that a pass takes back (an L2 prior around the model as it was)
    std::uint32_t seen_min = 2; ///< features of fewer examples keep their weights
};

/// A model that answers the examples better and is otherwise as it was: weights move from those of `base` and are pulled back to them.
ChoiceModel adapt(const ChoiceModel& base, const std::vector<Example>& examples, const Adapting& adapting);

/// Probabilities of an example's alternatives.
std::vector<double> probabilities(const ChoiceModel& model, const Example& example);

/// Share of the examples whose best alternative is right.
double accuracy(const ChoiceModel& model, const std::vector<Example>& examples);

}  // namespace sitrep::understand
