// Reports whose sources number the dead differently, as the shipped models read them: a range where both are told of the same people, one number where
// one of them is a part, an older number, one that was given up, or one of other people.
#include <gtest/gtest.h>

#include <string>

#include "understand/told.hpp"

namespace sitrep::understand {

namespace {

// "9", "4-9", or "-" where no number is told, of the first account; @ stands for a town.
std::string dead(std::string_view words, Language language = Language::english)
{
    const Understanding said = understood_in_town(words, language);
    if (said.accounts.empty()) return "no incident";
    const std::optional<Toll>& killed = said.accounts.front().killed;
    if (!killed) return "-";
    const std::string low = std::to_string(killed->low);
    return killed->high && *killed->high > killed->low ? low + "-" + std::to_string(*killed->high) : low;
}
std::string dead_in_arabic(std::string_view words) { return dead(words, Language::arabic); }

}  // namespace

TEST(Contradictions, OfTwoSourcesAreARange)
{
    EXPECT_EQ(dead("Gunmen attacked a camp near @ on Sunday. The army says three soldiers died, the group claims eleven."), "3-11");
    EXPECT_EQ(dead("A car bomb struck @ on Sunday. Nine died, the mayor said; the army admits four."), "4-9");
    EXPECT_EQ(dead("A bomb exploded in @ on Sunday. Six people were killed, according to police; residents say eight."), "6-8");
    EXPECT_EQ(dead("Two people died in an air strike on @ on Sunday, the army said. Five, said the Red Crescent."), "2-5");
    EXPECT_EQ(dead("Officials say 22 civilians died in the shelling of @ on Sunday; the opposition says 40 civilians."), "22-40");
    EXPECT_EQ(dead("Islamic State said it killed 12 soldiers in an attack on a post near @ on Sunday. The army admitted losing three men."), "3-12");
}

TEST(Contradictions, OfOneWhoSaysThatNobodyDiedAreARange)
{
    EXPECT_EQ(dead("Shelling hit @ on Sunday. Residents say four people were killed; the army says nobody died."), "0-4");
    EXPECT_EQ(dead("A drone struck a house in @ on Sunday. Four people were killed, the army said. Residents said no one had been killed."), "0-4");
    EXPECT_EQ(dead("A drone struck a house in @ on Sunday. Four people were killed, the army said. Nobody else was killed, residents said."), "4");
}

TEST(Contradictions, AreNoneOfAWholeAndItsPart)
{
    EXPECT_EQ(dead("A bomb went off in a market in @ on Sunday. Nine died, five of them police."), "9");
    EXPECT_EQ(dead("A car bomb killed nine people in @ on Sunday, the mayor said. Four of the dead were children, the hospital said."), "9");
    EXPECT_EQ(dead("Gunmen attacked @ on Sunday, killing 30 people, officials said. Of the dead, 20 were women, residents said."), "30");
    EXPECT_EQ(dead("Seven people were killed in @ on Sunday: three were killed by the blast, four by gunfire, the army said."), "7");
    EXPECT_EQ(dead("Seven villagers were killed in @ on Sunday, residents said. Six of them were buried the same day, the imam said."), "7");
}

TEST(Contradictions, AreNoneOfANumberThatWasGivenUp)
{
    EXPECT_EQ(dead("Nine people, not seven, were killed by a bomb in @ on Sunday, the mayor said."), "9");
    EXPECT_EQ(dead("Not seven people died in @ on Sunday when a bomb went off but nine, the mayor said."), "9");
    EXPECT_EQ(dead("A car bomb in @ on Sunday first was said to have killed four. The hospital later said seven had died."), "7");
    EXPECT_EQ(dead("Nine people were killed by a bomb in @ on Sunday. Seven dead had been the first count."), "9");
    EXPECT_EQ(dead("Nine people were killed by a bomb in @ on Sunday. Seven had been named at first."), "9");
    EXPECT_EQ(dead("An air strike on @ on Sunday killed two people, the army said. The Red Crescent had wrongly reported five dead."), "2");
    EXPECT_EQ(dead("An air strike on @ on Sunday killed two people, the army said. A report of five dead was false."), "2");
}

TEST(Contradictions, AreNoneOfANumberThatRose)
{
    EXPECT_EQ(dead("A bomb killed four people in @ on Sunday. The toll later rose to seven, the mayor said."), "7");
    EXPECT_EQ(dead("Seven people were killed by a bomb in @ on Sunday. The death toll climbed to nine on Monday."), "9");
    EXPECT_EQ(dead("Rescuers said they recovered nine bodies after an air strike on @ on Sunday; in the evening they raised the figure to eleven."), "11");
    EXPECT_EQ(dead("Nine people were killed by a bomb in @ on Sunday, officials said. They later lowered the toll to seven."), "7");
}

TEST(Contradictions, AreNoneOfWhatIsOnlyFeared)
{
    EXPECT_EQ(dead("A bomb killed eight people in @ on Sunday. The toll may rise to ten, the mayor said."), "8");
    EXPECT_EQ(dead("Seven people were killed by a bomb in @ on Sunday. Doctors fear that the number of dead may reach nine."), "7");
    EXPECT_EQ(dead_in_arabic("قُتل خمسة أشخاص بانفجار عبوة في @ يوم الأحد. وقد ترتفع الحصيلة إلى ستة."), "5");
    EXPECT_EQ(dead_in_arabic("قُتل خمسة أشخاص بانفجار عبوة في @ يوم الأحد، ويُخشى أن يرتفع عدد القتلى إلى ستة."), "5");
    EXPECT_EQ(dead_in_arabic("قُتل خمسة أشخاص بانفجار عبوة في @ يوم الأحد. وقد ارتفعت الحصيلة إلى ستة."), "6");
}

TEST(Contradictions, AreNoneOfOtherPeople)
{
    EXPECT_EQ(dead("Islamic State killed three soldiers in an attack on a post near @ on Sunday. The group said two of its own fighters were killed."), "3");
    EXPECT_EQ(dead("Militants raided an army base near @ on Sunday, killing 12 soldiers, the ministry said. The army said it killed 20 attackers."), "12");
    EXPECT_EQ(dead("Gunmen attacked a bus near @ on Sunday and killed three passengers. Police put the number of attackers at nine."), "3");
    EXPECT_EQ(dead("An IED killed four soldiers near @ on Sunday, the army said. A tribal elder said there were six soldiers in the car."), "4");
    EXPECT_EQ(dead("Police said 21 people were killed in a suicide bombing in @ on Sunday. The bomber was 25, Reuters said."), "21");
}

TEST(Contradictions, OfFurtherDeadComeOnTop)
{
    EXPECT_EQ(dead("A bomb killed four people in @ on Sunday. Three more died in hospital, the mayor said."), "7");
}

TEST(Contradictions, AreToldInArabicToo)
{
    EXPECT_EQ(dead_in_arabic("انفجرت سيارة مفخخة في @ يوم الأحد. قال المحافظ إن تسعة أشخاص قتلوا، بينما تحدث الجيش عن أربعة."), "4-9");
    EXPECT_EQ(dead_in_arabic("قُتل تسعة أشخاص بانفجار عبوة في @ يوم الأحد، بحسب الشرطة. وقال المستشفى إن أربعة منهم أطفال."), "9");
    EXPECT_EQ(dead_in_arabic("قُتل خمسة أشخاص بانفجار عبوة في @ يوم الأحد، وليس ستة كما قال المحافظ."), "5");
    EXPECT_EQ(dead_in_arabic("قُتل أربعة أشخاص بقصف على @ يوم الأحد، وفق السكان. وقال الجيش إن أحداً لم يقتل."), "0-4");
}

}  // namespace sitrep::understand
