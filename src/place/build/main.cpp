// gazetteer_build NODE_MODULES TIMEZONEMAP CLDR OWN OUT: joins the place sources into gazetteer.blob.
#include "place/build/atlas.hpp"

#include <fmt/format.h>

#include <cmath>
#include <exception>
#include <limits>

namespace {

using namespace sitrep::place::build;
using sitrep::place::Coordinate;
using sitrep::place::Ring;
using sitrep::place::simplify_borders;

/// Units that came without a point stand at the middle of their settlements.
void place_units(Atlas& atlas)
{
    struct Sum {
        Coordinate sum;
        int members = 0;
    };
    std::unordered_map<std::string, Sum> sums;
    for (const auto& entry : atlas.entries) {
        if (entry.kind != sitrep::PlaceKind::settlement) continue;
        auto& sum = sums[entry.unit];
        sum.sum = {sum.sum.lat + entry.at.lat, sum.sum.lon + entry.at.lon};
        ++sum.members;
    }
    for (const auto& unit : atlas.units) {
        auto& entry = atlas.entries[unit.entry];
        if (unit.at.lat != 0 || unit.at.lon != 0) continue;
        const auto found = sums.find(unit.code);
        entry.has_point = found != sums.end();
        if (entry.has_point) entry.at = {found->second.sum.lat / found->second.members, found->second.sum.lon / found->second.members};
    }
}

/// A unit that is no longer first-level lies in the unit of the settlement nearest to its middle.
void place_outdated_units(Atlas& atlas)
{
    for (const auto& unit : atlas.units) {
        if (!unit.outdated) continue;
        double nearest = std::numeric_limits<double>::max();
        std::string code;
        for (const auto& entry : atlas.entries) {
            if (entry.kind != sitrep::PlaceKind::settlement || entry.country != unit.country) continue;
            const double far = std::hypot(entry.at.lat - unit.at.lat, entry.at.lon - unit.at.lon);
            if (far < nearest) {
                nearest = far;
                code = entry.unit;
            }
        }
        atlas.entries[unit.entry].unit = code;
    }
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc != 6) {
        fmt::print(stderr, "usage: gazetteer_build NODE_MODULES TIMEZONEMAP CLDR OWN OUT\n");
        return 2;
    }
    try {
        const Paths paths{argv[1], argv[2], argv[3], argv[4]};
        Atlas atlas;
        read_units(paths, atlas);
        read_countries(paths, atlas);
        read_cities(paths, atlas);
        read_own_units(paths, atlas);
        read_arabic_names(paths, atlas);
        place_units(atlas);
        place_outdated_units(atlas);
        read_own_places(paths, atlas);
        name_towns(atlas);
        std::vector<std::vector<Ring>*> units;
        for (auto& unit : atlas.units) units.push_back(&unit.rings);
        simplify_borders(units);
        std::vector<std::vector<Ring>*> countries;
        for (auto& country : atlas.countries) countries.push_back(&country.rings);
        simplify_borders(countries);
        write_blob(atlas, argv[5]);
        fmt::print("{} places, {} units\n", atlas.entries.size(), atlas.units.size());
        return 0;
    } catch (const std::exception& failure) {
        fmt::print(stderr, "gazetteer_build: {}\n", failure.what());
        return 1;
    }
}
