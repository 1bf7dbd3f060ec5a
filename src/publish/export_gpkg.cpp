// OGC GeoPackage 1.3: a layer of incidents with points where they are public, as one SQLite file (docs/decisions/0010-export-files.md).
#include "core/event_tables.hpp"
#include "publish/export.hpp"
#include "publish/table_text.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cstring>
#include <memory>
#include <stdexcept>

namespace sitrep::publish {
namespace {

constexpr const char* frame = R"(
PRAGMA application_id = 1196444487;
PRAGMA user_version = 10300;
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY,
  organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', NULL),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL),
  ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]', NULL);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER REFERENCES gpkg_spatial_ref_sys);
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL UNIQUE, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL, m TINYINT NOT NULL, PRIMARY KEY (table_name, column_name));
INSERT INTO gpkg_geometry_columns VALUES ('incidents', 'geom', 'POINT', 4326, 0, 0);
)";

/// An SQLite database that lives in memory only and leaves as bytes. A fault here is no input's: it ends the run.
class MemoryDatabase {
public:
    MemoryDatabase()
    {
        sqlite3* opened = nullptr;
        const int result = sqlite3_open(":memory:", &opened);
        database_.reset(opened);
        check(result);
    }
    void execute(const char* sql) { check(sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr)); }
    std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> prepared(const std::string& sql)
    {
        sqlite3_stmt* statement = nullptr;
        check(sqlite3_prepare_v2(database_.get(), sql.c_str(), -1, &statement, nullptr));
        return {statement, sqlite3_finalize};
    }
    void run(sqlite3_stmt* statement)
    {
        if (sqlite3_step(statement) != SQLITE_DONE) throw std::runtime_error(fmt::format("the GeoPackage cannot be made: {}", sqlite3_errmsg(database_.get())));
        check(sqlite3_reset(statement));
    }
    std::string bytes()
    {
        sqlite3_int64 size = 0;
        const std::unique_ptr<unsigned char, void (*)(void*)> file(sqlite3_serialize(database_.get(), "main", &size, 0), sqlite3_free);
        if (!file) throw std::bad_alloc();
        return {reinterpret_cast<const char*>(file.get()), std::size_t(size)};
    }

private:
    void check(int result)
    {
        if (result != SQLITE_OK) throw std::runtime_error(fmt::format("the GeoPackage cannot be made: {}", database_ ? sqlite3_errmsg(database_.get()) : "out of memory"));
    }
    std::unique_ptr<sqlite3, int (*)(sqlite3*)> database_{nullptr, sqlite3_close};
};

/// Header of the GeoPackage's own (version 1, little endian, no envelope, WGS 84) and a point as OGC well-known binary.
std::string geometry(LatLon point)
{
    std::string out = "GP";
    const auto put = [&out](const auto& value) {
        char bytes[sizeof value];
        std::memcpy(bytes, &value, sizeof value);
        out.append(bytes, sizeof value);
    };
    constexpr std::uint8_t version = 0, little_endian = 1;
    constexpr std::int32_t wgs84 = 4326;
    constexpr std::uint32_t type_point = 1;
    put(version);
    put(little_endian);
    put(wgs84);
    put(little_endian);
    put(type_point);
    put(point.lon());
    put(point.lat());
    return out;
}

bool is_number_column(std::string_view name)
{
    return name == "latitude" || name == "longitude" || name == "place_precision" || name == "independent_sources" || name.ends_with("_min") || name.ends_with("_max");
}

std::string table_sql()
{
    std::string out = "CREATE TABLE incidents (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT";
    for (const auto column : columns_of(TableFormat::sitrep)) {
        const bool degrees = column == "latitude" || column == "longitude";
        out += fmt::format(", \"{}\" {}", column, degrees ? "DOUBLE" : is_number_column(column) ? "INTEGER" : "TEXT");
    }
    return out + ")";
}

void insert(MemoryDatabase& database, sqlite3_stmt* statement, const PublicIncident& incident, const TableRow& row)
{
    std::string geom;
    if (incident.point) geom = geometry(*incident.point);
    if (geom.empty()) sqlite3_bind_null(statement, 1);
    else sqlite3_bind_blob(statement, 1, geom.data(), int(geom.size()), SQLITE_TRANSIENT);
    for (std::size_t i = 0; i < row.size(); ++i) {
        const int at = int(i) + 2;
        // A number in a text column's affinity becomes one by itself: SQLite converts as the column says.
        if (row[i].text.empty()) sqlite3_bind_null(statement, at);
        else sqlite3_bind_text(statement, at, row[i].text.data(), int(row[i].text.size()), SQLITE_TRANSIENT);
    }
    database.run(statement);
}

}  // namespace

std::string export_gpkg(const ExportInput& input, const Gate& gate)
{
    const Gate knowing = gate.knowing({public_names(input), input.incidents});
    const auto incidents = passed(input.incidents, knowing);
    MemoryDatabase database;
    database.execute(frame);
    database.execute(table_sql().c_str());
    std::string marks;
    for (std::size_t i = 0; i < columns_of(TableFormat::sitrep).size(); ++i) marks += ", ?";
    const auto statement = database.prepared(fmt::format("INSERT INTO incidents VALUES (NULL, ?{})", marks));
    std::string cells;  // binary files are scanned by what is put into them
    for (const PublicIncident& incident : incidents) {
        const TableRow row = own_row(incident);
        for (const TableCell& cell : row) cells += cell.text + '\n';
        insert(database, statement.get(), incident, row);
    }
    const std::string note = knowing.may_leave(input.attribution) ? input.attribution : std::string();
    const auto contents = database.prepared("INSERT INTO gpkg_contents VALUES ('incidents', 'features', 'incidents', ?, ?, NULL, NULL, NULL, NULL, 4326)");
    const std::string made = to_iso(input.made) + "T00:00:00.000Z";
    sqlite3_bind_text(contents.get(), 1, note.data(), int(note.size()), SQLITE_TRANSIENT);
    sqlite3_bind_text(contents.get(), 2, made.data(), int(made.size()), SQLITE_TRANSIENT);
    database.run(contents.get());
    knowing.scan(cells + note);
    return database.bytes();
}

}  // namespace sitrep::publish
