#include "place/completeness.hpp"

#include "core/place.hpp"

#include <algorithm>

namespace sitrep::place {

double Inventory::expected() const { return static_cast<double>(towns) * town_population / hamlet_population; }

double Inventory::completeness() const { return towns == 0 ? 0 : std::min(1.0, static_cast<double>(settlements) / expected()); }

Inventories inventories_of(std::span<const PlaceRow> places)
{
    Inventories all{};
    for (const auto& row : places) {
        if (row.kind != static_cast<std::uint8_t>(PlaceKind::settlement) && row.kind != static_cast<std::uint8_t>(PlaceKind::site)) continue;
        auto& country = all[country_index(row.country)];
        ++country.settlements;
        country.with_arabic += row.name_ar != 0;
        country.towns += row.population >= town_population;
    }
    return all;
}

}  // namespace sitrep::place
