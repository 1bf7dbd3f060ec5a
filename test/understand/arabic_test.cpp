// What Arabic reports say, one fact a test.
#include "processor_time.hpp"
#include "understand/told.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace sitrep::understand {

namespace {

Understanding says(std::string_view marked, std::string_view published = {})
{
    return understood(marked, Language::arabic, published);
}

Account only_account(std::string_view marked)
{
    const Understanding said = says(marked);
    EXPECT_EQ(said.accounts.size(), 1U) << marked;
    return said.accounts.empty() ? Account{} : said.accounts.front();
}

std::int64_t killed(std::string_view marked)
{
    const Account account = only_account(marked);
    return account.killed ? account.killed->low : -1;
}

}  // namespace

TEST(ArabicTolls, ADualIsTwo)
{
    EXPECT_EQ(killed("خبر\nقُتل جنديان في هجوم على حاجز في {place تدمر|settlement|Homs|SY}."), 2);
}

TEST(ArabicTolls, ASingularVictimIsOne)
{
    EXPECT_EQ(killed("خبر\nقُتل أمس شاب برصاص مجهولين في {place داعل|settlement|Daraa|SY}."), 1);
}

TEST(ArabicTolls, NumberWordsAndEasternDigitsAreRead)
{
    EXPECT_EQ(killed("خبر\nقُتل أحد عشر مدنياً بانفجار لغم في {place تدمر|settlement|Homs|SY}."), 11);
    EXPECT_EQ(killed("خبر\nمقتل ١٥ مدنياً بانفجار لغم في {place تدمر|settlement|Homs|SY}."), 15);
}

TEST(ArabicTolls, AManAndHisWifeAreTwo)
{
    EXPECT_EQ(killed("خبر\nقُتل رجل وزوجته بإطلاق نار في {place زيدل|settlement|Homs|SY}."), 2);
}

TEST(ArabicTolls, TheSubjectBeforeItsVerbIsCounted)
{
    EXPECT_EQ(killed("خبر\nقالت مصادر طبية إن طفلين وامرأة قُتلوا بقصف مدفعي على {place سرمين|settlement|Idlib|SY}."), 3);
}

TEST(ArabicTolls, TheObjectBehindTheAgentIsCounted)
{
    EXPECT_EQ(killed("خبر\nقتلت قوات الدعم السريع 48 مدنياً في هجوم على {place أم قرفة|settlement|North Kordofan|SD}."), 48);
}

TEST(ArabicTolls, DozensAreNoNumber)
{
    EXPECT_FALSE(only_account("خبر\nقُتل عشرات المدنيين في هجوم على {place تدمر|settlement|Homs|SY}.").killed);
}

TEST(ArabicTolls, OneNumberForDeadAndHurtIsNeither)
{
    const Account account = only_account("خبر\nأوقع انفجار سيارة مفخخة 25 قتيلاً وجريحاً في {place عفرين|settlement|Aleppo|SY}.");

    EXPECT_FALSE(account.killed);
    EXPECT_FALSE(account.injured);
}

TEST(ArabicTolls, MaterialDamageOnlyIsZero)
{
    const Account account = only_account("خبر\nانفجرت عبوة ناسفة بسيارة في {place داعل|settlement|Daraa|SY}، واقتصرت الأضرار على الماديات.");

    ASSERT_TRUE(account.killed);
    EXPECT_EQ(account.killed->low, 0);
    EXPECT_EQ(account.killed->high, 0);
}

TEST(ArabicTolls, AttackersDeadAreKeptApart)
{
    const Account account = only_account("خبر\nهاجم مسلحون حاجزاً للجيش في {place تدمر|settlement|Homs|SY} وقتلوا جنديين، وقُتل ثلاثة من المهاجمين.");

    ASSERT_TRUE(account.perpetrators_killed);
    EXPECT_EQ(account.perpetrators_killed->low, 3);
}

