// Words that the tagger takes for a place, but that name none; and the letters before those that do.
#include "understand/where/nameless.hpp"

#include <gtest/gtest.h>

namespace sitrep::understand {

namespace {

bool names_none(std::string_view words)
{
    const auto document = text::Document::parse(words, 0, Language::arabic);
    return names_nothing(document, {0, static_cast<std::uint32_t>(document.tokens().size())});
}

std::uint32_t letters_before(std::string_view words, std::uint32_t at)
{
    const auto document = text::Document::parse(words, 0, Language::arabic);
    return letters_before_place(document, {at, static_cast<std::uint32_t>(document.tokens().size())});
}

}  // namespace

TEST(Nameless, ANounWithWordsThatTellWhatItIsLike)
{
    for (const auto* words : {"مخيم", "حي سكني", "طريق ترابي", "مزرعة دواجن", "ميناءً نهرياً", "مدخل حاجز", "north", "the south and the east"}) EXPECT_TRUE(names_none(words)) << words;
}

TEST(Nameless, ANameMayEndLikeAnAdjective)
{
    for (const auto* words : {"حي رزكاري", "مخيم الهول", "محيط البلدة", "البلدة", "جسر الصغير", "سوق الهال", "north Kivu"}) EXPECT_FALSE(names_none(words)) << words;
}

TEST(Nameless, AWordThatLinksSentences)
{
    for (const auto* words : {"Elsewhere", "Elsewhere, 9", "Meanwhile,", "Separately"}) EXPECT_TRUE(names_none(words)) << words;
    for (const auto* words : {"Elsewhere in Diyala", "Here Creek", "same village"}) EXPECT_FALSE(names_none(words)) << words;
}

TEST(Nameless, AProvinceToldBeforeIsPointedBackAt)
{
    const auto points_back = [](std::string_view words) {
        const auto document = text::Document::parse(words, 0, Language::english);
        return points_back_at_unit(document, {0, static_cast<std::uint32_t>(document.tokens().size())});
    };
    for (const auto* words : {"same province", "the same state", "المحافظة نفسها"}) EXPECT_TRUE(points_back(words)) << words;
    for (const auto* words : {"same village", "Same Province", "the province", "القرية نفسها"}) EXPECT_FALSE(points_back(words)) << words;
}

TEST(Nameless, LettersBeforeANounOrAnArticleAreCut)
{
    EXPECT_EQ(letters_before("وقف بشارع بدارو", 1), 1U);
    EXPECT_EQ(letters_before("الباغوز والكشمة", 1), 1U);
    EXPECT_EQ(letters_before("الباغوز وهجين", 1), 0U);
    EXPECT_EQ(letters_before("في بالاكليا", 1), 0U) << "another word says in";
}

}  // namespace sitrep::understand
