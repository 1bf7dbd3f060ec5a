// The numbers of victims that the front ends read by rule, before anything that is learnt weighs them.
#include <gtest/gtest.h>

#include "understand/counted.hpp"

namespace sitrep::understand {

TEST(EnglishCounts, OfThoseListedAddUp)
{
    EXPECT_EQ(english("A farmer and his two sons were shot dead."), "1 killed; 2 killed");
    EXPECT_EQ(english("A farmer, his wife and their three daughters were killed."), "1 killed; 1 killed; 3 killed");
    EXPECT_EQ(english("A bomb killed the driver and his assistant."), "1 killed; 1 killed");
    EXPECT_EQ(english("A bomb killed the mayor and his deputy."), "1 killed; 1 killed");
}

TEST(Counts, OfThoseWhoSharedAFateAddUp)
{
    EXPECT_EQ(english("A colonel of the army was shot dead with two of his guards."), "1 killed; 2 killed");
    EXPECT_EQ(english("A mayor was killed along with four relatives on Sunday."), "1 killed; 4 killed");
    EXPECT_EQ(english("A commander died together with his driver near the bridge."), "1 killed; 1 killed");
    EXPECT_EQ(english("Two soldiers were wounded alongside three civilians."), "2 injured; 3 injured");
    EXPECT_EQ(arabic("قُتل عقيد مع اثنين من حراسه."), "3 killed");
    EXPECT_EQ(arabic("قُتل رئيس البلدية برفقة أربعة من أقاربه."), "5 killed");
    EXPECT_EQ(arabic("أصيب طفل مع والدته."), "2 injured");
}

TEST(Counts, OfThoseWhoWereOnlyThereDoNot)
{
    EXPECT_EQ(english("A farmer was killed with a machete."), "1 killed");
    EXPECT_EQ(english("A policeman was killed in clashes with three gunmen."), "1 killed");
    EXPECT_EQ(english("The general was killed with the help of two soldiers."), "1 killed");
    EXPECT_EQ(english("A guard was killed with two others wounded."), "1 killed; 2 injured");
    EXPECT_EQ(arabic("قُتل جندي في اشتباك مع ثلاثة مسلحين."), "1 killed");
}

TEST(TaggedSpans, OfAnimalsAndPlantsCountNobody)
{
    EXPECT_EQ(of_span("nine sheep", Language::english), "nothing");
    EXPECT_EQ(of_span("230 olive trees", Language::english), "nothing");
    EXPECT_EQ(of_span("14 رأس غنم", Language::arabic), "nothing");
    EXPECT_EQ(of_span("nine sheep farmers", Language::english), "9 killed");
}

TEST(EnglishCounts, BeforeTheirPartsAreWhole)
{
    EXPECT_EQ(english("Three people, including a child, were injured."), "3 injured");
    EXPECT_EQ(english("Five people, among them two women, were wounded."), "5 injured");
}

TEST(EnglishCounts, OfAFamilyAreItsMembers)
{
    EXPECT_EQ(english("A family of six was killed in an air strike."), "6 killed");
    EXPECT_EQ(english("Gunmen killed a family."), "some killed");
}

TEST(EnglishCounts, AreOfPeople)
{
    EXPECT_EQ(english("A mine killed a shepherd and 40 of his sheep."), "1 killed");
    EXPECT_EQ(english("Attackers hacked a couple to death."), "2 killed");
}

TEST(EnglishCounts, OfNobodyAreZero)
{
    EXPECT_EQ(english("Shells hit the town without causing casualties."), "0 killed; 0 injured");
    EXPECT_EQ(english("Shells hit the town without any injuries."), "0 injured");
}

TEST(EnglishCounts, OfBothAreTwo)
{
    EXPECT_EQ(english("Gunmen opened fire on two young men, killing both."), "2 killed");
    EXPECT_EQ(english("The blast killed both soldiers and civilians.").substr(0, 4), "some");
    EXPECT_EQ(english("One seller and both his sons are dead."), "1 killed; 2 killed");
    EXPECT_EQ(english("Gunmen shot dead both his wife and his daughter."), "1 killed; 1 killed");
    EXPECT_EQ(of_span("both the driver and his passenger", Language::english).substr(0, 1), "2");
}

TEST(EnglishCounts, OfThoseTakenOrHurtAndThenKilledAreTheSame)
{
    EXPECT_EQ(english("Three shepherds were abducted and later killed."), "3 taken; 3 killed");
    EXPECT_EQ(english("Nine men were abducted from a bus and killed near Noshki."), "9 taken; 9 killed");
    EXPECT_EQ(english("Three men were abducted in Konduga and two farmers killed."), "3 taken; 2 killed");
    EXPECT_EQ(english("Gunmen kidnapped a teacher in Konduga and two farmers were killed."), "1 taken; 2 killed");
    EXPECT_EQ(english("A farmer and his two sons were kidnapped and then shot dead."), "1 taken; 1 killed; 2 taken; 2 killed");
    EXPECT_EQ(english("Two soldiers were wounded and four were killed."), "2 injured; 4 killed");
}

TEST(EnglishCounts, OfThoseNamedByAPronounAreThoseBefore)
{
    EXPECT_EQ(english("Gunmen seized two oil workers and then shot them dead."), "2 taken; 2 killed");
    EXPECT_EQ(english("Gunmen opened fire on a judge, killing him."), "1 killed");
    EXPECT_EQ(english("Militants abducted a teacher. They later killed him."), "1 taken; 1 killed");
    EXPECT_EQ(english("Two gunmen wounded three people before police shot them dead."), "3 injured") << "whom the police shot is not told";
}

TEST(EnglishCounts, OfAnotherAreAddedWhereItMetTheSameFate)
{
    EXPECT_EQ(english("One officer died on the spot and another on the way to hospital."), "1 killed; 1 killed");
    EXPECT_EQ(english("A sniper killed two people in the market and three near the bridge."), "2 killed; 3 killed");
    EXPECT_EQ(english("A sniper killed two soldiers and three near the bridge."), "2 killed; 3 killed");
    EXPECT_EQ(english("A mine killed three in the field and 20 in an attack last month."), "3 killed");
    EXPECT_EQ(english("A sniper killed one man in the market and another in the street was wounded.").find("1 killed; 1 killed"), std::string::npos);
}

TEST(EnglishCounts, OfAWholeAreNotThatOfItsPart)
{
    EXPECT_EQ(english("Four of the 18 passengers were wounded."), "4 injured");
    EXPECT_EQ(english("The mayor, his driver and one of his two bodyguards were gunned down."), "1 killed; 1 killed; 1 killed");
    EXPECT_EQ(english("The mayor of Tumaco, his driver and one of his two bodyguards were gunned down."), "1 killed; 1 killed; 1 killed");
}

TEST(EnglishCounts, OfDeniedVictimsAreZero)
{
    EXPECT_EQ(english("No civilian was hurt in the raid."), "0 injured");
    EXPECT_EQ(english("No guest or guard was killed in the attack.").substr(0, 8), "0 killed");
}

TEST(EnglishCounts, OfThoseLostAreDead)
{
    EXPECT_EQ(english("The army lost two soldiers in the ambush."), "2 killed");
    EXPECT_EQ(english("The blast left five people dead and wounded 12 others."), "5 killed; 12 injured");
    EXPECT_EQ(english("The attack left ten people dead or wounded."), "10 killed or injured") << "nobody says how many of them are dead";
}

TEST(EnglishCounts, OfFurtherOnesComeOnTop)
{
    EXPECT_EQ(english("Gunmen killed seven soldiers, and two others died in hospital."), "7 killed; 2 killed more");
    EXPECT_EQ(english("Three miners died on the spot and a fourth succumbed to his wounds."), "3 killed; 1 killed more");
    EXPECT_EQ(english("Gunmen killed seven soldiers. Two more died in hospital."), "7 killed; 2 killed more");
    EXPECT_EQ(english("Gunmen killed seven soldiers, and another 20 died in hospital."), "7 killed; 20 killed more");
    EXPECT_EQ(english("A bomb killed three people. A further five succumbed to their wounds."), "3 killed; 5 killed more");
    EXPECT_EQ(english("Gunmen killed seven soldiers. Two more died when a building collapsed."), "7 killed; 2 killed") << "of something else";
    EXPECT_EQ(english("Gunmen killed seven soldiers and wounded two others."), "7 killed; 2 injured") << "the two are not dead";
    EXPECT_EQ(english("Three miners died on the spot and a sixth succumbed to his wounds."), "3 killed") << "of the sixth nobody knows how many went before";
}

TEST(EnglishCounts, OfOneWhoServesInAForceAreOne)
{
    EXPECT_EQ(english("An officer in the Iraqi army and a soldier were killed."), "1 killed; 1 killed");
    EXPECT_EQ(english("Two members of the police and the army were killed."), "2 killed");
}

TEST(EnglishCounts, OfChildrenToldByAWord)
{
    EXPECT_EQ(english("A father and his twin girls were wounded."), "1 injured; 2 injured");
    EXPECT_EQ(english("A couple and their only child were killed."), "2 killed; 1 killed");
    EXPECT_EQ(english("Twin bombings killed four people."), "4 killed");
}

TEST(EnglishCounts, OfThoseLedAwayAndShotAreDead)
{
    EXPECT_EQ(english("Nine passengers were led away and shot."), "9 killed");
    EXPECT_EQ(english("A grandmother, her son and an infant did not survive the air raid."), "1 killed; 1 killed; 1 killed");
}

TEST(EnglishCounts, OfAWholeStandBeforePartsToldBehindThem)
{
    EXPECT_EQ(english("All eleven people aboard, five gendarmes among them, were killed by a bomb."), "11 killed");
    EXPECT_EQ(english("Officers beat off an assault without suffering any casualties."), "0 killed; 0 injured");
}

TEST(EnglishCounts, LeaveOutWhoSpeaksAndWhatComesNext)
{
    EXPECT_EQ(english("The blast killed three soldiers, an Iraqi army officer said."), "3 killed");
    EXPECT_EQ(english("Clashes killed three civilians and an Iraqi army vehicle was burned."), "3 killed");
    EXPECT_EQ(english("Gunmen killed a cleric, a member of Hamas."), "1 killed");
    EXPECT_EQ(english("Gunmen killed a woman, the only doctor of the village."), "1 killed");
    EXPECT_EQ(english("Gunmen killed seven soldiers, two officers among them."), "7 killed");
    EXPECT_EQ(english("Eleven people, five gendarmes among them, were killed."), "11 killed");
    EXPECT_EQ(english("A man was led away and shot in the leg."), "");
}

TEST(EnglishCounts, OfAnotherStoryComeOnTopOfNothing)
{
    EXPECT_EQ(english("Two suicide bombers died and five others were killed.").find("more"), std::string::npos) << "the two were attackers";
    EXPECT_EQ(english("Gunmen killed three people, days after two others were killed."), "3 killed; 2 killed");
    EXPECT_EQ(english("Militants killed four soldiers while two others were killed in Kirkuk."), "4 killed; 2 killed");
    EXPECT_EQ(english("Gunmen killed three people; police killed two others.").find("more"), std::string::npos);
    EXPECT_EQ(english("Twelve people were killed in the first blast; two others died in the second."), "12 killed; 2 killed");
}

TEST(ArabicCounts, BetweenTwoNumbersAreARange)
{
    EXPECT_EQ(arabic("قتل المسلحون ثلاثة أو أربعة جنود."), "3-4 killed");
    EXPECT_EQ(arabic("أدى الهجوم إلى مقتل ما بين 10 و12 جندياً."), "10-12 killed");
    EXPECT_EQ(arabic("قُتل 7 إلى 9 جنود في الهجوم."), "7-9 killed");
    EXPECT_EQ(arabic("قُتل بين 20 و30 جندياً في الهجوم."), "20-30 killed");
}

TEST(ArabicCounts, ThatRiseAreNoRange) { EXPECT_EQ(arabic("ارتفع عدد القتلى من 5 إلى 7 جنود."), "7 killed now"); }

TEST(ArabicCounts, OfThoseListedAddUp)
{
    EXPECT_EQ(arabic("قُتل رجل وزوجته وابنهما برصاص مسلحين."), "3 killed");
    EXPECT_EQ(arabic("أدى الانفجار إلى مقتل سائقها ومساعده."), "2 killed");
    EXPECT_EQ(arabic("قُتل 3 جنود و5 مدنيين بانفجار."), "8 killed");
    EXPECT_EQ(arabic("قُتل مدرّس وابنتاه ومعهم حارس المدرسة بعبوة ناسفة."), "4 killed");
}

TEST(ArabicCounts, OfSoldiersAndPoliceTogetherAddNobody)
{
    EXPECT_EQ(arabic("قُتل 22 جندياً وشرطياً في هجوم."), "22 killed");
    EXPECT_EQ(arabic("قتل المسلحون 5 نساء و6 رجال وطفلاً."), "12 killed");
}

TEST(ArabicCounts, OfSpecialForcesAreNoLightning)
{
    EXPECT_EQ(arabic("قُتل ثلاثة من عناصر قوات الصاعقة في بنغازي."), "3 killed");
    EXPECT_EQ(arabic("قُتل أربعة مدنيين وانهار منزلهم جراء قصف جوي."), "4 killed");
    EXPECT_EQ(arabic("لم يُقتل سوى جنديين في الهجوم."), "2 killed");
}

TEST(ArabicCounts, OfAHerderAreOne)
{
    EXPECT_EQ(arabic("قضى راعي ماعز بانفجار قنبلة."), "1 killed");
    EXPECT_EQ(arabic("راعي إبل قُتل بانفجار لغم."), "1 killed");
    EXPECT_EQ(arabic("مقتل مدير مدرسة وزوجته بهجوم."), "2 killed");
}

TEST(ArabicCounts, OfOneFamilyAddNobody) { EXPECT_EQ(arabic("قُتل أربعة مدنيين من عائلة واحدة بقصف مدفعي."), "4 killed"); }

TEST(ArabicCounts, OfTwoBodiesAreTwo)
{
    EXPECT_EQ(arabic("عُثر على جثتين مقتولتين بالرصاص."), "2 killed");
    EXPECT_EQ(arabic("عُثر على جثة رجل مقتول بالرصاص."), "1 killed");
}

TEST(ArabicCounts, KnowTradesAndKin)
{
    EXPECT_EQ(arabic("أصيب مستوطنان بإطلاق نار."), "2 injured");
    EXPECT_EQ(arabic("قُتل حارس وحفيده بالرصاص."), "2 killed");
    EXPECT_EQ(arabic("قُتلت ممرضة وأصيب مصور بقصف."), "1 killed; 1 injured");
}

TEST(ArabicCounts, KnowThoseToldBesideTheFirst)
{
    EXPECT_EQ(arabic("أدى الانفجار إلى مقتل رجل وزوجته وطفليه."), "4 killed");
    EXPECT_EQ(arabic("إصابة جندي بجروح خطيرة وآخر بجروح طفيفة."), "2 injured");
    EXPECT_EQ(arabic("قتل مسلحون شرطيين اثنين وأصابوا ثالثاً."), "2 killed; 1 injured");
    EXPECT_EQ(arabic("لقي 6 أشخاص مصرعهم وأصيب 4 في الهجوم."), "6 killed; 4 injured");
}

TEST(ArabicCounts, OfAFamilyAreItsMembers)
{
    EXPECT_EQ(arabic("قُتلت عائلة من خمسة أفراد بقصف."), "5 killed");
    EXPECT_EQ(arabic("قُتلت عائلة بقصف."), "some killed");
}

TEST(ArabicCounts, OfALifeTakenAreOne)
{
    EXPECT_EQ(arabic("انفجر لغم يودي بحياة راعٍ."), "1 killed");
    EXPECT_EQ(arabic("وقوع إصابتين في صفوف المدنيين."), "2 injured");
}

TEST(ArabicCounts, OfNobodyAreZero)
{
    EXPECT_EQ(arabic("سقط صاروخ على القاعدة من دون أن يوقع قتلى أو جرحى."), "0 killed; 0 injured");
    EXPECT_EQ(arabic("قصفت القوات المطار ولم يسقط قتلى ولا جرحى."), "0 killed; 0 injured");
    EXPECT_EQ(arabic("لم يُقتل أحد، لكن تسعة عمال جُرحوا بقنبلة."), "0 killed; 9 injured");
    EXPECT_EQ(arabic("سقط صاروخ على القرية ولم يسقط أي قتيل ولا جريح."), "0 killed; 0 injured");
    EXPECT_EQ(arabic("قصفت القوات المطار دون وقوع خسائر مادية."), "");
    EXPECT_EQ(arabic("فككت الفرق عبوة ناسفة دون وقوع إصابات."), "");
    EXPECT_EQ(arabic("لم تسجل إصابات خطيرة بالقصف."), "");
    EXPECT_EQ(arabic("انفجرت عبوة ولم تُعرف حصيلة القتلى."), "");
    EXPECT_EQ(arabic("إن ثلاثة لا غير قُتلوا في التفجير."), "3 killed");
    EXPECT_EQ(of_span("ثلاثة لا غير", Language::arabic).substr(0, 1), "3");
}

TEST(ArabicCounts, StandBeforeAVerbThatAgreesWithThem)
{
    EXPECT_EQ(arabic("صيادان قُتلا وثلاثة في عداد المفقودين بعد هجوم."), "2 killed");
    EXPECT_EQ(arabic("قُتل جنديان من الجيش وأحد عشر مقاتلاً من التنظيم."), "13 killed");
    EXPECT_EQ(arabic("جنديان من الجيش وأحد عشر مقاتلاً من التنظيم قُتلوا في اشتباكات."), "13 killed");
}

TEST(ArabicCounts, OfThoseNamedByAPronounAreThoseBefore)
{
    EXPECT_EQ(arabic("خطف عناصر داعش راعيين ثم ذبحوهما."), "2 taken; 2 killed");
    EXPECT_EQ(arabic("أطلقوا النار على ستة رعاة فقتلوهم."), "6 killed");
    EXPECT_EQ(arabic("أصاب المسلحون ثلاثة جنود قبل أن تقتلهم الشرطة."), "3 injured") << "whom the police killed is not told";
}

TEST(ArabicCounts, StandBehindThoseTheyCount)
{
    EXPECT_EQ(arabic("قُتل رجل وأطفاله الثلاثة بقصف مدفعي."), "4 killed");
    EXPECT_EQ(arabic("مقتل امرأة وبناتها الأربع في غارة جوية."), "5 killed");
    EXPECT_EQ(arabic("أصيب ركاب الحافلة الخمسة بانفجار عبوة."), "5 injured");
}

TEST(ArabicCounts, OfFurtherOnesComeOnTop)
{
    EXPECT_EQ(arabic("قُتل جندي وثلاثة آخرون بانفجار لغم."), "4 killed");
    EXPECT_EQ(arabic("قتل المسلحون سبعة جنود، وتوفي اثنان آخران في المستشفى."), "7 killed; 2 killed more");
    EXPECT_EQ(arabic("قُتل جندي وأصيب ثلاثة آخرون بانفجار لغم."), "1 killed; 3 injured");
    EXPECT_EQ(arabic("قُتل جندي وثلاثة آخرون أصيبوا بانفجار لغم."), "1 killed; 3 injured");
}

TEST(ArabicCounts, OfOneWhoServesInAForceAddThoseBesideHim)
{
    EXPECT_EQ(arabic("مقتل ضابط في الجيش وجندي بهجوم."), "2 killed");
    EXPECT_EQ(arabic("قُتل قيادي في حركة الشباب ومرافقه بغارة جوية."), "2 killed");
    EXPECT_EQ(arabic("قتل المسلحون شيخاً في السبعين وحفيديه."), "3 killed");
    EXPECT_EQ(arabic("قُتل 11 دركياً ومدنياً واحداً في كمين."), "12 killed");
}

TEST(ArabicCounts, OfAListAddTradesThatNoLexiconHas)
{
    EXPECT_EQ(arabic("قتل مسلحون معلماً وزوجته وبستانياً."), "3 killed");
    EXPECT_EQ(arabic("قُتلت أسرة كاملة، أب وأم وأربعة أطفال، في غارة جوية."), "6 killed");
    EXPECT_EQ(arabic("أودى لغم بحياة سائق حافلة وثلاثة متقاعدين."), "4 killed");
}

TEST(ArabicCounts, StandBehindTheActToldBefore)
{
    EXPECT_EQ(arabic("هاجم مسلحون النقطة، وقُتل في الهجوم حارسان وأصيب في الهجوم ثلاثة."), "2 killed; 3 injured");
    EXPECT_EQ(arabic("قُتل ثلاثة حراس بالرصاص، ثم لحق بهم زميل رابع متأثراً بجراحه."), "3 killed; 1 killed more");
}

TEST(ArabicCounts, OfTwoAreToldByTheirVerb)
{
    EXPECT_EQ(arabic("عاملا نظافة قُتلا بقنبلة."), "2 killed");
    EXPECT_EQ(arabic("قُتل عنصر واحد بقصف."), "1 killed");
    EXPECT_EQ(arabic("إن عنصراً واحداً قُتل بالقصف."), "1 killed");
}

TEST(ArabicCounts, OfThoseWhoHaveDiedSinceAreAmongTheNewTotal)
{
    EXPECT_EQ(arabic("فارق جندي آخر الحياة متأثراً بجراحه، ليصبح عدد قتلى الهجوم ثلاثة."), "1 killed among them; 3 killed now");
    EXPECT_EQ(arabic("هجوم على المفرزة. والحصيلة الأخيرة 17 دركياً وثلاثة مدنيين."), "20 killed");
}

TEST(ArabicCounts, AreNotMadeOfFamiliesTakenForVerbs) { EXPECT_EQ(arabic("أسرة جندي تتلقى العزاء."), "") << "أسرة is no أسره"; }

TEST(ArabicCounts, AreNotReadIntoOtherWords)
{
    EXPECT_EQ(arabic("الوزراء يردون على النائب في البرلمان."), "") << "they answer";
    EXPECT_EQ(arabic("قُتل خمسة أشخاص وتحديداً في حي الزهور."), "5 killed");
    EXPECT_EQ(arabic("قتل مسلحون شاباً مهذباً ومحبوباً."), "1 killed");
    EXPECT_EQ(arabic("قُتل ركاب السيارات الثلاث بانفجار."), "some killed") << "there are three cars";
    EXPECT_EQ(arabic("قتل مدنيون السبعة صباحاً بقصف."), "some killed") << "at seven in the morning";
    EXPECT_EQ(arabic("مقتل جندي في الجيش ومحافظ نينوى يدين الهجوم."), "1 killed");
    EXPECT_EQ(arabic("قُتل رجل لم يؤذ أحداً في حياته بقصف مدفعي."), "1 killed");
}

TEST(ArabicCounts, OfOthersWhoFaredOtherwiseAddNobody)
{
    EXPECT_EQ(arabic("قُتل مدني وخمسة آخرون جرحى بقصف.").substr(0, 8), "1 killed");
    EXPECT_EQ(arabic("مقتل مدني وثلاثة آخرين في عداد المفقودين."), "1 killed");
    EXPECT_EQ(arabic("بعد يوم من مقتل 20 شخصاً قُتل 5 آخرون في هجوم.").find("more"), std::string::npos);
    EXPECT_EQ(arabic("قُتل ثلاثة جنود ليصبح عدد الجرحى 12.").find("12 killed"), std::string::npos);
    EXPECT_EQ(arabic("قُتل جندي ليصبح عدد القتلى 40 جندياً منذ بداية العام.").find("now"), std::string::npos);
}

TEST(ArabicCounts, OfWhatTheVillagesSay)
{
    EXPECT_EQ(arabic("انقتل تلات عساكر واتصاب تنين برصاص مسلحين."), "3 killed; 2 injured");
    EXPECT_EQ(arabic("أصابت المسيرة سيارة مدنية."), "") << "the car is civilian, and nobody is hurt";
}

TEST(ArabicCounts, OfNobodyHarmedAreZero)
{
    EXPECT_EQ(arabic("انفجرت عبوة بسيارة وجرحت ثلاثة ممرضين ولم تقتل أحداً."), "3 injured; 0 killed");
    EXPECT_EQ(arabic("سقوط صاروخي كاتيوشا داخل المعسكر، دون أن يسفر ذلك عن قتلى أو جرحى."), "0 killed; 0 injured");
}

TEST(ArabicCounts, OfDeadAndHurtTogetherAreNeither) { EXPECT_EQ(arabic("سقط ثلاثة عشر شخصاً بين قتيل وجريح بانفجار."), "13 killed or injured"); }

TEST(SpansOfTolls, ThatListPeopleCountAllOfThem)
{
    EXPECT_EQ(of_span("him and his son", Language::english).substr(0, 1), "2");
    EXPECT_EQ(of_span("its owner, his brother and two guards", Language::english).substr(0, 1), "4");
    EXPECT_EQ(of_span("a farmer and his two sons", Language::english).substr(0, 1), "3");
    EXPECT_EQ(of_span("two men and women", Language::english).substr(0, 1), "2") << "women without their number add none";
}

TEST(SpansOfTolls, ThatAWordOfChangePartsAreTwo)
{
    const auto changed = [](std::string_view words, Language language) {
        const Told report = told("Report\n" + std::string(words), language, "2024-03-05");
        const auto document = text::Document::parse(report.report.document, report.report.text_begin, language);
        std::vector<TollCue> tolls;
        add_changed_tolls(document, {}, tolls);
        std::string all;
        for (const TollCue& toll : tolls) all += (all.empty() ? "" : "; ") + in_figures(toll);
        return all;
    };
    EXPECT_EQ(changed("The death toll has risen from nine to thirteen.", Language::english), "9 killed at first; 13 killed now");
    EXPECT_EQ(changed("خفّضت الوزارة حصيلة القتلى من 14 إلى 11.", Language::arabic), "14 killed at first; 11 killed now");
    EXPECT_EQ(changed("Estimates of the dead range from 12 to 15.", Language::english), "");
    EXPECT_EQ(changed("The toll rose from seven people to nine.", Language::english), "7 killed at first; 9 killed now");
    EXPECT_EQ(changed("The attack killed five and oil prices rose from 30 to 35 dollars.", Language::english), "");
    EXPECT_EQ(changed("بعد هجوم خلف قتلى تراجعت الليرة من 1500 إلى 3000.", Language::arabic), "");
    EXPECT_EQ(changed("ارتفع عدد القتلى من 3 إلى 5 والجرحى من 10 إلى 15.", Language::arabic), "3 killed at first; 5 killed now; 10 injured at first; 15 injured now");
    EXPECT_EQ(changed("The number of flights was raised from nine to thirteen.", Language::english), "");
}

TEST(SpansOfTolls, OfAnArabicDualAreTwo)
{
    EXPECT_EQ(of_span("جنديين", Language::arabic).substr(0, 1), "2");
    EXPECT_EQ(of_span("مقاتلين", Language::arabic).substr(0, 4), "some") << "may be two or more";
}

TEST(SpansOfTolls, ThatLieBetweenTwoNumbersAreARange)
{
    EXPECT_EQ(of_span("10 or 11", Language::english).substr(0, 5), "10-11");
    EXPECT_EQ(of_span("between five and eight people", Language::english).substr(0, 3), "5-8");
    EXPECT_EQ(of_span("ثلاثة أو أربعة", Language::arabic).substr(0, 3), "3-4");
    EXPECT_EQ(of_span("a hundred and five", Language::english).substr(0, 4), "105 ");
}

}  // namespace sitrep::understand
