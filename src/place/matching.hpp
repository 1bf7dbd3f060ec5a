// How well a gazetteer name agrees with the name that was asked for, and what else speaks for a place.
#pragma once

#include "place/blob.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sitrep::place {

enum class Agreement : std::uint8_t { key, fold, skeleton };

/// A place that some spelling of its name brought up.
struct Hit {
    std::uint32_t place = 0;
    std::uint32_t name = 0;  ///< string offset of the spelling that agreed
    Agreement agreement = Agreement::key;
    double likeness = 1;  ///< 0..1
};

/// All places whose name agrees: by key; where none is in `country` (if one is given), by fold too, then by skeleton.
std::vector<Hit> hits_of(const Gazetteer::Blob& blob, std::string_view name, std::string_view country);

/// Likeness of two spellings, 1 − edit distance over the longer length, over folded keys when the scripts are one.
double likeness(std::string_view asked, std::string_view known);

/// 0..1: how often news mean this place by its bare name, before any context: kind and rank, then population.
double prominence(const PlaceRow& row);

}  // namespace sitrep::place
