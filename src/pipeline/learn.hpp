// What a desk has decided, taught to the models on its own machine, and kept only where a held-back part shows that it helps.
#pragma once

#include "place/gazetteer.hpp"
#include "store/store.hpp"
#include "understand/model/fit.hpp"
#include "understand/model/models.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace sitrep::pipeline {

/// Incidents that a person has accepted, corrected or withdrawn: with fewer nothing can be told apart from chance.
inline constexpr std::size_t incidents_to_learn_from_min = 20;

/// Right answers on the held-back part to one question in one language.
struct Gain {
    Language language = Language::unknown;
    understand::Question question{};
    std::size_t taught = 0;      ///< answered questions that were learnt from
    std::size_t held_back = 0;   ///< answered questions that were not
    std::size_t before = 0;      ///< of the held-back ones right with the models in use
    std::size_t won = 0;         ///< wrong before, right with the adapted ones
    std::size_t lost = 0;        ///< right before, wrong with the adapted ones
    std::size_t after() const { return before + won - lost; }
    /// True when so many more won than lost would be rare were the two as likely (sign test): one in a few thousand is no gain.
    bool taken() const;
};

struct Learnt {
    enum class Verdict { too_few, no_gain, gain } verdict = Verdict::too_few;
    std::size_t incidents = 0;            ///< that something can be learnt from
    std::size_t incidents_held_back = 0;  ///< of these
    std::vector<Gain> gains;              ///< only where something was taught or held back
    std::size_t held_back = 0, before = 0, after = 0;  ///< over all questions, `after` with what is taken only
    std::optional<understand::Models> english, arabic;  ///< what to use from now on; only where something is taken
};

struct LearnOptions {
    std::size_t threads = 2;  ///< 1 = everything on the calling thread
    understand::Adapting adapting{};
    std::function<void(std::size_t done, std::size_t all)> progress;  ///< after each report; may be empty
};

/// Always begins at the shipped models, with all that the library says now: learning twice is learning once, and what was taken back is not learnt again.
/// `in_use` are the models to be better than. Changes nothing itself.
Learnt learn(const store::Store& store, const place::Gazetteer& gazetteer, const understand::ModelSet& in_use, const LearnOptions& options);

/// True for the quarter of all incidents that is never learnt from: always the same ones.
bool is_held_back(IncidentId id);

}  // namespace sitrep::pipeline
