// The project's own tables: units.csv, settlements.csv in data/gazetteer.
#include "place/build/atlas.hpp"
#include "place/keys.hpp"
#include "text/normalise.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <optional>
#include <stdexcept>

namespace sitrep::place::build {
namespace {

constexpr int own_rank = 3;

void add_names(const std::string& list, std::vector<std::string>& names)
{
    for (auto& name : fields_of(list, '|'))
        if (!name.empty()) names.push_back(std::move(name));
}

/// Names and positions known so far, to find the twin of an own row.
class Twins {
public:
    explicit Twins(const Atlas& atlas) : atlas_(atlas)
    {
        for (std::size_t i = 0; i < atlas.entries.size(); ++i) {
            const auto& entry = atlas.entries[i];
            if (entry.kind != PlaceKind::settlement) continue;
            add(entry.name, i);
            for (const auto& name : entry.alternates) add(name, i);
        }
    }
    std::optional<std::size_t> of(const Entry& own) const
    {
        std::vector<std::string> names = own.alternates;
        names.push_back(own.name);
        for (const auto& name : names) {
            const auto [first, last] = by_skeleton_.equal_range(own.country + text::skeleton(name));
            for (auto at = first; at != last; ++at)
                if (is_near(atlas_.entries[at->second].at, own.at)) return at->second;
        }
        return std::nullopt;
    }

private:
    static bool is_near(Coordinate a, Coordinate b)
    {
        constexpr double reach_degrees = 0.05;
        return std::abs(a.lat - b.lat) < reach_degrees && std::abs(a.lon - b.lon) < reach_degrees;
    }
    void add(const std::string& name, std::size_t index)
    {
        if (auto key = text::skeleton(name); !key.empty()) by_skeleton_.emplace(atlas_.entries[index].country + key, index);
    }
    const Atlas& atlas_;
    std::multimap<std::string, std::size_t> by_skeleton_;
};

void merge_into(Entry& known, Entry own)
{
    known.alternates.push_back(known.name);
    known.alternates.insert(known.alternates.end(), own.alternates.begin(), own.alternates.end());
    if (!known.name_ar.empty()) known.alternates.push_back(known.name_ar);
    known.name = own.name;
    if (!own.name_ar.empty()) known.name_ar = own.name_ar;
    if (!own.unit.empty()) known.unit = own.unit;
    known.rank = std::max(known.rank, own.rank);
    known.own = true;
}

std::string id_of(const Entry& entry)
{
    auto slug = key_of(entry.name);
    return fmt::format("sitrep:{}-{}", slug, entry.unit.empty() ? entry.country : entry.unit);
}

void read_settlements(const Paths& paths, Atlas& atlas)
{
    constexpr std::size_t columns = 9;
    const Twins twins{atlas};
    std::vector<Entry> fresh;
    for (auto& row : csv_rows(paths.own / "settlements.csv", columns)) {
        Entry own;
        own.name = row[0];
        own.name_ar = row[1];
        own.at = {std::strtod(row[2].c_str(), nullptr), std::strtod(row[3].c_str(), nullptr)};
        own.country = row[4];
        own.unit = row[5];
        own.kind = kind_of(row[6]);
        add_names(row[7], own.alternates);
        own.rank = own_rank;
        own.own = true;
        check_unit(atlas, own, "settlements.csv");
        if (own.unit.empty()) own.unit = unit_at(atlas, own.country, own.at);
        if (const auto twin = own.kind == PlaceKind::settlement ? twins.of(own) : std::nullopt)
            merge_into(atlas.entries[*twin], std::move(own));
        else {
            own.id = id_of(own);
            fresh.push_back(std::move(own));
        }
    }
    atlas.entries.insert(atlas.entries.end(), fresh.begin(), fresh.end());
}

void apply(const std::vector<std::string>& row, Entry& entry)
{
    entry.alternates.push_back(entry.name);
    if (!entry.name_ar.empty()) entry.alternates.push_back(entry.name_ar);
    entry.name = row[3];
    if (!row[4].empty()) entry.name_ar = row[4];
    add_names(row[5], entry.alternates);
    entry.own = true;
}

}  // namespace

PlaceKind kind_of(const std::string& word)
{
    static const std::map<std::string, PlaceKind> kinds{{"settlement", PlaceKind::settlement}, {"district", PlaceKind::district}, {"region", PlaceKind::region},
                                                        {"road", PlaceKind::road}, {"water", PlaceKind::water}, {"site", PlaceKind::site}};
    const auto found = kinds.find(word);
    if (found == kinds.end()) throw std::runtime_error(fmt::format("unknown kind of place '{}'", word));
    return found->second;
}

void check_unit(const Atlas& atlas, const Entry& entry, const std::string& where)
{
    if (entry.unit.empty()) return;
    const bool known = std::any_of(atlas.units.begin(), atlas.units.end(), [&](const Unit& unit) { return unit.code == entry.unit; });
    if (!known) throw std::runtime_error(fmt::format("{}: {} has no unit {}", where, entry.name, entry.unit));
}

void read_own_units(const Paths& paths, Atlas& atlas)
{
    constexpr std::size_t columns = 6;
    std::map<std::string, std::string> renamed;
    for (const auto& row : csv_rows(paths.own / "units.csv", columns)) {
        if (row[2].empty()) {
            const auto country = std::find_if(atlas.entries.begin(), atlas.entries.end(), [&](const Entry& entry) { return entry.id == "iso:" + row[0]; });
            if (country == atlas.entries.end()) throw std::runtime_error("units.csv: no country " + row[0]);
            apply(row, *country);
            continue;
        }
        const auto unit = std::find_if(atlas.units.begin(), atlas.units.end(), [&](const Unit& known) { return !known.outdated && known.geonames_code == row[1] + "." + row[2]; });
        if (unit == atlas.units.end()) throw std::runtime_error(fmt::format("units.csv: no unit {}.{}", row[1], row[2]));
        apply(row, atlas.entries[unit->entry]);
        if (unit->code != row[0]) renamed[unit->code] = row[0];
        unit->code = row[0];
        unit->name = row[3];
        if (!row[4].empty()) unit->name_ar = row[4];
        atlas.entries[unit->entry].id = "iso3166-2:" + row[0];
    }
    for (auto& entry : atlas.entries)
        if (const auto found = renamed.find(entry.unit); found != renamed.end()) entry.unit = found->second;
}

void read_own_places(const Paths& paths, Atlas& atlas)
{
    read_settlements(paths, atlas);
    read_regions(paths, atlas);
}

}  // namespace sitrep::place::build
