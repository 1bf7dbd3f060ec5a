// Arabic clitics: و ف ب ل ك س and the article, written together with the word they belong to.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sitrep::text {

/// One way to read an Arabic word: so many leading letters are clitics, the rest is the word.
struct CliticSplit {
    std::uint8_t letters = 0;   ///< code points before the rest (conjunction and preposition; never the article)
    bool article = false;       ///< the rest begins with ال (or lost its alif after ل: "للجيش" → rest "الجيش" is read as article)
    std::string_view rest;      ///< of the normal form, with its ال if it has one ("للجيش" → "جيش")
    std::string_view bare;      ///< rest without the article
};

/// The readings of one word, at most six, kept without allocating: every Arabic word is read this way, several times.
class CliticSplits {
public:
    using value_type = CliticSplit;
    using const_iterator = const CliticSplit*;

    void push_back(const CliticSplit& split) { splits_[size_++] = split; }
    std::size_t size() const { return size_; }
    const CliticSplit* begin() const { return splits_.data(); }
    const CliticSplit* end() const { return splits_.data() + size_; }
    const CliticSplit& operator[](std::size_t i) const { return splits_[i]; }
    const CliticSplit& front() const { return splits_[0]; }

private:
    std::array<CliticSplit, 6> splits_;
    std::size_t size_ = 0;
};

/// All readings of a normal form, the unsplit one first. Letters are counted in the normal form, which
/// for Arabic has as many code points as the word as written unless tashkeel or tatweel was taken out.
CliticSplits clitic_splits(std::string_view normal);

/// True when `normal` is `word`, or is it behind clitics and/or the article ("وبالجيش" matches "جيش" and "الجيش").
bool matches_behind_clitics(std::string_view normal, std::string_view word);

}  // namespace sitrep::text
