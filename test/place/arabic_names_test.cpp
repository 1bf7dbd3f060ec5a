// Arabic has no capitals: which words behind a noun for a place are its name, and which only tell what it is like.
#include "place/built_gazetteer.hpp"
#include "place/mentions.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace sitrep::place {
namespace {

std::vector<std::string> places_in(const std::string& text)
{
    const auto document = text::Document::parse(text, 0, Language::arabic);
    const auto found = find_places(document, built_gazetteer());
    std::vector<std::string> words;
    for (const auto& mention : found.mentions) words.emplace_back(document.words(mention.span));
    return words;
}

using Words = std::vector<std::string>;

TEST(ArabicNames, PeopleAndVirtuesNameStreetsAndQuarters)
{
    EXPECT_EQ(places_in("قُتل رجل في حي الشيخ رضوان."), Words{"حي الشيخ رضوان"});
    EXPECT_EQ(places_in("انفجرت عبوة في شارع السلطان عبد الحميد."), Words{"شارع السلطان عبد الحميد"});
    EXPECT_EQ(places_in("أغلق الجنود جسر الزيتون."), Words{"جسر الزيتون"});
    EXPECT_EQ(places_in("هاجموا مسجد عمار بن ياسر."), Words{"مسجد عمار بن ياسر"});
    EXPECT_EQ(places_in("قطعوا الطريق صباح اليوم في عاصمة البلاد."), Words{});
}

TEST(ArabicNames, ANameOfSeveralWordsIsNotCut)
{
    EXPECT_EQ(places_in("هاجموا قرية أولاد يعيش."), Words{"أولاد يعيش"});
    EXPECT_EQ(places_in("أصيب طفل في قرية قلب لوزا."), Words{"قلب لوزا"});
    EXPECT_EQ(places_in("وقع الانفجار في قلب المدينة."), Words{});
}

TEST(ArabicNames, AnAdjectiveAgreesWithItsNoun)
{
    EXPECT_EQ(places_in("قُتل راعٍ في قرية تنغي."), Words{"تنغي"});
    EXPECT_EQ(places_in("قُتل راعٍ في قرية تدعى كذا."), Words{});
    EXPECT_EQ(places_in("سقطت قذيفة على حي سكني."), Words{});
    EXPECT_EQ(places_in("سقطت قذائف على قرى مهجورة ومتفرقة."), Words{});
}

TEST(ArabicNames, WhatAThingIsForDoesNotNameIt)
{
    for (const auto* words : {"قُتل رجل داخل مزرعة دواجن.", "قطعوا طريق قافلة.", "أحرقوا محطة وقود.", "لا يوجد مشفى يعمل.", "قصفوا مدرسة ومعلمة.", "انفجرت في مقهى يرتاده الجنود."})
        EXPECT_EQ(places_in(words), Words{}) << words;
    EXPECT_EQ(places_in("وقع الانفجار قرب مقهى الأدباء."), Words{"قرب مقهى الأدباء"});
}

TEST(ArabicNames, AGreetingIsNoVillage)
{
    EXPECT_EQ(places_in("السلام عليكم يا جماعة، قُتل رجل في تعز."), Words{"تعز"});
    EXPECT_EQ(places_in("صباح الخير، قُتل رجل في تعز."), Words{"تعز"});
}

TEST(ArabicNames, WhoIsNamedAfterATownIsNotThere)
{
    EXPECT_EQ(places_in("قتلوا أربعة من عشيرة المشاهدة في الطارمية."), Words{"الطارمية"});
    EXPECT_EQ(places_in("نهبوا مخازن شركة بحلب."), Words{"حلب"}) << "a company in a town";
}

TEST(ArabicNames, WhichPartOfATownBelongsToIt)
{
    EXPECT_EQ(places_in("هاجموا الأطراف الشرقية لمدينة حلب."), Words{"الأطراف الشرقية لمدينة حلب"});
    EXPECT_EQ(places_in("قصفوا الريف الجنوبي لإدلب."), Words{"الريف الجنوبي لإدلب"});
    EXPECT_EQ(places_in("أرسلوا تعزيزات لمدينة حلب."), Words{"حلب"});
    EXPECT_EQ(places_in("وقع الكمين على بعد 30 كيلومتراً جنوبي الموصل."), Words{"30 كيلومتراً جنوبي الموصل"});
    EXPECT_EQ(places_in("هاجموا ثكنة قرب الحدود مع نيجيريا."), Words{"قرب الحدود مع نيجيريا"});
}

TEST(ArabicNames, AStrokeBeforeATownIsNoPartOfIt)
{
    EXPECT_EQ(places_in("قُتل شرطي بـالمكلا."), Words{"المكلا"});
}

}  // namespace
}  // namespace sitrep::place
