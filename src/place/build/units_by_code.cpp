#include "place/build/units_by_code.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <set>

namespace sitrep::place::build {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 22> unit_words{
    " District", " County", " Region", " Province", " Governorate", " State", " Oblast", " Cercle", " Department", " Division", " Agency", " Township",
    " Cercle", " Prefecture", " City", " Municipality", " (city)", " Rural Council", " Urban", " rural", " county", " LGA"};
constexpr std::array<std::string_view, 24> unit_words_before{
    "Qaḑā’ ", "Caza de ", "Caza du ", "Caza d'", "Province of ", "Province du ", "Province de la ", "Province de l'", "Province de ", "Département de ", "Département du ",
    "Département d'", "Muhafazat ", "Mudīrīyat ", "Mudīrīyah ", "Distrito de ", "Circunscrição de ", "Circunscrição da ", "Concelho de ", "Degmada ", "Ville de ",
    "Département de la ", "Wilāyat ", "Nāḩiyat "};

/// Countries of armed conflict: their districts are named in reports. Elsewhere districts would only add ambiguity.
const std::set<std::string> with_districts{"SY", "IQ", "LB", "JO", "PS", "YE", "LY", "SD", "SS", "SO", "KE", "ET", "ML", "BF", "NE", "NG", "CM", "TD", "CF",
                                           "CD", "MZ", "BI", "RW", "UG", "AF", "PK", "MM", "BD", "PH", "TH", "CO", "HT", "MX", "UA", "EG", "IN", "LK", "AZ", "AM", "GE"};

/// Countries whose provinces the polygons have and GeoNames numbers by larger regions: reports name the provinces.
const std::set<std::string> with_finer_polygons{"PH"};

std::string district_key(const std::string& country, const std::string& admin1, const std::string& admin2)
{
    return country + "." + admin1 + "." + admin2;
}

}  // namespace

std::string bare_unit_name(const std::string& name)
{
    std::string bare = name;
    for (const auto word : unit_words)
        if (bare.size() > word.size() && bare.ends_with(word)) bare.resize(bare.size() - word.size());
    for (const auto word : unit_words_before)
        if (bare.size() > word.size() && bare.starts_with(word)) bare.erase(0, word.size());
    return bare;
}

UnitsByCode::UnitsByCode(const std::filesystem::path& admin1_json, Atlas& atlas)
{
    std::map<std::string, std::vector<std::size_t>> polygons;
    for (std::size_t i = 0; i < atlas.units.size(); ++i) polygons[atlas.units[i].geonames_code].push_back(i);
    std::ifstream file{admin1_json};
    const auto all = json::parse(file);
    std::set<std::string> countries;
    std::set<std::size_t> current;
    for (const auto& row : all) {
        const auto code = row["code"].get<std::string>();
        const auto name = row["name"].get<std::string>();
        const auto country = code.substr(0, 2);
        if (with_finer_polygons.contains(country)) continue;
        countries.insert(country);
        const auto found = polygons.find(code);
        if (found != polygons.end() && found->second.size() == 1) {
            auto& unit = atlas.units[found->second.front()];
            unit.alternates.push_back(name);
            unit.alternates.push_back(bare_unit_name(name));
            code_[code] = unit.code;
            current.insert(found->second.front());
            continue;
        }
        Unit unit;
        unit.code = "gn:" + code;
        unit.geonames_code = code;
        unit.name = bare_unit_name(name);
        unit.country = country;
        unit.alternates = {name};
        if (found != polygons.end()) unit.at = atlas.units[found->second.front()].at;
        code_[code] = unit.code;
        current.insert(atlas.units.size());
        atlas.units.push_back(std::move(unit));
    }
    for (std::size_t i = 0; i < atlas.units.size(); ++i) {
        auto& unit = atlas.units[i];
        unit.name = bare_unit_name(unit.name);
        unit.outdated = countries.contains(unit.country) && !current.contains(i);
    }
}

std::string UnitsByCode::code_of(const std::string& country, const std::string& geonames_admin) const
{
    const auto found = code_.find(country + "." + geonames_admin);
    return found == code_.end() ? std::string{} : found->second;
}

Districts::Districts(const std::filesystem::path& admin2_json)
{
    std::ifstream file{admin2_json};
    const auto all = json::parse(file);
    for (const auto& row : all) {
        const auto code = row["code"].get<std::string>();
        districts_[code] = District{row["name"].get<std::string>(), code.substr(0, 2), {}, {}, 0};
    }
}

std::string Districts::name_of(const std::string& country, const std::string& admin1, const std::string& admin2) const
{
    const auto found = districts_.find(district_key(country, admin1, admin2));
    return found == districts_.end() ? std::string{} : bare_unit_name(found->second.name);
}

void Districts::add_member(const std::string& country, const std::string& admin1, const std::string& admin2, Coordinate at, const std::string& unit)
{
    const auto found = districts_.find(district_key(country, admin1, admin2));
    if (found == districts_.end()) return;
    auto& district = found->second;
    district.sum = {district.sum.lat + at.lat, district.sum.lon + at.lon};
    district.unit = unit;
    ++district.members;
}

void Districts::enter(Atlas& atlas) const
{
    constexpr int district_rank = 3;
    for (const auto& [code, district] : districts_) {
        if (district.members == 0 || !with_districts.contains(district.country)) continue;
        Entry entry;
        entry.id = "geonames-admin2:" + code;
        entry.name = bare_unit_name(district.name);
        entry.alternates = {district.name};
        entry.country = district.country;
        entry.unit = district.unit;
        entry.admin2 = entry.name;
        entry.at = {district.sum.lat / district.members, district.sum.lon / district.members};
        entry.kind = PlaceKind::district;
        entry.rank = district_rank;
        atlas.entries.push_back(std::move(entry));
    }
}

}  // namespace sitrep::place::build
