// English sentences that tell of the hurt without the word: by the care they get, or by the wound.
#include <gtest/gtest.h>

#include "understand/counted.hpp"

namespace sitrep::understand {

TEST(EnglishCare, CountsThoseWhoGetIt)
{
    EXPECT_EQ(english("A shell hit the market. Six traders were taken to hospital."), "6 injured");
    EXPECT_EQ(english("A shell hit the market. Six traders were rushed to the town hospital."), "6 injured");
    EXPECT_EQ(english("A shell hit the market. Four are still in hospital."), "4 injured");
    EXPECT_EQ(english("A shell hit the market. A cook is in intensive care."), "1 injured");
    EXPECT_EQ(english("A shell hit the market. Five nurses are being treated."), "5 injured");
    EXPECT_EQ(english("A shell hit the market. Three pupils were hospitalised."), "3 injured");
    EXPECT_EQ(english("A shell hit the market. The clinic admitted eleven."), "11 injured");
    EXPECT_EQ(english("A shell hit the market. The hospital took in eleven people."), "11 injured");
}

TEST(EnglishCare, CountsNobodyTwice)
{
    EXPECT_EQ(english("A shell wounded nine people. Four were taken to hospital."), "9 injured; 4 injured among them");
    EXPECT_EQ(english("A shell wounded nine people. All nine were taken to hospital."), "9 injured; 9 injured among them");
    EXPECT_EQ(english("A shell hit the market. The hospital received 52 wounded."), "52 injured");
}

TEST(EnglishCare, OfTheDeadAndOfPatientsIsNoHurt)
{
    EXPECT_EQ(english("A farmer was taken to hospital, where he died."), "1 killed");
    EXPECT_EQ(english("A shell hit the market. The hospital received nine bodies."), "9 killed");
    EXPECT_EQ(english("Forty patients were in hospital when shells hit it."), "");
    EXPECT_EQ(english("Police said a man died in hospital."), "1 killed");
    EXPECT_EQ(english("A shell hit the market. The clinic took in 80 displaced families."), "");
    EXPECT_EQ(english("A shell hit the market. The clinic received 200 visitors."), "");
    EXPECT_EQ(english("A shell hit the clinic while nine patients were being treated."), "");
    EXPECT_EQ(english("A shell hit the market. Nobody was taken to hospital."), "");
    EXPECT_EQ(english("Six miners were hospitalised when a mine went off."), "6 injured");
}

TEST(EnglishWounds, TellWhoIsHurt)
{
    EXPECT_EQ(english("Two guards were shot in the leg."), "2 injured");
    EXPECT_EQ(english("A driver was shot twice in the arm."), "1 injured");
    EXPECT_EQ(english("Gunmen shot three miners in the knees."), "3 injured");
    EXPECT_EQ(english("The army reported one soldier hit in the hand."), "1 injured");
    EXPECT_EQ(english("A miner has a gunshot wound."), "1 injured");
    EXPECT_EQ(english("A teacher has a broken jaw."), "1 injured");
    EXPECT_EQ(english("A teacher lost two fingers."), "1 injured");
    EXPECT_EQ(english("Two traders were slashed with knives."), "2 injured");
    EXPECT_EQ(english("A miner broke his arm."), "1 injured");
    EXPECT_EQ(english("Two brothers came back with bullet wounds."), "2 injured");
    EXPECT_EQ(english("Four neighbours were cut by debris."), "4 injured");
    EXPECT_EQ(english("A monk has splinters in both legs."), "1 injured");
    EXPECT_EQ(english("Two guards were shot dead."), "2 killed");
    EXPECT_EQ(english("Two men were found dead with bullet wounds."), "2 killed");
    EXPECT_EQ(english("Two men bled to death."), "2 killed");
    EXPECT_EQ(english("A driver was shot in the head."), "");
    EXPECT_EQ(english("The village has a broken well."), "");
}

TEST(EnglishWounded, WhoDieAreNotHurt)
{
    EXPECT_EQ(english("A miner was shot in the arm and bled to death."), "1 killed");
    EXPECT_EQ(english("Two miners shot in the face by a guard died."), "2 killed");
    EXPECT_EQ(english("Four miners hit in the face and arms by shrapnel died."), "4 killed");
    EXPECT_EQ(english("Two miners were killed and five shot in the knees."), "2 killed; 5 injured");
    EXPECT_EQ(english("Two miners were shot in the arm after a mine killed six traders."), "2 injured; 6 killed");
    EXPECT_EQ(english("The mayor hit back in the face of protests."), "");
    EXPECT_EQ(english("A wounded man has died."), "1 killed");
    EXPECT_EQ(english("Troops found a wounded man."), "1 injured");
    EXPECT_EQ(english("The 28 others were all hurt, police said."), "28 injured");
}

TEST(EnglishWounded, GoOnCounting)
{
    EXPECT_EQ(english("Seven miners were wounded. An eighth lost an arm."), "7 injured; 1 injured more");
    EXPECT_EQ(english("Two miners were killed and a third was wounded."), "2 killed; 1 injured");
    EXPECT_EQ(english("A miner was killed and a fourth was wounded."), "1 killed") << "of whom is not told";
    EXPECT_EQ(english("Six policemen of the \"Lion\" unit were wounded."), "6 injured");
}

TEST(EnglishWounded, OfEachSideAreNotAddedUp)
{
    EXPECT_EQ(english("Two clans fought. There are eight wounded in each camp."), "some injured");
    EXPECT_EQ(english("Two clans fought. Each has three wounded."), "some injured");
    EXPECT_EQ(english("A mine killed four miners in each attack."), "4 killed");
}

}  // namespace sitrep::understand
