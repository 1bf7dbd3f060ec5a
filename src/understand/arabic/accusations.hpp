// Who accuses whom: "واتهم نقيب الصحفيين الحوثيين", "السكان يتهمون قسد", "ألقت الشرطة باللوم على عصابة".
#pragma once

#include "understand/arabic/actors.hpp"

#include <optional>
#include <vector>

namespace sitrep::understand::arabic {

/// An accusation as grammar tells it. Arabic has the accuser right behind the verb and the accused right behind the accuser, with no word between.
struct Accusation {
    std::uint32_t verb = 0;             ///< words [verb, verb_last)
    std::uint32_t verb_last = 0;
    std::uint32_t accuser_first = 0;    ///< words [accuser_first, accuser_last); empty when nobody is told
    std::uint32_t accuser_last = 0;
    CueIndex accused = none;            ///< into Cues::actors
};

/// The accusation that a word of class `blames` makes, or nothing where it blames nobody for a deed ("حمل السلاح", "اتهم الحكومة بالتقصير").
std::optional<Accusation> accusation_at(const Reading& reading, const std::vector<FoundActor>& actors, const Cues& cues, std::uint32_t i);

/// The fault that a word of class `blames` blames somebody for which is no deed ("بالتقصير"); the first word of the blame where there is none.
std::uint32_t fault_behind(const Reading& reading, const Found& blames);

}  // namespace sitrep::understand::arabic
