// How well a gazetteer name agrees with the name that was asked for, and what else speaks for a place.
#pragma once

#include "place/blob.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sitrep::place {

enum class Agreement : std::uint8_t { key, fold, skeleton, skeleton_but_one };

/// A place that some spelling of its name brought up.
struct Hit {
    std::uint32_t place = 0;
    std::uint32_t name = 0;  ///< string offset of the spelling that agreed
    Agreement agreement = Agreement::key;
    double likeness = 1;  ///< 0..1
};

/// Where a name should be: places elsewhere are found too, and do not end the search.
struct Within {
    std::string_view country;  ///< ISO 3166-1 alpha-2, or empty
    std::string_view unit;     ///< ISO 3166-2, or empty
};
/// All places whose name agrees: by key; where none is within (if anything is asked), by fold too, then by skeleton; and where a unit is asked, by a
/// skeleton with one consonant more, less or another, in that unit alone.
std::vector<Hit> hits_of(const Gazetteer::Blob& blob, std::string_view name, Within within);

/// Likeness of two spellings, 1 − edit distance over the longer length, over folded keys when the scripts are one.
double likeness(std::string_view asked, std::string_view known);

/// 0..1: how often news mean this place by its bare name, before any context: kind and rank, then population.
double prominence(const PlaceRow& row);

}  // namespace sitrep::place
