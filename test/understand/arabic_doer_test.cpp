// Who is said to have done it in Arabic reports, and how that is known, one fact a test.
#include "understand/told.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace sitrep::understand {

namespace {

Account first_account(std::string_view marked)
{
    const Understanding said = understood(marked, Language::arabic);
    EXPECT_FALSE(said.accounts.empty()) << marked;
    return said.accounts.empty() ? Account{} : said.accounts.front();
}

PerpetratorStatus status(std::string_view marked)
{
    return first_account(marked).perpetrator.status;
}

bool speaks(const Account& account, std::string_view words)
{
    return std::ranges::any_of(account.attribution, [&](const Attribution& source) { return source.text == words; });
}

}  // namespace

TEST(ArabicAccusations, TheAccuserSpeaksAndTheAccusedDidIt)
{
    const Account account =
        first_account("خبر\nأطلق مسلحون النار {date 2024-06-12|أمس} على سيارة في {place تدمر|settlement|Homs|SY} فقُتل رجل. واتهم "
            "المجلس المحلي قسد بالهجوم.");

    EXPECT_EQ(account.perpetrator.name, "SDF");
    EXPECT_EQ(account.perpetrator.status, PerpetratorStatus::attributed);
    EXPECT_TRUE(speaks(account, "المجلس المحلي"));
}

TEST(ArabicAccusations, AnArmyAccusesAGroup)
{
    const Account account =
        first_account("خبر\nقُتل أربعة بتفجير سيارة {date 2024-06-12|أمس} في {place عفرين|settlement|Aleppo|SY}. واتهمت وزارة الدفاع "
            "التركية وحدات حماية الشعب.");

    EXPECT_EQ(account.perpetrator.name, "YPG");
    EXPECT_FALSE(speaks(account, "وزارة الدفاع التركية وحدات حماية الشعب"));
}

TEST(ArabicAccusations, TheAccuserMayStandBeforeTheVerb)
{
    const Account account = first_account("خبر\nقُتل ثلاثة رجال {date 2024-06-12|أمس} قرب {place الشحيل|settlement|Deir ez-Zor|SY}. والسكان "
        "يتهمون قسد بقتلهم.");

    EXPECT_EQ(account.perpetrator.name, "SDF");
    EXPECT_FALSE(speaks(account, "قسد"));
}

TEST(ArabicAccusations, BlameIsLaidInOtherWords)
{
    const Account account =
        first_account("خبر\nقُتل شرطي بانفجار عبوة {date 2024-06-12|أمس} في {place كركوك|settlement|Kirkuk|IQ}. وألقت الشرطة باللوم "
            "على تنظيم الدولة.");

    EXPECT_EQ(account.perpetrator.name, "ISIS");
    EXPECT_EQ(account.perpetrator.status, PerpetratorStatus::attributed);
}

TEST(ArabicAccusations, CarryingArmsBlamesNobody)
{
    EXPECT_EQ(status("خبر\nهاجم مجهولون يحملون بنادق {date 2024-06-12|أمس} بيتاً في {place تدمر|settlement|Homs|SY} وقتلوا راعياً."),
        PerpetratorStatus::unknown);
}

TEST(ArabicGunmen, MenOfATribeAreAttributed)
{
    EXPECT_EQ(status("خبر\nهاجم مسلحون من عشيرة البوحمد {date 2024-06-12|أمس} بيتاً في {place هيت|settlement|Anbar|IQ} وقتلوا رجلين."),
        PerpetratorStatus::attributed);
}

TEST(ArabicGunmen, UnknownMenOnMotorcyclesAreUnknown)
{
    EXPECT_EQ(status("خبر\nقتل مسلحون مجهولون على دراجة نارية {date 2024-06-12|أمس} رجلاً في {place هيت|settlement|Anbar|IQ}."),
        PerpetratorStatus::unknown);
}

