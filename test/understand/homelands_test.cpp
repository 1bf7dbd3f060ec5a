// Which countries speak from the groups and forces that a text names.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "processor_time.hpp"
#include "understand/where/homelands.hpp"

namespace sitrep::understand {
namespace {

std::map<std::string, double> homelands(const std::string& words, Language language)
{
    const auto document = text::Document::parse(words, 0, language);
    std::map<std::string, double> countries;
    for (const CountryHint& hint : homelands_of(document)) countries[hint.country] += hint.weight;
    return countries;
}

TEST(Homelands, AGroupOfOneCountrySpeaksForIt)
{
    const auto philippine = homelands("Abu Sayyaf gunmen entered the village from three sides.", Language::english);
    const auto sudanese = homelands("قصف الجنجويد قرية في المحلية.", Language::arabic);

    ASSERT_EQ(philippine.size(), 1U);
    EXPECT_TRUE(philippine.contains("PH"));
    ASSERT_EQ(sudanese.size(), 1U);
    EXPECT_TRUE(sudanese.contains("SD"));
}

TEST(Homelands, AGroupOfSeveralSpeaksForEachAlike)
{
    const auto lake_chad = homelands("Boko Haram burned huts at Yebi.", Language::english);

    ASSERT_EQ(lake_chad.size(), 4U);
    for (const auto& [country, weight] : lake_chad) EXPECT_DOUBLE_EQ(weight, lake_chad.begin()->second) << country;
}

TEST(Homelands, AGroupThatOftenFightsAbroadSpeaksForThatToo)
{
    const auto lebanese = homelands("Hezbollah fired at a post.", Language::english);

    EXPECT_TRUE(lebanese.contains("LB"));
    EXPECT_TRUE(lebanese.contains("SY"));
    EXPECT_TRUE(lebanese.contains("IL"));
}

TEST(Homelands, ALongerNameIsNotTheShorterOneInIt)
{
    const auto pakistani = homelands("Pakistani Taliban killed a constable.", Language::english), afghan = homelands("Taliban killed a constable.", Language::english);

    EXPECT_EQ(pakistani, homelands("The TTP killed a constable.", Language::english));
    EXPECT_TRUE(afghan.contains("AF"));
}

TEST(Homelands, AGroupAndItsWingCountOnce)
{
    EXPECT_EQ(homelands("Hamas said so.", Language::english), homelands("Hamas and its Qassam Brigades said so.", Language::english));
}

TEST(Homelands, ArabicNamesAreKnownBehindConjunctionAndPreposition)
{
    EXPECT_TRUE(homelands("والجنجويد كسروا سجن سوبا أمس", Language::arabic).contains("SD"));
    EXPECT_TRUE(homelands("اشتباك بالبيشمركة قرب الجسر", Language::arabic).contains("IQ"));
}

TEST(Homelands, HowOftenAGroupIsNamedDoesNotCount)
{
    const auto once = homelands("Hamas fired rockets.", Language::english), often = homelands("Hamas fired rockets, Hamas said. Hamas denied the rest.", Language::english);

    EXPECT_EQ(once, often);
}

TEST(Homelands, ArmiesAbroadAndOrdinaryWordsSayNothing)
{
    EXPECT_TRUE(homelands("American soldiers and Israeli aircraft struck a house.", Language::english).empty());
    EXPECT_TRUE(homelands("the rsf and plo letters in small print", Language::english).empty());
    EXPECT_TRUE(homelands("خرج الشباب إلى الشارع", Language::arabic).empty());
    EXPECT_TRUE(homelands("", Language::english).empty());
}

TEST(Homelands, AreFoundInLinearTime)
{
    std::string words;
    for (int i = 0; i < 50'000; ++i) words += "Taliban Boko والجنجويد حركة ";

    EXPECT_LT(processor_seconds([&] { EXPECT_FALSE(homelands(words, Language::english).empty()); }), 10);
}

}  // namespace
}  // namespace sitrep::understand
