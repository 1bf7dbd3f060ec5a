// Words that state an act: which, in whose voice, and whether it really happened.
#pragma once

#include "understand/arabic/reading.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace sitrep::understand::arabic {

/// A word that tells an act or what became of people; `cue` is empty for one that only counts people (توفي, أصيب without cause).
struct FoundAct {
    const Found* found = nullptr;
    std::uint32_t first = 0;  ///< words [first, last)
    std::uint32_t last = 0;
    CueIndex cue = none;      ///< into Cues::acts
    bool passive = false;     ///< its subject is the victim
    std::optional<Outcome> outcome;  ///< what a number of people beside it counts
};

/// All act words in the order of the text; fills Cues::acts without agents and patients.
std::vector<FoundAct> find_acts(const Reading& reading, Cues& cues);

/// Indices [first, last) of the act cues of a sentence.
std::pair<std::size_t, std::size_t> acts_in(const Cues& cues, std::uint32_t sentence);

/// The act of the sentence told last before a word, or nullptr.
const FoundAct* act_before(const Reading& reading, const std::vector<FoundAct>& acts, std::uint32_t i);

}  // namespace sitrep::understand::arabic
