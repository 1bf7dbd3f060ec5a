// Of which kind an English incident is, as the shipped models and the lexicons read it.
#include <gtest/gtest.h>

#include "understand/told.hpp"

namespace sitrep::understand {

namespace {

// The kind of the only incident of a report in which @ stands for a town.
std::string kind(std::string_view words)
{
    const Understanding said = understood_in_town(words);
    EXPECT_EQ(said.accounts.size(), 1U) << words;
    return said.accounts.empty() ? std::string() : std::string(to_string(said.accounts.front().kind));
}

}  // namespace

TEST(Kinds, OfAVehicleThatExplodedIsAVehicleBomb)
{
    EXPECT_EQ(kind("A parked van exploded outside a bank in @, killing four people."), "suicide_or_vehicle_bomb");
    EXPECT_EQ(kind("Two shoppers were killed in @ when a bomb hidden in a rickshaw exploded."), "suicide_or_vehicle_bomb");
    EXPECT_EQ(kind("A lorry had blown up at the gate of a hotel in @ before gunmen opened fire on guests; five people were killed."), "suicide_or_vehicle_bomb");
    EXPECT_EQ(kind("A lorry packed with fertiliser and explosives blew up at the gate of a barracks in @, killing six soldiers."), "suicide_or_vehicle_bomb");
}

TEST(Kinds, OfABombUnderAVehicleIsNoVehicleBomb)
{
    EXPECT_EQ(kind("A mine under a taxi exploded near @ and two passengers died."), "ied_or_mine");
    EXPECT_EQ(kind("A truck carrying fuel exploded near @, killing four people."), "ied_or_mine");
    EXPECT_EQ(kind("A tractor exploded on a landmine near @, killing its driver."), "ied_or_mine");
}

TEST(Kinds, OfABombAndThenGunfireOnAVehicleIsAnAmbush)
{
    EXPECT_EQ(kind("A roadside bomb hit a lorry with soldiers near @, and gunmen then opened fire on the vehicle, killing three."), "ambush");
    EXPECT_EQ(kind("A bomb exploded beside an armoured car near @ and attackers opened fire; a soldier was killed."), "ambush");
    EXPECT_EQ(kind("A roadside bomb hit a lorry with soldiers near @, killing three."), "ied_or_mine");
}

TEST(Kinds, OfSidesThatFireAtEachOtherIsAClash)
{
    EXPECT_EQ(kind("Fighters of two families fired at each other in @ on Monday; two men died."), "clash");
    EXPECT_EQ(kind("Two policemen and five smugglers were killed in a shoot-out near @."), "clash");
    EXPECT_EQ(kind("Gunfire between two militias in @ left three dead."), "clash");
}

TEST(Kinds, AreNotReadFromAShootOutOfTeams)
{
    const Understanding said = understood("Cup\nThe women's team of Kenya won the cup in {place Ariha|settlement|Idlib|SY} after a tense shootout with Ghana on Sunday.", Language::english, "2024-03-05");

    EXPECT_TRUE(said.accounts.empty());
}

TEST(Kinds, OfAircraftThatFireIsAnAirstrike)
{
    EXPECT_EQ(kind("Two army helicopters fired at a village near @ and killed five people."), "airstrike");
    EXPECT_EQ(kind("A helicopter let fall two barrels on @; three villagers died."), "airstrike");
}

TEST(Kinds, OfADroneThatWasHitIsNoAirstrike)
{
    EXPECT_NE(kind("An army helicopter was hit by rebels near @ and two of its crew died."), "airstrike");
}

TEST(Kinds, OfGunsFiredAtAPlaceAreShelling)
{
    EXPECT_EQ(kind("The army fired artillery at @ on Sunday, killing a woman."), "shelling");
    EXPECT_EQ(kind("Gunmen fired rifles at a post in @ on Sunday, killing a guard."), "armed_attack");
}

TEST(Kinds, OfTreesCutDownIsNoKilling)
{
    EXPECT_EQ(kind("Settlers cut down 60 olive trees in @ on Sunday."), "arson_or_property");
}

TEST(Kinds, OfPeopleHangedOrCaughtAndShotIsAnExecution)
{
    EXPECT_EQ(kind("Rebels hanged a judge in @ on Sunday."), "execution");
    EXPECT_EQ(kind("Two informers were caught and shot by insurgents in @ on Sunday."), "execution");
}

TEST(Kinds, OfGunfireAtWhatMovesIsAnAmbush)
{
    EXPECT_EQ(kind("Gunmen opened fire on a police patrol near @ on Sunday, killing two officers."), "ambush");
    EXPECT_EQ(kind("Gunmen opened fire on a bus near @ on Sunday, killing three passengers."), "ambush");
    EXPECT_EQ(kind("Gunmen opened fire on a market in @ on Sunday, killing three traders."), "armed_attack");
    EXPECT_EQ(kind("Six people were killed when gunmen fired on a bus stop in @ on Sunday."), "armed_attack");
    EXPECT_EQ(kind("Gunmen opened fire on a parked car in @ on Sunday, killing its driver."), "armed_attack");
}

TEST(Kinds, OfDemonstratorsWhoClashIsAProtest)
{
    EXPECT_EQ(kind("Protesters clashed with police in @ on Sunday; twelve students were injured."), "protest");
    EXPECT_EQ(kind("Clashes between police and demonstrators in @ on Sunday left five people injured."), "protest");
    EXPECT_EQ(kind("Demonstrators and police clashed in @ on Sunday, and twelve people were killed."), "protest");
    EXPECT_EQ(kind("Police and demonstrators clashed in @ on Sunday, and twelve people were killed."), "protest");
    EXPECT_EQ(kind("Clashes between rebels and soldiers in @ on Sunday left five people injured."), "clash");
}

TEST(Kinds, ThatNoWordTellsAreNotGuessed)
{
    EXPECT_NE(kind("A boy was killed at the well of @ on Sunday, his father said."), "airstrike");
    EXPECT_NE(kind("A boy was killed at the well of @ on Sunday, his father said."), "shelling");
}

}  // namespace sitrep::understand
