// Arabic words dates are made of: both families of months, with and without their article, hamzas and ta marbuta folded.
#include "when/meaning.hpp"
#include "when/word_tables.hpp"

#include <array>

namespace sitrep::when {
namespace {

using enum WordClass;
constexpr int of(Unit unit) { return static_cast<int>(unit); }
constexpr int of(Part part) { return static_cast<int>(part); }
constexpr int of(Edge edge_) { return static_cast<int>(edge_); }

constexpr auto list = std::to_array<ListedWord>({
    {"الاثنين", weekday, 1}, {"الثلاثاء", weekday, 2}, {"الثلاثا", weekday, 2}, {"الاربعاء", weekday, 3}, {"الاربعا", weekday, 3},
    {"الخميس", weekday, 4}, {"الجمعه", weekday, 5}, {"السبت", weekday, 6}, {"الاحد", weekday, 7},
    // كانون and تشرين take الأول or الثاني; their values count the first of the pair.
    {"كانون", month, 12}, {"تشرين", month, 10},
    {"يناير", month, 1}, {"جانفي", month, 1}, {"شباط", month, 2}, {"فبراير", month, 2}, {"فيفري", month, 2}, {"اذار", month, 3},
    {"مارس", month_unsure, 3}, {"نيسان", month, 4}, {"ابريل", month, 4}, {"افريل", month, 4}, {"ايار", month, 5}, {"مايو", month, 5},
    {"ماي", month_unsure, 5}, {"حزيران", month, 6}, {"يونيو", month, 6}, {"يونيه", month, 6}, {"جوان", month_unsure, 6},
    {"تموز", month, 7}, {"يوليو", month, 7}, {"يوليوز", month, 7}, {"جويليه", month, 7}, {"اب", month_unsure, 8},
    {"اغسطس", month, 8}, {"غشت", month, 8}, {"اوت", month_unsure, 8}, {"ايلول", month, 9}, {"سبتمبر", month, 9},
    {"شتنبر", month, 9}, {"اكتوبر", month, 10}, {"نوفمبر", month, 11}, {"نونبر", month, 11}, {"ديسمبر", month, 12},
    {"دجنبر", month, 12},
    {"ثلاثه", number, 3}, {"ثلاث", number, 3}, {"اربعه", number, 4}, {"اربع", number, 4}, {"خمسه", number, 5}, {"خمس", number, 5},
    {"سته", number, 6}, {"ست", number, 6}, {"سبعه", number, 7}, {"سبع", number, 7}, {"ثمانيه", number, 8}, {"ثماني", number, 8},
    {"تسعه", number, 9}, {"تسع", number, 9}, {"عشره", number, 10}, {"عشر", number, 10}, {"عشرين", number, 20}, {"ثلاثين", number, 30},
    {"الثلاثه", number, 3}, {"الثلاث", number, 3}, {"الاربعه", number, 4}, {"الخمسه", number, 5}, {"السته", number, 6},
    {"السبعه", number, 7}, {"العشره", number, 10}, {"الاربع", number, 4}, {"الخمس", number, 5}, {"الست", number, 6},
    {"الاول", ordinal, 1}, {"الثاني", ordinal, 2}, {"الثالث", ordinal, 3}, {"الرابع", ordinal, 4}, {"الخامس", ordinal, 5},
    {"السادس", ordinal, 6}, {"السابع", ordinal, 7}, {"الثامن", ordinal, 8}, {"التاسع", ordinal, 9}, {"العاشر", ordinal, 10},
    {"الحادي", ordinal, 11}, {"العشرين", ordinal, 20}, {"الثلاثين", ordinal, 30}, {"العشرون", ordinal, 20},
    {"دقيقه", unit, of(Unit::minute)}, {"دقائق", unit_plural, of(Unit::minute)}, {"دقايق", unit_plural, of(Unit::minute)},
    {"ساعه", unit, of(Unit::hour)}, {"ساعات", unit_plural, of(Unit::hour)}, {"ساعتين", unit_dual, of(Unit::hour)},
    {"الساعات", unit_plural, of(Unit::hour)}, {"يوم", unit, of(Unit::day)}, {"يوما", unit, of(Unit::day)}, {"ايام", unit_plural, of(Unit::day)},
    {"الايام", unit_plural, of(Unit::day)}, {"يومين", unit_dual, of(Unit::day)}, {"يومي", unit_dual, of(Unit::day)},
    {"اليومين", unit_dual, of(Unit::day)}, {"اسبوع", unit, of(Unit::week)}, {"اسبوعا", unit, of(Unit::week)}, {"الاسبوع", unit, of(Unit::week)},
    {"اسابيع", unit_plural, of(Unit::week)}, {"الاسابيع", unit_plural, of(Unit::week)}, {"اسبوعين", unit_dual, of(Unit::week)},
    {"الاسبوعين", unit_dual, of(Unit::week)}, {"شهر", unit, of(Unit::month)}, {"شهرا", unit, of(Unit::month)},
    {"الشهر", unit, of(Unit::month)}, {"اشهر", unit_plural, of(Unit::month)}, {"الاشهر", unit_plural, of(Unit::month)},
    {"شهور", unit_plural, of(Unit::month)}, {"الشهور", unit_plural, of(Unit::month)}, {"شهرين", unit_dual, of(Unit::month)},
    {"الشهرين", unit_dual, of(Unit::month)}, {"عام", unit, of(Unit::year)}, {"عاما", unit, of(Unit::year)}, {"العام", unit, of(Unit::year)},
    {"سنه", unit, of(Unit::year)}, {"السنه", unit, of(Unit::year)}, {"اعوام", unit_plural, of(Unit::year)},
    {"الاعوام", unit_plural, of(Unit::year)}, {"سنوات", unit_plural, of(Unit::year)}, {"السنوات", unit_plural, of(Unit::year)},
    {"عامين", unit_dual, of(Unit::year)}, {"العامين", unit_dual, of(Unit::year)}, {"سنتين", unit_dual, of(Unit::year)},
    {"العقد", unit, of(Unit::decade)}, {"فجر", day_part, of(Part::dawn)}, {"الفجر", day_part, of(Part::dawn)},
    {"صباح", day_part, of(Part::morning)}, {"الصباح", day_part, of(Part::morning)}, {"ضحي", day_part, of(Part::morning)},
    {"ظهر", day_part, of(Part::noon)}, {"الظهر", day_part, of(Part::noon)}, {"ظهيره", day_part, of(Part::noon)},
    {"نهار", day_part, of(Part::none)}, {"صبيحه", day_part, of(Part::morning)}, {"عشيه", day_part, of(Part::evening)},
    {"عصر", day_part, of(Part::afternoon)}, {"مساء", day_part, of(Part::evening)}, {"المساء", day_part, of(Part::evening)},
    {"ليل", day_part, of(Part::night)}, {"ليله", day_part, of(Part::night)}, {"الليل", day_part, of(Part::night)},
    {"الليله", day_part, of(Part::night)}, {"صباحا", part_adverb, of(Part::morning)}, {"ظهرا", part_adverb, of(Part::noon)},
    {"عصرا", part_adverb, of(Part::afternoon)}, {"ليلا", part_adverb, of(Part::night)}, {"فجرا", part_adverb, of(Part::dawn)},
    {"اليوم", relative_day, 0}, {"امس", relative_day, -1}, {"الامس", relative_day, -1}, {"البارحه", relative_day, -1}, {"غدا", relative_day, 1},
    // As people write to each other in Egypt, the Levant, Iraq, the Sudan and the Maghreb.
    {"امبارح", relative_day, -1}, {"مبارح", relative_day, -1}, {"البارح", relative_day, -1}, {"النهارده", relative_day, 0}, {"النهاردا", relative_day, 0},
    {"مطلع", edge, of(Edge::start)}, {"بدايه", edge, of(Edge::start)}, {"بدايات", edge, of(Edge::start)},
    {"اوائل", edge, of(Edge::start)}, {"اوايل", edge, of(Edge::start)}, {"منتصف", edge, of(Edge::middle)},
    {"اواسط", edge, of(Edge::middle)}, {"اواخر", edge, of(Edge::end)}, {"نهايه", edge, of(Edge::end)}, {"ختام", edge, of(Edge::end)},
    {"الربيع", season, 1}, {"ربيع", season, 1}, {"الصيف", season, 2}, {"صيف", season, 2}, {"الخريف", season, 3},
    {"خريف", season, 3}, {"الشتاء", season, 4}, {"شتاء", season, 4}, {"رمضان", holiday, 0}, {"عيد", holiday, 1},
    {"موخرا", vague, 1}, {"حديثا", vague, 1}, {"سابقا", vague, 1}, {"الان", vague, 2}, {"حاليا", vague, 2},
    {"مستقبلا", vague, 3}, {"يوميا", set, 1}, {"اسبوعيا", set, 2}, {"شهريا", set, 3},
    {"شبه", glue, 0}, {"القرن", glue, 0}, {"الموافق", glue, 0},
    {"الماضي", past, 0}, {"الماضيه", past, 0}, {"الماضيين", past, 0}, {"الفائت", past, 0}, {"الفايت", past, 0}, {"الفائته", past, 0},
    {"الفايته", past, 0}, {"الفائتين", past, 0}, {"الفايتين", past, 0}, {"المنصرم", past, 0}, {"المنصرمه", past, 0},
    {"المنصرمين", past, 0}, {"الاخير", past, 0}, {"الاخيره", past, 0}, {"الاخيرين", past, 0}, {"الاخيرتين", past, 0},
    {"المنقضي", past, 0}, {"السابق", past, 1}, {"الجاري", present, 0}, {"الجاريه", present, 0}, {"الحالي", present, 0},
    {"الحاليه", present, 0}, {"هذا", present, 1}, {"هذه", present, 1}, {"المقبل", future, 0}, {"المقبله", future, 0},
    {"القادم", future, 0}, {"القادمه", future, 0}, {"نفسه", same, 0}, {"نفسها", same, 0}, {"ذاته", same, 0}, {"ذاتها", same, 0},
    {"عينه", same, 0}, {"التالي", after, 0}, {"التاليه", after, 0}, {"غداه", after, 1},
    {"في", glue, 0}, {"منذ", glue, 0}, {"خلال", glue, 0}, {"حتي", glue, 0}, {"بين", glue, 0}, {"من", glue, 0}, {"الي", glue, 0},
    {"قبل", glue, 0}, {"بعد", glue, 0}, {"بتاريخ", glue, 0}, {"تاريخ", glue, 0}, {"الساعه", glue, 0}, {"قرابه", glue, 0}, {"نحو", glue, 0},
    {"حوالي", glue, 0}, {"اول", glue, 0}, {"بحلول", glue, 0}, {"اكثر", glue, 0}, {"اقل", glue, 0}, {"عند", glue, 0}, {"كل", glue, 0},
    {"قبلها", glue, 0}, {"بعدها", glue, 0}, {"طوال", glue, 0}, {"ذلك", glue, 0}, {"تلك", glue, 0}, {"نفس", glue, 0}, {"ذات", glue, 0},
    {"يومها", glue, 0}, {"ليلتها", glue, 0},
    {"غد", relative_day, 1}, {"انهارده", relative_day, 0}, {"الاتنين", weekday, 1}, {"ليلتين", unit_dual, of(Unit::day)}, {"ليالي", unit_plural, of(Unit::day)},
    {"ليال", unit_plural, of(Unit::day)}, {"الصبح", day_part, of(Part::morning)}, {"مع", glue, 0}, {"قبيل", glue, 0}, {"بعيد", glue, 0},
    {"قبله", glue, 0}, {"بعده", glue, 0},
    {"قبلهما", glue, 0}, {"بعدهما", glue, 0}, {"قبلهم", glue, 0}, {"بعدهم", glue, 0}, {"عده", glue, 0}, {"بضعه", glue, 0},
});

}  // namespace

std::span<const ListedWord> arabic_words()
{
    return list;
}

}  // namespace sitrep::when
