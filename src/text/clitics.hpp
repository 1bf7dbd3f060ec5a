// Arabic clitics: و ف ب ل ك س and the article, written together with the word they belong to.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace sitrep::text {

/// One way to read an Arabic word: so many leading letters are clitics, the rest is the word.
struct CliticSplit {
    std::uint8_t letters = 0;   ///< code points before the rest (conjunction and preposition; never the article)
    bool article = false;       ///< the rest begins with ال (or lost its alif after ل: "للجيش" → rest "الجيش" is read as article)
    std::string_view rest;      ///< of the normal form, with its ال if it has one ("للجيش" → "جيش")
    std::string_view bare;      ///< rest without the article
};

/// All readings of a normal form, the unsplit one first, at most six. Letters are counted in the normal form, which
/// for Arabic has as many code points as the word as written unless tashkeel or tatweel was taken out.
std::vector<CliticSplit> clitic_splits(std::string_view normal);

/// True when `normal` is `word`, or is it behind clitics and/or the article ("وبالجيش" matches "جيش" and "الجيش").
bool matches_behind_clitics(std::string_view normal, std::string_view word);

}  // namespace sitrep::text