TEST(ArabicOwnVoice, ASpokesmanTellsWhatHisMenDid)
{
    const Account account =
        first_account("خبر\nقال المتحدث باسم جيش الإسلام إن مقاتليه قصفوا {date 2024-06-12|أمس} معسكراً في {place "
            "دوما|settlement|Rif Dimashq|SY} وقتلوا جندياً.");

    EXPECT_EQ(account.perpetrator.name, "Jaysh al-Islam");
    EXPECT_EQ(account.perpetrator.status, PerpetratorStatus::claimed);
}

TEST(ArabicOwnVoice, AForceAnnouncesItsOperation)
{
    EXPECT_EQ(status("خبر\nأعلن الجيش المصري قتل سبعة إرهابيين {date 2024-06-12|أمس} قرب {place العريش|settlement|North Sinai|EG}."),
        PerpetratorStatus::claimed);
    EXPECT_EQ(status("خبر\nقال قائد الشرطة إن ضباطه أوقفوا {date 2024-06-12|أمس} خمسة رجال في {place كركوك|settlement|Kirkuk|IQ}."),
        PerpetratorStatus::claimed);
}

TEST(ArabicOwnVoice, WhatWitnessesTellIsNoClaim)
{
    EXPECT_NE(status("خبر\nقالت مصادر محلية إن طائراته قصفت {date 2024-06-12|أمس} حياً في {place دوما|settlement|Rif Dimashq|SY} وقتلت "
        "طفلين."), PerpetratorStatus::claimed);
}

TEST(ArabicClaims, AGroupThatNoRegisterKnowsClaimsForItself)
{
    const Account account = first_account(
        "خبر\nأطلق مسلحون قذائف هاون {date 2024-06-12|أمس} على ثكنة في {place بنش|settlement|Idlib|SY} فقُتل جندي. وأعلنت جماعة "
            "سيوف الحق مسؤوليتها عن القصف.");

    EXPECT_EQ(account.perpetrator.text, "جماعة سيوف الحق");
    EXPECT_EQ(account.perpetrator.status, PerpetratorStatus::claimed);
}

TEST(ArabicClaims, TrafficIsNoGroup)
{
    const Account account = first_account("خبر\nقُتل رجلان بانفجار عبوة {date 2024-06-12|أمس} في {place كركوك|settlement|Kirkuk|IQ}، وتوقفت "
        "حركة السير ساعات.");

    EXPECT_EQ(account.perpetrator.status, PerpetratorStatus::unknown);
}

TEST(ArabicClaims, ADenialIsNoClaim)
{
    EXPECT_NE(status("خبر\nقُتل أربعة بقصف {date 2024-06-12|أمس} على {place عفرين|settlement|Aleppo|SY}. وأنكرت وحدات حماية الشعب "
        "القصف."), PerpetratorStatus::claimed);
    EXPECT_NE(status("خبر\nقُتل أربعة بقصف {date 2024-06-12|أمس} على {place عفرين|settlement|Aleppo|SY}. وقالت قسد إنها ليست وراء "
        "القصف."), PerpetratorStatus::claimed);
}

TEST(ArabicClaims, ADeniedResponsibilityIsNoClaim)
{
    EXPECT_NE(status("خبر\nقُتل أربعة بقصف {date 2024-06-12|أمس} على {place عفرين|settlement|Aleppo|SY}."
        " ونفت قسد مسؤوليتها عن القصف."), PerpetratorStatus::claimed);
    EXPECT_NE(status("خبر\nقُتل أربعة بتفجير {date 2024-06-12|أمس} في {place عفرين|settlement|Aleppo|SY}."
        " ولم يعلن داعش مسؤوليته عن التفجير."), PerpetratorStatus::claimed);
    EXPECT_EQ(status("خبر\nقُتل أربعة بتفجير {date 2024-06-12|أمس} في {place عفرين|settlement|Aleppo|SY}."
        " وأعلن داعش مسؤوليته عن التفجير."), PerpetratorStatus::claimed);
}

