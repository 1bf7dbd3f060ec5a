// Finds the words of persons in a text, unless they are part of a public name or of our own sentences.
#pragma once

#include "publish/words.hpp"

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sitrep::publish {

/// Sequences of words, found at a position in one look-up by their first word.
class WordSequences {
public:
    void add(std::vector<std::string> sequence);
    /// Calls `found(length)` for every sequence that begins at `at` and runs across no gap, until it returns true.
    template <class Found>
    bool any_at(const std::vector<Word>& words, std::size_t at, std::string_view first_form, const Found& found) const;
    bool contains(const std::vector<std::string>& sequence) const;

private:
    std::unordered_map<std::string, std::vector<std::vector<std::string>>> by_first_;
};

/// A person's words count wherever they stand, with two exceptions. A person word that is itself a whole public name
/// ("Islamic State" taken for a person by mistake) is no person's. And an occurrence is innocent when it lies inside a
/// public name or a sentence of our own: "May" in "May 2023", "Ali" in the name of a brigade.
class PersonWords {
public:
    /// Public names are those of the registers, the phrases of our own labels and the words of our own formats.
    explicit PersonWords(const std::vector<std::string>& persons);

    /// More public names: the governorates on the map, the desk's own name. Split where commas and the like stand.
    void allow(std::string_view public_name);

    bool occur_in(std::string_view text) const;

private:
    bool innocent(const std::vector<Word>& words, std::size_t begin, std::size_t end) const;

    WordSequences persons_;
    WordSequences public_names_;
};

}  // namespace sitrep::publish
