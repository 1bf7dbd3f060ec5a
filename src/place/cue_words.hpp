// The words behind place/cues.hpp, a language a file; within a line separated by spaces.
#pragma once

#include "place/cues.hpp"

#include <span>
#include <string_view>

namespace sitrep::place {

struct CueWords {
    Cue cue;
    std::string_view words;
};

/// English in lower case; Arabic in the normal form of text::Token (ة is ه, ى is ي, no hamza on alif).
/// A word that stands in two groups belongs to the first.
std::span<const CueWords> english_cues();
std::span<const CueWords> arabic_cues();

}  // namespace sitrep::place
