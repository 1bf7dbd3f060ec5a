// Arabic names that the sources lack: arabic_names.csv in data/gazetteer, joined by name and country.
#include "place/build/atlas.hpp"
#include "place/keys.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <stdexcept>
#include <tuple>

namespace sitrep::place::build {
namespace {

/// Settlements and first-level units by kind, country and the key of their name; of several the largest stands for the name.
class ByName {
public:
    explicit ByName(const Atlas& atlas) : atlas_(atlas)
    {
        for (std::size_t i = 0; i < atlas.entries.size(); ++i) {
            const auto& entry = atlas.entries[i];
            if (entry.kind != PlaceKind::settlement && entry.kind != PlaceKind::governorate) continue;
            keep_larger(named_, entry.name, i);
            for (const auto& name : entry.alternates) keep_larger(also_named_, name, i);
        }
    }
    std::optional<std::size_t> of(PlaceKind kind, const std::string& country, const std::string& name) const
    {
        const Key key{kind, country, key_of(name)};
        for (const auto* names : {&named_, &also_named_})
            if (const auto found = names->find(key); found != names->end()) return found->second;
        return std::nullopt;
    }

private:
    using Key = std::tuple<PlaceKind, std::string, std::string>;
    void keep_larger(std::map<Key, std::size_t>& names, const std::string& name, std::size_t index) const
    {
        const auto& entry = atlas_.entries[index];
        const auto [at, fresh] = names.try_emplace({entry.kind, entry.country, key_of(name)}, index);
        const auto& known = atlas_.entries[at->second];
        if (!fresh && std::tie(entry.population, entry.rank) > std::tie(known.population, known.rank)) at->second = index;
    }
    const Atlas& atlas_;
    std::map<Key, std::size_t> named_, also_named_;
};

}  // namespace

void read_arabic_names(const Paths& paths, Atlas& atlas)
{
    constexpr std::size_t columns = 4;
    const ByName places{atlas};
    std::string unknown;
    for (const auto& row : csv_rows(paths.own / "arabic_names.csv", columns)) {
        const auto kind = row[2] == "unit" ? PlaceKind::governorate : PlaceKind::settlement;
        const auto found = places.of(kind, row[1], row[0]);
        if (!found) {
            unknown += fmt::format(" {} ({});", row[0], row[1]);
            continue;
        }
        auto& entry = atlas.entries[*found];
        auto names = fields_of(row[3], '|');
        if (!entry.name_ar.empty()) entry.alternates.push_back(entry.name_ar);
        entry.name_ar = names.front();
        entry.alternates.insert(entry.alternates.end(), names.begin() + 1, names.end());
        for (auto& unit : atlas.units)
            if (unit.entry == *found) unit.name_ar = entry.name_ar;
    }
    if (!unknown.empty()) throw std::runtime_error("arabic_names.csv: no such places:" + unknown);
}

}  // namespace sitrep::place::build
