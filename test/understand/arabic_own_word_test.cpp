// Whether an Arabic report lets the doer speak of its own deed, one fact a test.
#include "understand/told.hpp"

#include <gtest/gtest.h>

namespace sitrep::understand {

namespace {

// "@" stands for a town, "أمس" for the day before.
PerpetratorStatus status_of(std::string text)
{
    const auto mark = [&](std::string_view word, std::string_view marked) {
        if (const auto at = text.find(word); at != std::string::npos) text.replace(at, word.size(), marked);
    };
    mark("@", "{place تدمر|settlement|Homs|SY}");
    mark("أمس", "{date 2024-06-12|أمس}");
    const Understanding said = understood("خبر\n" + text, Language::arabic);
    EXPECT_FALSE(said.accounts.empty()) << text;
    return said.accounts.empty() ? PerpetratorStatus::unknown : said.accounts.front().perpetrator.status;
}

}  // namespace

TEST(ArabicOwnWord, AnArmyThatTellsWhomItsSideStruckDidIt)
{
    EXPECT_EQ(status_of("قُتل ثلاثة في غارتين إسرائيليتين على @ أمس. "
                        "وقال الجيش الإسرائيلي إنه ضرب مخزن سلاح."), PerpetratorStatus::claimed);
    EXPECT_EQ(status_of("قُتل ثلاثة في غارة إسرائيلية على @ أمس. "
                        "وقال ضابط إسرائيلي إن المستهدف قيادي."), PerpetratorStatus::claimed);
    EXPECT_EQ(status_of("قُتل ثلاثة في ضربة أمريكية على @ أمس. وقال البنتاغون إنه ضرب مخزن صواريخ."), PerpetratorStatus::claimed);
}

TEST(ArabicOwnWord, AnArmyThatLooksIntoItOrDeniesItClaimsNothing)
{
    EXPECT_NE(status_of("قُتل ثلاثة في غارة إسرائيلية على @ أمس. "
                        "وقال الجيش الإسرائيلي إنه يحقق في الحادث."), PerpetratorStatus::claimed);
    EXPECT_NE(status_of("قُتل ثلاثة في غارة إسرائيلية على @ أمس. "
                        "وقال الجيش الإسرائيلي إنه لم يقصف المدينة."), PerpetratorStatus::claimed);
    EXPECT_NE(status_of("قُتل ستة بغارة أمريكية على @ أمس. وقال البنتاغون إنه يراجع التقارير."), PerpetratorStatus::claimed);
}

TEST(ArabicOwnWord, WhatTheSideOfTheStruckSaysIsNoClaim)
{
    EXPECT_NE(status_of("قُتل ثلاثة في غارة إسرائيلية على @ أمس. "
                        "وقال حزب الله إن القتيل أحد مقاتليه."), PerpetratorStatus::claimed);
    EXPECT_NE(status_of("قُتل ثلاثة في غارة إسرائيلية على @ أمس. وقال الجيش إن القتيل عسكري متقاعد."), PerpetratorStatus::claimed);
    EXPECT_NE(status_of("قُتل ثلاثة من قسد في هجوم لداعش في @ أمس، وفق قسد."), PerpetratorStatus::claimed);
    EXPECT_NE(status_of("هاجم عناصر من طالبان قاعدة في @ أمس فقُتل جندي."
                        " وقال الجيش الأفغاني إن قواته قتلت ستة من المهاجمين."), PerpetratorStatus::claimed);
}

TEST(ArabicOwnWord, APaperOfTheSameCountryIsNoArmy)
{
    EXPECT_NE(status_of("قُتل ثلاثة بقصف روسي على @ أمس. وقال مسؤول روسي إن الهدف نشر السلام."), PerpetratorStatus::claimed);
    EXPECT_NE(status_of("قُتل ثلاثة في غارة إسرائيلية على @ أمس. "
                        "وقالت صحيفة إسرائيلية إن القتيل قيادي."), PerpetratorStatus::claimed);
}

TEST(ArabicOwnWord, AGroupSpeaksThroughItsOutlet)
{
    EXPECT_EQ(status_of("قُتل ثلاثة جنود في هجوم لداعش على حاجز في @ أمس. "
                        "وقالت وكالة أعماق إن مقاتلي التنظيم هاجموا الحاجز."), PerpetratorStatus::claimed);
    EXPECT_NE(status_of("قُتل ثلاثة جنود في هجوم لداعش على حاجز في @ أمس. ولم تذكر أعماق الهجوم."), PerpetratorStatus::claimed);
    EXPECT_NE(status_of("قُتل ثلاثة من داعش في غارة للتحالف قرب @ أمس. "
                        "وقالت أعماق إن التحالف قصف منزلاً."), PerpetratorStatus::claimed);
}

TEST(ArabicOwnWord, WhoSaysWhyItWasDoneDidIt)
{
    EXPECT_EQ(status_of("هاجمت طالبان باكستان مدرسة في @ أمس وقتلت ستة. "
                        "وقالت حركة طالبان باكستان إن الهجوم جاء رداً على حملة الجيش."), PerpetratorStatus::claimed);
    EXPECT_NE(status_of("هاجمت طالبان قاعدة في @ أمس وقتلت ستة جنود. "
                        "وقال خبير إن الهجوم انتقام لمقتل قائد."), PerpetratorStatus::claimed);
}

TEST(ArabicOwnWord, AnArmyThatTellsOfABombDidNotLayIt)
{
    EXPECT_EQ(status_of("قُتل جنديان بعبوة ناسفة قرب @ أمس. وقال الجيش السوري إن جنديين قُتلا."), PerpetratorStatus::unknown);
    EXPECT_EQ(status_of("قُتل ثلاثة بعبوة في @ أمس. وأعلن الجيش الأوكراني أنه فجر السيارة."), PerpetratorStatus::claimed);
    EXPECT_EQ(status_of("قُتل ثلاثة بانفجار لغم زرعه الجيش السوري قرب @ أمس، وفق الجيش التركي."), PerpetratorStatus::attributed);
}

TEST(ArabicOwnWord, TheMinistryThatTellsOfTheArrestedSpeaksForItsPolice)
{
    EXPECT_EQ(status_of("اعتقلت شرطة بغداد ثلاثة في @ أمس. "
                        "وقالت وزارة الداخلية إن الموقوفين متهمون بالخطف."), PerpetratorStatus::claimed);
    EXPECT_NE(status_of("اعتقلت القوات الإسرائيلية ثلاثة في @ أمس، بحسب نادي الأسير."), PerpetratorStatus::claimed);
}

}  // namespace sitrep::understand
