#include "serve/export_input.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

namespace sitrep::serve {
namespace {

/// When the library got each incident and when it last changed: from the revisions, of which the first is "new".
std::vector<publish::ExportInput::Times> times_of(const store::Store& library)
{
    std::map<IncidentId, publish::ExportInput::Times> times;
    for (const auto& revision : library.revisions(std::nullopt)) {
        auto& known = times[revision.incident];
        known.id = revision.incident;
        if (known.first_at.empty()) known.first_at = revision.at;
        known.last_at = revision.at;
    }
    std::vector<publish::ExportInput::Times> out;
    for (auto& [id, known] : times) out.push_back(std::move(known));
    return out;
}

std::vector<Outline> outlines_of(std::span<const Incident> incidents, const place::Gazetteer& gazetteer)
{
    std::set<std::string> countries;
    for (const Incident& incident : incidents)
        if (incident.place && !incident.place->country.empty()) countries.insert(incident.place->country);
    std::vector<Outline> out;
    for (const auto& country : countries)
        for (auto& found : {gazetteer.admin1_outlines(country), gazetteer.district_outlines(country)}) out.insert(out.end(), found.begin(), found.end());
    return out;
}

/// What became of the incidents since the month's last edition: only for a whole month, as editions are.
std::vector<std::string> changes_of(const std::string& month, const std::string& area, const store::Store& library)
{
    std::vector<std::string> out;
    if (month.empty()) return out;
    const auto last = library.last_edition(month, area);
    if (!last) return out;
    for (const auto& revision : library.revisions(std::nullopt)) {
        const bool changes_record = revision.action != "new" && revision.at > last->made_at && !revision.undone;
        if (changes_record) out.push_back(fmt::format("{} {} {} {}", to_string(revision.incident), revision.at.substr(0, 10), revision.action, revision.field));
    }
    return out;
}

/// How a format travels: its file ending and its media type (IANA where it is registered).
struct Manner {
    std::string_view ending, type;
};

Manner manner_of(publish::ExportFormat format)
{
    using Format = publish::ExportFormat;
    switch (format) {
        case Format::geojson: return {"geojson", "application/geo+json"};
        case Format::xlsx: return {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"};
        case Format::kml: return {"kml", "application/vnd.google-earth.kml+xml"};
        case Format::gpkg: return {"gpkg", "application/geopackage+sqlite3"};
        case Format::acled: return {"acled.csv", "text/csv"};
        case Format::ged: return {"ged.csv", "text/csv"};
        case Format::gtd: return {"gtd.csv", "text/csv"};
        case Format::plover: return {"plover.jsonl", "application/x-ndjson"};
        case Format::hxl: return {"hxl.csv", "text/csv"};
        case Format::atom: return {"atom", "application/atom+xml"};
        case Format::cap: return {"cap.xml", "application/cap+xml"};
        case Format::csv: break;
    }
    return {"csv", "text/csv"};
}

}  // namespace

publish::ExportInput export_input(publish::ExportFormat format, std::span<const Incident> incidents, const store::Store& library,
                                  const place::Gazetteer& gazetteer, const std::string& month, const std::string& area)
{
    publish::ExportInput input;
    input.incidents = incidents;
    input.attribution = gazetteer.attribution();
    if (format == publish::ExportFormat::cap) input.outlines = outlines_of(incidents, gazetteer);
    if (format == publish::ExportFormat::atom) input.times = times_of(library);
    if (format == publish::ExportFormat::xlsx) input.changes = changes_of(month, area, library);
    return input;
}

std::string file_name_of(publish::ExportFormat format, const std::string& stem) { return fmt::format("{}.{}", stem, manner_of(format).ending); }
std::string media_type_of(publish::ExportFormat format) { return std::string(manner_of(format).type); }

}  // namespace sitrep::serve
