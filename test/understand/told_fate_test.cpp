// A number of people beside an attack is nobody's death or wound unless the report tells of one.
#include <gtest/gtest.h>

#include <string>

#include "understand/figures/told_fate.hpp"
#include "understand/told.hpp"

namespace sitrep::understand {

namespace {

// "6 killed, 2 injured" of the first account; nothing where neither is told.
std::string fates(std::string_view words, Language language = Language::english)
{
    const Understanding understanding = understood_in_town(words, language);
    if (understanding.accounts.empty()) return "no incident";
    const Account& account = understanding.accounts.front();
    std::string out;
    if (account.killed) out += std::to_string(account.killed->low) + " killed";
    if (account.injured) out += (out.empty() ? "" : ", ") + std::to_string(account.injured->low) + " injured";
    return out;
}

bool told_of(std::string_view body, std::string_view number, Outcome outcome)
{
    const text::Document document = text::Document::parse(body, 0, Language::english);
    for (std::uint32_t at = 0; at < document.tokens().size(); ++at)
        if (document.tokens()[at].normal == number) return is_fate_told(document, {at, at + 1}, outcome);
    ADD_FAILURE() << number << " is not in the text";
    return false;
}

}  // namespace

TEST(ToldFate, WhoStandsBesideABombIsNotDead)
{
    EXPECT_EQ(fates("A bomb exploded beside eight soldiers who were walking to a school in @ on Monday."), "");
    EXPECT_EQ(fates("Gunmen attacked a post with six guards in @ on Monday."), "");
    EXPECT_EQ(fates("A mine went off under a car carrying seven teachers near @ on Monday."), "");
    EXPECT_EQ(fates("A mine went off under a car carrying seven teachers near @ on Monday; two of them were hurt."), "2 injured");
    EXPECT_EQ(fates("Twelve soldiers came under fire in @ on Monday; one was wounded."), "1 injured");
    EXPECT_EQ(fates("Four members of a patrol of the border guard near @ were wounded by a mine on Monday."), "4 injured");
}

TEST(ToldFate, WhoStandsBesideTheDeadIsNotOneOfThem)
{
    EXPECT_EQ(fates("Rebels attacked a post with eight soldiers in @ on Monday; nine farmers were killed."), "9 killed");
    EXPECT_EQ(fates("هاجم مسلحون حاجزاً يحرسه ثمانية حراس في @ أمس وقُتل تسعة مدنيين.", Language::arabic), "9 killed");
}

TEST(ToldFate, WhomSomebodyTriedToKillIsNotDead)
{
    EXPECT_EQ(fates("Gunmen tried to kill a mayor in @ on Monday, wounding two guards."), "2 injured");
    EXPECT_EQ(fates("Two men on a motorcycle tried to kill a tribal leader in @ on Monday but missed."), "");
    EXPECT_EQ(fates("حاول مسلحون اغتيال قاض في @ أمس وأصيب مرافقه.", Language::arabic), "1 injured");
    EXPECT_EQ(fates("RSF fighters threatened to kill five children in @."), "no incident");
}

TEST(ToldFate, WhoIsToldDeadCounts)
{
    EXPECT_EQ(fates("A bomb killed eight soldiers who were walking to a school in @ on Monday."), "8 killed");
    EXPECT_EQ(fates("Gunmen attacked a post in @ on Monday. Six guards were killed."), "6 killed");
    EXPECT_EQ(fates("A mine killed seven teachers in a car near @ on Monday; two others were hurt."), "7 killed, 2 injured");
}

TEST(ToldFate, WordsOfDeathStandInTheSentence)
{
    EXPECT_FALSE(told_of("A bomb went off beside eight soldiers. Nobody died.", "eight", Outcome::killed));
    EXPECT_TRUE(told_of("Six were found in a grave.", "six", Outcome::killed));
    EXPECT_TRUE(told_of("Jets bombed a cave, burying three men.", "three", Outcome::killed));
    EXPECT_TRUE(told_of("On Monday gunmen slew nine.", "nine", Outcome::killed));
    EXPECT_FALSE(told_of("Four men threw a bomb at a fire station.", "four", Outcome::killed));
    EXPECT_TRUE(told_of("Eight villagers were whipped.", "eight", Outcome::injured));
    EXPECT_FALSE(told_of("Three gendarmes got away.", "three", Outcome::injured));
    EXPECT_TRUE(told_of("Three gendarmes were taken away.", "three", Outcome::abducted));
}

TEST(ToldFate, ANumberThatSomebodyGivesIsOfThoseToldBefore)
{
    EXPECT_TRUE(told_of("A blast killed many. The army says three.", "three", Outcome::killed));
    EXPECT_TRUE(told_of("A blast killed many. The ministry put it at nine.", "nine", Outcome::killed));
    EXPECT_FALSE(told_of("A blast shook the town. The army says three.", "three", Outcome::killed));
    EXPECT_FALSE(told_of("A blast killed many. The army has three tanks there.", "three", Outcome::killed));
    EXPECT_FALSE(told_of("A blast killed many. The army put the time at seven.", "seven", Outcome::killed));
    EXPECT_FALSE(told_of("A blast killed many. The driver said there were nine passengers.", "nine", Outcome::killed));
    EXPECT_FALSE(told_of("A blast killed many. The bomber was 25, the army said.", "25", Outcome::killed));
    EXPECT_TRUE(told_of("A blast killed many. The number was 25, the army said.", "25", Outcome::killed));
}

TEST(ToldFate, InWordsThatAreMasked)
{
    EXPECT_TRUE(told_of("Three brothers were k!lled in a clan fight.", "three", Outcome::killed));
    EXPECT_TRUE(told_of("A car b*mb k*lls three people.", "three", Outcome::killed));
    EXPECT_TRUE(told_of("Three brothers were kil*led in a clan fight.", "three", Outcome::killed));
    EXPECT_FALSE(told_of("Three brothers! They met in a village.", "three", Outcome::killed));
    EXPECT_EQ(fates("مق تل ثلاثة أشخاص في هجوم في @ يوم الاثنين.", Language::arabic), "3 killed");
}

TEST(ToldFate, InArabicToo)
{
    EXPECT_EQ(fates("انفجرت عبوة ناسفة قرب ثمانية جنود كانوا في طريقهم إلى مدرسة في @ يوم الاثنين.", Language::arabic), "");
    EXPECT_EQ(fates("قتلت عبوة ناسفة ثمانية جنود كانوا في طريقهم إلى مدرسة في @ يوم الاثنين.", Language::arabic), "8 killed");
    EXPECT_EQ(fates("هاجم مسلحون نقطة فيها ستة حراس في @ يوم الاثنين.", Language::arabic), "");
}

}  // namespace sitrep::understand
