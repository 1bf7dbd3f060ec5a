// The project's own shapes: every file of data/gazetteer/regions, in the order of their names.
#include "place/build/atlas.hpp"

#include <nlohmann/json.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <stdexcept>

namespace sitrep::place::build {
namespace {

using nlohmann::json;

constexpr int region_rank = 4;

Ring line_of(const json& points)
{
    Ring line;
    for (const auto& point : points) line.push_back({point[1].get<double>(), point[0].get<double>()});
    return line;
}

std::vector<Ring> rings_of(const json& geometry)
{
    const auto kind = geometry["type"].get<std::string>();
    const auto& coordinates = geometry["coordinates"];
    if (kind == "Point") return {{{coordinates[1].get<double>(), coordinates[0].get<double>()}}};
    if (kind == "LineString") return {line_of(coordinates)};
    std::vector<Ring> rings;
    for (const auto& ring : coordinates) rings.push_back(line_of(ring));
    return rings;
}

/// The point by which a region is known, where the file has one; else the middle of its area, or of a line's bends.
Coordinate point_of(const json& properties, const Ring& ring, bool area)
{
    if (const auto at = properties.find("at"); at != properties.end()) return {(*at)[1].get<double>(), (*at)[0].get<double>()};
    if (area) return middle_of(ring);
    Coordinate sum;
    for (const auto& p : ring) sum = {sum.lat + p.lat, sum.lon + p.lon};
    const auto count = static_cast<double>(ring.size());
    return {sum.lat / count, sum.lon / count};
}

void enter(const json& feature, const std::string& file, Atlas& atlas)
{
    const auto& properties = feature["properties"];
    const auto text = [&properties](const char* key) { return properties[key].get<std::string>(); };
    Entry entry;
    entry.name = text("name");
    entry.name_ar = text("name_ar");
    entry.country = text("country");
    entry.unit = text("admin1");
    entry.kind = kind_of(text("kind"));
    entry.alternates = properties["alternates"].get<std::vector<std::string>>();
    entry.id = "sitrep:" + text("id");
    entry.rank = region_rank;
    entry.own = true;
    entry.alone = properties.value("alone", false);
    check_unit(atlas, entry, file);
    const auto rings = rings_of(feature["geometry"]);
    entry.at = point_of(properties, rings.front(), feature["geometry"]["type"] == "Polygon");
    if (rings.front().size() > 1) atlas.regions.push_back({entry.id, entry.name, entry.name_ar, entry.country, rings});
    atlas.entries.push_back(std::move(entry));
}

}  // namespace

void read_regions(const Paths& paths, Atlas& atlas)
{
    std::vector<std::filesystem::path> files;
    for (const auto& file : std::filesystem::directory_iterator{paths.own / "regions"})
        if (file.path().extension() == ".geojson") files.push_back(file.path());
    std::sort(files.begin(), files.end());
    if (files.empty()) throw std::runtime_error("no files in data/gazetteer/regions");
    std::set<std::string> ids;
    for (const auto& path : files) {
        std::ifstream stream{path};
        const auto all = json::parse(stream);
        for (const auto& feature : all["features"]) {
            const auto id = feature["properties"]["id"].get<std::string>();
            if (!ids.insert(id).second) throw std::runtime_error(fmt::format("{}: a second region is called {}", path.string(), id));
            enter(feature, path.filename().string(), atlas);
        }
    }
}

}  // namespace sitrep::place::build
