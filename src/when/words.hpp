// The words dates are made of, English and Arabic, in normal form.
#pragma once

#include <cstdint>
#include <string_view>

namespace sitrep::when {

enum class WordClass : std::uint8_t {
    none,
    weekday,         ///< value: ISO day of the week
    weekday_short,   ///< "Sun": only in front of a date
    month,           ///< value 1..12
    month_short,     ///< "Jan": only beside a number
    month_unsure,    ///< "may", "march", مارس, آب: only beside a number, or where a preposition says so
    number,          ///< value: two, ten, ثلاثة
    ordinal,         ///< value: third, السابع
    unit,            ///< value: Unit
    unit_plural,     ///< value: Unit
    unit_dual,       ///< value: Unit; Arabic "two days" in one word
    day_part,        ///< value: Part
    part_adverb,     ///< value: Part; صباحاً, مساءً: complete in itself
    relative_day,    ///< value: days from the publication day
    edge,            ///< value: Edge
    season,          ///< value 1..4 from spring; "fall" only where the words around it say so
    holiday,         ///< Ramadan, Eid, Christmas
    lunar_month,     ///< "Muharram"; value 1..12
    vague,           ///< value: Toward; recently, now
    set,             ///< daily
    past,            ///< last, الماضي
    present,         ///< this, الجاري
    future,          ///< next, المقبل
    same,            ///< same, نفسه
    after,           ///< following, التالي
    before,          ///< previous
    glue,            ///< prepositions and articles a date may begin with
};

struct Word {
    WordClass kind = WordClass::none;
    std::int16_t value = 0;
};

/// What a normal form means to the date rules; kind none when it means nothing.
Word word_of(std::string_view normal);

}  // namespace sitrep::when
