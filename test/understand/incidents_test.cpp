// What is an incident of its own, as the shipped models and the rules read it, and what is none.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "understand/told.hpp"

namespace sitrep::understand {

namespace {

std::ptrdiff_t news(const Understanding& said)
{
    return std::ranges::count_if(said.accounts, [](const Account& account) { return !account.background; });
}
std::ptrdiff_t news(std::string_view marked, Language language = Language::english)
{
    return news(understood(marked, language, "2024-03-05"));
}
std::ptrdiff_t news_in_town(std::string_view words, Language language = Language::english)
{
    return news(understood_in_town(words, language));
}

}  // namespace

TEST(AnIncident, MayLieWhereNoGazetteerHasAPlace)
{
    EXPECT_EQ(news("Attack\nGunmen killed three farmers at {place Tarkumba|unknown}."), 1);
    EXPECT_EQ(news("Attack\nThree people were killed in an attack on {place Tarkumba|unknown}."), 1);
}

TEST(AnIncident, IsAnotherWhereASideSaysThatItStruckElsewhereOnAnotherDay)
{
    EXPECT_EQ(news("Strikes\nIsraeli jets struck a house in {place Ariha|settlement|Idlib|SY} {date 2024-03-04|on Monday}, killing two people. "
                   "{date 2024-03-03|On Sunday}, Hezbollah said it had fired thirty rockets at a barracks in {place Safita|settlement|Tartus|SY}."),
              2);
    EXPECT_EQ(news_in_town("A bomb killed two guards in @ on Monday. ISIS said it had killed them."), 1);
}

TEST(AnIncident, IsAnotherWhereTwoSentencesTellEachTheWholeOfOne)
{
    EXPECT_EQ(news("News\nUnknown gunmen shot four farmers dead in {place Ariha|settlement|Idlib|SY} {date 2024-03-04|on Monday}. "
                   "Armed men on motorcycles attacked {place Safita|settlement|Tartus|SY} {date 2024-03-04|on Monday}, killing nine villagers."),
              2);
    EXPECT_EQ(news("News\nUnknown gunmen shot four farmers dead in {place Ariha|settlement|Idlib|SY} {date 2024-03-04|on Monday}. "
                   "Armed men killed the four farmers in {place Ariha|settlement|Idlib|SY} {date 2024-03-04|on Monday}, residents said."),
              1);
}

TEST(AnIncident, IsAnotherWhereGunsAnswerAFightElsewhere)
{
    EXPECT_EQ(news("Border fight\nRebels and soldiers clashed at a post near {place Ariha|settlement|Idlib|SY} {date 2024-03-04|on Monday}. "
                   "The army's artillery then shelled the slopes above {place Safita|settlement|Tartus|SY}."),
              2);
}

TEST(AnIncident, IsAnotherWhereAnArabicSentenceOpensWithItsPlace)
{
    EXPECT_EQ(news("أخبار\nقتل مسلحون شرطياً في {place داعل|settlement|Daraa|SY} {date 2024-03-04|أمس}. "
                   "وفي {place أريحا|settlement|Idlib|SY} انفجرت عبوة ناسفة بسيارة وأصيب مدنيان.",
                   Language::arabic),
              2);
}

TEST(AnIncident, ToldPlainlyInAMessageIsNoneTheLessOneForItsClaim)
{
    const auto said = understood("News\nNine workers were killed in {place Ariha|settlement|Idlib|SY} {date 2024-03-04|on Monday}. ISIS said it was behind the attack.",
                                 Language::english, "2024-03-05");
    ASSERT_EQ(said.accounts.size(), 1U);
    ASSERT_TRUE(said.accounts.front().killed);
    EXPECT_EQ(said.accounts.front().killed->low, 9);
}

TEST(AnIncident, ToldWholeInTheLeadIsOneWhateverFollows)
{
    EXPECT_EQ(news("News\nSeven villagers were killed and 32 wounded by shelling in {place Ariha|settlement|Idlib|SY} {date 2024-03-04|on Monday}. "
                   "\"We heard it and ran,\" a resident said. The governor condemned the attack and promised an investigation. "
                   "The victims were buried on Tuesday. Schools in the area were closed."),
              1);
}

TEST(AnIncident, IsNoneWhereOnlyHarmIsDenied)
{
    EXPECT_EQ(news_in_town("Rockets hit a barracks in @ on Monday. No one was hurt and there were no deaths among the soldiers."), 1);
    EXPECT_EQ(news_in_town("No one was hurt."), 0);
}

TEST(AnIncident, IsNoneWhereAHabitIsTold)
{
    EXPECT_EQ(news_in_town("A roadside bomb killed two soldiers in @ on Monday. Armed men have repeatedly bombed posts on the road."), 1);
}

TEST(AnIncident, IsNoneWhereAMessageTellsThatNobodyDidIt)
{
    EXPECT_EQ(news_in_town("A blast shook a kitchen in @. It was a gas bottle, no bomb, the civil defence says."), 0);
    EXPECT_EQ(news_in_town("A bomb in a kitchen killed two people in @ on Monday."), 1);
}

TEST(AnIncident, IsOneWherePeopleDieAtAMatch)
{
    EXPECT_EQ(news_in_town("A car bomb exploded beside a football stadium in @ on Monday. Two children were killed and the goalkeeper was hurt."), 1);
    EXPECT_EQ(news_in_town("The visitors bombarded the goal in @ on Monday. The goalkeeper and the striker were heroes of the cup match."), 0);
}

TEST(AnIncident, IsNoneWhereItIsThreatenedOrDidNotHappen)
{
    EXPECT_EQ(news_in_town("هددت فصائل مسلحة بشن هجوم على @.", Language::arabic), 0);
    EXPECT_EQ(news_in_town("تحذير من هجوم محتمل على @.", Language::arabic), 0);
    EXPECT_EQ(news_in_town("هجوم على @ لم يقع.", Language::arabic), 0);
    EXPECT_EQ(news_in_town("هجوم على @ أمس لم يسفر عن إصابات، استهدف ثكنة للجيش.", Language::arabic), 1);
    EXPECT_EQ(news_in_town("شن مسلحون هجوماً على @ وقتلوا ثلاثة جنود.", Language::arabic), 1);
}

TEST(AnIncident, IsToldByDrivingPeopleOutAndByFlogging)
{
    EXPECT_EQ(news_in_town("Insurgents chased farmers from their plots near @ on Monday."), 1);
    EXPECT_EQ(news_in_town("A dog chased a boy from a farm near @ on Monday."), 0);
    EXPECT_EQ(news_in_town("Strong wind whipped @ on Monday."), 0);
    EXPECT_EQ(news_in_town("The group lashed two men in @ on Monday."), 1);
    EXPECT_EQ(news_in_town("Three drones were sent at a depot near @ on Monday."), 1);
    EXPECT_EQ(news_in_town("A roadside bomb targets an army patrol in @."), 1);
}

TEST(AnIncident, OfTheTitleIsTheOneThatTheTextTellsAtItsPlace)
{
    EXPECT_EQ(news("Two held in {place Ariha|settlement|Idlib|SY}, bomb kills guard in {place Safita|settlement|Tartus|SY}\n"
                   "A bomb killed a guard in {place Safita|settlement|Tartus|SY} {date 2024-03-04|on Monday}. "
                   "Police arrested two suspects in {place Ariha|settlement|Idlib|SY} {date 2024-03-03|on Sunday}."),
              2);
}

TEST(AnIncident, IsOneWhateverElseItsWordsMayMean)
{
    for (const auto text : {"Rebels have been raiding villages near @; on Monday they killed two men.", "Seven people died in a hail of bullets in @ on Monday.",
                            "A bomb hidden in a gas bottle killed two people in @ on Monday.", "The Black Leopards militia killed four people in @ on Monday.",
                            "A mine dug up by two boys killed both in @ on Monday.", "A missile hit troops on manoeuvres at a live-fire range in @ on Monday, killing 12.",
                            "A bomb killed 20 people in @ on Monday, the mayor said. Residents honour the dead of last year's quake."})
        EXPECT_EQ(news_in_town(text), 1) << text;
}

TEST(AnIncident, IsNoTallyWhereItIsTheWorstSinceSomething)
{
    const auto said = understood_in_town("Twenty people were killed in @ on Monday in the worst attack since the coup.");

    ASSERT_EQ(said.accounts.size(), 1U);
    EXPECT_TRUE(said.tallies.empty());
}

}  // namespace sitrep::understand
