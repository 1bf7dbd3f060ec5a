// English sentences whose number of victims hangs on where a clause, a list or a speech ends, on who is old how much, and on whose figure it is.
#include <gtest/gtest.h>

#include "understand/counted.hpp"

namespace sitrep::understand {

TEST(EnglishSubjects, EndWhereAClauseBegins)
{
    EXPECT_EQ(english("Two ministers resigned after five people were killed."), "5 killed");
    EXPECT_EQ(english("Three drivers stayed away while villagers were killed."), "some killed");
    EXPECT_EQ(english("Four people, some of them workers, were killed."), "4 killed");
    EXPECT_EQ(english("Three men, police said, were killed."), "3 killed");
}

TEST(EnglishSubjects, AreNotThoseWhoSpeak)
{
    EXPECT_EQ(english("The mayor said that villagers were killed."), "some killed");
    EXPECT_EQ(english("Ten residents said that fighters had died."), "some killed");
    EXPECT_EQ(english("Gunmen killed eight people, two residents and a member of the council said."), "8 killed");
    EXPECT_EQ(english("Gunmen killed two soldiers and a policeman, officials said."), "2 killed; 1 killed");
}

TEST(EnglishSubjects, HaveParts)
{
    EXPECT_EQ(english("Three people, one of them a child, were killed."), "3 killed");
    EXPECT_EQ(english("Seven policemen, one of them an officer, were hurt."), "7 injured");
}

TEST(EnglishSubjects, MayBeAPair)
{
    EXPECT_EQ(english("Both drivers were shot dead."), "2 killed");
    EXPECT_EQ(english("Both soldiers and civilians were killed."), "some killed");
    EXPECT_EQ(english("Not both drivers were killed."), "some killed");
    EXPECT_EQ(english("Gunmen killed a group of eight miners."), "8 killed");
    EXPECT_EQ(english("A group of nine was killed."), "9 killed");
    EXPECT_EQ(english("A sarpanch was shot dead."), "1 killed");
    EXPECT_EQ(english("Sixty huts were burned, and an old couple died."), "2 killed");
    EXPECT_EQ(english("The parents were killed by a shell."), "2 killed");
    EXPECT_EQ(english("An air strike killed a four-man cell."), "4 killed");
    EXPECT_EQ(english("Parents of pupils were killed."), "some killed");
}

TEST(EnglishLists, StandBeforeTheirVerb)
{
    EXPECT_EQ(english("Four soldiers, two policemen and a nurse were killed."), "4 killed; 2 killed; 1 killed");
    EXPECT_EQ(english("Four people, two policemen and two nurses, were killed."), "2 killed; 2 killed");
    EXPECT_EQ(english("Seven men, three policemen and four soldiers were killed."), "3 killed; 4 killed");
    EXPECT_EQ(english("A bomb went off, killing a child and three men and injuring nine."), "1 killed; 3 killed; 9 injured");
    EXPECT_EQ(english("Eleven men in uniform and seven residents died."), "11 killed; 7 killed");
    EXPECT_EQ(english("A sheikh of the Jubur and his driver were shot dead."), "1 killed; 1 killed");
    EXPECT_EQ(english("He met two elders in the town and seven residents died."), "7 killed");
    EXPECT_EQ(english("A nurse was shot dead on {date 2024-03-04|Monday} at the gate together with her driver."), "1 killed; 1 killed");
    EXPECT_EQ(english("Two of the other eighteen hostages have been killed."), "2 killed");
}

TEST(EnglishAges, CountNobody)
{
    EXPECT_EQ(english("A crime reporter of 43 was shot dead."), "1 killed");
    EXPECT_EQ(english("A teacher, 43, was shot dead."), "1 killed");
    EXPECT_EQ(english("Gunmen killed a farmer, 52, and his two sons."), "1 killed; 2 killed");
    EXPECT_EQ(english("Two girls, 7 and 12, were killed."), "2 killed");
    EXPECT_EQ(english("A family of six was killed."), "6 killed");
    EXPECT_EQ(english("A boy of 13 wounded a father and two sons."), "1 injured; 2 injured");
    EXPECT_EQ(english("A number of 12 was killed."), "12 killed");
    EXPECT_EQ(english("In Rafah, 12, including four children, were killed."), "12 killed");
    EXPECT_EQ(english("The murder of 12 shocked the city."), "12 killed");
}

TEST(EnglishVictims, WhoDieLaterGoOnCounting)
{
    EXPECT_EQ(english("Two customers were killed and a third, the owner, died in hospital."), "2 killed; 1 killed more");
    EXPECT_EQ(english("Nine people died at once; a tenth person died in hospital."), "9 killed; 1 killed more");
    EXPECT_EQ(english("Eleven people were killed; two more died in hospital."), "11 killed; 2 killed more");
    EXPECT_EQ(english("Three fighters were killed. A fourth fighter died in the night."), "3 killed; 1 killed more");
    EXPECT_EQ(english("Two soldiers and a cook were killed. A fourth man died later."), "2 killed; 1 killed; 1 killed more");
    EXPECT_EQ(english("Five people were killed. Two of the wounded died."), "5 killed; 2 killed more");
}

TEST(EnglishVictims, WhoDiedTooComeOnTop)
{
    EXPECT_EQ(english("A sheikh was killed by a bomb; two of his guards died too."), "1 killed; 2 killed more");
    EXPECT_EQ(english("An elder was shot dead. His son was also killed."), "1 killed; 1 killed more");
    EXPECT_EQ(english("Three people died in the fire. The mayor also died."), "3 killed; 1 killed more");
    EXPECT_EQ(english("Four people were killed. Three more died in hospital."), "4 killed; 3 killed more");
    EXPECT_EQ(english("Four people were killed. Two others were taken to hospital."), "4 killed; 2 injured");
    EXPECT_EQ(english("Three herders were killed. On {date 2024-03-05|Tuesday} a farmer was killed too."), "3 killed; 1 killed");
}

TEST(EnglishDenials, OfAnyoneAreNobody)
{
    EXPECT_EQ(english("The army denied that any soldier had been killed."), "0 killed");
    EXPECT_EQ(english("It was not known whether any soldier was killed."), "some killed");
    EXPECT_EQ(english("Suicide drones fell on the camp without loss."), "0 killed; 0 injured");
    EXPECT_EQ(english("The army took the hill without loss of equipment."), "");
    EXPECT_EQ(english("A bomb went off outside a bank; no lives were lost."), "0 killed");
    EXPECT_EQ(english("Gunmen fired at a bus. Nobody was hit."), "0 injured");
}

TEST(EnglishDenials, MayBeThatNotOneDied)
{
    EXPECT_EQ(english("Not one person was killed."), "0 killed");
    EXPECT_EQ(english("Not a single civilian was killed."), "0 killed");
    EXPECT_EQ(english("Not one but two people were killed."), "2 killed");
    EXPECT_EQ(english("The mayor disputes that any soldier was killed."), "0 killed");
}

TEST(EnglishDenials, OfOthersSayNothingOfTheDead)
{
    EXPECT_EQ(english("Three elderly villagers who could not walk were burned to death."), "3 killed");
    EXPECT_EQ(english("17 women at a mourning hall were killed."), "17 killed");
    EXPECT_EQ(english("Militiamen who did not surrender were killed."), "some killed");
}

TEST(EnglishFigures, OfAnotherSourceStandBesideTheFirst)
{
    EXPECT_EQ(english("Rebels killed 217 people, the Red Cross said. The government gives 400."), "217 killed; 400 killed");
    EXPECT_EQ(english("Gunmen killed 17 villagers, police said. The farmers' union lists 26 names."), "17 killed; 26 killed");
    EXPECT_EQ(english("A bomb wounded nine people, police said. The ministry gave the number as ten."), "9 injured; 10 injured");
    EXPECT_EQ(english("A bomb killed 20 people. The army has three bases in the city."), "20 killed");
    EXPECT_EQ(english("A bomb killed 20 people. The mayor counts 40 villages in the district."), "20 killed");
    EXPECT_EQ(english("A bomb killed six people. The hospital had 30 in its wards."), "6 killed");
    EXPECT_EQ(english("A bomb killed six people. Police said two in custody had confessed."), "6 killed");
    EXPECT_EQ(english("A bomb killed 20 people, the mayor said. Police admit twelve."), "20 killed; 12 killed");
    EXPECT_EQ(english("A bomb killed 20 people, the mayor said. Residents named fourteen dead."), "20 killed; 14 killed");
    EXPECT_EQ(english("A bomb killed 20 people, the mayor said. Residents named fourteen streets."), "20 killed");
    EXPECT_EQ(english("A bomb killed 20 people, the mayor said. The ministry put the number at eleven, among them children."), "20 killed; 11 killed");
    EXPECT_EQ(english("A bomb killed nine people and wounded 20, the mayor said. The ministry counted 11 and 26."), "9 killed; 20 injured; 11 killed; 26 injured");
    EXPECT_EQ(english("A bomb killed nine people and wounded 20, the mayor said. The ministry counted two and three, both of them ministers."), "9 killed; 20 injured");
    EXPECT_EQ(english("A bomb wounded seven people. Nobody died. The government first said four."), "7 injured; 0 killed; 4 injured at first");
    EXPECT_EQ(english("A bomb killed 20 people. Police say 40 shops burned."), "20 killed");
    EXPECT_EQ(english("The government gives 400."), "") << "of what nobody says";
}

TEST(EnglishFigures, ThatWereGivenFirstAreReplaced)
{
    EXPECT_EQ(english("Raiders killed four men. The company's first statement had spoken of six dead."), "4 killed; 6 killed at first");
    EXPECT_EQ(english("The army said first that twelve soldiers were killed."), "12 killed");
    EXPECT_EQ(english("Raiders killed 16 people. First reports had nineteen dead."), "16 killed; 19 killed at first");
    EXPECT_EQ(english("One civilian was killed. A child died of his wounds, which brings the dead to two."), "1 killed; 1 killed; 2 killed now");
    EXPECT_EQ(english("Two civilians were killed. A girl died of her wounds, which makes three."), "2 killed; 1 killed; 3 killed now");
    EXPECT_EQ(english("Two civilians were killed. The dead now number four and the wounded nine."), "2 killed; 4 killed now; 9 injured now");
    EXPECT_EQ(english("Two civilians were killed. The army makes three types of mine."), "2 killed");
    EXPECT_EQ(english("Soldiers mistakenly killed three farmers."), "3 killed");
    EXPECT_EQ(english("Gunmen killed three people, taking the week's toll to 20."), "3 killed") << "of other incidents too";
}

TEST(EnglishBeatings, Hurt)
{
    EXPECT_EQ(english("Soldiers beat three drivers."), "3 injured");
    EXPECT_EQ(english("Police beat back protesters."), "");
    EXPECT_EQ(english("Three drivers were beaten to death."), "3 killed");
    EXPECT_EQ(english("Police beat a farmer to death."), "1 killed");
}

}  // namespace sitrep::understand
