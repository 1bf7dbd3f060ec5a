// Dates in digits, and how expressions side by side become one.
#include "when/grammar.hpp"

namespace sitrep::when {
namespace {

constexpr int first_year = 1900, first_dated_year = 1000, last_year = 2099;
constexpr int century = 2000;  // "10/05/24"

bool is_separator(const Pieces& pieces, std::size_t i, std::string_view sign)
{
    return pieces.is(i, sign) && !pieces.at(i).space_before && !pieces.at(i + 1).space_before;
}

Match iso_date(const Pieces& pieces, std::size_t i, int year)
{
    const auto sign = pieces.at(i + 1).text;
    const auto month = day_at(pieces, i + 2), day = day_at(pieces, i + 4);
    if (!is_separator(pieces, i + 3, sign) || !month || *month > 12 || !day) return {};
    Meaning out;
    out.parts.year = year;
    out.parts.month = month;
    out.parts.day = day;
    return {i + 5, out};
}

}  // namespace

std::optional<int> year_at(const Pieces& pieces, std::size_t i, bool dated)
{
    const Piece& piece = pieces.at(i);
    if (piece.digits != 4 || piece.number < (dated ? first_dated_year : first_year) || piece.number > last_year) return std::nullopt;
    return piece.number;
}

std::optional<unsigned> day_at(const Pieces& pieces, std::size_t i)
{
    const Piece& piece = pieces.at(i);
    if (piece.digits == 0 || piece.digits > 2 || piece.number < 1 || piece.number > 31) return std::nullopt;
    return static_cast<unsigned>(piece.number);
}

bool is_dash(const Pieces& pieces, std::size_t i)
{
    return pieces.is(i, "-") || pieces.is(i, "–") || pieces.is(i, "—") || pieces.is(i, "‑") || pieces.is(i, "−");
}

Match numeric_date(const Pieces& pieces, std::size_t i)
{
    const auto sign = pieces.at(i + 1).text;
    if (sign != "-" && sign != "/" && sign != ".") return {};
    if (!is_separator(pieces, i + 1, sign)) return {};
    if (const auto year = year_at(pieces, i)) return iso_date(pieces, i, *year);
    const auto first = day_at(pieces, i), second = day_at(pieces, i + 2);
    if (!first || !second || !is_separator(pieces, i + 3, sign)) return {};
    auto year = year_at(pieces, i + 4);
    if (!year && sign == "/" && pieces.at(i + 4).digits == 2) year = century + pieces.at(i + 4).number;
    if (!year || (*first > 12 && *second > 12)) return {};
    const bool month_first = *second > 12;
    Meaning out;
    out.parts.year = year;
    out.parts.day = month_first ? second : first;
    out.parts.month = month_first ? first : second;
    out.order_unsure = *first <= 12 && *second <= 12 && *first != *second;
    return {i + 5, out};
}

bool is_day_level(const Meaning& meaning)
{
    switch (meaning.basis) {
        case Basis::calendar: return meaning.parts.day || meaning.parts.weekday || (meaning.lunar && meaning.lunar->day);
        case Basis::publication:
        case Basis::narrative: return meaning.unit == Unit::day;
        default: return false;
    }
}

namespace {

/// A Hijri date beside another: its weekday, or the same day in the other calendar, which is the surer of the two.
bool join_lunar(Meaning& first, const Meaning& second)
{
    const auto is_day = [](const Meaning& meaning) { return meaning.parts.day && meaning.parts.month; };
    if (first.lunar && second.lunar) return false;
    if (first.lunar && is_day(second)) {
        const auto weekday = first.parts.weekday;
        first = second;
        if (!first.parts.weekday) first.parts.weekday = weekday;
        return true;
    }
    if (first.lunar && second.parts.weekday && first.lunar->day && !first.parts.weekday) {
        first.parts.weekday = second.parts.weekday;
        return true;
    }
    if (!second.lunar || !second.lunar->day) return false;
    if (first.parts.weekday && !first.parts.day) first.lunar = second.lunar;
    return is_day_level(first);
}

}  // namespace

bool join(Meaning& first, const Meaning& second)
{
    const auto takes_clock = [](Meaning& day, const Meaning& clock) {
        if (day.part == Part::none) day.part = clock.part;
        if (day.minute < 0) day.minute = clock.minute;
    };
    if (second.basis == Basis::clock) {
        const bool news = second.minute >= 0 ? first.minute < 0 : first.part == Part::none;
        if (!news || !(is_day_level(first) || first.basis == Basis::clock)) return false;
        takes_clock(first, second);
        return true;
    }
    if (first.basis == Basis::clock) {
        if (!is_day_level(second)) return false;
        Meaning out = second;
        takes_clock(out, first);
        out.frame = first.frame;
        first = out;
        return true;
    }
    if (!is_day_level(first) || first.until) return false;
    if (second.basis == Basis::calendar && (first.lunar || second.lunar)) return join_lunar(first, second);
    if (second.basis != Basis::calendar || second.until || second.frame != Frame::at) return false;
    const bool new_weekday = second.parts.weekday && !first.parts.weekday && !second.parts.day;
    const bool new_day = second.parts.day && !first.parts.day && !(second.parts.weekday && first.parts.weekday);
    if (!new_weekday && !new_day) return false;
    if (new_weekday) {
        first.parts.weekday = second.parts.weekday;
        if (first.toward == Toward::none && first.basis == Basis::calendar) first.toward = second.toward;
        return true;
    }
    const auto weekday = first.parts.weekday;
    first.parts = second.parts;
    if (!first.parts.weekday) first.parts.weekday = weekday;
    if (first.basis == Basis::calendar) first.toward = second.toward;
    first.year_shift = second.year_shift;
    return true;
}

}  // namespace sitrep::when
