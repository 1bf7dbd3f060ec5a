// How sure an answer is: chances, what is left not resolved, and how complete the gazetteer is.
#include "place/built_gazetteer.hpp"
#include "place/certainty.hpp"
#include "place/completeness.hpp"
#include "place/import/further_names.hpp"
#include "place/name_words.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace sitrep::place {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

double chance(std::string_view name, const Near& near)
{
    const auto found = built_gazetteer().find(name, near, 1);
    return found.empty() ? 0 : found.front().score;
}

TEST(Chance, IsHighForATownInTheGovernorateAskedForAndLowInAnother)
{
    EXPECT_GT(chance("Manbij", {"SY", "SY-HL", {}}), 0.8);
    EXPECT_LT(chance("Manbij", {"SY", "SY-DR", {}}), 0.5);
}

TEST(Chance, OfANameThatManyTownsBearIsTooLowForAnAnswerUntilTheCountryIsSaid)
{
    EXPECT_LT(chance("San Antonio", {}), Gazetteer::sure_from());
    EXPECT_LT(chance("San Antonio", {}), chance("San Antonio", {"US", "US-TX", {}}));
}

TEST(Chance, OfASpellingAlikeIsLessWhereTheGazetteerIsThin)
{
    Signs full, thin;
    for (auto* signs : {&full, &thin}) {
        (*signs)[Sign::always] = 1;
        (*signs)[Sign::score] = 0.4;
        (*signs)[Sign::margin] = 0.2;
        (*signs)[Sign::skeleton] = 1;
        (*signs)[Sign::unlikeness] = 0.3;
        (*signs)[Sign::in_unit] = 1;
        (*signs)[Sign::country_fit] = 1;
    }
    thin[Sign::thin] = thin[Sign::thin_and_alike] = 4;  // one settlement in sixteen

    const auto odds = [](double p) { return p / (1 - p); };
    for (const auto situation : {Situation::asked, Situation::told}) EXPECT_LT(odds(chance_of(situation, thin)), odds(chance_of(situation, full)) / 3);
}

TEST(Chance, OrdersCandidatesAsTheyStand)
{
    const auto found = built_gazetteer().find("Tripoli", {}, 10);

    ASSERT_GT(found.size(), 2U);
    EXPECT_TRUE(std::is_sorted(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.score > b.score; }));
}

TEST(EverySign, HasItsName)
{
    for (std::size_t i = 0; i < sign_count; ++i) EXPECT_FALSE(name_of(static_cast<Sign>(i)).empty()) << i;
}

TEST(Completeness, ExpectsTwiceAsManySettlementsOfHalfTheSize)
{
    const Inventory known{.settlements = 150, .with_arabic = 0, .towns = 4};

    EXPECT_EQ(known.expected(), 4 * 15'000 / 200);
    EXPECT_DOUBLE_EQ(known.completeness(), 0.5);
}

TEST(Completeness, IsNeverMoreThanAllAndNothingWithoutATown)
{
    EXPECT_DOUBLE_EQ((Inventory{.settlements = 10'000, .with_arabic = 0, .towns = 1}.completeness()), 1);
    EXPECT_DOUBLE_EQ((Inventory{.settlements = 3, .with_arabic = 0, .towns = 0}.completeness()), 0);
}

TEST(Completeness, OfCountriesAtWarIsAFewPercentWithoutImports)
{
    const auto countries = built_gazetteer().coverage();
    for (const auto* code : {"IQ", "NG", "CD", "SD", "SO"}) {
        const auto found = std::find_if(countries.begin(), countries.end(), [&](const auto& one) { return one.country == code; });

        ASSERT_NE(found, countries.end()) << code;
        EXPECT_GT(found->completeness, 0.01) << code;
        EXPECT_LT(found->completeness, 0.2) << code;
    }
}

TEST(FurtherNames, LeaveOutWhatOnlyAListSays)
{
    EXPECT_THAT(further_names("Mreimin Afrin", "مريمين عفرين", {"Aleppo", "حلب", "Afrin", "عفرين"}), Contains("Mreimin"));
    EXPECT_THAT(further_names("Mreimin Afrin", "مريمين عفرين", {"Aleppo", "حلب", "Afrin", "عفرين"}), Contains("مريمين"));
    EXPECT_THAT(further_names("Upper Shghur", "شغور فوقاني", {"Idlib"}), Contains("Shghur"));
    EXPECT_THAT(further_names("Western-Jnieneh", "الجنينة الغربية", {"Hama"}), Contains("الجنينة"));
    EXPECT_THAT(further_names("Um Jern Elsafira", "أم جرن السفبرة", {"As-Safira", "السفيرة"}), Contains("Um Jern"));
}

TEST(FurtherNames, AreBothNamesOfADoubleOne)
{
    const auto names = further_names("Darmash - Darmashkanli", "درمش_درمشكانلي", {"Afrin"});

    EXPECT_THAT(names, testing::IsSupersetOf({"Darmash", "Darmashkanli", "درمش", "درمشكانلي"}));
}

TEST(FurtherNames, HaveTheArticleThatEnglishSpellingsRunTogether)
{
    EXPECT_THAT(further_names("Altalila", "التليلة", {}), Contains("al-Talila"));
    EXPECT_THAT(further_names("Rasm Elsheikh", "رسم الشيخ", {}), Contains("Rasm al-Sheikh"));
    EXPECT_THAT(further_names("Elias", "إلياس", {}), IsEmpty());
}

TEST(FurtherNames, AreNoWordsThatOpenOtherNames)
{
    EXPECT_THAT(further_names("Little Kafr", "كفر صغير", {"Aleppo"}), IsEmpty());
    EXPECT_THAT(further_names("Latamneh", "اللطامنة", {"Hama", "حماة"}), IsEmpty());
}

TEST(ShorterNames, OfAHillIsTheVillageBesideIt)
{
    const auto hill = shorter_names("Tall al-Sayyad");
    ASSERT_EQ(hill.size(), 1U);
    EXPECT_EQ(hill[0].name, "al-sayyad");
    EXPECT_TRUE(hill[0].beside);

    const auto lower = shorter_names("Salim at Tahtani");
    ASSERT_EQ(lower.size(), 1U);
    EXPECT_EQ(lower[0].name, "salim");
    EXPECT_FALSE(lower[0].beside);

    EXPECT_THAT(shorter_names("Palmyra"), IsEmpty());
    EXPECT_THAT(shorter_names(""), IsEmpty());
}

TEST(AskedName, OverTheBorderOfItsGovernorateSaysHowFar)
{
    const auto found = built_gazetteer().find("Resafa", {"SY", "SY-DY", {}}, 1);

    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found.front().place.admin1_code, "SY-RA");
    EXPECT_NE(found.front().reason.find("not in SY-DY"), std::string::npos) << found.front().reason;
}

}  // namespace
}  // namespace sitrep::place
