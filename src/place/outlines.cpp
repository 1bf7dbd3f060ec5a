#include "place/blob.hpp"
#include "place/gazetteer.hpp"

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

}  // namespace

std::string Gazetteer::admin1_at(LatLon point) const
{
    const PointRow p{static_cast<std::int32_t>(point.lat() / degrees_per_step), static_cast<std::int32_t>(point.lon() / degrees_per_step)};
    for (const auto& row : blob_->outlines()) {
        const bool in_box = row.low.lat <= p.lat && p.lat <= row.high.lat && row.low.lon <= p.lon && p.lon <= row.high.lon;
        if (row.kind == static_cast<std::uint8_t>(OutlineKind::unit) && in_box && holds(*blob_, row, p)) return std::string{blob_->string(row.code)};
    }
    return {};
}

std::vector<Outline> Gazetteer::admin1_outlines(std::string_view country) const { return drawn_all(*blob_, OutlineKind::unit, country); }
std::vector<Outline> Gazetteer::country_outlines() const { return drawn_all(*blob_, OutlineKind::country, {}); }
std::vector<Outline> Gazetteer::region_outlines(std::string_view country) const { return drawn_all(*blob_, OutlineKind::region, country); }

}  // namespace sitrep::place
