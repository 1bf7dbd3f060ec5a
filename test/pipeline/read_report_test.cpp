// What a report goes through from text to accounts, with the gazetteer and the models that are shipped.
#include "pipeline/read_report.hpp"
#include "place/built_gazetteer.hpp"

#include <gtest/gtest.h>

#include <string>

namespace sitrep::pipeline {
namespace {

Understanding reading_of(const std::string& text, Language language = Language::english)
{
    Report report;
    report.document = text;
    report.language = language;
    return read_report(report, place::built_gazetteer()).understanding;
}

TEST(AMessageWithoutCapitals, IsPlacedByTheNamesInIt)
{
    const auto said = reading_of("bomb on a truck near palmyra killed 4 soldiers this morning");

    ASSERT_EQ(said.accounts.size(), 1U);
    ASSERT_FALSE(said.accounts[0].places.empty());
    EXPECT_EQ(said.accounts[0].places[0].place.country, "SY");
    EXPECT_EQ(said.accounts[0].places[0].place.precision, PlacePrecision::near);
    EXPECT_EQ(said.accounts[0].places[0].text, "near palmyra");
}

TEST(AMessageWithoutCapitals, NamesNoPlaceByItsOrdinaryWords)
{
    const auto said = reading_of("gunmen hit the bus at the bridge in the evening, two of them got away on a bar of land by the river");

    for (const auto& account : said.accounts)
        for (const auto& place : account.places) EXPECT_FALSE(place.place.is_resolved()) << place.text << " is taken for " << place.place.name;
}

TEST(Places, AreNoWordsThatLinkSentencesAndNoDays)
{
    const auto said = reading_of("Gunmen killed four policemen near Baqubah on Mon 10 June. Elsewhere, 9 gunmen stormed a market in Tarmiyah on Monday and shot dead 4 soldiers. "
                                 "In the same province, a bomb wounded two guards in Taji on Monday.");

    for (const auto& account : said.accounts)
        for (const auto& place : account.places) EXPECT_TRUE(place.text == "near Baqubah" || place.text == "Tarmiyah" || place.text == "Taji") << place.text;
}

TEST(AMessageWithoutCapitals, IsNotPlacedAtHome)
{
    for (const auto* words : {"they shot two men in broad daylight near home in front of people", "gunmen killed two men in custody, in total five dead in march"}) {
        const auto said = reading_of(words);
        for (const auto& account : said.accounts)
            for (const auto& place : account.places) EXPECT_FALSE(place.place.is_resolved()) << place.text << " is taken for " << place.place.name;
    }
}

TEST(AVillageInNoGazetteer, LiesInTheCountryThatTheReportIsClearlyAbout)
{
    const auto philippine = reading_of("Abu Sayyaf gunmen killed four policemen at Ngolokotri on Monday.");
    const auto one_of_four = reading_of("Boko Haram fighters killed four policemen at Ngolokotri on Monday.");

    ASSERT_EQ(philippine.accounts.size(), 1U);
    ASSERT_FALSE(philippine.accounts[0].places.empty());
    EXPECT_EQ(philippine.accounts[0].places[0].place.country, "PH");
    EXPECT_FALSE(philippine.accounts[0].places[0].place.is_resolved());
    EXPECT_FALSE(philippine.accounts[0].places[0].place.point.has_value());
    ASSERT_EQ(one_of_four.accounts.size(), 1U);
    ASSERT_FALSE(one_of_four.accounts[0].places.empty());
    EXPECT_EQ(one_of_four.accounts[0].places[0].place.country, "") << "a group that is active in four countries tells none";
}

TEST(AVillageInNoGazetteer, IsNotPutWhereTheOutletIsCalledAfter)
{
    Report report;
    report.set_words("", "Gunmen killed four policemen at Ngolokotri on Monday.");
    report.language = Language::english;
    report.publisher = "Niger Actu";
    const auto said = read_report(report, place::built_gazetteer()).understanding;

    for (const auto& mention : said.places) EXPECT_EQ(mention.place.country, "") << "a guess by the outlet's name";
    ASSERT_EQ(said.accounts.size(), 1U);
    EXPECT_EQ(said.accounts[0].places[0].place.country, "");
}

TEST(APlaceWithoutNamesakes, StaysWhereItIsWhoeverIsNamed)
{
    for (const auto& [words, country] : {std::pair{"Houthi drones hit Abha on Monday and wounded three people.", "SA"}, std::pair{"Houthi missiles killed a man in Eilat on Monday.", "IL"},
                                         std::pair{"A Hezbollah commander was killed at Damascus airport on Monday.", "SY"}, std::pair{"Hamas gunmen killed two people in Sderot on Monday.", "IL"}}) {
        const auto said = reading_of(words);
        ASSERT_FALSE(said.accounts.empty()) << words;
        ASSERT_FALSE(said.accounts[0].places.empty()) << words;
        EXPECT_EQ(said.accounts[0].places[0].place.country, country) << words;
    }
}

TEST(AReportWithCapitals, HasNoNamesInItsSmallWords)
{
    const auto said = reading_of("Gunmen killed two soldiers in Palmyra, at a bar on the road to hit and back, the Syrian army said.");

    for (const auto& account : said.accounts)
        for (const auto& place : account.places) EXPECT_NE(place.place.name, "Hit");
}

TEST(AMessageOfAKilling, IsAnIncidentWithoutAMethod)
{
    for (const auto* words : {"Two civilians were killed in Daraa on Saturday.", "A man and a woman were killed in Kaduna today."}) {
        const auto said = reading_of(words);
        ASSERT_EQ(said.accounts.size(), 1U) << words;
        ASSERT_TRUE(said.accounts[0].killed.has_value()) << words;
        EXPECT_EQ(said.accounts[0].killed->low, 2) << words;
    }
}

TEST(AnArabicMessage, IsReadHoweverShort)
{
    for (const auto* words : {"قُتل جنديان بلغم قرب تدمر", "الحوثيون قصفوا تعز", "مسيرة قصفت سوق نيالا", "هاجم مسلحون قرية قرب الرقة وقتلوا تسعة فلاحين", "خطف طبيب في درعا",
                              "انفجار عبوة في كركوك", "اشتباكات في الزاوية", "إحراق منازل في حوارة"})
        EXPECT_EQ(reading_of(words, Language::arabic).accounts.size(), 1U) << words;
}

TEST(AMessageFromAVillageInNoGazetteer, IsRead)
{
    for (const auto* words : {"Gunmen killed three farmers at Tarkumba.", "A bomb exploded at Tarkumba and killed three soldiers."})
        EXPECT_EQ(reading_of(words).accounts.size(), 1U) << words;
}

TEST(AMessageOfADeath, IsNoneWhereItMayHaveBeenAnAccident)
{
    for (const auto* words : {"Two people were killed in a road accident near Daraa on Saturday.", "Floods killed three people in Kaduna today."})
        EXPECT_TRUE(reading_of(words).accounts.empty()) << words;
}

}  // namespace
}  // namespace sitrep::pipeline
