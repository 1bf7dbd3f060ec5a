// The words of a document cut at hyphens, so that "Damascus-Homs" holds two names and "ez-Zor" one, each with its cue.
#pragma once

#include "place/cues.hpp"
#include "text/document.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace sitrep::place {

struct Atom {
    std::uint32_t begin = 0, end = 0;  ///< code points
    std::string_view normal;
    std::string_view demonym;  ///< country code, if the word is a demonym
    std::uint32_t sentence = 0;
    Cue cue = Cue::none;
    std::uint32_t cue_trim = 0;  ///< Arabic clitic letters before the cue ("بريف" has one)
    std::uint32_t hashtag = 0;   ///< which hashtag the word stands in, counted from 1; 0 is none
    bool word = false;      ///< a word or number; names do not run across anything else
    bool number = false;
    bool capital = false;
    bool all_caps = false;
    bool arabic = false;
    bool joined = false;    ///< hangs on the atom before it by a hyphen
    bool first = false;     ///< first word of its sentence
    bool dash = false;      ///< "–", "-" or "/" between two names
    bool comma = false;
    bool possessive = false;  ///< 's
};

std::vector<Atom> atoms_of(const text::Document& document);

/// Reads a text without capitals as if names had them: the words of these stretches that are no cues, and demonyms anywhere.
void give_capitals(std::vector<Atom>& atoms, std::vector<Span> names);

}  // namespace sitrep::place
