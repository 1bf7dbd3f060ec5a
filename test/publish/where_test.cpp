// Where attacks concentrate and whether they repeat, as a report shows it: words, rings, boxes, and nothing finer than a district.
#include "analyse/random.hpp"
#include "publish/cluster_map.hpp"
#include "publish/knox_picture.hpp"
#include "publish/made_up.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace sitrep::publish {
namespace {

std::string circles_of(const std::string& svg)
{
    std::string out;
    for (auto at = svg.find("<circle"); at != std::string::npos; at = svg.find("<circle", at + 1)) out += svg.substr(at, svg.find('>', at) - at) + "\n";
    return out;
}

/// A year of attacks in six towns, and in the last days of May nine at a village of 900 people.
MonthInput year_with_a_concentration()
{
    analyse::RandomStream stream(7, 0);
    std::vector<Incident> incidents;
    for (int i = 0; i < 150; ++i) {
        static const std::vector<std::string> towns{"al-Sukhna", "Palmyra", "al-Mayadin", "al-Busayrah", "Hajin", "Maadan"};
        const Day on = day("2022-06-01") + std::chrono::days{stream.below(365)};
        incidents.push_back(attack(i + 1, to_iso(on), town(towns[stream.below(6)])));
    }
    for (int i = 0; i < 9; ++i) {
        incidents.push_back(attack(500 + i, to_iso(day("2023-05-26") + std::chrono::days{i % 5}), town("village")));
        incidents.back().independent_sources = 1;
        incidents.back().accounts.resize(1);
    }
    return month_of(std::move(incidents));
}

std::string section_of(const std::string& markdown, const std::string& heading)
{
    const auto from = markdown.find("## " + heading);
    return from == std::string::npos ? std::string() : markdown.substr(from, markdown.find("\n## ", from + 3) - from);
}

TEST(ClusterMap, ShowsNoVillage)
{
    const MapCluster here{*LatLon::from_degrees(35.101112, 40.512112), 0, false, {}}, two_km_off{*LatLon::from_degrees(35.118, 40.519), 3, false, {}};

    EXPECT_EQ(circles_of(cluster_map(syrian_outlines(), {here}, {}, Edition::english)), circles_of(cluster_map(syrian_outlines(), {two_km_off}, {}, Edition::english)));
}

TEST(ClusterMap, DrawsWhatChanceCanExplainWithABrokenLine)
{
    const LatLon at = *LatLon::from_degrees(35, 40);
    const auto svg = cluster_map(syrian_outlines(), {{at, 20, false, {}}, {at, 20, true, {}}}, {"1. somewhere"}, Edition::english);

    EXPECT_NE(svg.find("stroke-dasharray"), std::string::npos);
    EXPECT_NE(svg.find(">1</text>"), std::string::npos);
    EXPECT_NE(svg.find(">2</text>"), std::string::npos);
    EXPECT_NE(svg.find("1. somewhere"), std::string::npos);
    EXPECT_EQ(cluster_map({}, {{at, 20, false, {}}}, {}, Edition::english), "") << "nothing to draw on";
}

TEST(KnoxPicture, NamesItsBinsAsTheyAreComputed)
{
    analyse::KnoxTable table;
    table.distance_edges = {0, 1, 5};
    table.time_edges = {0, 1, 2, 8};

    EXPECT_EQ(distance_band_words(table, 0, Edition::english), "0 to under 1 km");
    EXPECT_EQ(distance_band_words(table, 2, Edition::english), "5 km and more");
    EXPECT_EQ(time_band_words(table, 0, Edition::english), "same day");
    EXPECT_EQ(time_band_words(table, 1, Edition::english), "1 days apart");
    EXPECT_EQ(time_band_words(table, 2, Edition::english), "2–7 days apart");
    EXPECT_EQ(time_band_words(table, 3, Edition::english), "8 days and more");
    EXPECT_EQ(p_words(0.001), "<0.01");
    EXPECT_EQ(p_words(0.051), "0.05");
}

TEST(WhereSections, SayTheDistrictAndTheDaysAndNeverTheVillage)
{
    const MonthInput input = year_with_a_concentration();
    const Gate gate({}, input.closed);
    const std::string markdown = month_markdown(input, gate, Edition::english), html = month_html(input, gate, Edition::english);
    const std::string section = section_of(markdown, "Where attacks concentrate");

    EXPECT_NE(section.find("hard to explain by chance: 1"), std::string::npos) << section;
    EXPECT_NE(section.find("Al Mayadin, Deir ez-Zor"), std::string::npos) << section;
    EXPECT_NE(section.find("2023-05-2"), std::string::npos) << section;
    EXPECT_EQ(html.find("35.10"), std::string::npos);
    EXPECT_EQ(section.find("village"), std::string::npos) << section;
}

TEST(WhereSections, ComeInArabicToo)
{
    const MonthInput input = year_with_a_concentration();
    const std::string markdown = month_markdown(input, Gate({}, input.closed), Edition::arabic);

    EXPECT_NE(section_of(markdown, "أين تتركّز الهجمات").find("دير الزور"), std::string::npos);
    EXPECT_NE(markdown.find("## هل يجرّ الهجوم هجومًا آخر؟"), std::string::npos);
}

TEST(WhereSections, OfAHandfulOfAttacksSayThatItIsAHandful)
{
    const MonthInput input = month_of({attack(1, "2023-05-10", town("al-Sukhna"))});
    const std::string markdown = month_markdown(input, Gate({}, input.closed), Edition::english);

    EXPECT_NE(section_of(markdown, "Where attacks concentrate").find("Too few"), std::string::npos) << markdown;
    EXPECT_NE(section_of(markdown, "Does one attack bring the next?").find("Too few"), std::string::npos);
}

TEST(WhereSections, AreTheSameEveryTime)
{
    const MonthInput input = year_with_a_concentration();

    EXPECT_EQ(month_html(input, Gate({}, input.closed), Edition::english), month_html(input, Gate({}, input.closed), Edition::english));
}

TEST(ReportSamples, OfAConcentrationCanBeLookedAt)
{
    const MonthInput input = year_with_a_concentration();
    const std::filesystem::path folder = std::filesystem::path(SITREP_BINARY_DIR) / "report_samples";
    std::filesystem::create_directories(folder);
    for (const auto edition : {Edition::english, Edition::arabic})
        std::ofstream(folder / (edition == Edition::english ? "where-en.html" : "where-ar.html"), std::ios::binary) << month_html(input, Gate({}, input.closed), edition);
}

}  // namespace
}  // namespace sitrep::publish
