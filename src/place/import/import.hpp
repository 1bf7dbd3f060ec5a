// Importing places: GeoNames dumps, OCHA P-code tables, the desk's own table or shapes, each put on top of the gazetteer in use.
#pragma once

#include "core/result.hpp"
#include "place/gazetteer.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace sitrep::place {

enum class ImportFormat : std::uint8_t {
    geonames,         ///< a dump: XX.txt or allCountries.txt, 19 tab-separated columns
    alternate_names,  ///< alternateNamesV2.txt
    ocha,             ///< a P-code table (CSV) of either header family
    desk_table,       ///< CSV: name, name_ar, lat, lon, country, admin1, kind, alternates, source
    desk_shapes,      ///< GeoJSON features with the same properties
    ocha_boundaries,  ///< GeoJSON of districts, OCHA's common operational dataset (COD-AB, ADM2)
    geoboundaries     ///< GeoJSON of districts of geoBoundaries (ADM2)
};
std::string_view to_string(ImportFormat format);
/// What a file is, by its content.
Result<ImportFormat> format_of(const std::filesystem::path& file);

struct ImportOptions {
    std::string source;   ///< who made the file; empty: what its format tells
    std::string licence;  ///< its licence; empty: what its format tells
};

/// What became of a file's rows.
struct ImportCounts {
    std::filesystem::path file;
    ImportFormat format = ImportFormat::desk_table;
    std::uint64_t rows = 0, added = 0, joined = 0, left_out = 0;
    std::vector<BadInput> faults;  ///< rows that cannot be read; the first hundred
};

/// Puts the files on top of `base` and writes `out`, which may be the file that `base` was opened from. Until it is whole, `out` stays as it was.
/// Files of alternate names are read last. `progress` gets the bytes read, of all. Throws std::runtime_error when `out` cannot be written.
Result<std::vector<ImportCounts>> import_places(const Gazetteer& base, const std::filesystem::path& out, const std::vector<std::filesystem::path>& files,
                                                const ImportOptions& options, const std::function<void(std::uint64_t done, std::uint64_t all)>& progress);

}  // namespace sitrep::place
