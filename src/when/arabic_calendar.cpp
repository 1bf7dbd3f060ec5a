// Arabic days, months, years and weekdays: "الثلاثاء 3 أيار/مايو", "السابع من أكتوبر", "في كانون الأول الماضي", "عام 2014".
#include "when/grammar.hpp"

namespace sitrep::when {
namespace {

constexpr unsigned month_days_max = 31;

bool is_month(const Pieces& pieces, std::size_t i)
{
    const auto kind = pieces.kind(i);
    return pieces.at(i).arabic && (kind == WordClass::month || kind == WordClass::month_unsure);
}

/// One month name; كانون and تشرين need their number. Leaves `month` empty when there is none.
std::size_t month_name(const Pieces& pieces, std::size_t i, std::optional<unsigned>& month)
{
    month.reset();
    if (!is_month(pieces, i)) return i;
    const auto value = static_cast<unsigned>(pieces.at(i).word.value);
    const bool paired = pieces.is(i, "كانون") || pieces.is(i, "تشرين");
    if (!paired) {
        month = value;
        return i + 1;
    }
    if (pieces.is(i + 1, "الاول") || pieces.is(i + 1, "اول")) {
        month = value;
        return i + 2;
    }
    if (pieces.is(i + 1, "الثاني") || pieces.is(i + 1, "ثاني")) {
        month = value % 12 + 1;
        return i + 2;
    }
    return i;
}

/// The same month by its other name: "أيار/مايو", "أبريل (نيسان)", "أبريل نيسان".
std::size_t second_name(const Pieces& pieces, std::size_t i, unsigned month)
{
    const bool bracket = pieces.is(i, "(");
    const std::size_t from = bracket || pieces.is(i, "/") || is_dash(pieces, i) ? i + 1 : i;
    std::optional<unsigned> again;
    const std::size_t end = month_name(pieces, from, again);
    if (again != month) return i;
    if (bracket && !pieces.is(end, ")")) return i;
    return bracket ? end + 1 : end;
}

Toward toward_at(const Pieces& pieces, std::size_t i)
{
    switch (pieces.kind(i)) {
        case WordClass::past: return Toward::past;
        case WordClass::present: return pieces.at(i).word.value == 0 ? Toward::present : Toward::none;
        case WordClass::future: return Toward::future;
        default: return Toward::none;
    }
}

/// "2024", "من عام 2024", "العام الماضي", "الجاري" behind a month.
std::size_t year_or_direction(const Pieces& pieces, std::size_t i, Meaning& meaning)
{
    std::size_t at = i;
    if (pieces.is(at, "،") || pieces.is(at, ",")) ++at;
    if (pieces.is(at, "من")) ++at;
    const bool word = pieces.is(at, "عام") || pieces.is(at, "العام") || pieces.is(at, "سنه") || pieces.is(at, "السنه");
    if (word) ++at;
    if (const auto year = year_at(pieces, at)) {
        meaning.parts.year = year;
        return at + 1;
    }
    const auto kind = pieces.kind(at);
    if (word && (kind == WordClass::same || kind == WordClass::after)) {  // "من العام نفسه"
        meaning.story_year = kind == WordClass::after ? 1 : 0;
        return at + 1;
    }
    const Toward toward = toward_at(pieces, at);
    if (toward == Toward::none || (at != i && !word)) return i;
    if (word)
        meaning.year_shift = toward == Toward::past ? -1 : toward == Toward::future ? 1 : 0;
    else
        meaning.toward = toward;
    return at + 1;
}

/// A month with what follows it.
Match month_phrase(const Pieces& pieces, std::size_t i)
{
    std::optional<unsigned> month;
    std::size_t at = pieces.is(i, "شهر") ? i + 1 : i;
    at = month_name(pieces, at, month);
    if (!month) return {};
    Match out;
    out.meaning.parts.month = month;
    out.end = year_or_direction(pieces, second_name(pieces, at, *month), out.meaning);
    return out;
}

/// A day of the month: "12", "السابع", "الحادي عشر", "السابع والعشرين"; the piece after it.
std::size_t day_of_month(const Pieces& pieces, std::size_t i, std::optional<unsigned>& day)
{
    const std::size_t number = pieces.is(i, "ال") ? i + 1 : i;  // "الـ12 من أيار"
    day = day_at(pieces, number);
    if (day) return number + 1;
    if (pieces.kind(i) != WordClass::ordinal) return i;
    auto value = static_cast<unsigned>(pieces.at(i).word.value);
    std::size_t at = i + 1;
    if (pieces.is(at, "عشر")) {
        value = value == 11 ? value : value + 10;
        ++at;
    } else if (pieces.kind(at) == WordClass::ordinal && pieces.at(at).conjunction && pieces.at(at).word.value >= 20) {
        value = (value == 11 ? 1 : value) + static_cast<unsigned>(pieces.at(at).word.value);
        ++at;
    }
    if (value > month_days_max) return i;
    day = value;
    return at;
}

/// "الشهر الجاري", "الشهر نفسه", "من الشهر", "منه": the month behind a day, said by pointing.
Match pointed_month(const Pieces& pieces, std::size_t i)
{
    if (pieces.is(i, "منه")) {
        Match out{i + 1, {}};
        out.meaning.unit = Unit::month;
        return out;
    }
    if (!pieces.is(i, "الشهر")) return {};
    Match out{i + 2, {}};
    out.meaning.unit = Unit::month;
    if (const auto toward = toward_at(pieces, i + 1); toward != Toward::none) {
        out.meaning.toward = toward;
        return out;
    }
    if (pieces.kind(i + 1) != WordClass::same) out.end = i + 1;
    return out;
}

/// "الأسبوع الأول من الشهر", "الربع الثاني منه": an ordinal of another thing than a day.
bool counts_another_thing(const Pieces& pieces, std::size_t i)
{
    return i > 0 && pieces.at(i).word.kind == WordClass::ordinal && pieces.kind(i - 1) != WordClass::glue && pieces.kind(i - 1) != WordClass::day_part && !pieces.is(i - 1, "يوم");
}

/// "قتلوا يوم 16 ثلاثة": a day of the month told last; "في 16،" only where nothing behind it is counted. No word stands before the first (`i - 1` wraps).
bool is_bare_day(const Pieces& pieces, std::size_t i, std::size_t end)
{
    if (pieces.is(i, "يوم") || pieces.is(i - 1, "يوم")) return pieces.at(end - 1).digits > 0 && !pieces.is(end, "/") && !is_dash(pieces, end) && !pieces.is(end, ".");
    return pieces.is(i - 1, "في") && pieces.at(i).digits > 0 && (pieces.is(end, "،") || pieces.at(end).text.empty());
}

/// "12 آذار", "12 من آذار 2023", "22 – 28 تشرين الأول", "في الرابع من الشهر نفسه".
Match day_month(const Pieces& pieces, std::size_t i)
{
    std::optional<unsigned> first, second;
    std::size_t at = day_of_month(pieces, pieces.is(i, "يوم") ? i + 1 : i, first);
    if (!first) return {};
    const bool range = is_dash(pieces, at) || pieces.is(at, "الي") || pieces.is(at, "حتي");
    const bool pair = pieces.at(at).conjunction || (pieces.is(at, "و"));
    if (range || pair) {
        const std::size_t from = range || pieces.is(at, "و") ? at + 1 : at;
        const std::size_t end = day_of_month(pieces, from, second);
        if (second) at = end;
    }
    const bool of = pieces.is(at, "من");
    if (of) ++at;
    auto out = month_phrase(pieces, at);
    const bool digits = pieces.at(at - 1).digits > 0;
    const bool led = i > 0 && (pieces.kind(i - 1) == WordClass::glue || pieces.kind(i - 1) == WordClass::day_part || pieces.is(i, "يوم") || pieces.is(i - 1, "يوم"));
    if (!out && (of || (pieces.is(at, "منه") && (led || !digits))) && !counts_another_thing(pieces, i)) out = pointed_month(pieces, at);
    if (!out && !of && !second && is_bare_day(pieces, i, at)) {
        out.end = at;
        out.meaning.unit = Unit::month;
    }
    if (!out) return {};
    out.meaning.parts.day = first;
    if (second && *second > *first) {
        out.meaning.until = out.meaning.parts;
        out.meaning.until->day = second;
    }
    return out;
}

/// "بتاريخ 12/5": only behind the word for "dated", elsewhere it is a fraction or a score.
Match day_and_month_in_digits(const Pieces& pieces, std::size_t i)
{
    const bool led = pieces.is(i - 1, "بتاريخ") || pieces.is(i - 1, "تاريخ");
    const bool slash = pieces.is(i + 1, "/") || pieces.is(i + 1, "-");
    const auto day = day_at(pieces, i), month = day_at(pieces, i + 2);
    if (!led || !slash || !day || !month || *month > 12 || pieces.is(i + 3, "/") || is_dash(pieces, i + 3)) return {};
    Match out{i + 3, {}};
    out.meaning.parts.day = day;
    out.meaning.parts.month = month;
    return out;
}

bool names_years(const Pieces& pieces, std::size_t i)
{
    return pieces.is(i, "عام") || pieces.is(i, "العام") || pieces.is(i, "سنه") || pieces.is(i, "السنه") || pieces.is(i, "عامي");
}

/// "قبل الميلاد", "ق.م": the piece after it, or `i`.
std::size_t after_era(const Pieces& pieces, std::size_t i)
{
    if (pieces.is(i, "قبل") && pieces.is(i + 1, "الميلاد")) return i + 2;
    if (pieces.is(i, "ق") && pieces.is(i + 1, ".") && pieces.is(i + 2, "م")) return i + 3;
    return i;
}

/// "عام 480 قبل الميلاد".
Match before_christ(const Pieces& pieces, std::size_t i)
{
    const std::size_t at = names_years(pieces, i) ? i + 1 : i;
    const std::size_t end = after_era(pieces, at + 1);
    if (end == at + 1 || pieces.at(at).digits == 0 || pieces.at(at).digits > 4) return {};
    Match out{end, {}};
    out.meaning.unit = Unit::year;
    out.meaning.parts.year = pieces.at(at).number;
    out.meaning.before_christ = true;
    return out;
}

/// "القرن التاسع عشر", "القرن الرابع قبل الميلاد".
Match century(const Pieces& pieces, std::size_t i)
{
    constexpr unsigned centuries_max = 21, years_per_century = 100;
    if (!pieces.is(i, "القرن")) return {};
    std::optional<unsigned> number;
    const std::size_t end = day_of_month(pieces, i + 1, number);
    if (!number || *number > centuries_max) return {};
    Match out{after_era(pieces, end), {}};
    out.meaning.unit = Unit::century;
    out.meaning.parts.year = static_cast<int>((*number - 1) * years_per_century);
    out.meaning.before_christ = out.end != end;
    out.meaning.aside = true;
    return out;
}

/// "صيف عام 2014", "الصيف الماضي"; a season alone is also a name.
Match season(const Pieces& pieces, std::size_t i)
{
    if (pieces.kind(i) != WordClass::season || !pieces.at(i).arabic) return {};
    Match out;
    out.meaning.unit = Unit::season;
    out.meaning.ordinal = static_cast<unsigned>(pieces.at(i).word.value);
    out.end = year_or_direction(pieces, i + 1, out.meaning);
    return out.end != i + 1 ? out : Match{};
}

/// "عام 2014", "خلال 2023", "2014-2017", "بين 2014 و2017"; the word for "year" stands before any year.
Match year(const Pieces& pieces, std::size_t i, bool preposition)
{
    const bool named = names_years(pieces, i);
    const std::size_t at = named ? i + 1 : i;
    const auto first = year_at(pieces, at, named);
    if (!first) return {};
    Match out{at + 1, {}};
    out.meaning.parts.year = first;
    const bool two = is_dash(pieces, at + 1) || pieces.is(at + 1, "و") || pieces.is(at + 1, "الي");
    const auto last = two ? year_at(pieces, at + 2, named) : std::nullopt;
    if (last && *last > *first) {
        out.meaning.until = Parts{.year = last, .month = {}, .day = {}, .weekday = {}};
        out.end = at + 3;
        return out;
    }
    const bool in_brackets = pieces.is(i - 1, "(") && pieces.is(i + 1, ")");
    return named || preposition || in_brackets ? out : Match{};
}

}  // namespace

Match arabic_calendar(const Pieces& pieces, std::size_t i, bool preposition)
{
    if (auto match = day_and_month_in_digits(pieces, i)) return match;
    if (auto match = numeric_date(pieces, i)) return match;
    if (auto match = day_month(pieces, i)) return match;
    if (auto match = month_phrase(pieces, i)) {
        const bool unsure = pieces.kind(i) == WordClass::month_unsure;
        const bool split = unsure && pieces.at(i).preposition;  // "في باب محلهما": a door, and no August
        const bool certain = match.meaning.parts.year || match.meaning.toward != Toward::none || match.end > i + 1;
        return unsure && !certain && (!preposition || split) ? Match{} : match;
    }
    if (auto match = before_christ(pieces, i)) return match;
    if (auto match = century(pieces, i)) return match;
    if (auto match = season(pieces, i)) return match;
    return year(pieces, i, preposition);
}

Match arabic_weekday(const Pieces& pieces, std::size_t i)
{
    const std::size_t at = pieces.is(i, "يوم") || pieces.is(i, "يومي") || pieces.is(i, "ايام") ? i + 1 : i;
    if (pieces.kind(at) != WordClass::weekday || !pieces.at(at).arabic) return {};
    Match out{at + 1, {}};
    out.meaning.parts.weekday = static_cast<unsigned>(pieces.at(at).word.value);
    const auto& next = pieces.at(at + 1);
    const bool several = pieces.is(i, "يومي") || pieces.is(i, "ايام") || pieces.is(i - 1, "بين");
    if (several && next.conjunction && next.word.kind == WordClass::weekday) {
        while (pieces.at(out.end).conjunction && pieces.kind(out.end) == WordClass::weekday) ++out.end;
        out.meaning.until = Parts{.year = {}, .month = {}, .day = {}, .weekday = static_cast<unsigned>(pieces.at(out.end - 1).word.value)};
    }
    if (const auto toward = toward_at(pieces, out.end); toward != Toward::none) {
        out.meaning.toward = toward;
        ++out.end;
    }
    return out;
}

}  // namespace sitrep::when
