// The desk's own places: a table with a header, or GeoJSON. Columns and properties have the same names; only name, lat and lon must be there.
#include "place/import/sources.hpp"
#include "text/csv_rows.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>

namespace sitrep::place {
namespace {

using nlohmann::json;

std::optional<PlaceKind> kind_named(std::string_view word)
{
    static const std::map<std::string_view, PlaceKind> kinds{
        {"", PlaceKind::settlement},    {"settlement", PlaceKind::settlement}, {"village", PlaceKind::settlement}, {"town", PlaceKind::settlement},
        {"district", PlaceKind::district}, {"region", PlaceKind::region},      {"road", PlaceKind::road},          {"water", PlaceKind::water},
        {"site", PlaceKind::site},      {"camp", PlaceKind::site}};
    const auto found = kinds.find(word);
    return found == kinds.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> list_of(std::string_view words)
{
    std::vector<std::string> list;
    while (!words.empty()) {
        const auto end = words.find_first_of("|;");
        if (const auto item = words.substr(0, end); !item.empty()) list.emplace_back(item);
        words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
    }
    return list;
}

PointRow row_of(LatLon at)
{
    return {static_cast<std::int32_t>(std::lround(at.lat() / degrees_per_step)), static_cast<std::int32_t>(std::lround(at.lon() / degrees_per_step))};
}

// All rings and lines of a geometry, and the middle of its corners.
struct Drawn {
    std::vector<std::vector<PointRow>> rings;
    std::vector<LatLon> corners;

    void add(const json& coordinates)
    {
        if (coordinates.is_array() && !coordinates.empty() && coordinates[0].is_array() && !coordinates[0].empty() && coordinates[0][0].is_number()) {
            auto& ring = rings.emplace_back();
            for (const auto& pair : coordinates) take(pair, &ring);
        } else if (coordinates.is_array() && !coordinates.empty() && coordinates[0].is_number()) {
            take(coordinates, nullptr);
        } else {
            for (const auto& inner : coordinates) add(inner);
        }
    }
    void take(const json& pair, std::vector<PointRow>* ring)
    {
        const auto at = LatLon::from_degrees(pair.at(1).get<double>(), pair.at(0).get<double>());
        if (!at) return;
        corners.push_back(*at);
        if (ring != nullptr) ring->push_back(row_of(*at));
    }
    std::optional<LatLon> middle() const
    {
        if (corners.empty()) return std::nullopt;
        double lat = 0, lon = 0;
        for (const auto& corner : corners) {
            lat += corner.lat();
            lon += corner.lon();
        }
        const auto at = LatLon::from_degrees(lat / static_cast<double>(corners.size()), lon / static_cast<double>(corners.size()));
        return at ? std::optional(*at) : std::nullopt;
    }
};

std::string text_of(const json& properties, std::string_view name)
{
    const auto found = properties.find(name);
    if (found == properties.end() || found->is_null()) return {};
    if (found->is_string()) return found->get<std::string>();
    if (!found->is_array()) return found->dump();
    std::string joined;
    for (const auto& item : *found)
        if (item.is_string()) joined += item.get<std::string>() + "|";
    return joined;
}

void import_feature(const json& feature, Stack& stack, ImportCounts& counts, const std::string& where)
{
    const auto& properties = feature.at("properties");
    const auto& geometry = feature.at("geometry");
    Drawn drawn;
    drawn.add(geometry.at("coordinates"));
    const auto middle = drawn.middle();
    auto place = desk_place(
        [&](std::string_view name) {
            if (name == "lat") return middle ? fmt::format("{}", middle->lat()) : std::string();
            if (name == "lon") return middle ? fmt::format("{}", middle->lon()) : std::string();
            return text_of(properties, name);
        },
        where);
    if (!place) return fault(counts, place.error());
    if (text_of(properties, "kind").empty() && !drawn.rings.empty()) place->kind = PlaceKind::region;
    count(counts, stack.add(*place));
    if (!drawn.rings.empty()) stack.add_outline({place->id, place->name, place->name_ar, place->country, OutlineKind::region, std::move(drawn.rings)});
}

}  // namespace

Result<ImportedPlace> desk_place(const std::function<std::string(std::string_view)>& column, const std::string& where)
{
    constexpr int desk_rank = 3;
    const auto either = [&](std::string_view a, std::string_view b) {
        auto text = column(a);
        return text.empty() ? column(b) : text;
    };
    ImportedPlace place;
    place.name = column("name");
    place.alternates = list_of(column("alternates"));
    auto arabic = list_of(either("name_ar", "names_ar"));
    if (!arabic.empty()) place.name_ar = arabic.front();
    if (arabic.size() > 1) place.alternates.insert(place.alternates.end(), arabic.begin() + 1, arabic.end());
    place.country = column("country");
    place.unit = either("admin1", "admin1_code");
    if (!place.unit.empty() && place.unit.find('-') == std::string::npos && place.unit.find('.') == std::string::npos) std::swap(place.unit, place.unit_name);
    if (place.country.empty() && place.unit.size() > 2) place.country = place.unit.substr(0, 2);
    place.admin2 = column("admin2");
    place.point = point_from(column("lat"), column("lon"));
    const auto kind = kind_named(column("kind"));
    place.rank = desk_rank;
    place.own = true;
    if (place.name.empty() && place.name_ar.empty()) return bad_input(where, "has no name");
    if (!place.point) return bad_input(where, "has no coordinates on the globe: lat and lon in degrees");
    if (!kind) return bad_input(where, "has a kind that is none: settlement, district, region, road, water, site");
    if (place.country.size() != 2) return bad_input(where, "has no country: two letters, as SY");
    place.kind = *kind;
    place.id = fmt::format("desk:{}", either("id", "name"));
    return place;
}

void import_desk_table(std::string_view bytes, Stack& stack, ImportCounts& counts)
{
    text::CsvRows rows(bytes, text::delimiter_of_header(bytes.substr(0, bytes.find('\n'))));
    const auto header = rows.next();
    if (!header) return;
    while (const auto row = rows.next()) {
        ++counts.rows;
        const auto where = fmt::format("{}, line {}", counts.file.string(), row->line + 1);
        const auto place = desk_place(
            [&](std::string_view name) {
                const auto at = std::find(header->fields.begin(), header->fields.end(), name);
                const auto index = static_cast<std::size_t>(at - header->fields.begin());
                return at != header->fields.end() && index < row->fields.size() ? row->fields[index] : std::string();
            },
            where);
        if (place) count(counts, stack.add(*place));
        else fault(counts, place.error());
    }
}

void import_desk_shapes(std::string_view bytes, Stack& stack, ImportCounts& counts)
{
    try {
        const auto collection = json::parse(bytes);
        for (const auto& feature : collection.at("features")) {
            ++counts.rows;
            const auto where = fmt::format("{}, feature {}", counts.file.string(), counts.rows);
            try {
                import_feature(feature, stack, counts, where);
            }
            catch (const json::exception& error) {
                fault(counts, {where, fmt::format("is no GeoJSON feature: {}", error.what())});
            }
        }
    }
    catch (const json::exception& error) {
        fault(counts, {counts.file.string(), fmt::format("is no GeoJSON: {}", error.what())});
    }
}

}  // namespace sitrep::place
