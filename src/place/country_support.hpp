// Which countries a document speaks of, and how strongly: among namesakes the one that lies there is meant.
#pragma once

#include "place/resolving.hpp"

#include <array>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace sitrep::place {

/// How strongly a document speaks of each country and of each governorate.
struct Support {
    std::array<double, country_codes> by_country{};  ///< sums of weights
    std::string by_words;  ///< ISO code of the country that the words alone speak for most, whatever little; or empty
    double words_say = 0;  ///< its weight
    bool by_words_clearly = false;  ///< with twice the weight of any other
    std::string homeland;  ///< ISO code of the country that the groups alone speak for, where they all do; or empty
    std::array<double, country_codes> named{};  ///< how often a word that can mean no other country names one
    std::map<std::uint16_t, double> by_unit;
    std::size_t strongest = 0;
    double most_of_a_unit = 0;
    void add_unit(std::uint16_t unit, double weight)
    {
        auto& sum = by_unit[unit];
        sum += weight;
        most_of_a_unit = std::max(most_of_a_unit, sum);
    }
    void add_country(std::size_t index, double weight) { by_country[index] += weight; }
    /// 0..1 of the strongest.
    double of(const PlaceRow& row) const
    {
        const double most = by_country[strongest];
        return most > 0 ? std::min(1.0, by_country[country_index(row.country)] / most) : 0;
    }
    /// Finds the strongest. Index 0 sums what lies in no one country (seas, continents): it is never what a text is about.
    void settle();
    /// One country has more for it than every other; a group that is active in three says nothing of which.
    bool knows_country() const;
    /// The country that the text is clearly about, or nothing: by its words, or by its groups where its words say next to nothing. Never by its outlet.
    std::string country_told() const;
    /// Where a place that no list knows lies, if nothing beside it tells: the same, and by ever so few words.
    std::string country_of_unknown() const;
};

/// ISO 3166-1 alpha-2 by country_index.
std::string country_code(std::size_t index);

Support country_support(const std::vector<Atom>& atoms, const std::vector<Judged>& spots, std::span<const CountryHint> hints, const Gazetteer::Blob& blob);

/// The countries that a name of a few words speaks of, whatever else it may be a part of, with their shares of one.
std::map<std::string, double> countries_spoken_of(const std::vector<Atom>& atoms, const std::vector<Spot>& spots, const Gazetteer::Blob& blob);

}  // namespace sitrep::place
