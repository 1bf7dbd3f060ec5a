#include "place/blob.hpp"
#include "place/gazetteer.hpp"
#include "place/keys.hpp"
#include "place/outlines.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace sitrep::place {
namespace {

std::optional<LatLon> degrees(PointRow point)
{
    const auto made = LatLon::from_degrees(point.lat * degrees_per_step, point.lon * degrees_per_step);
    return made ? std::optional{*made} : std::nullopt;
}

std::string_view letters(const std::array<char, 2>& country) { return {country.data(), country.size()}; }

Outline drawn(const Gazetteer::Blob& blob, const OutlineRow& row)
{
    Outline outline;
    outline.code = blob.string(row.code);
    outline.name = blob.string(row.name);
    outline.name_ar = blob.string(row.name_ar);
    outline.country = letters(row.country);
    for (const auto& ring : blob.rings(row)) {
        auto& points = outline.rings.emplace_back();
        for (const auto point : blob.points(ring))
            if (const auto at = degrees(point)) points.push_back(*at);
    }
    return outline;
}

std::vector<Outline> drawn_all(const Gazetteer::Blob& blob, OutlineKind kind, std::string_view country)
{
    std::vector<Outline> outlines;
    for (const auto& row : blob.outlines())
        if (row.kind == static_cast<std::uint8_t>(kind) && (country.empty() || letters(row.country) == country)) outlines.push_back(drawn(blob, row));
    return outlines;
}

/// Even-odd rule over all rings, in 64-bit whole numbers: a border belongs to one side only.
bool holds(const Gazetteer::Blob& blob, const OutlineRow& row, PointRow p)
{
    bool inside = false;
    for (const auto& ring : blob.rings(row)) {
        const auto points = blob.points(ring);
        for (std::size_t i = 0, j = points.size() - 1; i < points.size(); j = i++) {
            const auto a = points[i];
            const auto b = points[j];
            if ((a.lat > p.lat) == (b.lat > p.lat)) continue;
            const double crossing = (double(b.lon) - a.lon) * (double(p.lat) - a.lat) / (double(b.lat) - a.lat) + a.lon;
            if (p.lon < crossing) inside = !inside;
        }
    }
    return inside;
}

bool in_box(const OutlineRow& row, PointRow p) { return row.low.lat <= p.lat && p.lat <= row.high.lat && row.low.lon <= p.lon && p.lon <= row.high.lon; }

PointRow steps(LatLon point) { return {static_cast<std::int32_t>(point.lat() / degrees_per_step), static_cast<std::int32_t>(point.lon() / degrees_per_step)}; }

/// From a point to the stretch between two others, in kilometres, on the plane that touches the globe at the point.
double km_to_stretch(PointRow p, PointRow a, PointRow b)
{
    constexpr double km_per_step = degrees_per_step * 111.2;
    const double squeeze = std::cos(p.lat * degrees_per_step * std::numbers::pi / 180);
    const double ax = (double(a.lon) - p.lon) * squeeze, ay = double(a.lat) - p.lat;
    const double bx = (double(b.lon) - p.lon) * squeeze, by = double(b.lat) - p.lat;
    const double length = (bx - ax) * (bx - ax) + (by - ay) * (by - ay);
    const double along = length > 0 ? std::clamp(-(ax * (bx - ax) + ay * (by - ay)) / length, 0.0, 1.0) : 0;
    return std::hypot(ax + along * (bx - ax), ay + along * (by - ay)) * km_per_step;
}

}  // namespace

std::string district_code(std::string_view admin1_code, std::string_view name) { return std::string(admin1_code) + "/" + std::string(name); }

const OutlineRow* district_at(const Gazetteer::Blob& blob, std::string_view admin1_code, PointRow point)
{
    const auto districts = blob.districts();
    const auto unit = district_code(admin1_code, "");
    const auto found = std::ranges::find_if(
        districts, [&](const OutlineRow* row) { return in_box(*row, point) && blob.string(row->code).starts_with(unit) && holds(blob, *row, point); });
    return found == districts.end() ? nullptr : *found;
}

double km_outside_unit(const Gazetteer::Blob& blob, std::string_view code, PointRow p)
{
    double least = std::numeric_limits<double>::infinity();
    for (const auto& row : blob.outlines()) {
        if (row.kind != static_cast<std::uint8_t>(OutlineKind::unit) || blob.string(row.code) != code) continue;
        if (holds(blob, row, p)) return 0;
        for (const auto& ring : blob.rings(row)) {
            const auto points = blob.points(ring);
            for (std::size_t i = 1; i < points.size(); ++i) least = std::min(least, km_to_stretch(p, points[i - 1], points[i]));
        }
    }
    return least;
}

std::string Gazetteer::admin1_at(LatLon point) const
{
    const auto p = steps(point);
    for (const auto& row : blob_->outlines())
        if (row.kind == static_cast<std::uint8_t>(OutlineKind::unit) && in_box(row, p) && holds(*blob_, row, p)) return std::string{blob_->string(row.code)};
    return {};
}

std::string Gazetteer::district_of(const Place& place) const
{
    const auto& told = place.kind == PlaceKind::district && place.admin2.empty() ? place.name : place.admin2;
    const auto districts = blob_->districts();
    if (districts.empty() || place.precision > PlacePrecision::district) return told;
    if (!told.empty()) {
        const auto unit = district_code(place.admin1_code, ""), key = key_of(told);
        const auto named = std::ranges::find_if(districts, [&](const OutlineRow* row) { return blob_->string(row->code).starts_with(unit) && key_of(blob_->string(row->name)) == key; });
        return named == districts.end() ? told : std::string{blob_->string((*named)->name)};
    }
    // What is near a place may lie beyond its district's border.
    if (!place.point || place.precision != PlacePrecision::exact) return {};
    const auto* around = district_at(*blob_, place.admin1_code, steps(*place.point));
    return around == nullptr ? std::string() : std::string{blob_->string(around->name)};
}

std::vector<Outline> Gazetteer::admin1_outlines(std::string_view country) const { return drawn_all(*blob_, OutlineKind::unit, country); }
std::vector<Outline> Gazetteer::country_outlines() const { return drawn_all(*blob_, OutlineKind::country, {}); }
std::vector<Outline> Gazetteer::district_outlines(std::string_view country) const { return drawn_all(*blob_, OutlineKind::district, country); }
std::vector<Outline> Gazetteer::region_outlines(std::string_view country) const { return drawn_all(*blob_, OutlineKind::region, country); }

}  // namespace sitrep::place
