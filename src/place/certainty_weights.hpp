// Weights of place/certainty.hpp in the order of Sign, written by train/places (place_train): do not edit. Fitted on half of UCDP's place names of Syria and on its
// sample of the world (UCDP GED, CC BY 4.0), IDRISI's messages in Arabic and English (Suwaileh et al. 2023, CC BY 4.0) and the train part of data/corpus.
#pragma once

#include <array>

namespace sitrep::place {

inline constexpr std::array<double, 34> weights_asked{
    -2.4252,  // always
    2.1287,  // score
    2.9706,  // margin
    0.5147,  // alone
    -0.0680,  // rivals_in_unit
    -0.2769,  // rivals_in_country
    -0.0292,  // rivals_in_world
    0.0100,  // fold
    0.9074,  // skeleton
    -0.0936,  // but_one
    -2.9243,  // unlikeness
    -0.9573,  // shortened
    2.9309,  // country
    -0.7809,  // governorate
    0.0959,  // district
    1.1689,  // stretch
    0.1481,  // site
    -1.3603,  // prominence
    -0.1819,  // own
    1.5407,  // in_unit
    -2.2373,  // in_other_unit
    1.6528,  // over_border
    0.0000,  // unit_share
    2.0667,  // country_fit
    0.0660,  // thin
    -0.6799,  // thin_and_alike
    0.2127,  // short_name
    -0.4003,  // several_words
    0.0000,  // told
    0.0000,  // after_in
    0.0000,  // opens_sentence
    0.0000,  // arabic
    0.0000,  // everyday
    0.0000,  // neighbours
};
inline constexpr double answered_from_asked = 0.35;

inline constexpr std::array<double, 34> weights_told{
    -4.5254,  // always
    4.2548,  // score
    0.6316,  // margin
    0.2926,  // alone
    0.0868,  // rivals_in_unit
    -0.1270,  // rivals_in_country
    -0.2640,  // rivals_in_world
    -0.3151,  // fold
    0.3875,  // skeleton
    0.0000,  // but_one
    -3.1804,  // unlikeness
    0.0000,  // shortened
    3.1073,  // country
    0.9998,  // governorate
    0.9272,  // district
    1.4815,  // stretch
    1.2341,  // site
    0.1029,  // prominence
    -0.0707,  // own
    1.2701,  // in_unit
    0.0129,  // in_other_unit
    0.0000,  // over_border
    1.2364,  // unit_share
    0.8392,  // country_fit
    -0.0043,  // thin
    -0.4126,  // thin_and_alike
    -0.6076,  // short_name
    -0.6172,  // several_words
    0.4682,  // told
    0.4481,  // after_in
    0.1396,  // opens_sentence
    -0.3387,  // arabic
    -0.7984,  // everyday
    1.0091,  // neighbours
};
inline constexpr double answered_from_told = 0.40;

}  // namespace sitrep::place
