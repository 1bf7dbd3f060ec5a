// What English reports say, one fact a test.
#include <gtest/gtest.h>

#include <algorithm>

#include "understand/told.hpp"

namespace sitrep::understand {

namespace {

Account only_account(std::string_view marked, std::string_view published = {})
{
    const Understanding said = understood(marked, Language::english, published);
    EXPECT_EQ(said.accounts.size(), 1U) << marked;
    return said.accounts.empty() ? Account{} : said.accounts.front();
}

}  // namespace

TEST(EnglishTolls, AtLeastHasNoUpperEnd)
{
    const Account account = only_account("Attack\nAt least 12 people were killed when gunmen attacked {place Ariha|settlement|Idlib|SY}.");

    ASSERT_TRUE(account.killed);
    EXPECT_EQ(account.killed->low, 12);
    EXPECT_FALSE(account.killed->high);
}

TEST(EnglishTolls, AddUpWhatOneSentenceSplits)
{
    const Account account =
        only_account("Attack\nGunmen attacked a bus near {place Ariha|settlement|Idlib|SY}, killing an officer and four soldiers.");

    ASSERT_TRUE(account.killed);
    EXPECT_EQ(account.killed->low, 5);
}

TEST(EnglishTolls, NoCasualtiesIsZeroAndNotUnknown)
{
    const Account account = only_account(
        "Rockets\nThree rockets hit a base near {place Ariha|settlement|Idlib|SY} {date 2024-03-03|on Sunday}. There were no casualties.");

    ASSERT_TRUE(account.killed);
    EXPECT_EQ(account.killed->low, 0);
    EXPECT_EQ(account.killed->high, 0);
}

TEST(EnglishTolls, OneNumberForDeadAndHurtIsNeither)
{
    const Account account = only_account("Attack\nThirteen people were killed or injured when gunmen attacked {place Ariha|settlement|Idlib|SY}.");

    EXPECT_FALSE(account.killed);
    EXPECT_FALSE(account.injured);
}

TEST(EnglishTolls, AttackersDeadAreKeptApart)
{
    const Account account = only_account(
        "Attack\nGunmen attacked a checkpoint in {place Ariha|settlement|Idlib|SY} and killed two soldiers. Three of the attackers were shot dead.");

    ASSERT_TRUE(account.killed);
    EXPECT_EQ(account.killed->low, 2);
    ASSERT_TRUE(account.perpetrators_killed);
    EXPECT_EQ(account.perpetrators_killed->low, 3);
}

TEST(EnglishPerpetrators, AClaimMakesTheStatusClaimed)
{
    const Account account = only_account(
        "Attack\nTwo soldiers were killed in an ambush near {place Ariha|settlement|Idlib|SY}. ISIS claimed responsibility for the ambush.");

    EXPECT_EQ(account.perpetrator.name, "ISIS");
    EXPECT_EQ(account.perpetrator.status, PerpetratorStatus::claimed);
    EXPECT_EQ(account.kind, IncidentKind::ambush);
}

TEST(EnglishPerpetrators, GunmenAreUnknown)
{
    const Account account = only_account("Attack\nUnknown gunmen shot dead a village chief in {place Ariha|settlement|Idlib|SY}.");

    EXPECT_TRUE(account.perpetrator.name.empty());
    EXPECT_EQ(account.perpetrator.status, PerpetratorStatus::unknown);
}

TEST(EnglishPerpetrators, BothSidesOfAClashBetweenTwoWithoutANameAreTold)
{
    const Account account = only_account(
        "Fighting in Ariha\nTribal fighters and local factions traded fire near {place Ariha|settlement|Idlib|SY} {date 2024-03-03|on Sunday}, leaving three people dead and nine injured.");

    EXPECT_EQ(account.kind, IncidentKind::clash);
    EXPECT_EQ(account.perpetrator.text, "Tribal fighters and local factions");
    EXPECT_TRUE(account.perpetrator.name.empty());
}

TEST(EnglishPerpetrators, AMilitarySourceIsNoArmyOfTheStateThatStruck)
{
    const auto name_where = [](std::string_view speaker) {
        return only_account("Israeli strike\nAn Israeli strike hit a warehouse in {place Ariha|settlement|Idlib|SY} {date 2024-03-03|on Sunday}. " + std::string(speaker) +
                            " said two people were killed.").perpetrator.name;
    };

    EXPECT_EQ(name_where("A military source"), "Israel");
    EXPECT_EQ(name_where("The Israeli military"), "Israeli military");
}

TEST(EnglishDates, ACoreIncidentWithoutOneGetsTheMonthOfPublication)
{
    const Account account = only_account("Attack\nGunmen attacked {place Ariha|settlement|Idlib|SY} and killed two people.", "2024-03-05");

    ASSERT_TRUE(account.date.start);
    EXPECT_EQ(account.date.start->iso(), "2024-03");
    EXPECT_EQ(account.date.precision, DatePrecision::month);
}

TEST(EnglishDates, AMonthInTheTitleDatesWhatAReportOnThatMonthTellsWithoutADay)
{
    const Account account =
        only_account("{date 2024-02|February 2024}: raids in the desert\nGunmen attacked {place Ariha|settlement|Idlib|SY} and killed two people.", "2024-03-05");

    ASSERT_TRUE(account.date.start);
    EXPECT_EQ(account.date.start->iso(), "2024-02");
    EXPECT_EQ(account.date_text, "February 2024");
}

TEST(EnglishDates, AStretchInTheTitleDatesNothing)
{
    const Account account =
        only_account("Tenth attack {period 2024-01/2024-03|since January}\nGunmen attacked {place Ariha|settlement|Idlib|SY} and killed two people.", "2024-03-05");

    ASSERT_TRUE(account.date.start);
    EXPECT_EQ(account.date.start->iso(), "2024-03");
    EXPECT_TRUE(account.date_text.empty());
}

TEST(EnglishDates, StayUnknownWithoutAPublicationDay)
{
    const Account account = only_account("Attack\nGunmen attacked {place Ariha|settlement|Idlib|SY} {date ?|on Sunday} and killed two people.");

    EXPECT_FALSE(account.date.is_known());
    EXPECT_EQ(account.date_text, "on Sunday");
}

TEST(EnglishDates, AtTheHeadOfAnItemDateWhatTheItemTells)
{
    const Understanding said = understood(
        "Killings in December\n• {date --12-01|December 1}: a gunman shot dead a farmer in {place Ariha|settlement|Idlib|SY}.\n\n"
        "• {date --12-04|December 4}: two soldiers were killed by a bomb in {place Saraqib|settlement|Idlib|SY}.");

    ASSERT_EQ(said.accounts.size(), 2U);
    EXPECT_EQ(said.accounts[0].date_text, "December 1");
    EXPECT_EQ(said.accounts[1].date_text, "December 4");
}

TEST(EnglishDates, OfADatelineDateNoEvent)
{
    const Account account = only_account("Attack\n{place Ariha|settlement|Idlib|SY}, {date 2024-03-05|March 5} (News) — Gunmen killed two people.", "2024-03-05");

    EXPECT_TRUE(account.date_text.empty());
}

TEST(EnglishIncidents, AnotherDayAndPlaceIsAnotherIncident)
{
    const Understanding said = understood(
        "Attacks\nGunmen killed two soldiers in {place Ariha|settlement|Idlib|SY} {date 2024-03-03|on Sunday}.\n\n"
        "{date 2023-05-04|On May 4, 2023} a bomb killed six people in {place Saraqib|settlement|Idlib|SY}.");

    ASSERT_EQ(said.accounts.size(), 2U);
    EXPECT_FALSE(said.accounts[0].background);
    EXPECT_TRUE(said.accounts[1].background);
    EXPECT_EQ(said.accounts[1].kind, IncidentKind::ied_or_mine);
}

TEST(EnglishIncidents, TheOtherSideAtAnotherPlaceAndDayIsAnotherIncident)
{
    const Understanding said = understood(
        "Attacks\nRebels attacked a police post in {place Ariha|settlement|Idlib|SY} {date 2024-03-03|on Sunday} and killed two policemen.\n\n"
        "{date 2024-03-04|On Monday} army tanks fired on {place Saraqib|settlement|Idlib|SY}, killing a farmer.",
        Language::english, "2024-03-05");

    EXPECT_EQ(said.accounts.size(), 2U);
}

TEST(EnglishIncidents, AreReadFromAnActAndItsObject)
{
    const auto told = [](std::string_view words) { return understood("Report\n" + std::string(words), Language::english, "2024-03-05").accounts.size(); };
    EXPECT_EQ(told("Unknown men set off a bomb beside a patrol in {place Ariha|settlement|Idlib|SY} {date 2024-03-03|on Sunday}."), 1U);
    EXPECT_EQ(told("Militants captured an army base near {place Ariha|settlement|Idlib|SY} {date 2024-03-03|on Sunday}."), 1U);
    EXPECT_EQ(told("The minister set off for {place Ariha|settlement|Idlib|SY} {date 2024-03-03|on Sunday}."), 0U);
    EXPECT_EQ(told("The charity sent boxes of books into {place Ariha|settlement|Idlib|SY} {date 2024-03-03|on Sunday}."), 0U);
}

TEST(EnglishNegatives, TellNoIncidents)
{
    for (const std::string_view text : {
             "Warning\nThe group threatened to attack the town of {place Ariha|settlement|Idlib|SY}.",
             "Plot\nPolice foiled a plot to bomb a church in {place Ariha|settlement|Idlib|SY}.",
             "Drill\nTroops held a drill in {place Ariha|settlement|Idlib|SY}: in the exercise a simulated bomb exploded and killed five people in "
             "the scenario.",
         })
        EXPECT_TRUE(understood(text).accounts.empty()) << text;
}

TEST(EnglishPlaces, PutAVillageThatNoGazetteerKnowsBeforeTheTownNamedWithIt)
{
    const Account account = only_account(
        "Attack in Ariha\nGunmen killed two farmers in {place Tell Safa|unknown|Idlib|SY}, near {place Ariha|settlement|Idlib|SY} in "
        "{place Idlib|governorate|Idlib|SY}.");

    ASSERT_GE(account.places.size(), 3U);
    EXPECT_EQ(account.places[0].text, "Tell Safa");
    EXPECT_EQ(account.places[1].text, "Ariha");
    EXPECT_EQ(account.places[2].text, "Idlib");
    EXPECT_LE(int(account.places[0].place.precision), int(account.places[1].place.precision));
}

TEST(EnglishPlaces, PutASiteBeforeTheTownThatSaysWhereItLies)
{
    const Account account = only_account(
        "Attack\nA drone hit the {place Tawla field|settlement|Idlib|SY} near {place Ariha|settlement|Idlib|SY} on Sunday and killed two guards.");

    ASSERT_FALSE(account.places.empty());
    EXPECT_EQ(account.places.front().text, "Tawla field");
}

TEST(EnglishPlaces, PlaceARoadByTheTownToldWithIt)
{
    const Account account = only_account(
        "Attack on a highway\nGunmen killed two soldiers on the {place Palmyra highway|road|Homs|SY}, near {place Ariha|settlement|Idlib|SY}.");

    ASSERT_EQ(account.places.size(), 2U);
    EXPECT_EQ(account.places[0].text, "Palmyra highway");
    EXPECT_EQ(account.places[0].place.precision, PlacePrecision::near);
    EXPECT_EQ(account.places[0].place.point, account.places[1].place.point);
    EXPECT_EQ(account.places[1].place.precision, PlacePrecision::near);
}

TEST(EnglishIncidents, SeveralToldByAWitnessWithoutADayStayUndated)
{
    const Account account = only_account(
        "Fear\n\"I saw more than four assassinations of teachers in {place Ariha|settlement|Idlib|SY},\" she said.\n\n"
        "Lights go out {date 2024-03-05|at dusk}.",
        "2024-03-05");

    EXPECT_FALSE(account.date.is_known());
    EXPECT_TRUE(account.background);
    ASSERT_TRUE(account.killed);
    EXPECT_EQ(account.killed->low, 4);
    EXPECT_FALSE(account.killed->high);
}

TEST(EnglishTallies, GiveEachNumberThePlaceBesideIt)
{
    const Understanding said = understood(
        "Count\nThe monitor counted 60 attacks since the start of the year. {place Baghdad|governorate|Baghdad|IQ} with 20 and "
        "{place Kirkuk|governorate|Kirkuk|IQ} with 16 are the first.");

    ASSERT_EQ(said.tallies.size(), 3U);
    EXPECT_EQ(said.tallies[1].quantity, 20);
    EXPECT_EQ(said.tallies[1].scope_place, "Baghdad");
    EXPECT_EQ(said.tallies[2].quantity, 16);
    EXPECT_EQ(said.tallies[2].scope_place, "Kirkuk");
}

namespace {

// "20 attacks; 8 killed": the numbers counted over several incidents.
std::string tallied(const std::string& text)
{
    std::string all;
    for (const Tally& tally : understood("Count\n" + text).tallies) all += (all.empty() ? "" : "; ") + std::to_string(tally.quantity);
    return all;
}

}  // namespace

TEST(EnglishTallies, ReadTheOrderOfAnIncident)
{
    EXPECT_EQ(tallied("It was the fourth bridge blown up on the road in a month."), "4");
    EXPECT_EQ(tallied("He is the ninth teacher killed in the district {period 2021|since 2021}."), "9");
    EXPECT_EQ(tallied("This was the second burglary at the clinic {period 2024-02-26/2024-03-03|this week}."), "2");
    EXPECT_EQ(tallied("The bridge is the second largest built since the war."), "");
    EXPECT_EQ(tallied("It was the third day of fighting this week."), "");
    EXPECT_EQ(tallied("It was the third goal for the club in a year."), "");
    EXPECT_EQ(tallied("The second attack in town {period 2024-02-26/2024-03-03|this week} killed three people."), "2");
    EXPECT_EQ(tallied("A man was killed in the third house on the left."), "");
}

TEST(EnglishTallies, GiveACountToldTwiceOnce)
{
    EXPECT_EQ(tallied("The monitor counted 36 attacks since the start of the year. The 36 attacks since the start of the year were all at night."), "36");
    EXPECT_EQ(tallied("The monitor counted 8 attacks in {place Hama|settlement|Hama|SY} and 8 attacks in {place Homs|settlement|Homs|SY} since the start of the year."), "8; 8");
    EXPECT_EQ(tallied("The monitor counted 49 attacks in {place Mali|country||ML} since January. It counted 49 attacks in {place Niger|country||NE} since January."), "49; 49");
    EXPECT_EQ(tallied("The monitor counted 30 attacks in {period 2023|2023}. It counted 30 attacks in {period 2022|2022}."), "30; 30");
    EXPECT_EQ(tallied("Since January 40 people have been killed in several attacks. Since January 40 women have been abducted in several attacks."), "40; 40");
}

TEST(EnglishPersons, AreNamedInFullOnceAndShortlyAfter)
{
    const Understanding said = understood(
        "Town\nSamir al-Tali, one of the residents of {place Ariha|settlement|Idlib|SY}, stays at home. Earlier, al-Tali went out. "
        "Court said no. The court is far. It was earlier and later.");

    const auto persons =
        std::count_if(said.mentions.begin(), said.mentions.end(), [](const Mention& mention) { return mention.layer == MentionLayer::person; });
    EXPECT_EQ(persons, 2);
}

namespace {

std::ptrdiff_t persons_in(const Understanding& said)
{
    return std::ranges::count_if(said.mentions, [](const Mention& mention) { return mention.layer == MentionLayer::person; });
}


TEST(EnglishPerpetrators, OfALaterIncidentInAnotherProvinceAreNoneOfThisOne)
{
    const Understanding said = understood("Soldiers repel attack in {place Zamfara|governorate|Zamfara|NG}\n"
                                          "Soldiers repelled an attack on a checkpoint near {place Tsafe|settlement|Zamfara|NG} {date 2025-03-09|on Sunday}, killing six bandits.\n\n"
                                          "In a separate incident {date 2025-03-10|on Monday}, a roadside bomb killed four militiamen in {place Bama|settlement|Borno|NG}. The army blamed Boko Haram.",
                                          Language::english, "2025-03-11");

    ASSERT_EQ(said.accounts.size(), 2U);
    EXPECT_NE(said.accounts[0].perpetrator.name, "Boko Haram");
    EXPECT_EQ(said.accounts[1].perpetrator.name, "Boko Haram");
}
}  // namespace

TEST(EnglishTargets, AnOfficeAndItsNameAreOneTarget)
{
    const Account account = only_account(
        "Killing in {place Homs|settlement|Homs|SY}\nGunmen killed a judge, Rana Haddad, at her house in {place Homs|settlement|Homs|SY} {date 2024-03-03|on Sunday}, police said. The judge had been threatened.");

    ASSERT_EQ(account.targets.size(), 1U);
    EXPECT_EQ(account.targets.front().text, "a judge, Rana Haddad");
}

TEST(EnglishPersons, AreMostlySeenWithoutAnOfficeOrAVerbOfSaying)
{
    std::ptrdiff_t seen = 0;
    for (const char* told : {"Man killed\nGunmen shot dead Ahmad Khalil outside his home in {place Raqqa|settlement|Raqqa|SY} {date 2024-03-03|on Sunday}.",
                             "Two killed\nAn attack on Samir Haddad and his brother left both dead in {place Raqqa|settlement|Raqqa|SY} {date 2024-03-03|on Sunday}.",
                             "Mine\nJamila Karam was killed when a mine exploded near {place Raqqa|settlement|Raqqa|SY} {date 2024-03-03|on Sunday}.",
                             "Abduction\nArmed men took Nabil Salloum from his shop in {place Raqqa|settlement|Raqqa|SY} {date 2024-03-03|on Sunday}."})
        seen += persons_in(understood(told, Language::english)) > 0;

    EXPECT_GE(seen, 3);
}

}  // namespace sitrep::understand
