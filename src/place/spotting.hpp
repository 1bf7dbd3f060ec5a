// Finding the stretches of a text that may name a place, before anything is decided about them.
#pragma once

#include "place/atoms.hpp"
#include "place/blob.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace sitrep::place {

/// A name in the text: atoms [first, last). `known` is what the gazetteer has under exactly this key, possibly nothing.
struct Spot {
    std::size_t first = 0, last = 0;
    std::uint32_t trim = 0;  ///< Arabic clitic letters before the name, part of the first atom but not of the name
    std::span<const NameRow> known;
    Cue before = Cue::none;  ///< nearest telling word before the name ("the town of", "قرية")
    Cue after = Cue::none;   ///< word after it ("district", "governorate")
    bool in = false;         ///< a word or clitic for "in" stands before it
    bool everyday = false;   ///< most likely an everyday word: "سيول", or "خبر" where the town is written "الخبر"
    bool only_context = false;  ///< tells what the text is about but is no mention: "#سيول_الأردن"
    std::size_t words() const { return last - first; }
};

/// Words that announce a place's name.
bool tells_place(Cue before);

/// Longest names in order, none overlapping another; names that only the words around them call places are among them.
std::vector<Spot> spots_of(const std::vector<Atom>& atoms, const Gazetteer::Blob& blob);

}  // namespace sitrep::place
