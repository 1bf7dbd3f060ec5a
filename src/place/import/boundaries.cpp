// Boundaries of districts as they are published: OCHA's common operational datasets (COD-AB; properties ADM2_EN, ADM2_AR, ADM2_PCODE, ADM1_EN …, since
// 2024 adm2_name, adm2_name1, adm2_pcode …) and geoBoundaries (shapeName, shapeID, shapeType; Runfola et al. 2020). Each feature is one unit with its polygons.
#include "place/import/features.hpp"
#include "place/import/geometry.hpp"
#include "place/keys.hpp"

namespace sitrep::place {
namespace {

using nlohmann::json;

constexpr int boundary_rank = 3;  // as ADM2 of GeoNames

/// The first of several names of a property that says something.
std::string first_of(const json& properties, std::initializer_list<std::string_view> names)
{
    for (const auto name : names)
        if (auto text = property_text(properties, name); !text.empty()) return text;
    return {};
}

/// 1 for governorates, 2 for districts, 3 for what is below; 0 where the properties are those of neither source.
int level_of(const json& properties)
{
    const auto type = property_text(properties, "shapeType");
    if (type.size() == 4 && type.starts_with("ADM")) return type[3] - '0';
    for (int level = 4; level >= 1; --level)
        if (!first_of(properties, {fmt::format("ADM{}_PCODE", level), fmt::format("adm{}_pcode", level)}).empty()) return level;
    return 0;
}

ImportedPlace district_of(const json& properties, const Geometry& geometry, const Stack& stack)
{
    ImportedPlace place;
    place.kind = PlaceKind::district;
    place.rank = boundary_rank;
    place.point = geometry.centre();
    place.name = first_of(properties, {"ADM2_EN", "adm2_name", "adm2_name_en", "ADM2_FR", "ADM2_ES", "ADM2_PT", "shapeName"});
    for (const auto name : {"ADM2_AR", "adm2_name_ar", "adm2_name1"})
        if (auto arabic = property_text(properties, name); place.name_ar.empty() && begins_in_arabic(arabic)) place.name_ar = std::move(arabic);
    place.unit_name = first_of(properties, {"ADM1_EN", "adm1_name", "ADM1_FR", "ADM1_ES", "ADM1_PT"});
    const auto code = first_of(properties, {"ADM2_PCODE", "adm2_pcode"});
    place.id = code.empty() ? "geoboundaries:" + property_text(properties, "shapeID") : "ocha:" + code;
    place.country = code.empty() ? stack.country_at(place.point) : code.substr(0, 2);
    return place;
}

std::optional<std::string> why_not(const ImportedPlace& place, int level)
{
    if (level == 1) return "is a governorate; those are known. Import the file of districts (ADM2)";
    if (level != 2) return "is no district; import the file of districts (ADM2)";
    if (place.name.empty() && place.name_ar.empty()) return "has no name";
    if (!place.point) return "has no polygon";
    if (place.country.size() != 2) return "lies in no country that is known";
    return std::nullopt;
}

}  // namespace

void import_boundaries(std::string_view bytes, Stack& stack, ImportCounts& counts)
{
    std::vector<ImportedPlace> places;
    std::vector<std::vector<Ring>> shapes;
    for_each_feature(bytes, counts, [&](const json& feature, const std::string& where) {
        const auto& properties = feature.at("properties");
        auto geometry = geometry_from(feature.at("geometry").at("coordinates"));
        auto place = district_of(properties, geometry, stack);
        if (const auto why = why_not(place, level_of(properties))) return fault(counts, {where, *why});
        places.push_back(std::move(place));
        shapes.push_back(std::move(geometry.rings));
    });
    std::vector<std::vector<Ring>*> all;
    for (auto& shape : shapes) all.push_back(&shape);
    simplify_borders(all);
    for (std::size_t i = 0; i < places.size(); ++i) count(counts, stack.add_district(places[i], rows_of(shapes[i])));
}

}  // namespace sitrep::place
