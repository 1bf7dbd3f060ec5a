// Dates of the Islamic calendar as texts write them: "14 رمضان 1445 هـ", "شهر رمضان الماضي", "ثاني أيام عيد الأضحى", "14 Ramadan 1445".
#include "when/grammar.hpp"
#include "when/hijri.hpp"

#include <array>

namespace sitrep::when {
namespace {

constexpr unsigned ramadan = 9, shawwal = 10, dhu_al_hijja = 12;
constexpr unsigned month_days_max = 30;

struct MonthName {
    std::string_view first, second;  ///< second: of a name of two words
    unsigned month;
};
constexpr std::array arabic_months{
    MonthName{"محرم", "", 1},          MonthName{"صفر", "", 2},           MonthName{"ربيع", "الاول", 3},     MonthName{"ربيع", "الثاني", 4},
    MonthName{"ربيع", "الاخر", 4},     MonthName{"جمادي", "الاولي", 5},   MonthName{"جمادي", "الاول", 5},    MonthName{"جمادي", "الاخره", 6},
    MonthName{"جمادي", "الثانيه", 6},  MonthName{"جمادي", "الاخر", 6},    MonthName{"رجب", "", 7},           MonthName{"شعبان", "", 8},
    MonthName{"رمضان", "", ramadan},   MonthName{"شوال", "", shawwal},    MonthName{"ذو", "القعده", 11},     MonthName{"ذي", "القعده", 11},
    MonthName{"ذو", "الحجه", dhu_al_hijja}, MonthName{"ذي", "الحجه", dhu_al_hijja}};
constexpr std::array english_months{
    MonthName{"muharram", "", 1},       MonthName{"safar", "", 2},          MonthName{"rajab", "", 7},          MonthName{"shaban", "", 8},
    MonthName{"shaaban", "", 8},        MonthName{"ramadan", "", ramadan},  MonthName{"ramadhan", "", ramadan}, MonthName{"shawwal", "", shawwal}};

/// The month named at `i`, and the piece behind it; the month is 0 where none is named.
struct NamedMonth {
    unsigned month = 0;
    std::size_t end = 0;
};
template <std::size_t Size>
NamedMonth month_at(const Pieces& pieces, std::size_t i, const std::array<MonthName, Size>& names)
{
    for (const auto& name : names) {
        if (!pieces.is(i, name.first)) continue;
        if (name.second.empty()) return {name.month, i + 1};
        if (pieces.is(i + 1, name.second)) return {name.month, i + 2};
    }
    return {};
}

std::optional<int> hijri_year_at(const Pieces& pieces, std::size_t i)
{
    const Piece& piece = pieces.at(i);
    if (piece.digits != 4 || piece.number < hijri_year_min || piece.number > hijri_year_max) return std::nullopt;
    return piece.number;
}

/// "1445", "عام 1445 هـ", "2024" behind a month or feast.
std::size_t year_behind(const Pieces& pieces, std::size_t i, Lunar& lunar)
{
    std::size_t at = i;
    if (pieces.is(at, ",") || pieces.is(at, "،") || pieces.is(at, "of") || pieces.is(at, "in") || pieces.is(at, "من")) ++at;
    if (pieces.is(at, "عام") || pieces.is(at, "العام") || pieces.is(at, "سنه")) ++at;
    if (const auto year = hijri_year_at(pieces, at)) {
        lunar.year = year;
        const bool marked = pieces.is(at + 1, "ه") || pieces.is(at + 1, "هجري") || pieces.is(at + 1, "هجريه") || pieces.is(at + 1, "ah");
        return marked ? at + 2 : at + 1;
    }
    if (const auto year = year_at(pieces, at)) {
        lunar.year = year;
        lunar.year_is_gregorian = true;
        return at + 1;
    }
    return i;
}

/// "الماضي", "الجاري" behind a month.
std::size_t direction_behind(const Pieces& pieces, std::size_t i, Meaning& meaning)
{
    switch (pieces.kind(i)) {
        case WordClass::past: meaning.toward = Toward::past; return i + 1;
        case WordClass::present: meaning.toward = Toward::present; return i + 1;
        case WordClass::future: meaning.toward = Toward::future; return i + 1;
        default: return i;
    }
}

Match of(const Lunar& lunar, std::size_t end)
{
    Match out{end, {}};
    out.meaning.lunar = lunar;
    return out;
}

/// A month with its year or direction. Most of their names are words and given names too: alone, only what follows or leads tells them.
Match with_year(const Pieces& pieces, NamedMonth named, std::optional<unsigned> day, bool is_told)
{
    Lunar lunar{.month = named.month, .day = day};
    Match out = of(lunar, named.end);
    out.end = year_behind(pieces, named.end, *out.meaning.lunar);
    if (out.end == named.end) out.end = direction_behind(pieces, named.end, out.meaning);
    const bool clear = out.meaning.lunar->year && !out.meaning.lunar->year_is_gregorian;
    const bool is_ramadan = named.month == ramadan;
    if (clear || is_told || (is_ramadan && out.end != named.end) || (is_ramadan && day)) return out;
    return {};
}

Match arabic_month(const Pieces& pieces, std::size_t i, bool preposition)
{
    const bool told = pieces.is(i, "شهر");
    const NamedMonth named = month_at(pieces, told ? i + 1 : i, arabic_months);
    return named.month == 0 ? Match{} : with_year(pieces, named, std::nullopt, told || (preposition && named.month == ramadan));
}

Match arabic_day(const Pieces& pieces, std::size_t i)
{
    const std::size_t number = pieces.is(i, "يوم") ? i + 1 : i;
    const auto day = day_at(pieces, number);
    if (!day || *day > month_days_max) return {};
    const bool led = number != i || pieces.is(i - 1, "في") || pieces.is(i - 1, "بتاريخ") || pieces.kind(i - 1) == WordClass::weekday;
    std::size_t at = number + 1;
    if (pieces.is(at, "من")) ++at;
    const bool told = pieces.is(at, "شهر");
    if (told) ++at;
    const NamedMonth named = month_at(pieces, at, arabic_months);
    if (named.month == 0) return {};
    // Without a year: "26 ربيع الأول" can be nothing else, "12 من رجب" needs a word that leads to a date.
    const bool two_words = named.end > at + 1;
    return with_year(pieces, named, day, told || two_words || led);
}

/// عيد الفطر, أول أيام عيد الأضحى, اليوم الثاني من عيد الفطر.
Match arabic_feast(const Pieces& pieces, std::size_t i)
{
    constexpr unsigned fitr_days = 3, adha_days = 4;
    std::size_t at = i;
    std::optional<unsigned> nth;
    const bool first = pieces.is(at, "اول");
    if ((first || pieces.kind(at) == WordClass::ordinal) && (pieces.is(at + 1, "ايام") || pieces.is(at + 1, "يوم"))) {
        nth = first ? 1U : static_cast<unsigned>(pieces.at(at).word.value);
        at += 2;
    } else if ((pieces.is(at, "اليوم") || pieces.is(at, "يوم")) && pieces.kind(at + 1) == WordClass::ordinal && (pieces.is(at + 2, "من") || pieces.is(at + 2, "ل"))) {
        nth = static_cast<unsigned>(pieces.at(at + 1).word.value);
        at += 3;
    } else if (pieces.is(at, "ايام") || pieces.is(at, "يوم") || pieces.is(at, "عطله")) {
        ++at;
    }
    if (!pieces.is(at, "عيد")) return {};
    const bool fitr = pieces.is(at + 1, "الفطر");
    if (!fitr && !pieces.is(at + 1, "الاضحي")) return {};
    Lunar feast{.month = fitr ? shawwal : dhu_al_hijja, .day = fitr ? 1U : 10U, .days = fitr ? fitr_days : adha_days};
    if (nth && *nth > feast.days) return {};
    if (nth) feast = {.month = feast.month, .day = *feast.day + *nth - 1};
    at += 2;
    if (pieces.is(at, "المبارك")) ++at;
    Match out = of(feast, at);
    out.end = year_behind(pieces, at, *out.meaning.lunar);
    if (out.end == at) out.end = direction_behind(pieces, at, out.meaning);
    return out;
}

/// "Eid al-Fitr", "Eid ul Adha"; the piece behind it.
std::size_t english_feast_name(const Pieces& pieces, std::size_t i, bool& fitr)
{
    if (!pieces.is(i, "eid")) return i;
    std::size_t at = i + 1;
    while (is_dash(pieces, at) || pieces.is(at, "al") || pieces.is(at, "ul") || pieces.is(at, "el")) ++at;
    for (const std::string_view name : {"fitr", "al-fitr", "fitir", "adha", "al-adha", "ul-adha", "ul-fitr"})
        if (pieces.is(at, name)) {
            fitr = name.find("fit") != std::string_view::npos;
            return at + 1;
        }
    return i;
}

Match english_feast(const Pieces& pieces, std::size_t i)
{
    constexpr unsigned fitr_days = 3, adha_days = 4;
    std::size_t at = i;
    std::optional<unsigned> nth;
    if (pieces.is(at, "the")) ++at;
    if (pieces.kind(at) == WordClass::ordinal && pieces.is(at + 1, "day") && pieces.is(at + 2, "of")) {
        nth = static_cast<unsigned>(pieces.at(at).word.value);
        at += 3;
        if (pieces.is(at, "the")) ++at;
    }
    bool fitr = false;
    const std::size_t end = english_feast_name(pieces, at, fitr);
    if (end == at) return {};
    Lunar feast{.month = fitr ? shawwal : dhu_al_hijja, .day = fitr ? 1U : 10U, .days = fitr ? fitr_days : adha_days};
    if (nth && *nth > feast.days) return {};
    if (nth) feast = {.month = feast.month, .day = *feast.day + *nth - 1};
    Match out = of(feast, end);
    out.end = year_behind(pieces, end, *out.meaning.lunar);
    return out;
}

}  // namespace

Match arabic_lunar_date(const Pieces& pieces, std::size_t i, bool preposition)
{
    if (auto match = arabic_feast(pieces, i)) return match;
    if (auto match = arabic_day(pieces, i)) return match;
    return arabic_month(pieces, i, preposition);
}

Match english_lunar_date(const Pieces& pieces, std::size_t i, bool preposition)
{
    if (auto match = english_feast(pieces, i)) return match;
    if (const auto day = day_at(pieces, i); day && *day <= month_days_max) {
        const NamedMonth named = month_at(pieces, pieces.is(i + 1, "of") ? i + 2 : i + 1, english_months);
        if (named.month != 0 && pieces.at(named.end - 1).capital)
            if (auto match = with_year(pieces, named, day, false)) return match;
    }
    const std::size_t at = pieces.is(i, "last") || pieces.is(i, "this") ? i + 1 : i;
    const NamedMonth named = month_at(pieces, at, english_months);
    if (named.month == 0 || !pieces.at(at).capital) return {};
    const auto day = day_at(pieces, named.end);
    if (day && *day <= month_days_max && hijri_year_at(pieces, pieces.is(named.end + 1, ",") ? named.end + 2 : named.end + 1))
        return with_year(pieces, {named.month, named.end + 1}, day, false);
    Match out = with_year(pieces, named, std::nullopt, named.month == ramadan && (preposition || at != i));
    if (out && at != i) out.meaning.toward = pieces.is(i, "last") ? Toward::past : Toward::present;
    return out;
}

}  // namespace sitrep::when
