// What gazetteer_build has gathered, as a gazetteer file.
#include "place/blob_writer.hpp"
#include "place/build/atlas.hpp"

#include <cmath>

namespace sitrep::place::build {
namespace {

constexpr std::string_view attribution =
    "Places: GeoNames (CC BY 4.0); boundaries: Natural Earth (public domain), as that source draws them; points of countries: CIA World Factbook (public domain); names: Unicode CLDR, "
    "i18n-iso-countries (MIT); some Syrian settlements: OCHA; regions: Sitrep (coarse, public knowledge)";

PointRow point_of(Coordinate at)
{
    return {static_cast<std::int32_t>(std::lround(at.lat / degrees_per_step)), static_cast<std::int32_t>(std::lround(at.lon / degrees_per_step))};
}

std::string public_code(const std::string& code) { return code.starts_with("gn:") ? std::string{} : code; }

NewOutline outline_of(const Shape& shape, OutlineKind kind)
{
    NewOutline outline{shape.code, shape.name, shape.name_ar, shape.country, kind, {}};
    for (const auto& ring : shape.rings) {
        auto& points = outline.rings.emplace_back();
        for (const auto& at : ring) points.push_back(point_of(at));
    }
    return outline;
}

// A point beyond the date line is brought back onto the globe.
std::optional<LatLon> on_globe(Coordinate at)
{
    const double turned = std::remainder(at.lon, 360.0);
    if (const auto point = LatLon::from_degrees(at.lat, turned)) return *point;
    return std::nullopt;
}

}  // namespace

void write_blob(const Atlas& atlas, const std::filesystem::path& file)
{
    BlobWriter writer(file, 0);
    const auto geonames = writer.add_source("GeoNames, Natural Earth", "CC BY 4.0, public domain");
    const auto own = writer.add_source("Sitrep's own layer", "CC BY 4.0");
    std::unordered_map<std::string, std::uint16_t> units;
    for (const auto& unit : atlas.units)
        units.emplace(unit.code, writer.add_unit({public_code(unit.code), unit.name, unit.name_ar, unit.country, unit.geonames_code, static_cast<std::uint32_t>(unit.entry)}));
    for (const auto& entry : atlas.entries) {
        if (!entry.alone) continue;
        writer.reserve_names({entry.name, entry.name_ar});
        writer.reserve_names(entry.alternates);
    }
    for (const auto& entry : atlas.entries) {
        const auto unit = units.find(entry.unit);
        const auto source = entry.own ? own : geonames;
        const auto place = writer.add_place({entry.id, entry.name, entry.name_ar, entry.country, entry.admin2, unit == units.end() ? no_unit : unit->second,
                                             entry.has_point ? on_globe(entry.at) : std::nullopt, entry.population, entry.kind, entry.rank, entry.own, entry.alone},
                                            source);
        for (const auto& name : entry.alternates) writer.add_name(place, name, source, entry.alone);
    }
    for (const auto& shape : atlas.countries) writer.add_outline(outline_of(shape, OutlineKind::country));
    for (const auto& unit : atlas.units) writer.add_outline(outline_of({public_code(unit.code), unit.name, unit.name_ar, unit.country, unit.rings}, OutlineKind::unit));
    for (const auto& shape : atlas.regions) writer.add_outline(outline_of(shape, OutlineKind::region));
    writer.finish(attribution);
}

}  // namespace sitrep::place::build
