// Normal forms, names, stems, valid UTF-8, clitics and signatures.
#include "text/clitics.hpp"
#include "text/normalise.hpp"
#include "text/signature.hpp"

#include <gmock/gmock.h>

#include <map>

namespace sitrep::text {
namespace {

using testing::Contains;
using testing::Field;

TEST(Normalise, KeepsWordsApartBySingleSpaces) { EXPECT_EQ(normalise("  Deir\t ez-Zor \n"), "deir ez-zor"); }

TEST(NameKey, LeavesArticlesAndSignsOut)
{
    EXPECT_EQ(name_key("Al-Sukhnah"), "sukhnah");
    EXPECT_EQ(name_key("As Sukhnah"), "sukhnah");
    EXPECT_EQ(name_key("Ma'arrat al-Nu‘man"), "maarrat numan");
    EXPECT_EQ(name_key("السخنة"), "سخنه");
    EXPECT_EQ(name_key("As"), "as");
    EXPECT_EQ(name_key(""), "");
}

struct Spellings {
    std::vector<std::string> of_one_place;
};

class Skeletons : public testing::TestWithParam<Spellings> {};

TEST_P(Skeletons, MeetAcrossScriptsAndTransliterations)
{
    const auto& spellings = GetParam().of_one_place;

    for (const std::string& spelling : spellings) {
        EXPECT_EQ(skeleton(spelling), skeleton(spellings.front())) << spelling;
    }
}

INSTANTIATE_TEST_SUITE_P(Places, Skeletons,
                         testing::Values(Spellings{{"Sukhna", "Al-Sukhnah", "As Sukhnah", "Alsukhna", "السخنة"}},
                                         Spellings{{"Deir ez-Zor", "Deir Ezzor", "Dayr az Zawr", "Deir al-Zour", "دير الزور"}},
                                         Spellings{{"Abu Kamal", "Abou Kamal", "أبو كمال"}},
                                         Spellings{{"al-Bukamal", "Albukamal", "البوكمال"}},
                                         Spellings{{"Raqqa", "Ar-Raqqah", "Raqa", "الرقة"}},
                                         Spellings{{"Hasakah", "al-Hasaka", "Hasakeh", "الحسكة"}},
                                         Spellings{{"Kherbet Elashra", "خربة العشرة"}},
                                         Spellings{{"Tell Abyad", "Tal Abiad", "تل أبيض"}},
                                         Spellings{{"Qamishli", "Kamishly", "Gamishli", "القامشلي"}},
                                         Spellings{{"Palmyra Badiya", "Palmira Badia"}}));

TEST(Skeleton, TellsDifferentTownsApart)
{
    EXPECT_NE(skeleton("Homs"), skeleton("Hama"));
    EXPECT_NE(skeleton("حمص"), skeleton("حماة"));
    EXPECT_EQ(skeleton("Aa"), "");
}

TEST(Stem, FollowsTheScript)
{
    EXPECT_EQ(stem("attacks"), stem("attacked"));
    EXPECT_EQ(stem("المسلحون"), stem("مسلحين"));
    EXPECT_EQ(stem(""), "");
}

TEST(ValidUtf8, ReplacesWhatIsBroken)
{
    EXPECT_EQ(to_valid_utf8("a\xFF" "b"), "a\uFFFDb");
    EXPECT_EQ(to_valid_utf8("\xE2\x82"), "\uFFFD");
    EXPECT_EQ(to_valid_utf8("\xED\xA0\x80!"), "\uFFFD!");
    EXPECT_EQ(to_valid_utf8(std::string_view("a\0b\r\n\tc", 7)), "a b \n\tc");
    EXPECT_EQ(to_valid_utf8("حمص 😀"), "حمص 😀");
}

TEST(ValidUtf8, RefusesOverlongAndSurrogateForms)
{
    EXPECT_FALSE(is_valid_utf8("\xC0\xAF"));
    EXPECT_FALSE(is_valid_utf8("\xE0\x80\xAF"));
    EXPECT_FALSE(is_valid_utf8("\xF4\x90\x80\x80"));
    EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));
    EXPECT_TRUE(is_valid_utf8("\xF4\x8F\xBF\xBF"));
}

TEST(Length, CountsCodePoints) { EXPECT_EQ(length("حمص a😀"), 6u); }

TEST(Clitics, AreSplitOffInAllReadings)
{
    const auto splits = clitic_splits("وبالجيش");

    EXPECT_EQ(splits.front().rest, "وبالجيش");
    EXPECT_THAT(splits, Contains(Field(&CliticSplit::bare, "جيش")));
    EXPECT_LE(splits.size(), 6u);
}

TEST(Clitics, FindTheArticleThatLostItsAlif)
{
    EXPECT_TRUE(matches_behind_clitics("للجيش", "جيش"));
    EXPECT_TRUE(matches_behind_clitics("للجيش", "الجيش"));
    EXPECT_TRUE(matches_behind_clitics("وبالجيش", "الجيش"));
    EXPECT_TRUE(matches_behind_clitics("جيش", "جيش"));
    EXPECT_FALSE(matches_behind_clitics("جيش", "الجيش"));
    EXPECT_FALSE(matches_behind_clitics("army", "rmy"));
}

TEST(Clitics, LeaveTwoLettersAtLeast)
{
    for (const auto& split : clitic_splits("وهم")) {
        EXPECT_GE(split.bare.size(), 4u);
    }
    EXPECT_EQ(clitic_splits("و").size(), 1u);
    EXPECT_EQ(clitic_splits("").size(), 1u);
}

WordSignature signature_of_text(std::string_view text) { return signature_of(Document::parse(text, 0, Language::english)); }

TEST(Signature, OfTheSameWordsIsTheSame)
{
    const auto a = signature_of_text("Gunmen attacked a checkpoint east of the town on Sunday, killing two soldiers.");
    const auto b = signature_of_text("GUNMEN attacked a checkpoint east of the town on Sunday — killing two soldiers");

    EXPECT_EQ(similarity(a, b), 1.0);
}

TEST(Signature, OfOtherWordsIsFarAway)
{
    const auto a = signature_of_text("Gunmen attacked a checkpoint east of the town on Sunday, killing two soldiers.");
    const auto b = signature_of_text("The ministry of health opened a new hospital in the capital after years of delay.");

    EXPECT_LT(similarity(a, b), 0.2);
    EXPECT_NE(a, no_words);
}

TEST(Signature, OfTooFewWordsIsNone)
{
    EXPECT_EQ(signature_of_text("Two killed in Homs"), no_words);
    EXPECT_EQ(similarity(no_words, no_words), 0.0);
}

}  // namespace
}  // namespace sitrep::text
