// How sure it is that the best candidate of a name is the place meant: a chance, and from which chance on it is an answer.
#pragma once

#include "place/blob.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace sitrep::place {

/// What speaks for or against the best candidate; numbers, most of them 0 to 1.
enum class Sign : std::uint8_t {
    always,            ///< 1
    score,             ///< of the ranking, 0..1
    margin,            ///< by how much the ranking puts it before the next candidate that lies elsewhere (over 25 km away)
    alone,             ///< no candidate lies elsewhere
    rivals_in_unit,    ///< log2 of 1 + namesakes elsewhere in its governorate
    rivals_in_country,
    rivals_in_world,
    fold,              ///< found by its name alike but for vowels
    skeleton,          ///< found by its consonants
    but_one,           ///< found by its consonants but for one
    unlikeness,        ///< 1 - likeness of the spellings
    shortened,         ///< found by a part of the name: "Tall al-Sayyad" by Sayyad
    country,           ///< kinds; a settlement has none of these
    governorate,
    district,
    stretch,           ///< region, road, water
    site,
    prominence,
    own,               ///< the project's own layer or the desk knows it
    in_unit,           ///< in the governorate that was asked for, or that stands beside the name (0..1, by how near)
    in_other_unit,     ///< another governorate was asked for, or stands beside the name
    over_border,       ///< by how near that other governorate's border it lies: 1 on it, 0 from 30 km on
    unit_share,        ///< how much of what the document says of governorates speaks for its governorate
    country_fit,       ///< how much of what is known of the country speaks for its country
    thin,              ///< how thin the gazetteer is in its country: -log2 of the completeness, 0 (complete) to 6
    thin_and_alike,    ///< `thin`, where the name is not the same
    short_name,        ///< up to four letters
    several_words,
    told,              ///< a noun for a place stands beside it
    after_in,
    opens_sentence,    ///< in Latin letters, where the capital says nothing
    arabic,
    everyday,          ///< an everyday word, too
    neighbours,        ///< another place of the document lies within 100 km
    count
};
inline constexpr std::size_t sign_count = static_cast<std::size_t>(Sign::count);
/// In the order of Sign, as the trainer and its table call them.
std::string_view name_of(Sign sign);

class Signs {
public:
    double& operator[](Sign sign) { return values_[static_cast<std::size_t>(sign)]; }
    double operator[](Sign sign) const { return values_[static_cast<std::size_t>(sign)]; }
    const std::array<double, sign_count>& values() const { return values_; }

private:
    std::array<double, sign_count> values_{};
};

/// Where a name stands: asked for by itself (`gazetteer find`, a table's cell), or told in running text.
enum class Situation : std::uint8_t { asked, told };

/// The chance, 0..1, that the place meant lies within 25 km of the candidate (a governorate or country: is that one). Logistic regression, fitted by
/// train/places on the texts and tables named in src/place/certainty_weights.hpp; how well it holds: docs/accuracy.md.
double chance_of(Situation situation, const Signs& signs);

/// From this chance on the candidate is an answer; below it the name is not resolved.
double answered_from(Situation situation);

/// One candidate as far as its rivals need to know it.
struct Contender {
    std::uint32_t place = 0;
    double score = 0;
    bool same_name = true;  ///< its name agrees as well as the best one's
};
/// Writes what the candidates among themselves and the place itself say. `contenders` are best first and not empty.
void read_contenders(const Gazetteer::Blob& blob, std::span<const Contender> contenders, Signs& signs);

}  // namespace sitrep::place