TEST(ArabicGunmen, WhoCarryArmsAreNobodyKnown)
{
    EXPECT_EQ(status("خبر\nقتل مسلحون مدججون بالسلاح "
        "ثلاثة مزارعين {date 2024-06-12|أمس} قرب {place عفرين|settlement|Aleppo|SY}."), PerpetratorStatus::unknown);
    EXPECT_EQ(status("خبر\nقتل مسلحون من خارج البلدة "
        "ثلاثة مزارعين {date 2024-06-12|أمس} قرب {place عفرين|settlement|Aleppo|SY}."), PerpetratorStatus::unknown);
    EXPECT_EQ(status("خبر\nهاجم رجلان مسلحان بسكاكين "
        "متجراً {date 2024-06-12|أمس} في {place عفرين|settlement|Aleppo|SY} وقتلا بائعاً."), PerpetratorStatus::unknown);
    EXPECT_EQ(status("خبر\nقتل فصيل مسلح ثلاثة مزارعين {date 2024-06-12|أمس} قرب {place عفرين|settlement|Aleppo|SY}."), PerpetratorStatus::unknown);
}

namespace {

// The first account of a report in which @ stands for a town.
Account account_of(std::string_view words)
{
    const Understanding said = understood_in_town(words, Language::arabic);
    EXPECT_FALSE(said.accounts.empty()) << words;
    return said.accounts.empty() ? Account{} : said.accounts.front();
}

Perpetrator doer(std::string_view words)
{
    return account_of(words).perpetrator;
}

}  // namespace

TEST(ArabicNames, TheReportsOwnWordsForAGroupAreKept)
{
    const Perpetrator cell = doer("هاجم مسلحو داعش نقطة للجيش في @ أمس وقتلوا جندياً.");
    EXPECT_EQ(cell.name, "ISIS");
    EXPECT_EQ(cell.local_name, "داعش");
    EXPECT_EQ(doer("هاجم تنظيم الدولة نقطة للجيش في @ أمس وقتل جندياً.").local_name, "تنظيم الدولة");
    EXPECT_EQ(doer("قصفت مليشيات الحوثي حياً سكنياً في @ أمس فقُتل طفل."
        " وقال السكان إن الحوثي يقصفهم.").local_name, "مليشيات الحوثي");
}

TEST(ArabicNames, AGroupThatIsOnlyPointedAtHasItsName)
{
    const Perpetrator group = doer("قال سكان في @ إن داعش دخل البلدة أمس. وقتل التنظيم رجلين.");

    EXPECT_EQ(group.name, "ISIS");
    EXPECT_NE(group.local_name, "التنظيم");
}

TEST(ArabicNames, TwoSidesOfAClashAreBothTold)
{
    EXPECT_EQ(doer("قُتل أربعة في اشتباكات بين مسلحين "
        "من التبو ومسلحين من الطوارق في @ أمس.").text, "مسلحين من التبو ومسلحين من الطوارق");
}

TEST(ArabicNames, OfASideOfStateAndAnotherTheOtherIsToldInAClash)
{
    EXPECT_EQ(doer("قُتل خمسة في اشتباكات بين الشرطة ومهربي مخدرات في @ أمس.").text, "مهربي مخدرات");
    EXPECT_EQ(doer("دارت معارك بين فصائل المعارضة وقوات النظام في @ أمس وقُتل تسعة.").text, "فصائل المعارضة");
    EXPECT_EQ(doer("اشتبك خفر السواحل مع مهربي وقود في @ أمس وأصيب اثنان.").text, "مهربي وقود");
}

TEST(ArabicNames, TwoGroupsThatFightEachOtherAreJoined)
{
    const Perpetrator both = doer("قُتل ثلاثة في اشتباكات بين عناصر من حركة أمل وآخرين من حزب الله في @ أمس.");

    EXPECT_EQ(both.local_name, "حركة أمل / حزب الله");
    EXPECT_EQ(both.name, "Amal Movement / Hezbollah");
    EXPECT_EQ(doer("اندلع قتال بين عشيرتي الحلاف وبني مالك في @ أمس وقُتل شاب.").text, "عشيرتي الحلاف وبني مالك");
}

