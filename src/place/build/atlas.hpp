// What gazetteer_build gathers from its sources before it is written as one blob.
#pragma once

#include "core/place.hpp"
#include "place/rings.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

namespace sitrep::place::build {

struct Entry {
    std::string id;
    std::string name;
    std::string name_ar;
    std::vector<std::string> alternates;
    std::string country;  ///< ISO 3166-1 alpha-2
    std::string unit;     ///< ISO 3166-2, or empty
    std::string admin2;
    Coordinate at;
    bool has_point = true;
    std::int64_t population = 0;
    PlaceKind kind = PlaceKind::settlement;
    int rank = 0;
    bool own = false;
    bool alone = false;  ///< its names are no other place's: "Africa" is also a suburb
};

struct Unit {
    std::string code, name, name_ar, country;
    std::string geonames_code;  ///< "SY.07"
    std::vector<std::string> alternates;
    Coordinate at;
    std::vector<Ring> rings;
    bool outdated = false;  ///< the polygon is of a level or time that GeoNames no longer counts as first-level
    std::size_t entry = 0;  ///< index in Atlas::entries, set when the unit is entered as a place
};

struct Shape {
    std::string code, name, name_ar, country;
    std::vector<Ring> rings;
};

/// Where the sources lie.
struct Paths {
    std::filesystem::path npm;       ///< node_modules
    std::filesystem::path timezonemap;  ///< folder with cities15000.txt
    std::filesystem::path cldr;      ///< folder with ar.xml and en.xml of subdivisions
    std::filesystem::path own;       ///< data/gazetteer
};

struct Atlas {
    std::vector<Entry> entries;
    std::vector<Unit> units;
    std::vector<Shape> countries;
    std::vector<Shape> regions;
    std::unordered_map<std::string, std::string> country_names;  ///< code → English
};

/// Admin-1 polygons and names; patches the two known faults of the source.
void read_units(const Paths& paths, Atlas& atlas);
/// Countries: outlines, names in both languages, the points of countries.csv.
void read_countries(const Paths& paths, Atlas& atlas);
/// Settlements and districts of the GeoNames family. Needs the units.
void read_cities(const Paths& paths, Atlas& atlas);
/// The project's own layers: units.csv, arabic_names.csv, settlements.csv, regions/. Last, because their rows win.
void read_own_units(const Paths& paths, Atlas& atlas);
void read_arabic_names(const Paths& paths, Atlas& atlas);
void read_own_places(const Paths& paths, Atlas& atlas);
void read_regions(const Paths& paths, Atlas& atlas);

/// Gives the largest town that a first-level unit is called after the unit's name; what it was called is one of its names.
void name_towns(Atlas& atlas);

/// The kind that a word of the own layers names.
PlaceKind kind_of(const std::string& word);
/// Throws where an own entry names a unit that is not known.
void check_unit(const Atlas& atlas, const Entry& entry, const std::string& where);

/// ISO 3166-2 code of the unit that holds a point, within one country; the nearest one within 25 km, else empty.
std::string unit_at(const Atlas& atlas, const std::string& country, Coordinate point);

/// Writes the file; throws std::runtime_error when it cannot.
void write_blob(const Atlas& atlas, const std::filesystem::path& file);

std::string file_bytes(const std::filesystem::path& file);
std::vector<std::string> fields_of(const std::string& line, char separator);
/// Rows of a comma-separated file with quotes, without its header line and lines that begin with #.
std::vector<std::vector<std::string>> csv_rows(const std::filesystem::path& file, std::size_t columns);
bool is_latin_name(const std::string& name);
bool is_arabic_name(const std::string& name);

}  // namespace sitrep::place::build
