// The record in the formats of the field. Everything written passes the gate.
#pragma once

#include "publish/gate.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::publish {

/// One row per incident; ISO dates as text; UTF-8 (RFC 4180). Cells that a spreadsheet would run as a formula are defused.
std::string export_csv(std::span<const Incident> incidents, const Gate& gate);
/// The grade's code; "confirmed" is only said of what a person accepted, else "meets_confirmation_rule".
std::string_view public_grade(const PublicIncident& incident);

/// FeatureCollection (RFC 7946); incidents without a public point have a null geometry.
std::string export_geojson(std::span<const Incident> incidents, const Gate& gate, const std::string& attribution);

/// What the other formats are made from, gathered by the caller; publish/ asks no library.
struct ExportInput {
    std::span<const Incident> incidents;  ///< for the feed the withdrawn ones too
    std::string desk;                     ///< who publishes
    std::string attribution;              ///< the gazetteer's line
    std::vector<Outline> outlines;        ///< governorates that incidents lie in, for CAP
    Day made{};                           ///< the day of the export
    struct Times {
        IncidentId id{};
        std::string first_at, last_at;    ///< UTC, ISO 8601: when the library got it, and when it last changed
    };
    std::vector<Times> times;             ///< for the feed, by id
    std::vector<std::string> changes;     ///< "I42 killed=3 → killed=3–4": since the last edition, for the change sheet
};
/// The names that our formats themselves print: columns, codes of the formats, the codebook. The gate takes them for what they are.
std::vector<std::string> public_names(const ExportInput& input);

enum class ExportFormat : std::uint8_t { csv, geojson, xlsx, kml, gpkg, acled, ged, gtd, plover, hxl, atom, cap };
std::string_view to_string(ExportFormat format);
std::optional<ExportFormat> export_format_from(std::string_view text);
/// The bytes of the file. Throws GateError when finished output breaks a rule; nothing is returned then.
std::string export_as(ExportFormat format, const ExportInput& input, const Gate& gate);

// Each in the .cpp of its name; docs/tables.md tells which incidents a format can hold.
std::string export_xlsx(const ExportInput& input, const Gate& gate);    ///< sheets: incidents, codebook, sources, changes
std::string export_kml(const ExportInput& input, const Gate& gate);     ///< OGC KML 2.2; what has no public point stands without one
std::string export_gpkg(const ExportInput& input, const Gate& gate);    ///< OGC GeoPackage 1.3
std::string export_acled(const ExportInput& input, const Gate& gate);
std::string export_ged(const ExportInput& input, const Gate& gate);
std::string export_gtd(const ExportInput& input, const Gate& gate);
std::string export_plover(const ExportInput& input, const Gate& gate);
std::string export_hxl(const ExportInput& input, const Gate& gate);     ///< our CSV with a row of HXL 1.1 tags
std::string export_atom(const ExportInput& input, const Gate& gate);    ///< RFC 4287; withdrawn ones as RFC 6721 has them
std::string export_cap(const ExportInput& input, const Gate& gate);     ///< OASIS CAP 1.2, one alert with an info an incident

}  // namespace sitrep::publish
