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
    -4.5081,  // always
    4.1875,  // score
    0.6147,  // margin
    0.2983,  // alone
    0.0847,  // rivals_in_unit
    -0.1290,  // rivals_in_country
    -0.2635,  // rivals_in_world
    -0.3231,  // fold
    0.3788,  // skeleton
    0.0000,  // but_one
    -3.1811,  // unlikeness
    0.0000,  // shortened
    3.1221,  // country
    0.9978,  // governorate
    0.9241,  // district
    1.4912,  // stretch
    1.2443,  // site
    0.1126,  // prominence
    -0.0637,  // own
    1.2783,  // in_unit
    0.0171,  // in_other_unit
    0.0000,  // over_border
    1.2511,  // unit_share
    0.8596,  // country_fit
    -0.0046,  // thin
    -0.4128,  // thin_and_alike
    -0.6084,  // short_name
    -0.6137,  // several_words
    0.4677,  // told
    0.4489,  // after_in
    0.1394,  // opens_sentence
    -0.3389,  // arabic
    -0.7976,  // everyday
    1.0043,  // neighbours
};
inline constexpr double answered_from_told = 0.40;

}  // namespace sitrep::place
