// Which countries speak from the groups and forces that a text names.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "processor_time.hpp"
#include "understand/homelands.hpp"

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
    const auto afghan = homelands("Taliban fighters entered Qala-e-Naw from three sides.", Language::english);
    const auto yemeni = homelands("قصف الحوثيون قرية في المديرية.", Language::arabic);

    ASSERT_EQ(afghan.size(), 1U);
    EXPECT_TRUE(afghan.contains("AF"));
    ASSERT_EQ(yemeni.size(), 1U);
    EXPECT_TRUE(yemeni.contains("YE"));
}

TEST(Homelands, AGroupOfSeveralSpeaksForEachAlike)
{
    const auto lake_chad = homelands("Boko Haram burned huts at Yebi.", Language::english);

    ASSERT_EQ(lake_chad.size(), 4U);
    for (const auto& [country, weight] : lake_chad) EXPECT_DOUBLE_EQ(weight, lake_chad.begin()->second) << country;
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
