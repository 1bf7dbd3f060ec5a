// English sentences with words for violence that tell no act, or one of long ago; and those that look alike and do tell one.
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

#include "understand/told.hpp"

namespace sitrep::understand {

namespace {

// A message of Wednesday 6 March 2024 in which @ stands for Hama.
Understanding message(std::string_view words)
{
    std::string marked = "\n" + std::string(words);
    constexpr std::array<std::array<std::string_view, 2>, 5> marks{{{"@", "{place Hama|town|Hama|SY}"},
                                                                    {"on Monday", "{date 2024-03-04|on Monday}"},
                                                                    {"on Sunday", "{date 2024-03-03|on Sunday}"},
                                                                    {"on Friday", "{date 2024-03-01|on Friday}"},
                                                                    {"in 2013", "{date 2013|in 2013}"}}};
    for (const auto& [plain, mark] : marks)
        if (const std::size_t at = marked.find(plain); at != std::string::npos) marked.replace(at, plain.size(), mark);
    return understood(marked, Language::english, "2024-03-06");
}

// "5 killed", "happened", "recalled, 5 killed", "nothing": of the first account.
std::string told_in(std::string_view words)
{
    const Understanding understanding = message(words);
    if (understanding.accounts.empty()) return "nothing";
    const Account& account = understanding.accounts.front();
    std::string out = account.background ? "recalled" : "";
    if (account.killed) out += (out.empty() ? "" : ", ") + std::to_string(account.killed->low) + " killed";
    return out.empty() ? "happened" : out;
}

}  // namespace

TEST(EnglishUnreal, UncountedDeadAreAnIncident)
{
    EXPECT_EQ(told_in("Soldiers were killed in @ on Sunday."), "happened");
    EXPECT_EQ(told_in("Dozens were killed in @ on Monday."), "happened");
}

TEST(EnglishUnreal, WhatIsAskedIsNotTold)
{
    EXPECT_EQ(told_in("Was the town of @ attacked on Sunday?"), "nothing");
    EXPECT_EQ(told_in("Did gunmen kill five people in @ on Sunday?"), "nothing");
    EXPECT_EQ(told_in("Why were five shepherds shot dead in @ on Monday?"), "5 killed");
    EXPECT_EQ(told_in("Were the six people killed in @ on Sunday civilians?"), "6 killed");
    EXPECT_EQ(told_in("Was the bomb that killed two officers in @ on Sunday planted by insiders?"), "2 killed");
    EXPECT_EQ(told_in("Six people were killed in @ on Sunday. Was the attack planned abroad?"), "6 killed");
}

TEST(EnglishUnreal, WhatMayBeIsNotTold)
{
    EXPECT_EQ(told_in("If they attack @ on Monday, hundreds could be killed."), "nothing");
    EXPECT_EQ(told_in("Had the bomb exploded in @ on Monday, dozens would have died."), "nothing");
    EXPECT_EQ(told_in("An attack on @ could kill hundreds."), "nothing");
    EXPECT_EQ(told_in("In the novel, a gunman kills three people in @."), "nothing");
    EXPECT_EQ(told_in("If confirmed, the attack that killed nine people in @ on Sunday would be the deadliest this year."), "9 killed");
    EXPECT_EQ(told_in("The army said it would investigate if the strike that killed five people in @ on Monday was its own."), "5 killed");
    EXPECT_EQ(told_in("It is unclear if the four people killed in @ on Sunday were rebels."), "4 killed");
    EXPECT_EQ(told_in("The attack on a mosque in @ on Friday, which killed eight people, could lead to more bloodshed."), "8 killed");
    EXPECT_EQ(told_in("In the film district of @, gunmen killed four people on Monday."), "4 killed");
}

TEST(EnglishUnreal, AccidentsAreNobodysDeed)
{
    EXPECT_EQ(told_in("A train struck a bus near @ on Sunday; six people died."), "nothing");
    EXPECT_EQ(told_in("A helicopter crashed near @ on Sunday, killing nine people."), "nothing");
    EXPECT_EQ(told_in("A fire in a market in @ killed six people on Sunday."), "nothing");
    EXPECT_EQ(told_in("Ten people were killed in a hotel fire in @ on Sunday."), "nothing");
    EXPECT_EQ(told_in("A gas cylinder exploded in a restaurant in @ on Monday, killing three people."), "nothing");
    EXPECT_EQ(told_in("Heavy rains killed twelve people in @ on Monday."), "nothing");
    EXPECT_EQ(told_in("A bus plunged into a ravine near @ on Monday, killing twenty people."), "nothing");
    EXPECT_EQ(told_in("A lion attacked two shepherds near @ on Sunday, killing one."), "nothing");
    EXPECT_EQ(told_in("An asthma attack killed a boy in @ on Monday."), "nothing");
}

TEST(EnglishUnreal, WhatArmsDidIsNoAccident)
{
    EXPECT_EQ(told_in("Nine people died when a helicopter crashed after being hit by a missile near @ on Monday."), "9 killed");
    EXPECT_EQ(told_in("A train hit a mine near @ on Monday, killing twelve passengers."), "12 killed");
    EXPECT_EQ(told_in("A blaze at a depot in @ killed six people on Monday. The army said it was caused by a missile."), "6 killed");
    EXPECT_EQ(told_in("Sniper fire in the market killed three people in @ on Monday."), "3 killed");
    EXPECT_EQ(told_in("Fire from a tank killed five people in @ on Monday."), "5 killed");
    EXPECT_EQ(told_in("A lorry loaded with gas cylinders blew up at a police post in @ on Monday, killing six people."), "6 killed");
    EXPECT_EQ(told_in("The Tigers killed five soldiers in @ on Monday."), "5 killed");
    EXPECT_EQ(told_in("Seven people burned to death when rebels set fire to a market in @ on Sunday."), "7 killed");
}

TEST(EnglishUnreal, WordsOfADebateHurtNobody)
{
    EXPECT_EQ(told_in("The senator attacked the bill in @ on Monday."), "nothing");
    EXPECT_EQ(told_in("The minister came under fire over corruption in @ on Monday."), "nothing");
    EXPECT_EQ(told_in("Armed men attacked the budget office in @ on Sunday, killing three clerks."), "3 killed");
    EXPECT_EQ(told_in("Police came under fire over the border in @ on Sunday and three officers were killed."), "3 killed");
}

TEST(EnglishUnreal, WhatIsToldAsFalseIsNotTold)
{
    EXPECT_EQ(told_in("Reports of an attack in @ on Sunday are false, the police said."), "nothing");
    EXPECT_EQ(told_in("Claims that five people were killed in @ on Monday are untrue, the governor said."), "nothing");
    EXPECT_EQ(told_in("Claims that the army was responsible for the attack that killed four people in @ on Monday are false, the army said."), "4 killed");
    EXPECT_EQ(told_in("Reports that gunmen killed three people in @ on Sunday are true, the police said."), "3 killed");
}

TEST(EnglishUnreal, CourtsAndMemorialDaysRecall)
{
    EXPECT_EQ(told_in("A jury in @ convicted a former soldier on Monday of murdering two civilians in 2013."), "recalled, 2 killed");
    EXPECT_EQ(told_in("A court sentenced two men to death; hours later gunmen killed five people in @ on Monday."), "5 killed");
    EXPECT_EQ(told_in("The trial was adjourned on Monday after gunmen killed six policemen in @."), "6 killed");
    EXPECT_EQ(told_in("A man jailed for an attack in 2010 killed three people in @ on Monday."), "3 killed");
    EXPECT_EQ(told_in("On the anniversary of the revolution, gunmen killed three soldiers in @ on Monday."), "3 killed");
    EXPECT_EQ(told_in("Two years after the ceasefire, rebels killed seven villagers in @ on Monday."), "7 killed");
}

TEST(EnglishUnreal, TheCeremonyHasAnotherDayThanTheDeed)
{
    const Understanding anniversary = message("The city of @ marked the anniversary of the massacre on Sunday.");
    ASSERT_EQ(anniversary.accounts.size(), 1U);
    EXPECT_TRUE(anniversary.accounts.front().background);
    EXPECT_FALSE(anniversary.accounts.front().date.is_known());
    const Understanding verdict = message("A man was found guilty on Monday of killing two farmers in @ in 2013.");
    ASSERT_EQ(verdict.accounts.size(), 1U);
    EXPECT_EQ(verdict.accounts.front().date.precision, DatePrecision::year);
}

TEST(EnglishUnreal, WhoKillsHimselfIsNoVictim)
{
    EXPECT_EQ(told_in("A suicide bomber killed himself and eight worshippers in @ on Friday."), "8 killed");
    EXPECT_EQ(told_in("A suicide bomber killed himself in @ on Friday."), "happened");
    EXPECT_EQ(told_in("A soldier killed himself after killing three comrades in @ on Monday."), "3 killed");
}

TEST(EnglishUnreal, WhoIsShotInTheHandIsNotDead)
{
    EXPECT_EQ(told_in("Gunmen shot a teacher in the leg in @ on Monday."), "happened");
    EXPECT_EQ(told_in("Gunmen shot a teacher in the leg in @ on Monday. He died in hospital."), "1 killed");
}

TEST(EnglishUnreal, TheTitlesDeadAreNotOfTheAbduction)
{
    const Understanding two = understood(
        "Nine killed and three abducted in Kaduna\n"
        "Gunmen abducted three teachers in {place Birnin Gwari|town|Kaduna|NG} {date 2026-03-09|on Monday}. "
        "{date 2026-03-10|On Tuesday} bandits killed nine farmers in {place Giwa|town|Kaduna|NG}.",
        Language::english, "2026-03-10");
    ASSERT_EQ(two.accounts.size(), 2U);
    EXPECT_FALSE(two.accounts[0].killed);
    ASSERT_TRUE(two.accounts[1].killed);
    EXPECT_EQ(two.accounts[1].killed->low, 9);
}

}  // namespace sitrep::understand
