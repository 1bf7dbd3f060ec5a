// What a desk imports stands on top of what was known: joined where it is the same place, added where it is not.
#include "place/built_gazetteer.hpp"
#include "place/districts.hpp"
#include "place/import/import.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <fstream>

namespace sitrep::place {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr const char* village_of_geonames =
    "900001\tRasm al Hamam\tRasm al Hamam\tRasm el-Hamam,رسم الحمام\t35.2\t37.9\tP\tPPL\tSY\t\t10\t\t\t\t120\t\t300\tAsia/Damascus\t2020-01-01\n";
constexpr const char* ocha_2018 =
    "admin0Name_en,admin0Name_ar,admin0Pcode,admin1Name_en,admin1Name_ar,admin1Pcode,admin2Name_en,admin2Name_ar,admin2Pcode,admin4Name_en,admin4Name_ar,"
    "admin4Pcode,admin4RefName_en,Latitude_y,Longitude_x\n"
    "Syria,سوريا,SY,Hama,حماة,SY05,As-Salamiyeh,السلمية,SY0502,Rasm Elhamam,رسم الحمام,C7001,Rasm Elhamam (Oqeirbat),35.201,37.901\n"
    "Syria,سوريا,SY,Hama,حماة,SY05,As-Salamiyeh,السلمية,SY0502,\"Tal\nQita_x000D_\",تل قطا,C7002,Tal Qita,35.4,37.5\n";
constexpr const char* ocha_2020 = "ADM4_EN,ADM4_AR,ADM4_PCODE,ADM1_EN,ADM1_PCODE,ADM0_PCODE,lat,lon\nBeit Nakhla,بيت نخلة,YE1234,Marib,YE26,YE,15.5,45.3\n";

class Imported : public testing::Test {
protected:
    Imported()
    {
        std::string pattern = (fs::temp_directory_path() / "sitrep-import-XXXXXX").string();
        if (!mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
        folder = pattern;
    }
    ~Imported() override { fs::remove_all(folder); }

    fs::path file(const std::string& name, const std::string& bytes) const
    {
        std::ofstream(folder / name, std::ios::binary) << bytes;
        return folder / name;
    }
    std::vector<ImportCounts> import(const std::vector<fs::path>& files)
    {
        const auto imported = import_places(desk ? *desk : built_gazetteer(), out(), files, {}, [](auto, auto) {});
        if (!imported) throw std::runtime_error(imported.error().why);
        desk = std::move(*Gazetteer::open(out()));
        return *imported;
    }
    Place best(std::string_view name, std::string_view country) const
    {
        const auto found = desk->find(name, {.country = std::string(country), .admin1_code = {}, .point = {}}, 1);
        return found.empty() ? Place{} : found.front().place;
    }
    fs::path out() const { return folder / "desk.gazetteer"; }

    fs::path folder;
    std::optional<Gazetteer> desk;
};

TEST_F(Imported, VillagesOfAGeoNamesDumpAreFoundInBothScriptsAndLieInTheirGovernorate)
{
    const auto counts = import({file("SY.txt", village_of_geonames)});

    EXPECT_EQ(counts[0].added, 1U);
    for (const auto* name : {"Rasm al-Hamam", "Rasm el Hamam", "رسم الحمام"}) {
        const auto place = best(name, "SY");
        EXPECT_EQ(place.gazetteer_id, "geonames:900001") << name;
        EXPECT_EQ(place.admin1_code, "SY-HM") << name;
        EXPECT_EQ(place.precision, PlacePrecision::exact) << name;
    }
}

TEST_F(Imported, APlaceOfTwoSourcesIsOnePlaceWithTheNamesOfBoth)
{
    import({file("SY.txt", village_of_geonames)});
    const auto counts = import({file("admin4.csv", ocha_2018)});

    EXPECT_EQ(counts[0].joined, 1U);
    EXPECT_EQ(counts[0].added, 1U);
    EXPECT_EQ(best("Rasm Elhamam", "SY").gazetteer_id, "geonames:900001");
    EXPECT_EQ(best("C7001", "SY").gazetteer_id, "geonames:900001") << "a P-code is found as a name is";
    EXPECT_EQ(best("Tal Qita", "SY").admin1_code, "SY-HM") << "line breaks of a spreadsheet are no part of a name";
}

TEST_F(Imported, TheNewerHeadersOfOchaAreReadToo)
{
    import({file("yem.csv", ocha_2020)});

    EXPECT_EQ(best("Beit Nakhla", "YE").admin1_code, "YE-MA");
    EXPECT_EQ(best("بيت نخلة", "YE").name, "Beit Nakhla");
}

TEST_F(Imported, FurtherNamesComeByGeoNamesNumberWhicheverFileIsNamedFirst)
{
    const auto names = file("alternateNamesV2.txt", "1\t900001\tar\tرسم الحمامة\t\t\t\t\n2\t900001\tlink\thttps://example.org\t\t\t\t\n3\t170654\ten\tSham city\t\t\t\t\n");
    import({names, file("SY.txt", village_of_geonames)});

    EXPECT_EQ(best("رسم الحمامة", "SY").gazetteer_id, "geonames:900001");
    EXPECT_EQ(best("Sham city", "SY").name, "Damascus") << "a place known before";
}

TEST_F(Imported, ATableOfTheDesksOwnWinsAndTellsWhichRowsAreNoPlaces)
{
    const auto counts = import({file("own.csv", "name,name_ar,lat,lon,country,admin1,kind,alternates\nPoint Seventeen,النقطة ١٧,34.5,38.5,SY,SY-HI,site,Post 17|P17\n"
                                                "Nowhere,,95,38,SY,,,\nUnnamed country,,34,38,,,,\n,,34,38,SY,,,\n")});

    EXPECT_EQ(counts[0].added, 1U);
    ASSERT_EQ(counts[0].faults.size(), 3U);
    EXPECT_THAT(counts[0].faults[0].where, HasSubstr("line 3"));
    EXPECT_THAT(counts[0].faults[0].why, HasSubstr("coordinates"));
    EXPECT_EQ(best("Post 17", "SY").kind, PlaceKind::site);
}

TEST_F(Imported, AShapeIsARegionAndIsDrawn)
{
    import({file("regions.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Upper Wells","name_ar":"الآبار العليا","country":"SY"},
      "geometry":{"type":"Polygon","coordinates":[[[38,34],[39,34],[39,35],[38,34]]]}}, {"type":"Feature"}]})")});

