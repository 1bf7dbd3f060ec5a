// Names whose true place is known, as the chances of place/certainty.hpp see them.
#pragma once

#include "place/certainty.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace sitrep::train {

struct PlaceExample {
    std::string set;  ///< where it comes from, and with which gazetteer it was read
    place::Situation situation = place::Situation::asked;
    place::Signs signs;
    bool is_right = false;
    std::size_t fold = 0;
    double weight = 1;
};

/// Reads the cases of bench/places/cases.py and asks the gazetteer each. A mention that nobody marked is an example of a wrong one where all places of a text are
/// marked, unless its name is marked elsewhere in the text. Throws where a line is no case.
std::vector<PlaceExample> place_examples(const std::filesystem::path& cases, const place::Gazetteer& gazetteer, const std::string& label, std::size_t folds);

}  // namespace sitrep::train
