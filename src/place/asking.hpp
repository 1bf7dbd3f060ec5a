// Candidates for a name that is asked for by itself, with what speaks for the first one.
#pragma once

#include "place/certainty.hpp"
#include "place/gazetteer.hpp"

#include <string_view>
#include <vector>

namespace sitrep::place {

struct Asked {
    std::vector<PlaceCandidate> candidates;  ///< best first; the first one's score is its chance, the others' are in proportion
    Signs signs;                             ///< of the first candidate; all 0 when there is none
};
Asked ask(const Gazetteer::Blob& blob, std::string_view name, const Near& near);

}  // namespace sitrep::place
