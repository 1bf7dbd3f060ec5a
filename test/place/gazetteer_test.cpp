#include "place/built_gazetteer.hpp"
#include "processor_time.hpp"

#include <gtest/gtest.h>

#include <set>

namespace sitrep::place {
namespace {

Place best(std::string_view name, std::string_view country)
{
    const auto found = built_gazetteer().find(name, {.country = std::string{country}, .admin1_code = {}, .point = {}}, 1);
    return found.empty() ? Place{} : found.front().place;
}

TEST(Gazetteer, KnowsTheTownsOfTheDesertUnderEverySpelling)
{
    for (const auto* spelling : {"al-Sukhna", "Sukhnah", "As Sukhnah", "Sokhneh", "السخنة"}) {
        const auto place = best(spelling, "SY");

        EXPECT_EQ(place.admin1_code, "SY-HI") << spelling;
        ASSERT_TRUE(place.point.has_value()) << spelling;
        EXPECT_NEAR(place.point->lat(), 34.89, 0.05) << spelling;
        EXPECT_NEAR(place.point->lon(), 38.87, 0.05) << spelling;
    }
}

TEST(Gazetteer, FindsAGovernorateUnderThePressSpellings)
{
    for (const auto* spelling : {"Deir ez-Zor", "Deir al-Zour", "Deir Ezzor", "Dayr az Zawr", "دير الزور"}) {
        const auto place = best(spelling, "SY");

        EXPECT_EQ(place.admin1, "Deir ez-Zor") << spelling;
        EXPECT_EQ(place.admin1_code, "SY-DY") << spelling;
    }
    EXPECT_EQ(best("Saladin", "IQ").admin1, "Salah al-Din");
    EXPECT_EQ(best("Ninawa", "IQ").admin1, "Nineveh");
    EXPECT_EQ(best("ريف دمشق", "SY").admin1, "Rif Dimashq");
}

TEST(Gazetteer, GivesARegionNoExactPoint)
{
    const auto badia = best("Badia", "SY");

    EXPECT_EQ(badia.gazetteer_id, "sitrep:badia");
    EXPECT_EQ(badia.precision, PlacePrecision::region);
}

TEST(Gazetteer, PutsTheCountryAskedForBeforeALargerNamesake)
{
    EXPECT_EQ(best("Tripoli", "LY").country, "LY");
    EXPECT_EQ(best("Tripoli", "LB").country, "LB");
    EXPECT_EQ(best("Homs", "SY").country, "SY");
}

TEST(Gazetteer, SaysWhyEachCandidateStandsWhereItStands)
{
    const auto found = built_gazetteer().find("Manbij", {}, 5);

    ASSERT_FALSE(found.empty());
    EXPECT_NE(found.front().reason.find("same name"), std::string::npos);
    for (std::size_t i = 0; i < found.size(); ++i) {
        EXPECT_GE(found[i].score, 0);
        EXPECT_LE(found[i].score, 1);
        if (i > 0) {
            EXPECT_GE(found[i - 1].score, found[i].score);
        }
    }
}

TEST(Gazetteer, FindsNothingForWordsThatNameNothing)
{
    EXPECT_TRUE(built_gazetteer().find("", {}, 5).empty());
    EXPECT_TRUE(built_gazetteer().find("!!", {}, 5).empty());
    EXPECT_TRUE(built_gazetteer().find("Homs", {}, 0).empty());
}

TEST(Gazetteer, TellsTheGovernorateOfAPoint)
{
    EXPECT_EQ(built_gazetteer().admin1_at(*LatLon::from_degrees(35.0, 40.4)), "SY-DY");
    EXPECT_EQ(built_gazetteer().admin1_at(*LatLon::from_degrees(35.2, 43.9)), "IQ-KI");
    EXPECT_EQ(built_gazetteer().admin1_at(*LatLon::from_degrees(0, -30)), "");
}

TEST(Gazetteer, DrawsEveryGovernorateOfSyriaAndIraqOnce)
{
    std::multiset<std::string> codes;
    for (const auto* country : {"SY", "IQ"})
        for (const auto& outline : built_gazetteer().admin1_outlines(country)) {
            codes.insert(outline.code);
            EXPECT_FALSE(outline.name_ar.empty()) << outline.code;
            ASSERT_FALSE(outline.rings.empty()) << outline.code;
            EXPECT_GE(outline.rings.front().size(), 4U) << outline.code;
        }

    EXPECT_EQ(codes.size(), 14U + 18U);
    EXPECT_EQ(codes.count("IQ-KI"), 1U);
    EXPECT_EQ(codes.count("SY-X01~"), 0U);
}

TEST(Gazetteer, NeighboursShareTheirBorderAfterSimplification)
{
    std::set<std::pair<double, double>> of_homs;
    std::set<std::pair<double, double>> of_deir;
    for (const auto& outline : built_gazetteer().admin1_outlines("SY")) {
        auto* points = outline.code == "SY-HI" ? &of_homs : outline.code == "SY-DY" ? &of_deir : nullptr;
        if (points == nullptr) continue;
        for (const auto& ring : outline.rings)
            for (const auto at : ring) points->emplace(at.lat(), at.lon());
    }
    std::size_t shared = 0;
    for (const auto& point : of_homs) shared += of_deir.count(point);

    EXPECT_GE(shared, 5U);
}

TEST(Gazetteer, DrawsCountriesAndItsOwnRegions)
{
    EXPECT_GT(built_gazetteer().country_outlines().size(), 150U);
    EXPECT_GE(built_gazetteer().region_outlines("SY").size(), 10U);
}

TEST(Gazetteer, NamesItsSources)
{
    EXPECT_NE(built_gazetteer().attribution().find("GeoNames (CC BY 4.0)"), std::string::npos);
    EXPECT_NE(built_gazetteer().attribution().find("Natural Earth"), std::string::npos);
}

TEST(Gazetteer, OpensWithoutReadingTheWholeFile)
{
    const double seconds = processor_seconds([] {
        const auto opened = Gazetteer::open(built_blob());
        ASSERT_TRUE(opened.has_value());
        EXPECT_GT(opened->size(), 150'000U);
    });

    EXPECT_LT(seconds, 5);  // mapped, not parsed; the speed itself is shown in bench/
}

}  // namespace
}  // namespace sitrep::place
