// How much of a country's settlements the loaded gazetteer has, against how many there must be.
#pragma once

#include "place/blob_format.hpp"

#include <array>
#include <cstdint>
#include <span>

namespace sitrep::place {

/// What is known of one country.
struct Inventory {
    std::uint64_t settlements = 0;  ///< settlements and sites
    std::uint64_t with_arabic = 0;
    std::uint64_t towns = 0;        ///< of at least `town_population`

    /// How many settlements of at least `hamlet_population` to expect. Sizes of settlements follow Zipf's law: half the size, twice as many (Gabaix,
    /// Quarterly Journal of Economics 114, 1999); towns of 15,000 are listed nearly everywhere, so their number tells the rest.
    double expected() const;
    /// Share of the expected that is known, 0 (nothing) to 1 (as many as expected, or more). A country without a single town known has 0.
    double completeness() const;
};

inline constexpr std::uint32_t town_population = 15'000;
inline constexpr std::uint32_t hamlet_population = 200;
inline constexpr std::size_t country_codes = 26 * 26;

/// Index of a country's two letters, below `country_codes`; whatever is no country code shares 0 with AA.
constexpr std::size_t country_index(const std::array<char, 2>& code)
{
    const auto letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    return letter(code[0]) && letter(code[1]) ? static_cast<std::size_t>(code[0] - 'A') * 26 + static_cast<std::size_t>(code[1] - 'A') : 0;
}

/// By country_index. Goes through all places once.
using Inventories = std::array<Inventory, country_codes>;
Inventories inventories_of(std::span<const PlaceRow> places);

}  // namespace sitrep::place