TEST(ArabicNames, TwoGroupsThatDidItTogetherAreBothNamed)
{
    EXPECT_EQ(doer("هاجمت جبهة النصرة وداعش حواجز الجيش في @ أمس وقُتل 14 جندياً.").local_name, "جبهة النصرة / داعش");
    EXPECT_EQ(doer("هاجم داعش الجيش والحشد الشعبي في @ أمس وقُتل أربعة.").local_name, "داعش");
}

TEST(ArabicNames, WhoTellsWhatItsOwnMenDidIsNamed)
{
    const Perpetrator ministry = doer("قالت وزارة الداخلية المصرية إن قواتها داهمت أمس مزرعة في @ وقتلت سبعة مسلحين.");

    EXPECT_EQ(ministry.text, "وزارة الداخلية المصرية");
    EXPECT_EQ(ministry.status, PerpetratorStatus::claimed);
    EXPECT_NE(doer("قال الدفاع المدني إن عناصره انتشلوا أمس جثث خمسة قتلى بعد غارة على @.").text, "الدفاع المدني");
    EXPECT_NE(doer("قالت قسد إن قواتها تعرضت لهجوم شنه داعش أمس في @ وقُتل مقاتلان.").name, "SDF");
}

TEST(ArabicNames, WhomForcesArrestOrBombDidNotDoIt)
{
    EXPECT_EQ(doer("كشفت وكالة الاستخبارات أمس عن القبض على خمسة متهمين بالانتماء إلى داعش في @.").text, "وكالة الاستخبارات");
    EXPECT_NE(doer("قصفت طائرات أمس معسكرات لتنظيم داعش في @ فقُتل سبعة.").name, "ISIS");
}

TEST(ArabicNames, WordsBesideANameAreNoneOfIt)
{
    EXPECT_EQ(doer("تظاهر مئات أمام القنصلية التركية في @ أمس وأحرقوا علماً.").text, "مئات");
    EXPECT_EQ(doer("زرع مسلحو الشباب عبوة ناسفة قرب @ أمس فقُتل عشرة.").local_name, "الشباب");
}

TEST(ArabicCleared, AGroupThatDeniesItAndThatNobodyAccusesIsUnnamed)
{
    EXPECT_EQ(doer("قال متحدث لتنظيم داعش إن التنظيم ليس وراء التفجير الذي ضرب @ أمس وقتل خمسة.").name, "");
    EXPECT_EQ(doer("اتهمت الشرطة حركة الشباب بتفجير مقهى في @ أمس قتل سبعة، وقال متحدث باسم الحركة إن الحركة ليست وراء الهجوم.").name, "al-Shabaab");
}

TEST(ArabicCleared, ASuicideBomberAloneIsUnknown)
{
    EXPECT_EQ(doer("فجّر انتحاري نفسه أمس قرب دورية في @ وقُتل شرطي.").status, PerpetratorStatus::unknown);
}

TEST(ArabicNames, APairOfForeignAircraftNamesItsState)
{
    EXPECT_EQ(doer("أغارت طائرتان روسيتان أمس على سوق في @ فقُتل ثلاثة مدنيين.").name, "Russia");
    EXPECT_EQ(doer("قُتل راعيان في غارة فرنسية قرب @ أمس.").name, "French army");
}

TEST(ArabicCleared, MutualBlameNamesNobody)
{
    EXPECT_EQ(doer("قُتل خمسة مدنيين بقصف على سوق في @ أمس. وتبادل الجيش والدعم السريع الاتهام بالقصف.").name, "");
    EXPECT_EQ(doer("قُتل خمسة مدنيين بقصف على سوق في @ أمس. واتهم الجيش الدعم السريع بالقصف.").name, "RSF");
}

