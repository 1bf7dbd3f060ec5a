// How many were hurt, as the shipped models read it: sums, ranges, ends that are open, and numbers that nobody stated.
#include <gtest/gtest.h>

#include <algorithm>

#include "understand/tagging/tagged_tolls.hpp"
#include "understand/told.hpp"

namespace sitrep::understand {

namespace {

// The only incident of a report in which @ stands for a town.
Account only_account(std::string_view words, Language language)
{
    const Understanding said = understood_in_town(words, language);
    EXPECT_EQ(said.accounts.size(), 1U) << words;
    return said.accounts.empty() ? Account{} : said.accounts.front();
}
Account english(std::string_view words) { return only_account(words, Language::english); }
Account arabic(std::string_view words) { return only_account(words, Language::arabic); }

// "12", "12+" for at least 12, "12-15", or "-" where no number is told.
std::string in_figures(const std::optional<Toll>& toll)
{
    if (!toll) return "-";
    const std::string low = std::to_string(toll->low);
    if (!toll->high) return low + "+";
    return *toll->high == toll->low ? low : low + "-" + std::to_string(*toll->high);
}
std::string killed(const Account& account) { return in_figures(account.killed); }
std::string injured(const Account& account) { return in_figures(account.injured); }

}  // namespace

TEST(Tolls, WithAtLeastHaveNoUpperEnd)
{
    EXPECT_EQ(killed(english("At least 12 people were killed when a car bomb exploded in @.")), "12+");
    EXPECT_EQ(killed(arabic("قُتل ما لا يقل عن 12 شخصاً بانفجار سيارة مفخخة في @.")), "12+");
}

TEST(Tolls, OfOneWhoIsDescribedAreOne)
{
    EXPECT_EQ(killed(english("A roadside bomb near @ killed a soldier.")), "1");
}

TEST(Tolls, OfAnOfficerAndSixSoldiersAreSeven)
{
    EXPECT_EQ(killed(english("Gunmen attacked a bus near @, killing an officer and six soldiers.")), "7");
    EXPECT_EQ(killed(arabic("قُتل ضابط وستة جنود بكمين في @.")), "7");
}

TEST(Tolls, OfThoseWhoAreListedAreAsMany)
{
    EXPECT_EQ(killed(english("A man, his wife and her brother were shot dead in @.")), "3");
    EXPECT_EQ(killed(english("The mukhtar, his mother and his nephew were killed when gunmen attacked @.")), "3");
    EXPECT_EQ(killed(english("The fighters ambushed a convoy near @, in which 50 men of the Russian group Wagner and 10 Malian soldiers died.")), "60");
}

TEST(Tolls, OfThoseWhoSharedAFateAreTheirSum)
{
    EXPECT_EQ(killed(english("A colonel of the army was shot dead with two of his guards in @.")), "3");
    EXPECT_EQ(killed(english("A mayor was killed along with four relatives when gunmen fired at a car in @.")), "5");
    EXPECT_EQ(killed(arabic("قُتل ضابط برفقة جنديين في كمين قرب @.")), "3");
}

TEST(Tolls, OfMembersOfForcesDoNotCountTheForce)
{
    EXPECT_EQ(killed(english("Militants stormed @ and killed two members of the security forces, local sources say.")), "2");
    EXPECT_EQ(killed(english("The commander was shot dead outside his house in @.")), "1");
    EXPECT_EQ(killed(english("Militants attacked a building in @; six members of the police and the Syrian Democratic Forces (SDF) lost their lives.")), "6");
}

TEST(Tolls, CountOnceThoseWhoAreAmongTheOthers)
{
    EXPECT_EQ(killed(english("Gunmen killed three people, including two children, in @.")), "3");
}

TEST(Tolls, OfDozensAreNoNumber)
{
    EXPECT_EQ(killed(english("Dozens were killed in an attack on @.")), "-");
    EXPECT_EQ(killed(english("Dozens of people were killed when gunmen attacked @.")), "-");
}

TEST(Tolls, OfDeadAndHurtInOneNumberAreNeither)
{
    const Account account = english("13 people were killed and wounded when gunmen attacked @.");

    EXPECT_EQ(killed(account), "-");
    EXPECT_EQ(injured(account), "-");
}

TEST(Tolls, ThatTwoSourcesTellDifferentlyAreARange)
{
    EXPECT_EQ(killed(english("Gunmen attacked @. Police said five people were killed. The Syrian Observatory for Human Rights said eight people were killed.")), "5-8");
    EXPECT_EQ(killed(english("A bomb in @ killed 12 people, police said. Residents put the death toll at 20.")), "12-20");
    EXPECT_EQ(killed(arabic("قُتل 12 شخصاً بانفجار سيارة مفخخة في @ بحسب الشرطة، فيما قال مصدر طبي إن 15 شخصاً قُتلوا.")), "12-15");
}

TEST(Tolls, ThatOneSourceTellsAsARangeAreThatRange)
{
    EXPECT_EQ(killed(english("Between 10 and 15 people were killed when gunmen attacked @.")), "10-15");
}

TEST(Tolls, ThatRoseAreTheLaterFigure)
{
    EXPECT_EQ(killed(english("A car bomb exploded in @. The death toll rose to 20 from 12.")), "20");
}

TEST(Tolls, AreNeitherPopulationsNorDistances)
{
    EXPECT_EQ(killed(english("Gunmen killed 2 soldiers in @, a city of 40,000 people, 12 kilometres from the border.")), "2");
}

TEST(Tolls, OfAttackersAreKeptApart)
{
    const Account attackers = english("Gunmen attacked a checkpoint in @ and killed four soldiers. Two of the attackers were killed.");
    const Account militants = english("Gunmen attacked a checkpoint in @ and killed four soldiers. Five militants were also killed.");
    const Account in_arabic = arabic("هاجم مسلحون حاجزاً في @ وقتلوا أربعة جنود، وقُتل اثنان من المهاجمين.");

    EXPECT_EQ(killed(attackers), "4");
    EXPECT_EQ(in_figures(attackers.perpetrators_killed), "2");
    EXPECT_EQ(killed(militants), "4");
    EXPECT_EQ(in_figures(militants.perpetrators_killed), "5");
    EXPECT_EQ(killed(in_arabic), "4");
    EXPECT_EQ(in_figures(in_arabic.perpetrators_killed), "2");
}

TEST(Tolls, DoNotCountASuicideBomberAmongTheVictims)
{
    const Account account = english("A suicide bomber blew himself up in a market in @, killing nine people and wounding 30.");

    EXPECT_EQ(killed(account), "9");
    EXPECT_EQ(injured(account), "30");
}

TEST(Tolls, OfAbductedAndInjuredAreNoDead)
{
    const Account account = english("Gunmen abducted 15 villagers and injured three in @.");

    EXPECT_EQ(in_figures(account.abducted), "15");
    EXPECT_EQ(injured(account), "3");
    EXPECT_EQ(killed(account), "-");
}

TEST(Tolls, OfNobodyAreZeroAndNotUnknown)
{
    for (const Account& account : {english("A bomb exploded in @. No one was hurt."), english("A bomb exploded in @. No casualties were reported."),
                                   arabic("انفجرت عبوة ناسفة في @، ولم تقع إصابات."), arabic("انفجرت عبوة ناسفة في @ دون وقوع إصابات.")}) {
        EXPECT_EQ(killed(account), "0");
        EXPECT_EQ(injured(account), "0");
    }
}

TEST(Tolls, ThatNobodyKnowsAreNotZero)
{
    EXPECT_EQ(killed(english("A bomb exploded in @. No deaths had been confirmed.")), "-");
    EXPECT_EQ(killed(english("A bomb exploded in @. No casualty figures were given.")), "-");
}

TEST(Tolls, InTheArabicDualAreTwo)
{
    EXPECT_EQ(killed(arabic("سقط قتيلان بانفجار عبوة ناسفة في @.")), "2");
    EXPECT_EQ(killed(arabic("أسفر انفجار عبوة ناسفة عن قتيلين في @.")), "2");
    EXPECT_EQ(killed(arabic("قُتلت امرأتان برصاص قناص في @.")), "2");
    EXPECT_EQ(injured(arabic("أصيب شرطيان بانفجار عبوة ناسفة في @.")), "2");
    EXPECT_EQ(in_figures(arabic("خطف مسلحون شقيقين في @.").abducted), "2");
}

TEST(Tolls, OfTheDeadAndOfTheHurtStandSideBySide)
{
    const Account with_nouns = arabic("قتيلان وثلاثة جرحى بانفجار عبوة ناسفة في @.");
    const Account with_verbs = arabic("قُتل مدنيان وأصيب طفلان بقصف مدفعي على @.");

    EXPECT_EQ(killed(with_nouns), "2");
    EXPECT_EQ(injured(with_nouns), "3");
    EXPECT_EQ(killed(with_verbs), "2");
    EXPECT_EQ(injured(with_verbs), "2");
}

TEST(Tolls, AreNeverACountOverSeveralIncidents)
{
    const Understanding said = understood(
        "Tanker blown up\nISIS cells blew up an oil tanker in {place Ariha|settlement|Idlib|SY}. Two people were hurt.\n\n"
        "The observatory has counted 140 operations by the cells {period 2024|since January}, in which 77 people were killed.",
        Language::english, "2024-03-05");

    for (const Account& account : said.accounts)
        for (const auto* toll : {&account.killed, &account.injured}) EXPECT_TRUE(!*toll || (*toll)->max_stated() < 77);
    EXPECT_TRUE(std::any_of(said.tallies.begin(), said.tallies.end(), [](const Tally& tally) { return tally.quantity == 77; }));
}

TEST(Tolls, ThatTheTaggerSeesInWordsAreRead)
{
    const auto read = [](std::string_view words) {
        const auto document = text::Document::parse(words, 0, Language::english);
        return toll_in(document, {0, static_cast<std::uint32_t>(document.tokens().size())}, 0).value();
    };
    EXPECT_EQ(read("him and his son").low, 2);
    EXPECT_EQ(read("the bride, her aunt and the donkey boy").low, 3);
    EXPECT_EQ(read("his wife, a guard, and the cook").low, 3);
    EXPECT_EQ(read("both").low, 2);
    EXPECT_EQ(read("a woman").low, 1);
    EXPECT_TRUE(read("a woman").one_person);
    EXPECT_TRUE(read("some").vague);
    EXPECT_TRUE(read("an unknown number").vague);
    EXPECT_TRUE(read("a handful of men").vague);
    EXPECT_EQ(read("nobody").high, 0);
    EXPECT_EQ(read("unhurt").high, 0);
}

TEST(Tolls, StandWhereTheirWordsStand)
{
    const Told report = told("Report\nAt least 12 people were killed when a car bomb exploded in {place Ariha|settlement|Idlib|SY}.", Language::english, "");
    const Understanding said = understood(report);

    ASSERT_EQ(said.accounts.size(), 1U);
    ASSERT_TRUE(said.accounts.front().killed);
    const Span evidence = said.accounts.front().killed->evidence;
    EXPECT_EQ(report.report.document.substr(evidence.start, evidence.end - evidence.start), "At least 12");
}

}  // namespace sitrep::understand
