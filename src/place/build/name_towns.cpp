// The town that a first-level unit is called after has the unit's name: sources write "Ar Raqqah" and "Deir-ez-Zor" for the towns of Raqqa and Deir ez-Zor,
// and a reader takes them for two.
#include "place/build/atlas.hpp"
#include "place/keys.hpp"

#include <algorithm>
#include <unordered_map>

namespace sitrep::place::build {
namespace {

bool is_called(const Entry& entry, const std::string& key)
{
    return key_of(entry.name) == key || std::ranges::any_of(entry.alternates, [&](const auto& name) { return key_of(name) == key; });
}

}  // namespace

void name_towns(Atlas& atlas)
{
    std::unordered_map<std::string, std::pair<const Unit*, std::string>> units;
    for (const auto& unit : atlas.units) units.emplace(unit.code, std::pair(&unit, key_of(unit.name)));
    std::unordered_map<const Unit*, Entry*> towns;
    for (auto& entry : atlas.entries) {
        const auto unit = units.find(entry.unit);
        if (entry.kind != PlaceKind::settlement || unit == units.end() || !is_called(entry, unit->second.second)) continue;
        auto& town = towns[unit->second.first];
        if (town == nullptr || town->population < entry.population) town = &entry;
    }
    for (const auto& [unit, town] : towns) {
        if (town->name == unit->name) continue;
        town->alternates.push_back(std::move(town->name));
        town->name = unit->name;
    }
}

}  // namespace sitrep::place::build
