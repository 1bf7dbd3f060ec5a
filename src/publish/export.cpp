#include "publish/export.hpp"

#include "core/countries.hpp"
#include "core/event_tables.hpp"
#include "publish/codebook.hpp"

#include <algorithm>
#include <array>

namespace sitrep::publish {
namespace {

constexpr std::array<std::string_view, 12> names{"csv", "geojson", "xlsx", "kml", "gpkg", "acled", "ged", "gtd", "plover", "hxl", "atom", "cap"};

}  // namespace

std::string_view to_string(ExportFormat format) { return names[std::size_t(format)]; }

std::optional<ExportFormat> export_format_from(std::string_view text)
{
    const auto found = std::ranges::find(names, text);
    return found == names.end() ? std::nullopt : std::optional(ExportFormat(found - names.begin()));
}

std::vector<std::string> public_names(const ExportInput& input)
{
    std::vector<std::string> out{input.attribution};
    for (const auto format : {TableFormat::acled, TableFormat::ged, TableFormat::gtd, TableFormat::sitrep})
        for (const auto column : columns_of(format)) out.emplace_back(column);
    for (const ColumnMeaning& column : codebook())
        for (const auto text : {column.tag, column.meaning, column.values}) out.emplace_back(text);
    for (const Incident& incident : input.incidents) {
        const Country* country = incident.place ? country_coded(incident.place->country) : nullptr;
        if (country == nullptr || std::ranges::find(out, country->name) != out.end()) continue;
        out.emplace_back(country->name);
        out.emplace_back(country->acled_region);
    }
    return out;
}

std::string export_as(ExportFormat format, const ExportInput& input, const Gate& gate)
{
    switch (format) {
        case ExportFormat::csv: return export_csv(input.incidents, gate);
        case ExportFormat::geojson: return export_geojson(input.incidents, gate, input.attribution);
        case ExportFormat::xlsx: return export_xlsx(input, gate);
        case ExportFormat::kml: return export_kml(input, gate);
        case ExportFormat::gpkg: return export_gpkg(input, gate);
        case ExportFormat::acled: return export_acled(input, gate);
        case ExportFormat::ged: return export_ged(input, gate);
        case ExportFormat::gtd: return export_gtd(input, gate);
        case ExportFormat::plover: return export_plover(input, gate);
        case ExportFormat::hxl: return export_hxl(input, gate);
        case ExportFormat::atom: return export_atom(input, gate);
        case ExportFormat::cap: return export_cap(input, gate);
    }
    return {};
}

}  // namespace sitrep::publish
