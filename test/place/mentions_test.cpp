#include "place/built_gazetteer.hpp"
#include "place/mentions.hpp"

#include "text/normalise.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

namespace sitrep::place {
namespace {

class Reading {
public:
    Reading(std::string text, Language language)
        : text_(std::move(text)), document_(text::Document::parse(text_, 0, language)), mentions_(find_places(document_, built_gazetteer()))
    {
    }
    const std::vector<PlaceMention>& mentions() const { return mentions_; }
    std::string words(const PlaceMention& mention) const { return std::string{document_.words(mention.span)}; }
    const PlaceMention* of(const std::string& words) const
    {
        const auto found = std::find_if(mentions_.begin(), mentions_.end(), [&](const PlaceMention& mention) { return document_.words(mention.span) == words; });
        return found == mentions_.end() ? nullptr : &*found;
    }

private:
    std::string text_;
    text::Document document_;
    std::vector<PlaceMention> mentions_;
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
    const auto before = std::chrono::steady_clock::now();
    const Reading reading{text, Language::english};
    const auto taken = std::chrono::steady_clock::now() - before;

    EXPECT_FALSE(reading.mentions().empty());
    EXPECT_LT(taken, std::chrono::seconds{20});
}

}  // namespace
}  // namespace sitrep::place
