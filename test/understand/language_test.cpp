// Which language a text is in.
#include <gtest/gtest.h>

#include <string>

#include "understand/understand.hpp"

namespace sitrep::understand {

TEST(DetectLanguage, KnowsTheTwoThatAreRead)
{
    EXPECT_EQ(detect_language("Two soldiers were killed in an attack on a checkpoint near the town on Sunday."), Language::english);
    EXPECT_EQ(detect_language("قتل جنديان في هجوم مسلح على حاجز قرب البلدة يوم الأحد"), Language::arabic);
}

TEST(DetectLanguage, TellsOtherLanguagesWithTheSameLettersApart)
{
    EXPECT_EQ(detect_language("Deux soldats ont été tués dimanche dans une attaque contre un poste de contrôle près de la ville."), Language::other);
    EXPECT_EQ(detect_language("دو سرباز در حمله مسلحانه به یک ایست بازرسی در نزدیکی شهر کشته شدند و پنج نفر دیگر زخمی شدند"), Language::other);
}

TEST(DetectLanguage, TellsLongTextsInArabicLettersApart)
{
    const auto twice = [](std::string text) { return text + ' ' + text; };

    EXPECT_EQ(detect_language(twice("قتل جنديان وأصيب ثلاثة آخرون في هجوم مسلح على حاجز قرب البلدة يوم الأحد، وفق ما قال مصدر محلي، ولم تتبن أي جهة الهجوم حتى الآن")),
              Language::arabic);
    EXPECT_EQ(detect_language(twice("دو سرباز در حمله مسلحانه به یک ایست بازرسی در نزدیکی شهر کشته شدند و پنج نفر دیگر زخمی شدند و هیچ گروهی مسئولیت را نپذیرفت")),
              Language::other);
    // As typed on an Arabic keyboard: Persian with the Arabic forms of its yeh and kaf.
    EXPECT_EQ(detect_language(twice("دو سرباز در حمله مسلحانه به يك ايست بازرسي در نزديكي شهر كشته شدند و پنج نفر ديگر زخمي شدند و هيچ گروهي مسئوليت را نپذيرفت")),
              Language::other);
}

TEST(DetectLanguage, KnowsALineOfArabic)
{
    for (const auto* words : {"الحوثيون قصفوا تعز", "سقوط قذائف على حلب", "الجيش يقصف حلب", "هاجم مسلحون قرية قرب الرقة وقتلوا تسعة فلاحين أمس", "خطف طبيب في درعا"})
        EXPECT_EQ(detect_language(words), Language::arabic) << words;
}

TEST(DetectLanguage, DoesNotTakeALineOfOthersForArabic)
{
    for (const auto* words : {"دو سرباز در حمله به پاسگاه کشته شدند", "پولیس وایي چې دوه کسان وژل شوي دي", "کوئٹہ میں دھماکہ، دو اہلکار ہلاک"})
        EXPECT_NE(detect_language(words), Language::arabic) << words;
}

TEST(DetectLanguage, SaysUnknownWhenTooLittleStandsThere)
{
    EXPECT_EQ(detect_language(""), Language::unknown);
    EXPECT_EQ(detect_language("12/5 ok"), Language::unknown);
}

}  // namespace sitrep::understand
