// Which language a text is in.
#include <gtest/gtest.h>

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

TEST(DetectLanguage, SaysUnknownWhenTooLittleStandsThere)
{
    EXPECT_EQ(detect_language(""), Language::unknown);
    EXPECT_EQ(detect_language("12/5 ok"), Language::unknown);
}

}  // namespace sitrep::understand