    EXPECT_EQ(best("Upper Wells", "SY").precision, PlacePrecision::region);
    const auto drawn = desk->region_outlines("SY");
    EXPECT_TRUE(std::any_of(drawn.begin(), drawn.end(), [](const Outline& outline) { return outline.name == "Upper Wells"; }));
}

TEST_F(Imported, DistrictsOfOchaAreDrawnAndTellInWhichOneATownLies)
{
    EXPECT_TRUE(built_gazetteer().district_outlines("SY").empty());
    const auto counts = import({file("syr_adm2.geojson", districts_of_deir_ez_zor())});

    EXPECT_EQ(counts[0].format, ImportFormat::ocha_boundaries);
    EXPECT_TRUE(counts[0].faults.empty());
    const auto drawn = desk->district_outlines("SY");
    ASSERT_EQ(drawn.size(), 3U);
    EXPECT_EQ(drawn[2].code, "SY-DY/Abu Kamal");
    EXPECT_EQ(drawn[2].name_ar, "البوكمال");
    EXPECT_EQ(best("Hajin", "SY").admin2, "Abu Kamal");
    EXPECT_EQ(best("Palmyra", "SY").admin2, built_gazetteer().find("Palmyra", {.country = "SY", .admin1_code = {}, .point = {}}, 1).front().place.admin2);
    EXPECT_THAT(desk->attribution(), HasSubstr("OCHA (CC BY-IGO)"));
}

TEST_F(Imported, ADistrictOfATownsNameIsNotTakenForTheTown)
{
    const auto before = built_gazetteer().find("al-Mayadin", {.country = "SY", .admin1_code = {}, .point = {}}, 1).front().place;
    import({file("syr_adm2.geojson", districts_of_deir_ez_zor())});

    EXPECT_EQ(best("al-Mayadin", "SY").gazetteer_id, before.gazetteer_id);
    EXPECT_EQ(best("الميادين", "SY").gazetteer_id, before.gazetteer_id);
}

TEST_F(Imported, DistrictsImportedAgainReplaceTheirOutlines)
{
    import({file("syr_adm2.geojson", districts_of_deir_ez_zor())});
    const auto places = desk->size();
    import({file("again.geojson", R"({"type":"FeatureCollection","features":[)" + ocha_district("Abu Kamal", "البوكمال", "SY0901", square(40.6, 34.3, 41.1, 34.8)) + "]}")});

    const auto drawn = desk->district_outlines("SY");
    ASSERT_EQ(drawn.size(), 3U);
    const auto moved = std::ranges::find(drawn, "SY-DY/Abu Kamal", &Outline::code);
    EXPECT_TRUE(std::ranges::any_of(moved->rings.at(0), [](const LatLon& at) { return std::abs(at.lat() - 34.3) < 1e-4; }));
    EXPECT_EQ(desk->size(), places);
}

