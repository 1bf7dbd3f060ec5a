// How many Arabic reports say were killed and hurt: denials, totals, who counts and who does not, one wording a line.
#include <gtest/gtest.h>

#include "understand/counted.hpp"
#include "understand/tagging/tagged_tolls.hpp"
#include "understand/told.hpp"

namespace sitrep::understand {

namespace {

// "killed/injured" of the only incident of a report in which @ stands for a town: "3/-" where nobody tells how many were hurt, "2-5/0" for a range.
std::string toll(std::string_view words)
{
    std::string marked("خبر\n");
    for (const char letter : words)
        if (letter == '@') marked += "{place داعل|settlement|Daraa|SY}";
        else marked += letter;
    const Understanding said = understood(marked, Language::arabic, "2024-03-05");
    EXPECT_EQ(said.accounts.size(), 1U) << words;
    if (said.accounts.empty()) return {};
    const auto figure = [](const std::optional<Toll>& told) {
        if (!told) return std::string("-");
        const std::string low = std::to_string(told->low);
        return !told->high || *told->high == told->low ? low : low + "-" + std::to_string(*told->high);
    };
    return figure(said.accounts.front().killed) + "/" + figure(said.accounts.front().injured);
}

}  // namespace

TEST(ArabicDenials, MayNameTheActBetweenTheVerbAndTheHarm)
{
    EXPECT_EQ(toll("استهدف مسلحون دورية للجيش في @، ولم يوقع الهجوم أي إصابات."), "0/0");
    EXPECT_EQ(toll("انفجرت عبوة ناسفة في سوق في @، ولم تقع خلال العملية أي إصابات."), "0/0");
    EXPECT_EQ(toll("انفجرت عبوة ناسفة في سوق في @، ولم يسفر الانفجار عن قتلى."), "0/-");
    EXPECT_EQ(toll("سقطت قذيفة على منزل في @، ولم تحدث إصابات."), "0/0");
}

TEST(ArabicDenials, MayBeginWithNobody)
{
    EXPECT_EQ(toll("هاجم مسلحون حاجزاً في @. وقال مسؤول إن أحداً لم يُقتل."), "0/-");
    EXPECT_EQ(toll("هاجم مسلحون حاجزاً في @. وقال مسؤول إن أحداً لم يصب بأذى."), "0/0");
    EXPECT_EQ(toll("هاجم مسلحون محطة في @، ولم يصب أي من العاملين."), "0/0");
    EXPECT_EQ(toll("سقطت قذيفة على منزل في @، ولم يصب فيه أحد."), "0/0");
    EXPECT_EQ(toll("أحرق مسلحون شاحنتين في @ ولم يقتلوا أحداً."), "0/-");
    EXPECT_EQ(toll("هاجم مسلحون حاجزاً في @، ولم يصب الجنود."), "0/0");
}

TEST(ArabicDenials, HaveManyVerbs)
{
    EXPECT_EQ(toll("أطلق مسلحون النار على سيارة في @ من دون أن يصاب أحد."), "0/0");
    EXPECT_EQ(toll("هاجم مسلحون محطة في @. وقالت الشركة إن أحداً من العاملين لم يُصب."), "0/0");
    EXPECT_EQ(toll("هاجم مسلحون محطة في @، ولم يُقتل أو يجرح أحد."), "0/0");
    EXPECT_EQ(toll("انفجرت عبوة ناسفة في @، ولم تسفر إلا عن أضرار في محل."), "0/0");
    EXPECT_EQ(toll("سقط صاروخ على مستودع في @ من دون أضرار بشرية."), "0/0");
}

TEST(ArabicDenials, MayTellThatAllAreSafeOrThatOnlyThingsWereHarmed)
{
    EXPECT_EQ(toll("هاجم مسلحون حافلة في @، ونجا الجميع."), "0/0");
    EXPECT_EQ(toll("قصفت مدفعية قرية قرب @، واقتصر القصف على أضرار مادية في منزلين."), "0/0");
    EXPECT_EQ(toll("هاجم مسلحون حاجزاً في @، ولم ينجم عن الهجوم سوى أضرار."), "0/0");
    EXPECT_EQ(toll("هاجم مسلحون حاجزاً في @ بلا خسائر بشرية."), "0/0");
}

TEST(ArabicDenials, AreNotWhereNothingIsKnownOrSomethingElseIsDenied)
{
    EXPECT_EQ(toll("هاجم مسلحون حاجزاً في @ من دون خسائر مادية."), "-/-");
    EXPECT_EQ(toll("هاجم مسلحون حاجزاً في @. ولم تذكر المصادر خسائر."), "-/-");
    EXPECT_EQ(toll("هاجم مسلحون حاجزاً في @ دون ورود أنباء عن ضحايا."), "-/-");
    EXPECT_EQ(toll("هاجم مسلحون حاجزاً في @. وقال شهود إن أحداً لم يعلن مسؤوليته."), "-/-");
    EXPECT_EQ(toll("قُتل جنديان في هجوم على حاجز في @. وقال قريب إن القتيل لم يؤذ أحداً في حياته."), "2/-");
}

TEST(ArabicTotals, StandAgainstWhatWasToldBefore)
{
    const std::string attack = "هاجم مسلحون حاجزاً للجيش في @، فقُتل خمسة جنود. ";
    EXPECT_EQ(toll(attack + "وقال مسؤول محلي إن القتلى ثلاثة."), "3-5/-");
    EXPECT_EQ(toll(attack + "وقال مسعف إن عدد القتلى عشرة."), "5-10/-");
    EXPECT_EQ(toll(attack + "وقدرت لجنة محلية القتلى بثمانية."), "5-8/-");
    EXPECT_EQ(toll(attack + "وقالت وزارة الصحة إن قتلى الهجوم ثمانية."), "5-8/-");
    EXPECT_EQ(toll(attack + "وقال المرصد إنهم ثمانية."), "5-8/-");
}

TEST(ArabicTotals, MayBeAllThatIsTold)
{
    EXPECT_EQ(toll("انفجرت عبوة ناسفة في سوق في @. وقالت الصحة إن القتلى بلغوا أكثر من 60."), "60/-");
    EXPECT_EQ(toll("انفجرت عبوة ناسفة في سوق في @. وقالت الصحة إن المصابين ثمانية وفق المستشفى."), "-/8");
    EXPECT_EQ(toll("انفجرت عبوة ناسفة في سوق في @. وقالت الصحة إن القتلى والجرحى بلغوا 25."), "-/-");
}

TEST(ArabicTotals, AreNeitherSomeOfTheDeadNorTheDeadOfAYear)
{
    EXPECT_EQ(toll("انفجرت عبوة ناسفة في سوق في @ فقُتل ستة. وكان بين القتلى ثلاث نساء."), "6/-");
    EXPECT_EQ(toll("انفجرت عبوة ناسفة في سوق في @ فقُتل ستة. ودُفن القتلى الستة في المقبرة."), "6/-");
    EXPECT_EQ(toll("قُتل جنديان بهجوم لمسلحين على حاجز في @. وبلغ عدد القتلى منذ مطلع العام 900."), "2/-");
}

TEST(ArabicCounts, TakeAnArticleForOne)
{
    EXPECT_EQ(toll("هاجم مسلحون حاجزاً في @، وأصيب القاضي بجروح."), "-/1");
    EXPECT_EQ(toll("هاجم مسلحون حاجزاً في @، ما أدى إلى مقتل معلم وأخيه."), "2/-");
    EXPECT_EQ(toll("هاجم مسلحون حاجزاً في @، ما أدى إلى مقتل جندي وجندية."), "2/-");
    EXPECT_EQ(toll("قصفت مدفعية سواحل @، وقال المرصد إن صيادين قُتلا في القصف."), "2/-");
}

TEST(ArabicCounts, StopWhereTheNumberIsTakenApart)
{
    EXPECT_EQ(toll("انفجرت عبوة ناسفة في @، وقُتل أربعة بين جندي وشرطي."), "4/-");
    EXPECT_EQ(toll("انفجرت عبوة ناسفة في @، وأصيب سبعة أحدهم سوري وست نساء."), "-/7");
    EXPECT_EQ(toll("قتلت قوات الأمن قيادياً في منظمة «بي كا كا» وثلاثة من مرافقيه في @."), "4/-");
}

TEST(ArabicCounts, KeepAttackersFromTheirVictims)
{
    EXPECT_EQ(toll("هاجم مسلحون حاجزاً في @، ما أدى إلى مقتل ثلاثة جنود وأربعة مسلحين."), "3/-");
    EXPECT_EQ(toll("هاجم مسلحون حاجزاً في @، ما أدى إلى مقتل جنديين والمهاجم."), "2/-");
    EXPECT_EQ(toll("دارت اشتباكات في @، ما أدى إلى مقتل ثلاثة جنود وأربعة مسلحين."), "7/-");
}

TEST(ArabicCounts, GoWithTheirOwnVerb)
{
    EXPECT_EQ(toll("انفجرت عبوة ناسفة في @. وقال ضابط إن جندياً قُتل وثلاثة جُرحوا."), "1/3");
    EXPECT_EQ(toll("انفجر لغم في @. وقال ضابط إن جندياً وثلاثة مدنيين أصيبوا."), "-/4");
    EXPECT_EQ(toll("هاجم مسلحون قرية قرب @. وقال المرصد إن ثمانية قضوا في الهجوم."), "8/-");
}

TEST(ArabicCounts, AreAddedUpByOtherWordsThanAnd)
{
    EXPECT_EQ(toll("هاجم مسلحون مركزاً في @، وقُتل شرطيان وجُرح ثلاثة جنود، إضافة إلى مدنيين اثنين."), "2/5");
    EXPECT_EQ(toll("كمن مسلحون لموكب القاضي في @، وقتلوه مع ثمانية من حراسه."), "9/-");
    EXPECT_EQ(toll("أربعة أشخاص قتلوا واثنان أصيبا برصاص مسلح داخل متجر في @."), "4/2");
    EXPECT_EQ(toll("اقتحم مسلحون منزلاً في @ وقتلوا والديه وشقيقته."), "3/-");
    EXPECT_EQ(toll("أضرم متظاهرون النار في مقر في @، و5 من الشرطة أصيبوا."), "-/5");
}

TEST(ArabicCounts, FindTheirSubjectBehindWhatPartsItFromTheVerb)
{
    EXPECT_EQ(toll("شنت طائرة غارة على @، وقتل في الهجوم جندي من الفرقة."), "1/-");
    EXPECT_EQ(toll("اندلعت مواجهات في @، وقُتل بالرصاص رجل من الحراس."), "1/-");
    EXPECT_EQ(toll("اندلعت مواجهات في @، وأصيب برصاص قناص جندي من الفرقة."), "-/1");
    EXPECT_EQ(toll("هاجم مسلحون قرية قرب @، وقُتل، بحسب القائد، 48 من السكان."), "48/-");
    EXPECT_EQ(toll("وقع تفجير في سوق في @، وقتل الانفجار بائعاً وابنه، وأصاب خمسة عشر."), "2/15");
    EXPECT_EQ(toll("هاجم مسلحون قرية قرب @. ومن المدنيين رجل وزوجته قُتلا في الهجوم."), "2/-");
}

TEST(ArabicCounts, AreOfThoseWhoFellAndOfOwnLosses)
{
    EXPECT_EQ(toll("هاجم مسلحون حاجزاً في @، وقال ضابط إن ثلاثين جندياً سقطوا في الهجوم."), "30/-");
    EXPECT_EQ(toll("هاجم مسلحون حاجزاً في @، فقُتل خمسة جنود. وقالت الجبهة إنها فقدت ثلاثة."), "3-5/-");
    EXPECT_EQ(toll("هاجم مسلحون حاجزاً في @، فقُتل خمسة جنود وفُقد ثلاثة."), "5/-");
}

TEST(ArabicCounts, TakeANationalityForAPersonWhereOneMustStand)
{
    EXPECT_EQ(toll("أدى قصف على مخيم في @ إلى مقتل سوداني وإصابة مصريين اثنين."), "1/2");
    EXPECT_EQ(toll("سقط صاروخ على منزل في @ وقتل إسرائيلياً عمره 44 عاماً."), "1/-");
    EXPECT_EQ(toll("شنت طائرات غارة على @، وقتل قصف إسرائيلي جنديين."), "2/-");
}

TEST(ArabicCounts, KnowAPersonByHisKin)
{
    EXPECT_EQ(toll("أطلق مسلحون النار في @، ما أدى إلى مقتل زجّال وزوجته في منزلهما."), "2/-");
    EXPECT_EQ(toll("انفجرت عبوة بسيارة قيادي في @، ما أدى إلى مقتله مع اثنين من مرافقيه."), "3/-");
}

TEST(ArabicCounts, AreOfPeopleAndNotOfThingsOrSentences)
{
    EXPECT_EQ(toll("أحرق مسلحون ثلاثة أكواخ في @."), "-/-");
    EXPECT_EQ(toll("قُتل 35 رجلاً في @، واتهم السكان جنوداً بإعدامهم."), "35/-");
    EXPECT_EQ(toll("أصيب فتى في الرابعة عشرة بكسور جراء قصف مدفعي على @."), "-/1");
}

TEST(ArabicCounts, InWordsOfTheTaggerKnowDenialsAndLeastNumbers)
{
    const auto read = [](std::string_view words, std::uint32_t first) {
        const auto document = text::Document::parse(words, 0, Language::arabic);
        return toll_in(document, {first, static_cast<std::uint32_t>(document.tokens().size())}, 0).value();
    };
    EXPECT_EQ(read("ما لا يقل عن 14 جندياً", 0).low, 14);
    EXPECT_EQ(read("ولم يقتلوا أحداً", 2).high, 0);
    EXPECT_EQ(read("بلا خسائر بشرية", 1).high, 0);
    EXPECT_EQ(read("أحد الجنود", 0).low, 1);
    EXPECT_TRUE(read("الجميع", 0).vague);
}

TEST(ArabicObjects, TheForceBehindAnotherWordIsNoVictim)
{
    EXPECT_EQ(toll("قتلت قوة من الجيش بائعاً في @."), "1/-");
    EXPECT_EQ(toll("قتلت وحدة من الجيش أربعة مهربين قرب @."), "4/-");
    EXPECT_EQ(toll("قتل رصاص الجيش فتى في @."), "1/-");
    EXPECT_EQ(arabic("خطف مسلحون متنكرون بزي الجيش صائغاً."), "1 taken");
    EXPECT_EQ(arabic("قتل الجيش ثلاثة شبان."), "3 killed");
    EXPECT_EQ(arabic("قتل الجيش اللبناني شابين."), "2 killed");
}

TEST(ArabicObjects, OneOfAPeopleIsKilledWhereNobodyElseIs)
{
    EXPECT_EQ(arabic("قتل أمريكي بإطلاق نار."), "1 killed");
    EXPECT_EQ(arabic("قتل إسرائيلي ثلاثة عمال."), "3 killed");
}

TEST(ArabicTotals, OneManAndOtherPeopleAreNoThey)
{
    EXPECT_EQ(toll("احتجز مسلحون ركاب قطار قرب @ وقتلوا السائق، وقالت الشرطة إنهم خمسون."), "1/-");
    EXPECT_EQ(toll("قتل مسلحون حارساً في @، وقال مسؤول إنهم ثلاثة."), "1/-");
    EXPECT_EQ(toll("أصيب طفلان بقصف مدرسة في @، وأجلي التلاميذ وعددهم 70."), "-/2");
    EXPECT_EQ(toll("أصيب سبعة من الحراس بقصف على @، وقال مسعفون إنهم تسعة."), "-/7-9");
}

TEST(ArabicTotals, MayListWhoTheDeadAre)
{
    EXPECT_EQ(toll("قُتل ستة بهجوم على @. القتلى هم أربعة عمال وجنديان."), "6/-");
}

TEST(ArabicDenials, MayExceptSomebody)
{
    EXPECT_EQ(toll("سقط صاروخ على منزل في @ ونجا الجميع ما عدا طفلاً قُتل."), "1/-");
    EXPECT_EQ(toll("انفجر لغم بحافلة قرب @، ونجا من فيها إلا سائقها الذي قُتل."), "1/-");
    EXPECT_EQ(toll("انفجرت عبوة في @ ولم يصب أحد، إلا أن المتجر احترق."), "0/0");
    EXPECT_EQ(arabic("سقط صاروخ على بيت لم يكن فيه أحد، لكن شظاياه قتلت راعياً."), "1 killed");
    EXPECT_EQ(toll("سقط صاروخ على بيت في @ لم يكن فيه أحد."), "0/0");
}

TEST(ArabicDenials, OfAttackersSayNothingOfTheirVictims)
{
    EXPECT_EQ(toll("هاجم مسلحون ثكنة في @ وقتلوا حارسين، ولم يصب المهاجمون."), "2/-");
    EXPECT_EQ(toll("قُتل سبعة جنود بهجوم على @ نفذته الحركة دون خسائر في صفوفها."), "7/-");
    EXPECT_EQ(toll("انفجرت عبوة في @ فأصيب جندي واقتصرت بقية الأضرار على المادية."), "-/1");
}

TEST(ArabicHits, TheShotThatKilledHimHurtNobodyElse)
{
    EXPECT_EQ(toll("قُتل فتى أصابته رصاصة طائشة في @."), "1/-");
    EXPECT_EQ(arabic("كان في الشارع فتى أصابته رصاصة قناص."), "1 injured");
}

TEST(ArabicHits, AreOfAPersonWhoWasTold)
{
    EXPECT_EQ(toll("أطلق مسلحون النار على شيخ في @ وأصابوه بجروح."), "-/1");
    EXPECT_EQ(toll("أطلق مسلحون النار على حاجز في @ وأصابوه بقذيفة."), "-/-");
    EXPECT_EQ(toll("أطلق مسلحون النار على منزل شيخ في @ وأصابوه بقذيفة."), "-/-");
}

TEST(ArabicTotals, OfAWarOrAYearReplaceNoneOfOneAttack)
{
    EXPECT_EQ(toll("قُتل ستة رعاة بهجوم في @ {date 2024-03-04|أمس}، ليرتفع عدد القتلى منذ بداية العام إلى 78."), "6/-");
    EXPECT_EQ(toll("قُتل ستة مدنيين بهجوم في @ {date 2024-03-04|أمس}، ليرتفع عدد القتلى {period 2024|منذ بداية العام} إلى 78."), "6/-");
    EXPECT_EQ(toll("قُتل ستة وأصيب عشرة بقصف على @. وقالت الوزارة إن حصيلة العدوان ارتفعت إلى 37202 شهيداً و84932 جريحاً."), "6/10");
    EXPECT_EQ(toll("قُتل ثلاثة جنود بهجوم في @. وقال الجيش إن عدد القتلى في صفوفه ارتفع إلى 90."), "3/-");
    EXPECT_EQ(toll("قُتل ثلاثة جنود بهجوم في @. وفقد الجيش 90 جندياً في المعارك."), "3/-");
    EXPECT_EQ(toll("قُتل ستة مدنيين بقصف على @، ثم ارتفع عدد القتلى إلى تسعة."), "9/-");
}

TEST(ArabicTotals, AreNoneWhereTheOrderOfOneDeathIsTold)
{
    EXPECT_EQ(toll("قُتل صحفي في @ {date 2024-03-04|أمس}، وهو سابع صحفي يُقتل {period 2024|منذ بداية العام}."), "1/-");
}

TEST(ArabicCounts, LeaveThingsAndNationsOfThingsOut)
{
    EXPECT_EQ(toll("قتل مسلحون راعياً وثلاثاً من الغنم في @."), "1/-");
    EXPECT_EQ(toll("أصاب القصف أربعاً من المدارس في @."), "-/-");
    EXPECT_EQ(toll("قتل مسلحون أربعاً من النساء في @."), "4/-");
    EXPECT_EQ(toll("قُتل خمسة مدنيين رغم اتفاق روسي وتركي، وكان قصف على @."), "5/-");
    EXPECT_EQ(toll("قتل مسلحون موظفاً إدارياً ومالياً في @."), "1/-");
    EXPECT_EQ(toll("نُقل عشرة نازحين إلى مدرسة قرب المستشفى بعد قصف على @."), "-/-");
}

TEST(ArabicCounts, TakeTheSizeOfAFamilyThatWasKilled)
{
    EXPECT_EQ(toll("قُتلت أسرة تضم سبعة أفراد بقصف على @."), "7/-");
    EXPECT_EQ(toll("قصف الجيش منزل عائلة تضم سبعة أفراد في @."), "-/-");
    EXPECT_EQ(toll("قتلت الغارة الثانية عشرة جنود في @."), "10/-");
}

TEST(ArabicDoers, BetweenTheVerbAndItsObjectAreNoneOfTheDead)
{
    EXPECT_EQ(toll("قتل أربعة مسلحين شرطياً في @ أمس."), "1/-");
    EXPECT_EQ(toll("قتل مسلحان تاجرين في سوق @ أمس."), "2/-");
    EXPECT_EQ(toll("قتل خمسة جنود تسعة مزارعين في @ أمس."), "9/-");
    EXPECT_EQ(toll("قتل ثلاثة جنود إسرائيليون طفلاً في @ أمس."), "1/-");
    EXPECT_EQ(toll("قتل جندي أفغاني ثلاثة جنود أميركيين في @ أمس."), "3/-");
    EXPECT_EQ(toll("قتل ثلاثة من عناصر داعش مدنياً في @ أمس."), "1/-");
    EXPECT_EQ(toll("قتل ثلاثة مسلحين قبليين جندياً في @ أمس."), "1/-");
    EXPECT_EQ(toll("قتل جنود إسرائيليون فتى فلسطينياً في @ أمس."), "1/-");
    EXPECT_EQ(arabic("خطف أربعة مسلحين طبيباً."), "1 taken");
    EXPECT_EQ(arabic("اعتقل أربعة شرطيين شاباً."), "1 taken");
}

TEST(ArabicDoers, MayStandBeforeTheVerb)
{
    EXPECT_EQ(toll("خمسة جنود قتلوا تسعة مزارعين في @ أمس."), "9/-");
    EXPECT_EQ(toll("اثنان من الجنود قتلوا مدنياً في @ أمس."), "1/-");
    EXPECT_EQ(toll("شقيقان قتلا جارهما في @ أمس."), "1/-");
    EXPECT_EQ(toll("خمسة جنود قتلوا في هجوم على @ أمس."), "5/-");
    EXPECT_EQ(toll("خمسة جنود قتلوا ثلاثة منهم ضباط في @ أمس."), "5/-");
    EXPECT_EQ(toll("أربعة مدنيين قتلوا طفل وثلاث نساء في @ أمس."), "4/-");
}

TEST(ArabicDoers, AreTheDeadWhereNobodyStandsBehindThem)
{
    EXPECT_EQ(toll("قتل ثلاثة جنود إسرائيليين في @ أمس."), "3/-");
    EXPECT_EQ(toll("قتل 14 رجلاً مسلحاً في غارة جوية على @ أمس."), "14/-");
    EXPECT_EQ(toll("قتل 20 عنصراً إرهابياً في ضربة جوية على @ أمس."), "20/-");
    EXPECT_EQ(toll("قتل 17 جندياً تركياً في قصف على @ أمس."), "17/-");
    EXPECT_EQ(toll("قتل شاب دفاعاً عن أرضه في هجوم مسلح على @ أمس."), "1/-");
    EXPECT_EQ(toll("قتل أربعة عناصر من داعش أحدهم قيادي بضربة جوية في @ أمس."), "4/-");
    EXPECT_EQ(toll("قتل 5 جنود 3 ضباط في هجوم على @ أمس."), "5/-");
    EXPECT_EQ(toll("قتل تسعة أشخاص أربعة أطفال في قصف على @ أمس."), "9/-");
    EXPECT_EQ(toll("قتل خمسة جنود وأسر أربعة في هجوم على @ أمس."), "5/-");
}

TEST(ArabicLosses, OfASideAreItsDead)
{
    EXPECT_EQ(toll("فقد الجيش تسعة جنود في كمين قرب @ أمس."), "9/-");
    EXPECT_EQ(toll("فقد الجيش السوداني أكثر من 20 جندياً في هجوم على @ أمس."), "20/-");
    EXPECT_EQ(toll("خسر التنظيم قيادياً وثلاثة عناصر في غارة على @ أمس."), "4/-");
    EXPECT_EQ(toll("فقد الجيش 21 جندياً في هجوم على @ أمس، ومن قتلهم هم رجال داعش."), "21/-");
}

TEST(ArabicLosses, AreNoDeadWhereMenAreMissingOrThingsAreLost)
{
    EXPECT_EQ(toll("فقد الجيش ثلاثة جنود ما زالوا مفقودين بعد هجوم على @ أمس."), "-/-");
    EXPECT_EQ(toll("خسر الجيش ثلاث دبابات في هجوم على @ أمس."), "-/-");
    EXPECT_EQ(toll("فقدت القوات السيطرة على ثلاثة مواقع بعد هجوم على @ أمس."), "-/-");
    EXPECT_EQ(arabic("فقد الجيش الاتصال بتسعة جنود."), "");
}

TEST(ArabicAttackers, WhoBlowThemselvesUpAreNoVictims)
{
    EXPECT_EQ(toll("فجر انتحاري نفسه عند حاجز في @ أمس ما أدى إلى مقتله."), "-/-");
    EXPECT_EQ(toll("فجر انتحاري نفسه عند حاجز في @ أمس ما أدى إلى مقتله وإصابة جنديين."), "-/2");
    EXPECT_EQ(toll("استهدف انتحاري موكب الوزير في @ أمس ما أدى إلى مقتله."), "1/-");
    EXPECT_EQ(toll("فجر انتحاري نفسه مستهدفاً جواد حمدان في @ أمس ما أدى إلى مقتله."), "1/-");
    EXPECT_EQ(toll("فجر انتحاري نفسه بالقرب من سيارة جواد حمدان في @ أمس ما أدى إلى مقتله."), "1/-");
}

TEST(ArabicAttackers, CountWithTheDeadWhereBothSidesDo)
{
    EXPECT_EQ(toll("أسفرت الاشتباكات عن مقتل تسعة جنود و4 متمردين في @ أمس."), "13/-");
    EXPECT_EQ(toll("غارة جوية تقتل 3 مدنيين و5 مسلحين في @ أمس."), "8/-");
    EXPECT_EQ(toll("هاجم مسلحون ثكنة في @ أمس ما أدى إلى مقتل تسعة جنود و4 مسلحين."), "9/-");
}

TEST(ArabicTolls, OfAWholeAreNotThoseOfItsPartsToo)
{
    EXPECT_EQ(toll("قتل 3 عسكريين ضابط وجنديين في @ أمس."), "3/-");
    EXPECT_EQ(toll("قتل خمسة مسلحين راعي أغنام في @ أمس."), "1/-");
    EXPECT_EQ(toll("أقدم أربعة جنود على قتل ستة طلاب في @ أمس."), "6/-");
}

TEST(ArabicTolls, OfOneWhoseDeathIsJoinedToOthersAddUp)
{
    EXPECT_EQ(toll("انفجرت عبوة بسيارته في @ أمس ما أدى لمقتله."), "1/-");
    EXPECT_EQ(toll("هاجم مسلحون سيارة مختار في @ أمس ما أدى إلى مقتله ومقتل مزارع."), "2/-");
}

}  // namespace sitrep::understand
