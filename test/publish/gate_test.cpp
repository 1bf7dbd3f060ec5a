// What may leave the desk: users.md section 6, rule by rule.
#include "publish/gate.hpp"
#include "publish/made_up.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sitrep::publish {
namespace {

std::optional<PublicIncident> passed(const Incident& incident, std::vector<std::string> persons = {})
{
    std::vector<Withheld> withheld;
    return Gate(std::move(persons), today).pass(incident, withheld);
}

std::string why_withheld(const Incident& incident)
{
    std::vector<Withheld> withheld;
    EXPECT_FALSE(Gate({}, today).pass(incident, withheld));
    return withheld.empty() ? "" : withheld.front().rule;
}

TEST(Point, OfATownIsRoundedToTwoDecimals)
{
    const auto incident = passed(attack(1, "2023-05-10", town("al-Sukhna")));

    ASSERT_TRUE(incident && incident->point);
    EXPECT_DOUBLE_EQ(incident->point->lat(), 34.89);
    EXPECT_DOUBLE_EQ(incident->point->lon(), 38.87);
    EXPECT_EQ(incident->place, "al-Sukhna");
}

TEST(Point, IsNotGivenForAVillageAndNeitherIsItsName)
{
    const auto incident = passed(attack(1, "2023-05-10", town("village")));

    EXPECT_FALSE(incident->point);
    EXPECT_EQ(incident->place, "");
    EXPECT_EQ(incident->admin2, "Al Mayadin");
    EXPECT_EQ(incident->precision, PlacePrecision::district);
}

TEST(Point, IsGivenForAVillageWithThreeOtherPublicIncidents)
{
    std::vector<Incident> incidents;
    for (int id = 1; id <= 4; ++id) incidents.push_back(attack(id, "2023-05-10", town("village")));
    std::vector<Withheld> withheld;

    const Gate three = Gate({}, today).knowing({{}, std::span(incidents).first(3)});
    const Gate four = Gate({}, today).knowing({{}, incidents});

    EXPECT_FALSE(three.pass(incidents[0], withheld)->point);
    EXPECT_TRUE(four.pass(incidents[0], withheld)->point);
}

TEST(Point, IsNotGivenWhenOneSourceTellsIt)
{
    Incident incident = attack(1, "2023-05-10", town("Palmyra"));
    incident.independent_sources = 1;

    const auto shown = passed(incident);

    EXPECT_FALSE(shown->point);
    EXPECT_EQ(shown->place, "");
    EXPECT_EQ(shown->precision, PlacePrecision::district);
    EXPECT_EQ(shown->admin2, "Tadmur");
}

TEST(Point, OfACapitalNeverStandsForItsProvince)
{
    const auto shown = passed(attack(1, "2023-05-10", governorate("SY-DY", "Deir ez-Zor")));

    EXPECT_FALSE(shown->point);
    EXPECT_EQ(shown->precision, PlacePrecision::governorate);
    EXPECT_EQ(shown->admin1, "Deir ez-Zor");
}

TEST(Place, OfASiteIsShownAsItsDistrict)
{
    Place clinic = town("Manbij");
    clinic.kind = PlaceKind::site;
    clinic.name = "Clinic of the east quarter";

    const auto shown = passed(attack(1, "2023-05-10", clinic));

    EXPECT_EQ(shown->place, "");
    EXPECT_FALSE(shown->point);
}

TEST(Place, MayBeADesertByItsName)
{
    Place desert = governorate("SY-HI", "Homs");
    desert.kind = PlaceKind::region;
    desert.precision = PlacePrecision::region;
    desert.name = "Syrian Desert";

    const auto shown = passed(attack(1, "2023-05-10", desert));

    EXPECT_EQ(shown->place, "Syrian Desert");
    EXPECT_FALSE(shown->point);
}

TEST(Forces, AreWithheldForSeventyTwoHours)
{
    Incident raid = attack(1, "2023-06-03", town("Palmyra"));
    raid.kind = IncidentKind::security_operation;
    raid.target_class = TargetClass::militant;
    EXPECT_EQ(why_withheld(raid).substr(0, 2), "L5");

    raid.date = DateRange::on(day("2023-06-02"));

    EXPECT_TRUE(passed(raid));
}

TEST(Forces, AreWithheldWhenTheyAreHitAndWhenTheirIncidentHasNoDate)
{
    Incident on_soldiers = attack(1, "2023-06-04", town("Palmyra"));
    Incident undated = attack(2, "2023-06-04", town("Palmyra"));
    undated.date = DateRange::unknown();
    for (FiledAccount& filed : undated.accounts) filed.published.reset();
    Incident on_civilians = attack(3, "2023-06-04", town("Palmyra"));
    on_civilians.target_class = TargetClass::civilian;

    EXPECT_EQ(why_withheld(on_soldiers).substr(0, 2), "L5");
    EXPECT_EQ(why_withheld(undated).substr(0, 2), "L5");
    EXPECT_TRUE(passed(on_civilians));
}

TEST(PrivateSources, GiveDistrictAndMonthAfterSevenDays)
{
    Incident incident = attack(1, "2023-05-29", town("Palmyra"));
    incident.target_class = TargetClass::civilian;
    for (FiledAccount& filed : incident.accounts) filed.publisher = "Village group chat", filed.url = "";

    const auto shown = passed(incident);
    incident.date = DateRange::on(day("2023-05-30"));

    ASSERT_TRUE(shown);
    EXPECT_EQ(shown->date.start->iso(), "2023-05");
    EXPECT_EQ(shown->place, "");
    EXPECT_TRUE(shown->publishers.empty());
    EXPECT_EQ(why_withheld(incident).substr(0, 2), "L3");
}

TEST(Links, AreOfListedOutletsWithoutQueryAndFragment)
{
    const auto shown = passed(attack(1, "2023-05-10", town("Palmyra")));

    EXPECT_EQ(shown->links, (std::vector<std::string>{"https://www.syriahr.com/en/300001/", "https://npasyria.com/en/90001/"}));
    EXPECT_EQ(shown->publishers, (std::vector<std::string>{"SOHR", "North Press"}));
}

TEST(Links, ThatNameAPersonAreDropped)
{
    Incident incident = attack(1, "2023-05-10", town("Palmyra"));
    incident.accounts[0].url = "https://www.syriahr.com/en/qasim-al-tayyar-killed/";

    const auto shown = passed(incident, {"Qasim al-Tayyar"});

    EXPECT_EQ(shown->links.size(), 1u);
    EXPECT_EQ(shown->publishers.size(), 2u);
}

TEST(Perpetrator, IsANameOfTheRegisterOrNone)
{
    Incident incident = attack(1, "2023-05-10", town("Palmyra"));
    EXPECT_EQ(passed(incident)->perpetrator, "ISIS");

    incident.perpetrator = "Qasim al-Tayyar";

    EXPECT_EQ(passed(incident)->perpetrator, "");
}

TEST(Conflicts, AreToldInOurOwnWordsWithPublicSpeakersOnly)
{
    Incident incident = attack(1, "2023-05-10", town("Palmyra"));
    incident.accounts.push_back(account(9, "A friend", "", "2023-05-11"));
    for (std::size_t i = 0; i < 3; ++i) incident.accounts[i].account.killed = Toll{std::int64_t(3 + i), std::nullopt, {0, 1}};
    incident.conflicts = {{"killed", {{"three of Qasim's men", {0}}, {"4", {1}}, {"5, says his brother", {2}}}}, {"mood", {{"a", {0}}, {"b", {1}}}}};

    const auto shown = passed(incident);

    ASSERT_EQ(shown->conflicts.size(), 1u);
    const auto& versions = shown->conflicts[0].versions;
    ASSERT_EQ(versions.size(), 3u);
    EXPECT_EQ(versions[0].value, "3");
    EXPECT_EQ(versions[0].accounts, std::vector<std::size_t>{0});
    EXPECT_EQ(versions[2].value, "5");
    EXPECT_TRUE(versions[2].accounts.empty());
}

FiledTally tally(const std::string& unit)
{
    FiledTally filed;
    filed.publisher = "North Press";
    filed.tally.quantity = 49;
    filed.tally.unit = unit;
    filed.tally.claimant_name = "ISIS";
    return filed;
}

TEST(StatedCounts, KeepACodeOfTheirUnitAndARoleOfWhoStatesIt)
{
    FiledTally filed = tally("members of the SDF killed in his village");
    filed.tally.claimant_name.clear();
    filed.tally.claimant = "Qasim, a resident of al-Masrab";

    const auto shown = Gate({}, today).pass(filed);

    ASSERT_TRUE(shown);
    EXPECT_EQ(shown->unit, "killed");
    EXPECT_EQ(shown->who, TargetClass::military);
    EXPECT_EQ(shown->claimant, "residents");
}

TEST(StatedCounts, AreUnderstoodInArabic)
{
    EXPECT_EQ(Gate({}, today).pass(tally("هجوماً"))->unit, "attacks");
    EXPECT_EQ(Gate({}, today).pass(tally("قتيلاً من المدنيين"))->unit, "killed");
    EXPECT_EQ(Gate({}, today).pass(tally("قتيلاً من المدنيين"))->who, TargetClass::civilian);
}

TEST(StatedCounts, OfAVillageOrOfAnUnknownUnitDoNotLeave)
{
    FiledTally of_village = tally("attacks");
    of_village.tally.scope = town("village");
    of_village.tally.scope_place = "the village";
    FiledTally unresolved = tally("attacks");
    unresolved.tally.scope_place = "our valley";

    EXPECT_FALSE(Gate({}, today).pass(of_village));
    EXPECT_FALSE(Gate({}, today).pass(unresolved));
    EXPECT_FALSE(Gate({}, today).pass(tally("sheep")));
}

TEST(StatedCounts, OfTheWorldAreKept)
{
    FiledTally filed = tally("attacks");
    filed.tally.scope_place = "around the world";

    EXPECT_EQ(Gate({}, today).pass(filed)->scope, "world");
}

}  // namespace
}  // namespace sitrep::publish
