// The desk's own places: a table with a header, or GeoJSON. Columns and properties have the same names; only name, lat and lon must be there.
#include "place/import/features.hpp"
#include "place/import/geometry.hpp"
#include "place/import/sources.hpp"
#include "text/csv_rows.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
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

/// Features are read one by one, and their outlines simplified together: districts have common borders.
struct Drawing {
    ImportedPlace place;
    std::vector<Ring> rings;
};

std::optional<Drawing> drawing_of(const json& feature, ImportCounts& counts, const std::string& where)
{
    const auto& properties = feature.at("properties");
    auto geometry = geometry_from(feature.at("geometry").at("coordinates"));
    const auto middle = property_text(properties, "kind") == "district" ? geometry.centre() : geometry.middle();
    auto place = desk_place(
        [&](std::string_view name) {
            if (name == "lat") return middle ? fmt::format("{}", middle->lat()) : std::string();
            if (name == "lon") return middle ? fmt::format("{}", middle->lon()) : std::string();
            return property_text(properties, name);
        },
        where);
    if (!place) {
        fault(counts, place.error());
        return std::nullopt;
    }
    if (property_text(properties, "kind").empty() && !geometry.rings.empty()) place->kind = PlaceKind::region;
    return Drawing{std::move(*place), std::move(geometry.rings)};
}

void add(const Drawing& drawing, Stack& stack, ImportCounts& counts)
{
    const auto& place = drawing.place;
    if (place.kind == PlaceKind::district && !drawing.rings.empty()) return count(counts, stack.add_district(place, rows_of(drawing.rings)));
    count(counts, stack.add(place));
    if (!drawing.rings.empty()) stack.add_outline({place.id, place.name, place.name_ar, place.country, OutlineKind::region, rows_of(drawing.rings)});
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
    std::vector<Drawing> drawings;
    for_each_feature(bytes, counts, [&](const json& feature, const std::string& where) {
        if (auto drawing = drawing_of(feature, counts, where)) drawings.push_back(std::move(*drawing));
    });
    std::vector<std::vector<Ring>*> districts;
    for (auto& drawing : drawings)
        if (drawing.place.kind == PlaceKind::district) districts.push_back(&drawing.rings);
    simplify_borders(districts);
    for (const auto& drawing : drawings) add(drawing, stack, counts);
}

}  // namespace sitrep::place