TEST(ArabicActors, UnknownGunmenStayUnknown)
{
    const Account account = only_account("خبر\nاغتال مسلحون مجهولون شاباً في {place داعل|settlement|Daraa|SY}.");

    EXPECT_EQ(account.kind, IncidentKind::assassination_or_targeted_killing);
    EXPECT_EQ(account.perpetrator.status, PerpetratorStatus::unknown);
}

TEST(ArabicActors, SuspectsWithANameAreAttributed)
{
    const Account account = only_account("خبر\nهاجم مجهولون يُعتقد أنهم من تنظيم داعش حاجزاً في {place تدمر|settlement|Homs|SY} وقتلوا جندياً.");

    EXPECT_EQ(account.perpetrator.name, "ISIS");
    EXPECT_EQ(account.perpetrator.status, PerpetratorStatus::attributed);
}

TEST(ArabicActors, AClaimIsAClaim)
{
    const Account account = only_account("خبر\nقُتل ثلاثة جنود بكمين في {place السخنة|settlement|Homs|SY}. وتبنى تنظيم داعش العملية.");

    EXPECT_EQ(account.kind, IncidentKind::ambush);
    EXPECT_EQ(account.perpetrator.status, PerpetratorStatus::claimed);
}

TEST(ArabicActors, AreNamedWithoutTheLettersWrittenAgainstThem)
{
    const Account account = only_account("خبر\nقُتل جندي بهجوم لداعش في {place تدمر|settlement|Homs|SY}.");

    EXPECT_EQ(account.perpetrator.text, "داعش");
}

TEST(ArabicIncidents, AreNotWhatDidNotHappen)
{
    EXPECT_TRUE(says("خبر\nدعا تنظيم داعش في تسجيل إلى هجمات على {place أربيل|settlement|Erbil|IQ}.").accounts.empty());
    EXPECT_TRUE(says("خبر\nنفت قيادة العمليات وقوع أي هجوم في {place سامراء|settlement|Salah al-Din|IQ}.").accounts.empty());
    EXPECT_TRUE(says("خبر\nأحبطت الشرطة هجوماً على {place أربيل|settlement|Erbil|IQ}.").accounts.empty());
    EXPECT_TRUE(says("خبر\nتوفي ستة مدنيين باصطدام سيارتين قرب {place الشولا|settlement|Deir ez-Zor|SY}.").accounts.empty());
    EXPECT_TRUE(says("اختتام تمرين أمني\nتصدى رجال الأمن لهجوم افتراضي ضمن التمرين في {place الرياض|settlement|Riyadh|SA}.").accounts.empty());
}

TEST(ArabicIncidents, AnAttackThatACourtRecallsIsBackgroundAtMost)
{
    const Understanding said = says("حكم\nقضت محكمة في {place بغداد|settlement|Baghdad|IQ} بإعدام عنصر من داعش دين بتفجير موكب في {place التاجي|settlement|Baghdad|IQ} {date 2014|عام 2014} قُتل فيه 17 زائراً.");

    for (const Account& account : said.accounts)
        EXPECT_NE(account.kind, IncidentKind::execution);
}

TEST(ArabicIncidents, DawnIsNoExplosion)
{
    const Account account = only_account("خبر\nقُتل شاب فجر {date ?|الأحد} بإطلاق نار في {place داعل|settlement|Daraa|SY}.");

    EXPECT_NE(account.kind, IncidentKind::ied_or_mine);
}

TEST(ArabicTallies, KeepWhatIsCountedOverAPeriod)
{
    const Understanding said = says("خبر\nأحصى المرصد السوري 49 هجوماً لتنظيم داعش في {place سوريا|country||SY} {period 2023|منذ بداية العام}.");

    EXPECT_TRUE(said.accounts.empty());
    ASSERT_EQ(said.tallies.size(), 1U);
    EXPECT_EQ(said.tallies.front().quantity, 49);
    EXPECT_EQ(said.tallies.front().claimant_name, "SOHR");
}

