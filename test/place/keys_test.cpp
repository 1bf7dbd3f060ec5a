#include "place/keys.hpp"

#include "place/cues.hpp"

#include <gtest/gtest.h>

namespace sitrep::place {
namespace {

TEST(KeyOf, MeetsArticlesHyphensAndSpaces)
{
    EXPECT_EQ(key_of("Deir ez-Zor"), key_of("Deir al-Zor"));
    EXPECT_EQ(key_of("Abu Kamal"), key_of("Abukamal"));
    EXPECT_EQ(key_of("Al-Sukhnah"), key_of("As Sukhnah"));
    EXPECT_EQ(key_of("Ma'adan"), key_of("Maadan"));
    EXPECT_EQ(key_of("السخنة"), key_of("سخنه"));
}

TEST(KeyOf, IsTheHashOfItsTokens)
{
    auto hash = empty_hash;
    for (const auto* token : {"deir", "ez-zor"}) hash = extend_by_token(hash, token);

    EXPECT_EQ(hash, extend_hash(empty_hash, key_of("Deir ez-Zor")));
}

TEST(Folded, MeetsTheVowelsOfThreeTransliterations)
{
    EXPECT_EQ(folded(key_of("Busayrah")), folded(key_of("Basira")));
    EXPECT_EQ(folded(key_of("Mayadin")), folded(key_of("Mayadeen")));
    EXPECT_EQ(folded(key_of("Hasakah")), folded(key_of("Hassakeh")));
    EXPECT_EQ(folded(key_of("Qamishli")), folded(key_of("Kamishly")));
    EXPECT_NE(folded(key_of("Homs")), folded(key_of("Hama")));
}

TEST(DemonymCountry, IsAHintAndNotAPlace)
{
    EXPECT_EQ(demonym_country("syrian"), "SY");
    EXPECT_EQ(demonym_country("السوريه"), "SY");
    EXPECT_EQ(demonym_country("العراقيين"), "IQ");
    EXPECT_EQ(demonym_country("syria"), "");
}

}  // namespace
}  // namespace sitrep::place
