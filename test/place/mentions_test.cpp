#include "place/built_gazetteer.hpp"
#include "place/mentions.hpp"
#include "processor_time.hpp"
#include "text/normalise.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace sitrep::place {
namespace {

class Reading {
public:
    Reading(std::string text, Language language, const std::vector<CountryHint>& hints = {})
        : text_(std::move(text)), document_(text::Document::parse(text_, 0, language)), found_(find_places(document_, built_gazetteer(), hints))
    {
    }
    const std::vector<PlaceMention>& mentions() const { return found_.mentions; }
    const std::string& country() const { return found_.country; }
    std::string words(const PlaceMention& mention) const { return std::string{document_.words(mention.span)}; }
    const PlaceMention* of(const std::string& words) const
    {
        const auto found = std::ranges::find_if(mentions(), [&](const PlaceMention& mention) { return document_.words(mention.span) == words; });
        return found == mentions().end() ? nullptr : &*found;
    }

private:
    std::string text_;
    text::Document document_;
    PlacesFound found_;
};

TEST(FindPlaces, CountryInTheTextDecidesBetweenNamesakes)
{
    const Reading syria{"Shells fell on Homs in Syria.", Language::english};
    const Reading libya{"Fighting broke out in Khoms and Tripoli, western Libya.", Language::english};

    ASSERT_NE(syria.of("Homs"), nullptr);
    EXPECT_EQ(syria.of("Homs")->place.country, "SY");
    ASSERT_NE(libya.of("Tripoli"), nullptr);
    EXPECT_EQ(libya.of("Tripoli")->place.country, "LY");
}

TEST(FindPlaces, AHintDecidesBetweenNamesakesWhereTheTextNamesNoCountry)
{
    const std::string words = "Gunmen opened fire near the port in Tripoli.";
    const Reading lebanon{words, Language::english, {{"LB", 2}}};
    const Reading libya{words, Language::english, {{"LY", 2}}};
    const Reading named{"Gunmen opened fire near the port in Tripoli, Libya.", Language::english, {{"LB", 2}}};

    ASSERT_NE(lebanon.of("Tripoli"), nullptr);
    EXPECT_EQ(lebanon.of("Tripoli")->place.country, "LB");
    ASSERT_NE(libya.of("Tripoli"), nullptr);
    EXPECT_EQ(libya.of("Tripoli")->place.country, "LY");
    ASSERT_NE(named.of("Tripoli"), nullptr);
    EXPECT_EQ(named.of("Tripoli")->place.country, "LY");
}

TEST(FindPlaces, TheCountryOfATextIsToldOnlyWhereOneStandsOut)
{
    const std::string words = "Men on motorcycles came to the village of Ngolokotri and burned it.";

    EXPECT_EQ(Reading(words, Language::english).country(), "");
    EXPECT_EQ(Reading(words, Language::english, {{"AF", 2}}).country(), "AF");
    EXPECT_EQ(Reading(words, Language::english, {{"CM", 0.5}, {"NE", 0.5}, {"NG", 0.5}, {"TD", 0.5}}).country(), "");
    EXPECT_EQ(Reading(words, Language::english, {{"AF", 0.35}}).country(), "") << "an outlet's name alone tells no country";
    EXPECT_EQ(Reading(words, Language::english, {{"AF", 2}, {"PK", 2}}).country(), "");
    EXPECT_EQ(Reading(words + " Cameroonian soldiers followed.", Language::english).country(), "CM");
}

TEST(FindPlaces, AStreetCalledAfterAProvinceFarAwayIsNotThere)
{
    const Reading gaza{"استهدفت دبابة سيارة إسعاف على شارع صلاح الدين جنوب غزة، وقالت كتائب القسام إنها ردت من غزة.", Language::arabic, {{"PS", 2}}};

    for (const auto& mention : gaza.mentions()) EXPECT_NE(mention.place.country, "IQ") << gaza.words(mention);
}

TEST(FindPlaces, AnOutletsNameSpeaksOfTheCountryOfItsPlaces)
{
    const auto spoken_of = [](const std::string& name) {
        const auto document = text::Document::parse(name, 0, Language::unknown);
        std::string most;
        double weight = 0;
        for (const auto& hint : countries_of_name(document, built_gazetteer(), 1))
            if (hint.weight > weight) most = hint.country, weight = hint.weight;
        return most;
    };

    EXPECT_EQ(spoken_of("Niger Actu"), "NE");
    EXPECT_EQ(spoken_of("Sudan Tribune"), "SD");
    EXPECT_EQ(spoken_of("Cameroon Concord"), "CM");
    EXPECT_EQ(spoken_of("وكالة غزة الإخبارية"), "PS");
    EXPECT_EQ(spoken_of("Reuters"), "");
    EXPECT_EQ(spoken_of(""), "");
}

TEST(FindPlaces, AnUnknownVillageIsNotResolvedToATownFarAway)
{
    const Reading reading{"Militants burned homes in the village of Ngarannam Kura in Borno State, Nigeria.", Language::english};
    const auto* village = reading.of("Ngarannam Kura");

    ASSERT_NE(village, nullptr);
    EXPECT_FALSE(village->place.is_resolved());
    EXPECT_TRUE(village->place.name.empty());
    EXPECT_FALSE(village->place.point.has_value());
    EXPECT_EQ(village->place.country, "NG");
    EXPECT_EQ(village->place.admin1, "Borno");
    EXPECT_EQ(village->place.precision, PlacePrecision::governorate);
}

TEST(FindPlaces, AStatedDistanceMovesThePointAndKeepsThePrecisionLow)
{
    const Reading town{"Fighting was heard in Palmyra, Syria.", Language::english};
    const Reading south{"The ambush happened 20 km south of Palmyra, Syria.", Language::english};
    const Reading arabic{"وقع الكمين على بعد 20 كم جنوب تدمر في سوريا.", Language::arabic};
    const Reading far{"It happened some 300 kilometres north of Baghdad, Iraq.", Language::english};
    const auto* here = town.of("Palmyra");
    const auto* there = south.of("20 km south of Palmyra");

    ASSERT_NE(here, nullptr);
    ASSERT_NE(there, nullptr);
    EXPECT_NEAR(distance_km(*here->place.point, *there->place.point), 20, 0.1);
    EXPECT_LT(there->place.point->lat(), here->place.point->lat());
    EXPECT_EQ(there->place.precision, PlacePrecision::near);
    ASSERT_FALSE(arabic.mentions().empty());
    EXPECT_NEAR(distance_km(*here->place.point, *arabic.mentions().front().place.point), 20, 0.1);
    ASSERT_FALSE(far.mentions().empty());
    EXPECT_EQ(far.mentions().front().place.precision, PlacePrecision::region);
}

TEST(FindPlaces, ANameOfACountryAndACapitalIsThatOfTheCountryTheTextNames)
{
    const Reading jordan{"انفجرت عبوة في عمان بالأردن.", Language::arabic};
    const Reading oman{"غرقت سفينة قبالة سواحل سلطنة عمان.", Language::arabic};
    const Reading niger{"Gunmen from Niger crossed into Nigeria near Sokoto.", Language::english};

    ASSERT_FALSE(jordan.mentions().empty());
    EXPECT_EQ(jordan.mentions().front().place.country, "JO");
    ASSERT_FALSE(oman.mentions().empty());
    EXPECT_EQ(oman.mentions().back().place.country, "OM");
    ASSERT_NE(niger.of("Niger"), nullptr);
    EXPECT_EQ(niger.of("Niger")->place.country, "NE");
}

TEST(FindPlaces, ABroadcasterIsNoPlace)
{
    const Reading reading{"قال مراسل بي بي سي عربي إن القصف أصاب حلب في سوريا.", Language::arabic};

    for (const auto& mention : reading.mentions()) EXPECT_TRUE(reading.words(mention) == "حلب" || reading.words(mention) == "سوريا") << reading.words(mention);
    EXPECT_EQ(reading.mentions().size(), 2U);
}

TEST(FindPlaces, ARoadFromOneTownToAnotherIsOneRoad)
{
    const Reading reading{"A mine exploded on the Deir ez-Zor to Palmyra road in Syria.", Language::english};
    const auto* road = reading.of("Deir ez-Zor to Palmyra road");

    ASSERT_NE(road, nullptr);
    EXPECT_EQ(road->place.precision, PlacePrecision::region);
}

TEST(FindPlaces, KeepsTheNameApartFromTheWordsThatSoftenIt)
{
    const Reading reading{"The convoy was attacked in the eastern countryside of Homs.", Language::english};

    ASSERT_EQ(reading.mentions().size(), 1U);
    const auto& mention = reading.mentions().front();
    EXPECT_EQ(reading.words(mention), "eastern countryside of Homs");
    EXPECT_EQ(mention.name_span.length(), 4U);
    EXPECT_TRUE(mention.span.contains(mention.name_span));
}

TEST(FindPlaces, SofteningNeverSharpens)
{
    const Reading plain{"It happened in Palmyra, Syria.", Language::english};
    const Reading near{"It happened near Palmyra, Syria.", Language::english};
    const Reading desert{"It happened in the desert of Palmyra, Syria.", Language::english};

    ASSERT_FALSE(plain.mentions().empty());
    ASSERT_FALSE(near.mentions().empty());
    ASSERT_FALSE(desert.mentions().empty());
    EXPECT_EQ(plain.mentions().front().place.precision, PlacePrecision::exact);
    EXPECT_EQ(near.mentions().front().place.precision, PlacePrecision::near);
    EXPECT_EQ(desert.mentions().front().place.precision, PlacePrecision::region);
}

TEST(FindPlaces, OffsetsCountCodePoints)
{
    const Reading reading{"«داعش» يهاجم حاجزا في بلدة هجين بريف دير الزور.", Language::arabic};

    ASSERT_NE(reading.of("هجين"), nullptr);
    EXPECT_EQ(reading.of("هجين")->span.start, 27U);
    EXPECT_EQ(reading.of("هجين")->span.end, 31U);
    ASSERT_NE(reading.of("ريف دير الزور"), nullptr);
}

TEST(FindPlaces, CandidatesAreBoundedAndOrdered)
{
    const Reading reading{"He was seen in San Jose, then in Paris.", Language::english};

    for (const auto& mention : reading.mentions()) {
        EXPECT_LE(mention.candidates.size(), 5U);
        for (std::size_t i = 1; i < mention.candidates.size(); ++i) EXPECT_GE(mention.candidates[i - 1].score, mention.candidates[i].score);
    }
}

TEST(FindPlaces, NothingIsFoundInNothing)
{
    EXPECT_TRUE(Reading("", Language::english).mentions().empty());
    EXPECT_TRUE(Reading("\n\n  .,;", Language::arabic).mentions().empty());
    EXPECT_TRUE(Reading("the and of in at near between north of", Language::english).mentions().empty());
}

TEST(FindPlaces, IsLinearOnHostileText)
{
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += "between Al-Al near the north of Damascus-Homs, ";

    EXPECT_LT(processor_seconds([&] { EXPECT_FALSE(Reading(text, Language::english).mentions().empty()); }), 20);
}

TEST(FindPlaces, AnEverydayWordIsNotCutIntoAClitic)
{
    for (const auto* words : {"اعتقلت الشرطة رجلاً بتهمة سرقة سيارة في بعقوبة.", "أحرق مسلحون بيوتاً في بعقوبة.", "جرح حارس في بعقوبة بعد المغرب."}) {
        const Reading reading{words, Language::arabic};
        ASSERT_EQ(reading.mentions().size(), 1U) << words;
        EXPECT_EQ(reading.country(), "IQ") << words;
    }
    const Reading named{"قتل حارس في مدينة الرقة.", Language::arabic};
    ASSERT_EQ(named.mentions().size(), 1U);
}

TEST(FindPlaces, ATownCalledLikeAnEverydayWordIsOneBehindIn)
{
    for (const auto* words : {"قُتل رجل في جدة.", "انفجر لغم في السلمية بسوريا.", "انفجرت عبوة في الدورة جنوب بغداد.", "سقطت قذائف على سلمية."}) {
        const Reading reading{words, Language::arabic};
        const bool found = reading.of("جدة") || reading.of("السلمية") || reading.of("الدورة") || reading.of("سلمية");
        EXPECT_TRUE(found) << words;
    }
    for (const auto* words : {"أصيب في بعقوبة فتى وجده.", "خرجت في بعقوبة مسيرة سلمية.", "قُصفت عمارة سكنية في دمشق."}) {
        const Reading reading{words, Language::arabic};
        EXPECT_EQ(reading.mentions().size(), 1U) << words;
    }
}

TEST(FindPlaces, WhatLiesBeyondABorderSaysLittleOfWhereItIs)
{
    const Reading reading{"قتل حارسان في الدبداب على الحدود مع ليبيا، وفق الجيش الجزائري.", Language::arabic};
    EXPECT_EQ(reading.country(), "DZ");
}

}  // namespace
}  // namespace sitrep::place