TEST(ArabicTallies, ReadTheOrderOfAnIncident)
{
    const auto order = [](const std::string& text) {
        const Understanding said = says("خبر\n" + text);
        return said.tallies.empty() ? 0 : said.tallies.front().quantity;
    };

    EXPECT_EQ(order("وهذه هي المحاولة الرابعة {period 2022|منذ بداية العام}."), 4);
    EXPECT_EQ(order("وهو سابع معلم يُقتل في القضاء {period 2022|منذ بداية العام}."), 7);
    EXPECT_EQ(order("وهذا الهجوم الرابع عشر {period 2022|منذ بداية العام}."), 14);
    EXPECT_EQ(order("وكان هذا اليوم الثالث من المعارك {period 2022|منذ بداية العام}."), 0);
}

TEST(ArabicTallies, MayBeCountedSinceAnEventWithoutADate)
{
    const Understanding said = says("خبر\nقُتل 30 مدنياً في {place درعا|settlement|Daraa|SY} منذ سيطرة الجيش عليها.");

    ASSERT_EQ(said.tallies.size(), 1U);
    EXPECT_EQ(said.tallies.front().quantity, 30);
    EXPECT_TRUE(says("خبر\nقُتل ثلاثة مدنيين في {place درعا|settlement|Daraa|SY} منذ ساعات بقصف.").tallies.empty());
}

TEST(ArabicNumbers, OfAUnitOrAShareCountNobody)
{
    EXPECT_EQ(only_account("خبر\nقُتل قائد الفرقة 25 بتفجير في {place درعا|settlement|Daraa|SY} {date ?|الأحد}.").killed->low, 1);
}

TEST(ArabicPersons, AreFoundBehindTheirTitle)
{
    const Understanding said = says("خبر\nقُتل شاب يدعى رامي السعيد برصاص مجهولين في {place داعل|settlement|Daraa|SY}.");
    std::size_t persons = 0;
    for (const Mention& mention : said.mentions)
        persons += mention.layer == MentionLayer::person ? 1 : 0;

    EXPECT_EQ(persons, 1U);
}

TEST(ArabicPersons, AreSeenWithoutATitle)
{
    const Understanding said = says("خبر\nقتل أحمد خليل برصاص مسلحين مجهولين أمام منزله في {place الرقة|settlement|Raqqa|SY}.");

    EXPECT_EQ(std::ranges::count_if(said.mentions, [](const Mention& mention) { return mention.layer == MentionLayer::person; }), 1);
}

TEST(ArabicPlaces, WhereASourceSitsAndWherePeopleWorkIsNotWhereItHappened)
{
    for (const auto* words : {"خبر\nأفاد مصدر طبي في {place العريش|settlement|Sinai|EG} بمقتل جنديين بانفجار لغم في {place رفح|settlement|Sinai|EG}.",
                              "خبر\nقُتل ثلاثة من عمال {place الورد|settlement|Homs|SY} بانفجار لغم في {place رفح|settlement|Sinai|EG}."}) {
        const Account account = only_account(words);
        ASSERT_FALSE(account.places.empty()) << words;
        EXPECT_EQ(account.places.front().place.name, "رفح") << words;
    }
}

TEST(ArabicTolls, ADoorIsNoFather)
{
    EXPECT_EQ(killed("خبر\nقُتل أمس شاب برصاص مجهولين عند باب منزل في {place داعل|settlement|Daraa|SY}."), 1);
}

TEST(ArabicFrontEnd, ReadsHostileTextInLinearTime)
{
    const auto time_of = [](std::size_t times) {
        std::string text = "خبر\n";
        for (std::size_t i = 0; i < times; ++i)
            text += "وقتل 3 من المهاجمين بينهم وقتلوا وأصيب إلى 5 ارتفع قتلى ";
        return processor_seconds([&] { says(text); });
    };
    time_of(100);  // the lists are read once

    EXPECT_LT(time_of(4000), 40 * (time_of(500) + 0.01));  // eight times the text; twenty-fold is quadratic
}

}  // namespace sitrep::understand
