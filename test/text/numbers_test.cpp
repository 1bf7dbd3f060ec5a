// Numbers in words and digits.
#include "text/numbers.hpp"

#include <gtest/gtest.h>

namespace sitrep::text {
namespace {

struct Written {
    std::string words;
    double value;
    std::size_t tokens;
    bool vague = false;
};

void PrintTo(const Written& written, std::ostream* out) { *out << written.words; }

class Number : public testing::TestWithParam<Written> {};

TEST_P(Number, IsRead)
{
    const Document document = Document::parse(GetParam().words, 0, Language::unknown);
    const auto read = read_number(document, 0);

    ASSERT_TRUE(read);
    EXPECT_EQ(read->value, GetParam().value);
    EXPECT_EQ(read->tokens, GetParam().tokens);
    EXPECT_EQ(read->vague, GetParam().vague);
}

INSTANTIATE_TEST_SUITE_P(English, Number,
                         testing::Values(Written{"12 people", 12, 1}, Written{"1,200 people", 1200, 1}, Written{"1.2 million people", 1.2e6, 2},
                                         Written{"3 500 people", 3500, 2}, Written{"three people", 3, 1}, Written{"Twenty-three people", 23, 1},
                                         Written{"twenty three", 23, 2}, Written{"one hundred and five dead", 105, 4}, Written{"a hundred dead", 100, 2},
                                         Written{"two thousand three hundred", 2300, 4}, Written{"two and three", 2, 1}, Written{"seventeen", 17, 1},
                                         Written{"three hundred thousand", 300000, 3}, Written{"20 thousand", 20000, 2}, Written{"12 15", 12, 1}));

INSTANTIATE_TEST_SUITE_P(EnglishSizes, Number,
                         testing::Values(Written{"two dozen people", 24, 2, true}, Written{"dozens of people", 24, 1, true}, Written{"hundreds of people", 200, 1, true},
                                         Written{"several people", 3, 1, true}, Written{"several hundred people", 300, 2, true}, Written{"half a dozen", 6, 3, true},
                                         Written{"a few people", 3, 2, true}, Written{"a dozen", 12, 2, true}));

INSTANTIATE_TEST_SUITE_P(Arabic, Number,
                         testing::Values(Written{"٢٣ قتيلا", 23, 1}, Written{"ثلاثة مدنيين", 3, 1}, Written{"ثلاثة عشر مدنيا", 13, 2}, Written{"بثلاثة جنود", 3, 1},
                                         Written{"وعشرين جنديا", 20, 1}, Written{"ثلاثة وعشرين", 23, 2}, Written{"مئة وخمسين", 150, 2},
                                         Written{"مئتين وخمسة وستين", 265, 3}, Written{"ألف وخمسمئة", 1500, 2}, Written{"خمسة آلاف", 5000, 2},
                                         Written{"5 آلاف", 5000, 2}, Written{"ألفين ومئتين", 2200, 2}, Written{"مئة ألف", 100000, 2}, Written{"١٫٢ مليون", 1.2e6, 2},
                                         Written{"خمسة وثلاثين ألفا", 35000, 3}, Written{"ثلاثة و عشرين", 23, 3}, Written{"ثلاثة وقتل", 3, 1},
                                         Written{"اثني عشر", 12, 2}, Written{"أحد عشر", 11, 2}));

INSTANTIATE_TEST_SUITE_P(ArabicSizes, Number,
                         testing::Values(Written{"عشرات القتلى", 20, 1, true}, Written{"مئات المدنيين", 200, 1, true}, Written{"عدة أشخاص", 3, 1, true}));

class NoNumber : public testing::TestWithParam<std::string> {};

TEST_P(NoNumber, IsRead) { EXPECT_FALSE(read_number(Document::parse(GetParam(), 0, Language::unknown), 0)); }

INSTANTIATE_TEST_SUITE_P(Words, NoNumber, testing::Values("a soldier", "people", "12/5/2024", "10:30", "2024-05-10", "قتيلان", "والقتلى", "1.2.3", "!", "and five"));

TEST(Number, KnowsOrdinals)
{
    EXPECT_TRUE(read_number(Document::parse("23rd Division", 0, Language::english), 0)->ordinal);
    EXPECT_TRUE(read_number(Document::parse("twenty-first", 0, Language::english), 0)->ordinal);
    EXPECT_EQ(read_number(Document::parse("الثالث من مايو", 0, Language::arabic), 0)->value, 3);
    EXPECT_FALSE(read_number(Document::parse("three", 0, Language::english), 0)->ordinal);
}

TEST(Number, KnowsArabicOrdinalsOfTwoWords)
{
    const auto ordinal = [](std::string_view words) {
        const auto read = read_number(Document::parse(words, 0, Language::arabic), 0);
        return read && read->ordinal ? std::optional(read->value * 10 + static_cast<double>(read->tokens)) : std::nullopt;  // 142: the 14th, of two words
    };

    EXPECT_EQ(ordinal("الرابع عشر من نوعه"), 142);
    EXPECT_EQ(ordinal("الحادية عشرة"), 112);
    EXPECT_EQ(ordinal("الثاني والعشرون"), 222);
    EXPECT_EQ(ordinal("الثلاثون"), 301);
    EXPECT_EQ(ordinal("الثانية عشرة جنود"), 21) << "ten soldiers in the second raid";
    EXPECT_EQ(ordinal("الثانية عشرة منذ أيار"), 122);
    EXPECT_EQ(ordinal("الثاني عشرة مدنيين"), 21) << "ten civilians in the second attack";
    EXPECT_EQ(ordinal("الحادي"), std::nullopt);
}

TEST(Number, KnowsArabicUnitsAsObjects)
{
    EXPECT_EQ(read_number(Document::parse("ثلاثاً وعشرين غارة", 0, Language::arabic), 0)->value, 23);
    EXPECT_EQ(read_number(Document::parse("سبعاً", 0, Language::arabic), 0)->value, 7);
    EXPECT_FALSE(read_number(Document::parse("الثلاثاء", 0, Language::arabic), 0));
}

TEST(Number, NeverCrossesASentence) { EXPECT_EQ(read_number(Document::parse("Killed: three\nhundred people", 0, Language::english), 2)->value, 3); }

}  // namespace
}  // namespace sitrep::text
