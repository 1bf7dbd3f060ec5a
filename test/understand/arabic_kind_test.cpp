// What kind of incident Arabic words tell, one fact a test.
#include "understand/told.hpp"

#include <gtest/gtest.h>

namespace sitrep::understand {

namespace {

IncidentKind kind(std::string_view marked)
{
    const Understanding said = understood(marked, Language::arabic);
    EXPECT_FALSE(said.accounts.empty()) << marked;
    return said.accounts.empty() ? IncidentKind::other_violence : said.accounts.front().kind;
}

}  // namespace

TEST(ArabicKinds, SeveralCarBombsAreCarBombs)
{
    EXPECT_EQ(kind("خبر\nهاجم مسلحون {date 2024-06-12|أمس} ثكنة في {place هيت|settlement|Anbar|IQ} بثلاث عربات مفخخة وقتلوا خمسة "
        "جنود."), IncidentKind::suicide_or_vehicle_bomb);
    EXPECT_EQ(kind("خبر\nانفجرت شاحنة صغيرة محملة بالمتفجرات {date 2024-06-12|أمس} في {place هيت|settlement|Anbar|IQ} وقُتل رجلان."),
        IncidentKind::suicide_or_vehicle_bomb);
}

TEST(ArabicKinds, ABombOnSomebodysCarIsNoCarBomb)
{
    EXPECT_NE(kind("خبر\nقُتل ضابط حين انفجرت عبوة بسيارته {date 2024-06-12|أمس} في {place هيت|settlement|Anbar|IQ}."), IncidentKind::suicide_or_vehicle_bomb);
    EXPECT_NE(kind("خبر\nأصابت مسيرة مفخخة {date 2024-06-12|أمس} برجاً في {place هيت|settlement|Anbar|IQ} وجرحت حارساً."),
        IncidentKind::suicide_or_vehicle_bomb);
}

TEST(ArabicKinds, AThrownGrenadeIsAnAttack)
{
    EXPECT_EQ(kind("خبر\nانفجرت قنبلة يدوية ألقاها شخص {date 2024-06-12|أمس} في سوق في {place هيت|settlement|Anbar|IQ} وأصيب رجلان."),
        IncidentKind::armed_attack);
}

TEST(ArabicKinds, RebelsThatRaidAttackAndForcesThatRaidOperate)
{
    EXPECT_EQ(kind("خبر\nدهم المتمردون {date 2024-06-12|أمس} قرية في {place روتشورو|settlement|North Kivu|CD} وقتلوا ستة مدنيين."),
        IncidentKind::armed_attack);
    EXPECT_EQ(kind("خبر\nدهمت الشرطة {date 2024-06-12|أمس} منزلاً في {place هيت|settlement|Anbar|IQ} وأوقفت رجلين."), IncidentKind::security_operation);
}

TEST(ArabicKinds, TheSubjectMayStandBetweenSeizedAndOn)
{
    EXPECT_EQ(kind("خبر\nقبضت الشرطة المحلية على ثلاثة لصوص {date 2024-06-12|أمس} في {place هيت|settlement|Anbar|IQ}."), IncidentKind::security_operation);
}

TEST(ArabicKinds, WhoLiesInWaitForACarAmbushes)
{
    EXPECT_EQ(kind("خبر\nكمن مجهولون لسيارتين {date 2024-06-12|أمس} قرب {place تدمر|settlement|Homs|SY} وقتلوا سائقاً."), IncidentKind::ambush);
    EXPECT_NE(kind("خبر\nبدا الرجل كمن يبحث عن بيته حين قُتل شاب برصاص مجهولين {date 2024-06-12|أمس} في {place "
        "تدمر|settlement|Homs|SY}."), IncidentKind::ambush);
}

TEST(ArabicKinds, CaptivesKilledAreExecuted)
{
    EXPECT_EQ(kind("خبر\nعُثر {date 2024-06-12|أمس} على جثتين مكبلتي الأيدي وعليهما آثار تعذيب في {place "
        "هيت|settlement|Anbar|IQ}."), IncidentKind::execution);
    EXPECT_NE(kind("خبر\nعُثر {date 2024-06-12|أمس} على جثة رجل في {place هيت|settlement|Anbar|IQ}."), IncidentKind::execution);
}

TEST(ArabicKinds, FactionsThatFightEachOtherClash)
{
    EXPECT_EQ(kind("خبر\nاقتتل فصيلان {date 2024-06-12|أمس} في {place عفرين|settlement|Aleppo|SY} وسقط أربعة قتلى."), IncidentKind::clash);
}

TEST(ArabicKinds, AnAttackedVehicleIsNoCarBomb)
{
    EXPECT_NE(kind("خبر\nاستهدف تفجير شاحنة {date 2024-06-12|أمس} قرب {place هيت|settlement|Anbar|IQ} وقُتل جنديان."), IncidentKind::suicide_or_vehicle_bomb);
    EXPECT_NE(kind("خبر\nدمر تفجير سيارة تقل ضباطاً {date 2024-06-12|أمس} في {place هيت|settlement|Anbar|IQ} وقُتل اثنان منهم."), IncidentKind::suicide_or_vehicle_bomb);
    EXPECT_EQ(kind("خبر\nانفجرت سيارة أمام مقهى {date 2024-06-12|أمس} في {place هيت|settlement|Anbar|IQ} وقُتل ثلاثة."), IncidentKind::suicide_or_vehicle_bomb);
}

TEST(ArabicKinds, PeopleWhoLeaveDoNotProtest)
{
    EXPECT_EQ(kind("خبر\nخرج مئات المدنيين من قريتهم قرب {place هيت|settlement|Anbar|IQ} {date 2024-06-12|أمس} بعد قصف أوقع خمسة قتلى."), IncidentKind::shelling);
    EXPECT_EQ(kind("خبر\nخرج آلاف العمال {date 2024-06-12|أمس} إلى ساحات {place هيت|settlement|Anbar|IQ} تنديداً بالغلاء."), IncidentKind::protest);
}

TEST(ArabicKinds, AShotInTheHeadTellsOfNobodyHeld)
{
    EXPECT_NE(kind("خبر\nعُثر {date 2024-06-12|أمس} على جثة رجل مصاب بطلقة في الرأس في {place هيت|settlement|Anbar|IQ}."), IncidentKind::execution);
    EXPECT_EQ(kind("خبر\nعُثر {date 2024-06-12|أمس} على جثة رجل مكبل اليدين مصاب بطلقة في الرأس في {place هيت|settlement|Anbar|IQ}."), IncidentKind::execution);
}

TEST(ArabicMishaps, FloodsTheDrownedAndBurnsAloneAreNobodysDeed)
{
    for (const auto* words : {"جرفت السيول أمس سيارة في @ وقتلت ثلاثة.", "انتشل الدفاع المدني أمس جثة غريق في @.", "أصيب طفلان أمس بحروق في منزل في @."}) {
        EXPECT_TRUE(understood_in_town(words, Language::arabic).accounts.empty()) << words;
    }
    EXPECT_FALSE(understood_in_town("أصيب أربعة مدنيين بحروق جراء قصف على @ أمس.", Language::arabic).accounts.empty());
}

TEST(ArabicMishaps, CrashesOfAircraftAndTrainsAreNobodysDeedUnlessSomebodyBroughtThemDown)
{
    for (const auto* words : {"قتل خمسة جنود في تحطم مروحية قرب @ أمس.", "سقطت طائرة مدنية أمس في @ بعطل فني وقتل ثلاثون راكباً.", "تصادمت حافلتان أمس في @ وقتل ستة ركاب.",
                              "خرج قطار عن القضبان أمس في @ وقتل 11 راكباً.", "قتل عشرة أمس في انفجار غاز في مطعم في @."}) {
        EXPECT_TRUE(understood_in_town(words, Language::arabic).accounts.empty()) << words;
    }
    for (const auto* words : {"قتل خمسة جنود أمس في تحطم مروحية أسقطها مسلحون بصاروخ قرب @.", "قتل معتقل أمس تحت التعذيب بالتيار الكهربائي في سجن في @.",
                              "خرج قطار عن القضبان بعد تفجير السكة أمس في @ وقتل 11 راكباً."}) {
        EXPECT_FALSE(understood_in_town(words, Language::arabic).accounts.empty()) << words;
    }
}

TEST(ArabicSince, ThoseKilledSinceAnEventAreATally)
{
    for (const auto* words : {"قُتل مئات المدنيين في @ منذ سيطرة الجيش عليها.", "قُتل 30 من سكان @ المدنيين منذ سيطرة الجيش عليها."}) {
        EXPECT_TRUE(understood_in_town(words, Language::arabic).accounts.empty()) << words;
    }
}

TEST(ArabicSince, AnAttackSinceNoonOrOnATownBesiegedSinceIsNoTally)
{
    for (const auto* words : {"قصف مدفعي منذ الظهر على @ أمس وسقوط 5 شهداء.", "قُتل خمسة مدنيين بقصف على @ المحاصرة منذ سقوط الجنينة.",
                              "خطف مسلحون تاجراً في @ أمس بهدف الفدية."}) {
        EXPECT_FALSE(understood_in_town(words, Language::arabic).accounts.empty()) << words;
    }
}

TEST(ArabicIncidents, AreNotAskedForOrRemembered)
{
    EXPECT_TRUE(understood_in_town("هل قتل مسلحون خمسة جنود في @؟", Language::arabic).accounts.empty());
    EXPECT_FALSE(understood_in_town("هل تعود الحرب؟ قتل مسلحون خمسة جنود في @ أمس.", Language::arabic).accounts.empty());
    const auto said = understood_in_town("أحيت @ أمس ذكرى مقتل ثلاثة مزارعين على يد مسلحين.", Language::arabic);
    for (const Account& account : understood_in_town("تجمع الأهالي في @ أمس لإحياء ذكرى مقتل خمسة من أبنائها في قصف على البلدة.", Language::arabic).accounts)
        EXPECT_TRUE(account.background) << "what killed them is remembered too";
    for (const Account& account : said.accounts) {
        EXPECT_TRUE(account.background);
        EXPECT_FALSE(account.date.is_known()) << "the day is that of the ceremony";
    }
}

}  // namespace sitrep::understand
