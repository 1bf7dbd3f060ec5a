// The formats of the field: columns as their codebooks list them, well-formed files, points only where the gate leaves them.
#include "core/event_tables.hpp"
#include "publish/export.hpp"
#include "publish/made_up.hpp"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <memory>

namespace sitrep::publish {
namespace {

ExportInput input_of(const std::vector<Incident>& incidents)
{
    ExportInput input;
    input.incidents = incidents;
    input.desk = "Steppe Monitoring Desk";
    input.attribution = "GeoNames (CC BY 4.0)";
    input.outlines = syrian_outlines();
    input.made = day("2023-06-05");
    return input;
}

const std::vector<Incident>& two()
{
    static const std::vector<Incident> incidents{attack(1, "2023-05-10", town("Palmyra")), attack(2, "2023-05-11", governorate("SY-DY", "Deir ez-Zor"))};
    return incidents;
}

std::string header_of(TableFormat format)
{
    std::string out;
    for (const auto column : columns_of(format)) out += (out.empty() ? "" : ",") + std::string(column);
    return out + "\r\n";
}

std::size_t count(const std::string& text, const std::string& what)
{
    std::size_t found = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++found;
    return found;
}

TEST(TablesOfTheField, HaveExactlyTheColumnsOfTheirCodebooks)
{
    const std::vector<std::pair<ExportFormat, TableFormat>> formats{{ExportFormat::acled, TableFormat::acled}, {ExportFormat::ged, TableFormat::ged}, {ExportFormat::gtd, TableFormat::gtd},
                                                                    {ExportFormat::csv, TableFormat::sitrep}, {ExportFormat::hxl, TableFormat::sitrep}};
    for (const auto& [format, table] : formats) {
        const auto text = export_as(format, input_of(two()), open_gate);
        EXPECT_TRUE(text.starts_with(header_of(table))) << to_string(format) << text.substr(0, 200);
        EXPECT_EQ(count(text, "\r\n"), format == ExportFormat::hxl ? 4u : 3u) << to_string(format);
    }
}

TEST(Acled, NamesTheSidesByTheirCodesAndTheKindExactlyInItsTags)
{
    const auto text = export_as(ExportFormat::acled, input_of(two()), open_gate);

    EXPECT_NE(text.find("I1,2023-05-10,2023,1,Political violence,Battles,Armed clash,ISIS,,2,Unidentified Military Forces (Syria),,1,21,,760,Middle East,Syria,Homs,Tadmur,,Palmyra,34.56,38.27,1,"),
              std::string::npos) << text;
    EXPECT_NE(text.find("sitrep id=I1 kind=armed_attack date=2023-05-10/day killed=3 hit=military status=attributed place=1"), std::string::npos) << text;
}

TEST(Ged, TakesLethalIncidentsOnly)
{
    auto incidents = two();
    incidents[1].killed = TollRange{0, 0};

    EXPECT_EQ(count(export_as(ExportFormat::ged, input_of(incidents), open_gate), "\r\n"), 2u);
    // The grid cell of PRIO for 34.56 N 38.27 E.
    EXPECT_NE(export_as(ExportFormat::ged, input_of(incidents), open_gate).find("POINT (38.27 34.56),179717,"), std::string::npos);
}

TEST(Gtd, LeavesOperationsAndProtestsOut)
{
    auto incidents = two();
    incidents[0].kind = IncidentKind::protest;
    incidents[1].kind = IncidentKind::security_operation;

    EXPECT_EQ(export_as(ExportFormat::gtd, input_of(incidents), open_gate), header_of(TableFormat::gtd));
}

TEST(Kml, HasAPointForATownAndNoneForAGovernorate)
{
    const auto text = export_as(ExportFormat::kml, input_of(two()), open_gate);

    EXPECT_EQ(count(text, "<Placemark "), 2u);
    EXPECT_EQ(count(text, "<Point>"), 1u);
    EXPECT_NE(text.find("<coordinates>38.27,34.56</coordinates>"), std::string::npos);
}

TEST(Atom, TellsNewChangedAndWithdrawn)
{
    auto incidents = two();
    incidents.push_back(attack(3, "2023-05-12", town("Palmyra")));
    incidents[2].withdrawn = true;
    auto input = input_of(incidents);
    input.times = {{IncidentId{1}, "2023-05-11T08:00:00Z", "2023-05-11T08:00:00Z"}, {IncidentId{2}, "2023-05-11T08:00:00Z", "2023-05-20T08:00:00Z"},
                   {IncidentId{3}, "2023-05-12T08:00:00Z", "2023-05-21T08:00:00Z"}};
    const auto text = export_as(ExportFormat::atom, input, open_gate);

    EXPECT_EQ(count(text, "<entry>"), 2u);
    EXPECT_EQ(count(text, "term=\"new\""), 1u);
    EXPECT_EQ(count(text, "term=\"changed\""), 1u);
    EXPECT_NE(text.find("<at:deleted-entry ref=\"urn:x-sitrep:incident:I3\" when=\"2023-05-21T08:00:00Z\"/>"), std::string::npos) << text;
}

TEST(Cap, SpeaksOfThePastForTheAreaOfAUnit)
{
    const auto text = export_as(ExportFormat::cap, input_of(two()), open_gate);

    EXPECT_EQ(count(text, "<info>"), 2u);
    EXPECT_EQ(count(text, "<urgency>Past</urgency>"), 2u);
    EXPECT_EQ(count(text, "<certainty>Observed</certainty>"), 0u);  // no person has accepted them
    EXPECT_GE(count(text, "<polygon>"), 1u);
    EXPECT_EQ(count(text, "<circle>"), 0u);
}

TEST(Cap, HasTheDistrictsPolygonWhereTheDeskHasItsOutline)
{
    auto input = input_of(two());
    Outline district{"SY-HI/Tadmur", "Tadmur", "تدمر", "SY", {{}}};
    for (const auto& [lat, lon] : {std::pair{34.25, 37.75}, {34.25, 39.25}, {35.25, 39.25}, {35.25, 37.75}}) district.rings[0].push_back(*LatLon::from_degrees(lat, lon));
    const auto without = export_as(ExportFormat::cap, input, open_gate);
    input.outlines.push_back(district);
    const auto with = export_as(ExportFormat::cap, input, open_gate);

    const std::string polygon = "<polygon>34.25,37.75 34.25,39.25 35.25,39.25 35.25,37.75 34.25,37.75</polygon>";
    EXPECT_EQ(count(without, polygon), 0u);
    EXPECT_EQ(count(with, polygon), 1u);
    EXPECT_EQ(count(with, "<polygon>"), 2u);  // the other one is known to the governorate alone
}

TEST(GeoPackage, IsADatabaseThatSaysWhatItIs)
{
    auto bytes = export_as(ExportFormat::gpkg, input_of(two()), open_gate);
    sqlite3* opened = nullptr;
    ASSERT_EQ(sqlite3_open(":memory:", &opened), SQLITE_OK);
    const std::unique_ptr<sqlite3, int (*)(sqlite3*)> database(opened, sqlite3_close);
    ASSERT_EQ(sqlite3_deserialize(opened, "main", reinterpret_cast<unsigned char*>(bytes.data()), sqlite3_int64(bytes.size()), sqlite3_int64(bytes.size()), SQLITE_DESERIALIZE_READONLY), SQLITE_OK);
    const auto ask = [&](const char* sql) {
        sqlite3_stmt* statement = nullptr;
        EXPECT_EQ(sqlite3_prepare_v2(opened, sql, -1, &statement, nullptr), SQLITE_OK) << sqlite3_errmsg(opened);
        EXPECT_EQ(sqlite3_step(statement), SQLITE_ROW) << sql;
        const std::string out = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
        sqlite3_finalize(statement);
        return out;
    };

    EXPECT_EQ(ask("PRAGMA application_id"), "1196444487");  // "GPKG"
    EXPECT_EQ(ask("SELECT count(*) FROM incidents"), "2");
    EXPECT_EQ(ask("SELECT count(*) FROM incidents WHERE geom IS NOT NULL"), "1");
    EXPECT_EQ(ask("SELECT hex(substr(geom, 1, 8)) FROM incidents WHERE id = 'I1'"), "47500001E6100000");
    EXPECT_EQ(ask("SELECT typeof(latitude) || typeof(killed_min) || typeof(type) FROM incidents WHERE id = 'I1'"), "realintegertext");
    EXPECT_EQ(ask("PRAGMA integrity_check"), "ok");
}

TEST(Workbook, HasSheetsForIncidentsCodebookSourcesAndChanges)
{
    auto input = input_of(two());
    input.changes = {"I1 2023-05-20 set killed"};
    const auto bytes = export_as(ExportFormat::xlsx, input, open_gate);

    EXPECT_TRUE(bytes.starts_with("PK\x03\x04"));
    for (const char* sheet : {"name=\"Incidents\"", "name=\"Codebook\"", "name=\"Sources\"", "name=\"Changes\""}) EXPECT_NE(bytes.find(sheet), std::string::npos) << sheet;
    EXPECT_NE(bytes.find("<c r=\"K2\"><v>34.56</v></c>"), std::string::npos);
    EXPECT_NE(bytes.find("I1 2023-05-20 set killed"), std::string::npos);
    EXPECT_EQ(bytes, export_as(ExportFormat::xlsx, input, open_gate)) << "the same bytes for the same record";
}

TEST(Formats, OfNothingAreStillWellFormed)
{
    const std::vector<Incident> none;
    for (int format = 0; format <= int(ExportFormat::cap); ++format) EXPECT_NO_THROW(export_as(ExportFormat(format), input_of(none), open_gate)) << format;
}

}  // namespace
}  // namespace sitrep::publish
