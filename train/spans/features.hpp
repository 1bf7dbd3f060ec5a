// What the taggers of spans look at.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "auxiliary.hpp"
#include "chain.hpp"
#include "known_text.hpp"
#include "word_classes.hpp"

namespace sitrep::spans {

/// Names of parts that are left out, to measure what each gives: "front" (all that Sitrep sees), "roles", "classes", "heads", an auxiliary's.
using Without = std::set<std::string>;

/// Words, shapes, affixes, classes and what Sitrep sees: enough for an auxiliary tagger.
HashedWords word_features(const KnownText& text, const WordClasses& classes, const Without& without);

/// These and the opinions of auxiliary taggers.
HashedWords span_features(const KnownText& text, const WordClasses& classes, const HashedWords& words, const std::vector<Opinion>& opinions, const Without& without);

}  // namespace sitrep::spans