TEST_F(Imported, AStoredPlaceIsPutIntoItsDistrictByNameAndElseByItsPoint)
{
    import({file("syr_adm2.geojson", districts_of_deir_ez_zor())});
    Place place;
    place.kind = PlaceKind::settlement;
    place.country = "SY";
    place.admin1_code = "SY-DY";
    place.precision = PlacePrecision::exact;
    place.point = *LatLon::from_degrees(35.02, 40.45);

    EXPECT_EQ(desk->district_of(place), "Al Mayadin");
    place.admin2 = "Albukamal";  // told otherwise: what a row says counts, not the point
    EXPECT_EQ(desk->district_of(place), "Albukamal");
    place.admin2 = "al-Mayadin";
    EXPECT_EQ(desk->district_of(place), "Al Mayadin");
    place.admin2.clear();
    place.precision = PlacePrecision::near;  // 25 km around it there are other districts
    EXPECT_EQ(desk->district_of(place), "");
}

TEST_F(Imported, BoundariesOfGeoBoundariesAndTheDesksOwnDistrictsAreDrawnToo)
{
    import({file("sdn.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"shapeName":"Upper Bend","shapeISO":"","shapeID":"1B","shapeGroup":"SYR","shapeType":"ADM2"},
      "geometry":)" + square(39.8, 35.2, 40.3, 35.6) + "}]}")});
    import({file("own.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Lower Bend","country":"SY","kind":"district"},
      "geometry":)" + square(40.3, 34.8, 40.7, 35.2) + "}]}")});

    const auto drawn = desk->district_outlines("SY");
    ASSERT_EQ(drawn.size(), 2U);
    EXPECT_TRUE(std::ranges::any_of(drawn, [](const Outline& outline) { return outline.code == "SY-DY/Upper Bend"; }));
    EXPECT_TRUE(std::ranges::any_of(drawn, [](const Outline& outline) { return outline.code == "SY-DY/Lower Bend"; }));
    EXPECT_EQ(best("Lower Bend", "SY").kind, PlaceKind::district);
}

TEST_F(Imported, WhatIsNoDistrictIsLeftOutWithTheFileToTakeInstead)
{
    const auto counts = import({file("adm1.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"ADM1_EN":"Homs","ADM1_PCODE":"SY04"},"geometry":)" + square(38, 34, 39, 35) +
                                                         R"(},{"type":"Feature","properties":{"ADM2_EN":"Tadmor","ADM2_PCODE":"SY0402","ADM1_PCODE":"SY04"},"geometry":{"type":"Polygon","coordinates":[]}},
      {"type":"Feature","properties":{"ADM2_PCODE":"SY0403","ADM1_PCODE":"SY04"},"geometry":null},7]})")});

    EXPECT_EQ(counts[0].left_out, 4U);
    ASSERT_EQ(counts[0].faults.size(), 4U);
    EXPECT_THAT(counts[0].faults[0].why, HasSubstr("ADM2"));
    EXPECT_THAT(counts[0].faults[1].why, HasSubstr("polygon"));
    EXPECT_TRUE(desk->district_outlines("SY").empty());
}

TEST_F(Imported, WhatWasKnownBeforeStaysAndEverySourceIsNamed)
{
    import({file("SY.txt", village_of_geonames)});

    EXPECT_EQ(desk->size(), built_gazetteer().size() + 1);
    EXPECT_EQ(best("al-Sukhna", "SY").admin1_code, "SY-HI");
    EXPECT_EQ(desk->admin1_outlines("SY").size(), built_gazetteer().admin1_outlines("SY").size());
    EXPECT_THAT(desk->attribution(), HasSubstr("GeoNames (CC BY 4.0)"));
    EXPECT_EQ(desk->sources().back().name, "GeoNames");
    const auto found = desk->find("Rasm al Hamam", {}, 1);
    ASSERT_FALSE(found.empty());
    EXPECT_THAT(found.front().reason, HasSubstr("named so by GeoNames"));
}

TEST_F(Imported, WhatIsNoGazetteerIsRefusedAndNothingIsWritten)
{
    for (const auto& bytes : {std::string("PK\x03\x04 packed"), std::string("Dear editor"), std::string(), std::string("\xff\xfe\x00\x01", 4)}) {
        const auto refused = import_places(built_gazetteer(), out(), {file("x", bytes)}, {}, [](auto, auto) {});

        EXPECT_FALSE(refused);
        EXPECT_FALSE(fs::exists(out()));
    }
}

TEST_F(Imported, DamagedRowsAreToldAndTheRestGoesOn)
{
    const auto counts = import({file("SY.txt", std::string(village_of_geonames) + "900002\tshort row\n900003\tBad\tBad\t\tnorth\t37\tP\tPPL\tSY\t\t10\t\t\t\t\t\t\t\t\n" +
                                                   std::string(100'000, 'x') + "\n" + "\x80\x81\t\t\n")});

    EXPECT_EQ(counts[0].added, 1U);
    EXPECT_EQ(counts[0].faults.size(), 4U);
}

}  // namespace
}  // namespace sitrep::place
