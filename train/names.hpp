// Public sets of sentences with the names of persons marked, as reports in which nothing else is.
#pragma once

#include <string>
#include <vector>

#include "corpus.hpp"

namespace sitrep::train {

/// The sentences of files of words and labels (.txt, .conll) or of JSON lines (train/spans/texts.hpp), one a report. Types that stand for persons are taken
/// ("PER", "PERS", "person"), all others left. Throws std::runtime_error naming the file and line of a fault.
std::vector<GoldReport> read_names(const std::string& path, Language language);

}  // namespace sitrep::train