TEST(ArabicCleared, DoubtAndSilenceNameNobody)
{
    EXPECT_EQ(doer("قُتل ثلاثة مدنيين في غارة على "
        "@ أمس، ولم يُعرف ما إذا كانت الطائرة للتحالف الدولي أم لقوات النظام.").name, "");
    EXPECT_EQ(doer("قُتل ثلاثة مدنيين في غارة على @ أمس. ولم يصدر عن التحالف الدولي أي إعلان.").name, "");
    EXPECT_EQ(doer("قُتل بائع طعناً في @ أمس. وقالت الشرطة إن لا شبهة تربط القاتل بداعش.").name, "");
}

TEST(ArabicNames, TheNationOfTheVictimsOrOfTheWeaponDidNothing)
{
    for (const auto* words : {"أصيب خمسة جنود أتراك بقصف على نقطة في @ أمس.", "قُتل جنديان إسرائيليان في @ أمس.", "اختُطف سائق في @ أمس في ثاني اختطاف فرنسي.",
                              "قُتل طفل في @ أمس بانفجار قنبلة فرنسية من مخلفات الحرب.", "قصف مسلحون حرس الحدود التركي في @ أمس.", "هاجم مسلحون الجيش السوداني في @ أمس.",
                              "أعلن البنتاغون إصابة جندي بهجوم في @ أمس."}) {
        EXPECT_EQ(doer(words).name, "") << words;
    }
    EXPECT_EQ(doer("هاجم جنود أتراك قرية في @ أمس وقتلوا رجلين.").name, "Turkey");
    EXPECT_EQ(doer("أطلق جنود إسرائيليون النار على شاب في @ أمس فقُتل.").name, "Israel");
}

TEST(ArabicCleared, WhoDidItStaysBehindADoubtASilenceOrADenial)
{
    EXPECT_EQ(doer("لم يعلق الحوثيون على غارة أمريكية قتلت أربعة في @ أمس.").name, "United States");
    EXPECT_EQ(doer("لم يُعرف ما إذا كان الجنود الذين قتلهم داعش في @ أمس أسرى.").name, "ISIS");
    EXPECT_EQ(doer("لا علاقة لحماس بالتفجير الذي نفذه داعش في @ أمس.").name, "ISIS");
    EXPECT_EQ(doer("نفت الداخلية هروب السجناء قائلة إن مسلحي داعش هاجموا السجن في @ أمس وقتلوا ثلاثة.").name, "ISIS");
}

TEST(ArabicCleared, BlamedForNoDeedIsNoDoer)
{
    EXPECT_EQ(doer("قُتل رجلان في شجار بين عائلتين في @ أمس. واتهمت فتح حماس بالتغاضي عن الفوضى.").name, "");
}

TEST(ArabicAccusations, TheSentenceBehindMayAccuse)
{
    const Perpetrator accused = doer("قُتل ثلاثة مزارعين برصاص مسلحين في @ أمس. وتتهم الحكومة جماعة نصرة الإسلام والمسلمين.");

    EXPECT_EQ(accused.name, "JNIM");
    EXPECT_EQ(accused.status, PerpetratorStatus::attributed);
}

TEST(ArabicOwnVoice, WhenItSaidSoMayStandBetween)
{
    EXPECT_EQ(doer("أطلق مسلحون النار على حاجز في @ أمس فأصيب جندي."
        " وأعلنت كتائب القسام في وقت لاحق أنها أطلقت النار على الحاجز.").status,
        PerpetratorStatus::claimed);
}

