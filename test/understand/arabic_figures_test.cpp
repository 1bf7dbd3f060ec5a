// Figures of Arabic reports that stand against others, replace them, or count people in other words than a verb of killing; and numbers that count nobody.
#include <gtest/gtest.h>

#include "understand/counted.hpp"

namespace sitrep::understand {

TEST(ArabicFigures, OfANumberWordMeanThoseToldLast)
{
    EXPECT_EQ(arabic("قتل مسلحون أربعين مدنياً. وتقول جمعية إن العدد 73، بينهم نساء."), "40 killed; 73 killed");
    EXPECT_EQ(arabic("قتل مسلحون أربعين مدنياً. ويقدر المجلس العدد بما لا يقل عن 30."), "40 killed; 30+ killed");
    EXPECT_EQ(arabic("أصيب ستة حراس. وقدمت لجنة رقماً أعلى بلغ 24."), "6 injured; 24 injured");
    EXPECT_EQ(arabic("قتل مسلحون سبعة حراس. وصحح المكتب العدد إلى تسعة."), "7 killed; 9 killed now");
    EXPECT_EQ(arabic("قُتل سبعة حراس وجُرح عشرون. وقال المجلس إن العدد تسعة."), "7 killed; 20 injured; 9 killed") << "of the dead";
    EXPECT_EQ(arabic("قتل مسلحون سبعة حراس. وقال إن العدد الأكبر من الجنود نجا."), "7 killed");
    EXPECT_EQ(arabic("فر سبعة حراس. وقال ضابط إن العدد تسعة."), "") << "nobody was told to be dead";
}

TEST(ArabicFigures, MayStandBehindWhoTellsThemOrWhoseDeadTheyAre)
{
    EXPECT_EQ(arabic("وقال المرصد إن عدد القتلى لديه تسعة."), "9 killed");
    EXPECT_EQ(arabic("وقال المرصد إن القتلى من الجنود تسعة."), "9 killed");
    EXPECT_EQ(arabic("وقال المرصد إن قتلى الجيش 35."), "35 killed");
    EXPECT_EQ(arabic("وقال المرصد إن القتلى من الجنود 35 ومن المدنيين 12."), "") << "the parts of a number that is not told";
    EXPECT_EQ(arabic("وكان بين قتلى الجيش ثلاثة ضباط."), "");
}

TEST(ArabicFigures, OfASecondSourceNeedNotSayWhatTheyCount)
{
    EXPECT_EQ(arabic("قُتل ثمانية جنود وفق طبيب وعشرة وفق ضابط."), "8 killed; 10 killed");
    EXPECT_EQ(arabic("قُتل ثمانية جنود. واستقرت اللجنة على عشرة."), "8 killed; 10 killed now");
    EXPECT_EQ(arabic("قُتل ثمانية جنود. ولم يوثق المرصد سوى ستة."), "8 killed; 6 killed");
    EXPECT_EQ(arabic("قتلوا 21 جندياً. وقال الأول إن القتلى 25، وقال الثاني إنهم 40."), "21 killed; 25 killed; 40 killed");
}

TEST(ArabicFigures, ThatRiseSayOfWhom)
{
    EXPECT_EQ(arabic("وارتفع عدد الجرحى إلى 12."), "12 injured now");
    EXPECT_EQ(arabic("وقال مسؤول إن عدد المصابين ارتفع إلى ستة."), "6 injured now");
    EXPECT_EQ(arabic("وارتفعت حصيلة القتلى إلى سبعة."), "7 killed now");
    EXPECT_EQ(arabic("وارتفع عدد النازحين إلى 3000."), "");
    EXPECT_EQ(arabic("وارتفعت الحصيلة إلى خمسة قتلى و12 جريحاً."), "5 killed now; 12 injured now");
    EXPECT_EQ(arabic("وقال إن عدد القتلى أربعة، بعدما كانت مصادر تحدثت عن مقتل ثلاثة."), "4 killed now; 3 killed at first");
    EXPECT_EQ(arabic("لتصبح الحصيلة خمسة قتلى و12 جريحاً."), "5 killed now; 12 injured now");
}

TEST(ArabicFigures, OfTheLostAreTheDeadOfWhoTellsIt)
{
    EXPECT_EQ(arabic("وقالت الجبهة إنها قتلت 26 جندياً وفقدت تسعة."), "26 killed; 9 killed");
    EXPECT_EQ(arabic("قُتل جنديان وفقد أربعة آخرون."), "2 killed") << "they are missing";
}

TEST(ArabicVictims, AreThoseWhomSomethingSweptAway)
{
    EXPECT_EQ(arabic("انفجر لغم وأودى بجنديين."), "2 killed");
    EXPECT_EQ(arabic("أودى الهجوم بجندي وسائقه."), "2 killed");
    EXPECT_EQ(arabic("أودت المواجهات بثمانية عناصر وخمسة مدنيين."), "13 killed");
    EXPECT_EQ(arabic("أودى الحريق بالمحصول."), "");
    EXPECT_EQ(arabic("أودى انفجار بحياة راعٍ."), "1 killed");
    EXPECT_EQ(arabic("أدى القصف إلى سقوط أم وطفلها."), "2 killed");
    EXPECT_EQ(arabic("سقوط جندي من حصانه."), "");
    EXPECT_EQ(arabic("قنص جندي عاملاً في الحي."), "1 killed");
    EXPECT_EQ(arabic("انتشل الدفاع المدني إحدى عشرة جثة."), "11 killed");
}

TEST(ArabicVictims, AreOneMoreByOrdinalOrAsOthers)
{
    EXPECT_EQ(arabic("قتلوا خمسة حراس، ثم توفي حارس سادس."), "5 killed; 1 killed more");
    EXPECT_EQ(arabic("قُتل جندي وشخص آخر."), "2 killed");
    EXPECT_EQ(arabic("قُتل جندي ومدنيان آخران."), "3 killed");
    EXPECT_EQ(arabic("قُتل جندي وأصيب شخص آخر."), "1 killed; 1 injured");
    EXPECT_EQ(arabic("قُتل ضابط وقُتل معه اثنان من حراسه."), "1 killed; 2 killed more");
    EXPECT_EQ(arabic("استشهد عنصران وجُرح أربعة، توفي أحدهم."), "2 killed; 4 injured; 1 killed more");
    EXPECT_EQ(arabic("قُتل خمسة جنود، مات أحدهم في المستشفى."), "5 killed; 1 killed") << "he is one of the five";
}

TEST(ArabicVictims, AreThoseWhomTheVerbAgreesWith)
{
    EXPECT_EQ(arabic("أطلق شرطيان النار على شاب فمات."), "1 killed");
    EXPECT_EQ(arabic("أطلق ثلاثة جنود النار على عامل فاستشهد."), "1 killed");
    EXPECT_EQ(arabic("وقال المرصد إن ثلاثة جنود قُتلوا."), "3 killed");
    EXPECT_EQ(arabic("أطلق مسلحون النار على شيخ وأصابوه بجروح."), "1 injured");
    EXPECT_EQ(arabic("وقتلت قذيفة منها راعياً وابنته."), "2 killed");
    EXPECT_EQ(arabic("قتل مسلح عاملاً في الحي."), "1 killed");
    EXPECT_EQ(arabic("جُرح ستة رجال، وبين الجرحى عسكري أصيب في الساق."), "6 injured; 1 injured among them");
}

TEST(ArabicVictims, KeepTheirAge)
{
    EXPECT_EQ(arabic("قُتلت طفلة في السابعة ووالدها."), "2 killed");
    EXPECT_EQ(arabic("قُتل فتى في السابعة عشرة من عمره ووالده."), "2 killed");
    EXPECT_EQ(arabic("قُتل رجل في السابعة صباحاً."), "1 killed");
    EXPECT_EQ(arabic("قُتلت طفلة في السابعة وجدها بقصف."), "2 killed");
    EXPECT_EQ(arabic("قُتل راعٍ ووجده الأهالي في المرعى."), "1 killed");
}

TEST(ArabicHurt, AreToldInOtherWords)
{
    EXPECT_EQ(arabic("انفجرت عبوة، ونجا السائق بجروح."), "1 injured");
    EXPECT_EQ(arabic("ونُقل ستة مدنيين إلى المستشفى."), "6 injured");
    EXPECT_EQ(arabic("وأدخل المستشفى 43 مقاتلاً جريحاً."), "43 injured");
    EXPECT_EQ(arabic("ونجا السائق من الهجوم."), "");
    EXPECT_EQ(arabic("ونُقلت ست جثث إلى المستشفى."), "6 killed");
}

TEST(ArabicHurt, AreThoseWhoseLimbsWereCutOffOrBroken)
{
    EXPECT_EQ(arabic("وكسروا ذراع مسعفة."), "1 injured");
    EXPECT_EQ(arabic("قطع المسلحون الطريق."), "");
    EXPECT_EQ(arabic("وقطعوا أيدي خمسة رجال."), "5 injured");
    EXPECT_EQ(arabic("في المستشفى 25 جريحاً من أصل 40 أصيبوا."), "25 injured among them; 40 injured");
}

TEST(ArabicVictims, AreOneMoreByNationality)
{
    EXPECT_EQ(arabic("قُتل أربعة عمال وليبي."), "5 killed");
    EXPECT_EQ(arabic("قتلوا جنديين ومصرياً في السوق."), "3 killed");
    EXPECT_EQ(arabic("قُتل أربعة جنود في قصف تركي وروسي."), "4 killed");
}

TEST(ArabicNumbers, MayCountNobody)
{
    EXPECT_EQ(of_span("قوامها ستة أفراد", Language::arabic), "nothing");
    EXPECT_EQ(of_span("نزوح 12 أسرة", Language::arabic), "nothing");
    EXPECT_EQ(of_span("12 آخرين في عداد المفقودين", Language::arabic), "nothing");
    EXPECT_EQ(of_span("بثلاث رصاصات", Language::arabic), "nothing");
    EXPECT_EQ(of_span("أكثر بستة مما ذكر", Language::arabic), "nothing");
    EXPECT_EQ(of_span("قتل ستة أفراد", Language::arabic), "6 killed");
    EXPECT_EQ(arabic("توفي متعاقد بأزمة قلبية."), "");
    EXPECT_EQ(arabic("أجلت السلطات العالقين، وعددهم سبعون."), "");
}

}  // namespace sitrep::understand
