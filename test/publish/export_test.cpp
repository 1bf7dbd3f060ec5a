// The record in the formats of the field.
#include "publish/export.hpp"
#include "publish/made_up.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

namespace sitrep::publish {
namespace {

std::vector<std::string> lines_of(const std::string& csv)
{
    std::vector<std::string> out;
    std::stringstream stream(csv);
    for (std::string line; std::getline(stream, line);) out.push_back(line);
    return out;
}

TEST(Csv, HasAsManyCellsInEveryRowAsInItsHead)
{
    const std::vector<Incident> incidents{attack(1, "2023-05-10", town("Palmyra")), attack(2, "2023-05-11", governorate("SY-DY", "Deir ez-Zor"))};

    const auto lines = lines_of(export_csv(incidents, open_gate));

    ASSERT_EQ(lines.size(), 3u);
    for (const std::string& line : lines) {
        EXPECT_EQ(std::count(line.begin(), line.end(), ','), std::count(lines[0].begin(), lines[0].end(), ',')) << line;
        EXPECT_EQ(line.back(), '\r');
    }
}

TEST(Csv, WritesDatesAsIsoTextAndPointsWithTwoDecimals)
{
    const std::vector<Incident> incidents{attack(1, "2023-05-10", town("Palmyra"))};

    const std::string csv = export_csv(incidents, open_gate);

    EXPECT_NE(csv.find("I1,armed_attack,2023-05-10,2023-05-10,day,SY,Homs,SY-HI,Tadmur,Palmyra,34.56,38.27,1,ISIS,attributed,military,3,3,"), std::string::npos) << csv;
}

TEST(Csv, DefusesCellsThatASpreadsheetWouldRun)
{
    Place place = town("Palmyra");
    place.admin2 = "=HYPERLINK(x)";
    place.admin1 = "+Homs, \"west\"";
    place.admin1_code.clear();

    const std::vector<Incident> incidents{attack(1, "2023-05-10", place)};
    const std::string csv = export_csv(incidents, open_gate);

    EXPECT_EQ(csv.find(",=HYPERLINK"), std::string::npos);
    EXPECT_EQ(csv.find("\"+Homs"), std::string::npos);
    EXPECT_EQ(csv.find(",+Homs"), std::string::npos);
}

TEST(Csv, SaysConfirmedOnlyOfWhatAPersonAccepted)
{
    Incident accepted = attack(1, "2023-05-10", town("Palmyra"));
    accepted.accepted = true;
    const std::vector<Incident> incidents{accepted, attack(2, "2023-05-11", town("Palmyra"))};

    const auto lines = lines_of(export_csv(incidents, open_gate));

    EXPECT_NE(lines[1].find(",confirmed,2,accepted,"), std::string::npos);
    EXPECT_NE(lines[2].find(",meets_confirmation_rule,2,machine output,"), std::string::npos);
}

TEST(GeoJson, GivesAPointForATownAndNoneForAProvince)
{
    const std::vector<Incident> incidents{attack(1, "2023-05-10", town("Palmyra")), attack(2, "2023-05-11", governorate("SY-DY", "Deir ez-Zor"))};

    const auto layer = nlohmann::json::parse(export_geojson(incidents, open_gate, "GeoNames"));

    EXPECT_EQ(layer["type"], "FeatureCollection");
    EXPECT_EQ(layer["features"][0]["geometry"]["coordinates"], (nlohmann::json{38.27, 34.56}));
    EXPECT_TRUE(layer["features"][1]["geometry"].is_null());
    EXPECT_EQ(layer["features"][1]["properties"]["place_precision"], 4);
    EXPECT_EQ(layer["attribution"], "GeoNames");
}

TEST(Exports, OfNothingAreStillWellFormed)
{
    EXPECT_EQ(lines_of(export_csv({}, open_gate)).size(), 1u);
    EXPECT_TRUE(nlohmann::json::parse(export_geojson({}, open_gate, ""))["features"].empty());
}

}  // namespace
}  // namespace sitrep::publish