TEST(ArabicOwnVoice, AForceThatExplainsTheDeedDidIt)
{
    EXPECT_EQ(doer("قُتل رجل في غارة إسرائيلية على سيارة في @ أمس."
        " وقال الجيش الإسرائيلي إن المستهدف قيادي ميداني.").status, PerpetratorStatus::claimed);
    const Perpetrator pentagon = doer("أعلن البنتاغون أن طائرتين أمريكيتين قصفتا أمس مستودعاً قرب @ فقُتل ثلاثة مسلحين.");
    EXPECT_EQ(pentagon.name, "United States");
    EXPECT_EQ(pentagon.status, PerpetratorStatus::claimed);
}

TEST(ArabicOwnVoice, AGroupThatShowsOrBoastsOfItClaimsIt)
{
    EXPECT_EQ(doer("قُتل أربعة جنود في هجوم لداعش على نقطة في @ أمس. ونشر التنظيم صوراً للهجوم.").status, PerpetratorStatus::claimed);
    EXPECT_EQ(doer("قُتل أربعة شرطيين في كمين لطالبان في @ أمس. وتباهى الناطق باسم طالبان بالكمين.").status, PerpetratorStatus::claimed);
}

TEST(ArabicOwnVoice, WhoCallsTheDoersItsOwnTellsItsOwnDeed)
{
    EXPECT_EQ(doer("اعتقلت قواتنا شخصين في @ أمس بتهمة نقل أسلحة.").status, PerpetratorStatus::claimed);
    EXPECT_EQ(doer("استهدف مجاهدونا أمس آلية للعدو شرق @ وقتلوا من فيها.").status, PerpetratorStatus::claimed);
}

TEST(ArabicOwnVoice, WhoCallsTheStruckItsOwnClaimsNothing)
{
    EXPECT_EQ(doer("هاجم داعش نقطة لقواتنا في @ أمس وقتل اثنين من مقاتلينا.").status, PerpetratorStatus::attributed);
    EXPECT_EQ(doer("قصف الجيش التركي أمس قرية في ريف @ وأصيب ثلاثة من قواتنا.").status, PerpetratorStatus::attributed);
}

TEST(ArabicOwnVoice, WhatOthersSayOfOursOrWhatIsDeniedIsNoClaim)
{
    EXPECT_NE(doer("قُتل ثلاثة في قصف على ريف @ أمس. وقال الناطق إن قواتنا لم تقصف القرية.").status, PerpetratorStatus::claimed);
    EXPECT_NE(doer("قُتل ثلاثة في قصف على ريف @ أمس. واتهم ناشط قواتنا بقصف القرية.").status, PerpetratorStatus::claimed);
    EXPECT_NE(doer("قال أحد السكان إن قواتنا قصفت قرية في ريف @ أمس فقتلت ثلاثة.").status, PerpetratorStatus::claimed);
    EXPECT_NE(doer("تظاهر سكان في @ أمس ورشقوا قواتنا بالحجارة.").status, PerpetratorStatus::claimed);
}

TEST(ArabicClaims, WhoSaysThatItIsNotBehindItClaimsNothing)
{
    EXPECT_NE(doer("قُتل ثلاثة بتفجير سيارة في @ أمس."
        " وقال متحدث باسم داعش إن التنظيم ليس وراء التفجير.").status, PerpetratorStatus::claimed);
}

TEST(ArabicProtests, AGroupNamedElsewhereProtestsNot)
{
    EXPECT_NE(doer("خرج أهالي @ أمس في تظاهرة طالبوا فيها بالخدمات. وكان داعش قد انسحب من البلدة قبل أعوام.").name, "ISIS");
}

TEST(ArabicDoers, StandBetweenTheVerbAndItsObject)
{
    EXPECT_EQ(doer("قتل خمسة جنود تسعة مزارعين في @ أمس.").text, "خمسة جنود");
    EXPECT_EQ(doer("قتل شرطي متظاهراً في @ أمس.").text, "شرطي");
    EXPECT_EQ(doer("قتل عنصران من داعش راعياً في @ أمس.").name, "ISIS");
    EXPECT_EQ(doer("قتل خمسة جنود في هجوم على @ أمس.").text, "");
}

}  // namespace sitrep::understand
