#include "place/build/atlas.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <unordered_map>

namespace sitrep::place::build {
namespace {

using nlohmann::json;

/// Arcs of a TopoJSON file: delta-coded whole numbers under one scale and offset.
std::vector<Ring> arcs_of(const json& topology)
{
    const auto scale = topology["transform"]["scale"].get<std::vector<double>>();
    const auto translate = topology["transform"]["translate"].get<std::vector<double>>();
    std::vector<Ring> arcs;
    for (const auto& arc : topology["arcs"]) {
        std::int64_t x = 0;
        std::int64_t y = 0;
        Ring& ring = arcs.emplace_back();
        for (const auto& step : arc) {
            x += step[0].get<std::int64_t>();
            y += step[1].get<std::int64_t>();
            ring.push_back({double(y) * scale.at(1) + translate.at(1), double(x) * scale.at(0) + translate.at(0)});
        }
    }
    return arcs;
}

Ring joined(const json& indices, const std::vector<Ring>& arcs)
{
    Ring ring;
    for (const auto& number : indices) {
        const auto index = number.get<std::int64_t>();
        Ring arc = arcs.at(static_cast<std::size_t>(index < 0 ? ~index : index));
        if (index < 0) std::reverse(arc.begin(), arc.end());
        ring.insert(ring.end(), arc.begin() + (ring.empty() ? 0 : 1), arc.end());
    }
    return ring;
}

std::unordered_map<std::string, std::vector<std::string>> names_in(const Paths& paths, const std::string& language)
{
    std::ifstream stream{paths.npm / "i18n-iso-countries/langs" / (language + ".json")};
    const auto file = json::parse(stream);
    std::unordered_map<std::string, std::vector<std::string>> names;
    for (const auto& [code, value] : file["countries"].items()) {
        auto& list = names[code];
        list = value.is_string() ? std::vector{value.get<std::string>()} : value.get<std::vector<std::string>>();
    }
    return names;
}

std::unordered_map<std::string, std::vector<Ring>> outlines(const Paths& paths)
{
    std::ifstream stream{paths.npm / "world-atlas/countries-50m.json"};
    const auto topology = json::parse(stream);
    const auto arcs = arcs_of(topology);
    std::unordered_map<std::string, std::vector<Ring>> by_number;
    for (const auto& geometry : topology["objects"]["countries"]["geometries"]) {
        if (!geometry.contains("id")) continue;
        auto& rings = by_number[geometry["id"].get<std::string>()];
        if (geometry["type"] == "Polygon")
            for (const auto& ring : geometry["arcs"]) rings.push_back(joined(ring, arcs));
        else
            for (const auto& polygon : geometry["arcs"])
                for (const auto& ring : polygon) rings.push_back(joined(ring, arcs));
    }
    return by_number;
}

constexpr int country_rank = 9;

/// The points by which countries are known: the middle of the largest polygon lies far off where islands or the date line are.
std::unordered_map<std::string, Coordinate> known_points(const Paths& paths)
{
    constexpr std::size_t columns = 3;
    std::unordered_map<std::string, Coordinate> points;
    for (const auto& row : csv_rows(paths.own / "countries.csv", columns))
        points[row[0]] = {std::strtod(row[1].c_str(), nullptr), std::strtod(row[2].c_str(), nullptr)};
    return points;
}

}  // namespace

void read_countries(const Paths& paths, Atlas& atlas)
{
    const auto english = names_in(paths, "en");
    const auto arabic = names_in(paths, "ar");
    const auto points = known_points(paths);
    auto shapes = outlines(paths);
    std::ifstream stream{paths.npm / "i18n-iso-countries/codes.json"};
    const auto codes = json::parse(stream);
    for (const auto& row : codes) {
        const auto code = row[0].get<std::string>();
        const auto names = english.find(code);
        if (names == english.end()) continue;
        Entry entry;
        entry.id = "iso:" + code;
        entry.name = names->second.front();
        entry.alternates = names->second;
        if (const auto found = arabic.find(code); found != arabic.end()) {
            entry.name_ar = found->second.front();
            entry.alternates.insert(entry.alternates.end(), found->second.begin(), found->second.end());
        }
        entry.country = code;
        entry.kind = PlaceKind::country;
        entry.rank = country_rank;
        const auto point = points.find(code);
        entry.has_point = point != points.end();
        if (entry.has_point) entry.at = point->second;
        if (const auto shape = shapes.find(row[2].get<std::string>()); shape != shapes.end()) {
            atlas.countries.push_back({code, entry.name, entry.name_ar, code, std::move(shape->second)});
        }
        atlas.country_names[code] = entry.name;
        atlas.entries.push_back(std::move(entry));
    }
}

}  // namespace sitrep::place::build
