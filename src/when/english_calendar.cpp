// English days, months and years: "10 May 2024", "May 10-12", "in October last year", "the first week of May".
#include "when/grammar.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace sitrep::when {
namespace {

bool is_month(const Pieces& pieces, std::size_t i)
{
    const auto kind = pieces.kind(i);
    return kind == WordClass::month || ((kind == WordClass::month_short || kind == WordClass::month_unsure) && pieces.at(i).capital);
}

std::size_t after_stop(const Pieces& pieces, std::size_t i)
{
    return pieces.kind(i) == WordClass::month_short && pieces.is(i + 1, ".") ? i + 2 : i + 1;
}

std::size_t after_ordinal_sign(const Pieces& pieces, std::size_t i)
{
    const auto text = pieces.at(i).text;
    const bool sign = text == "st" || text == "nd" || text == "rd" || text == "th";
    return sign && !pieces.at(i).space_before ? i + 1 : i;
}

/// "-12", "to 12", "and 12" after a day; up to but not including the result.
std::size_t read_second_day(const Pieces& pieces, std::size_t i, bool range, std::optional<unsigned>& second)
{
    const bool joined = is_dash(pieces, i) || pieces.is(i, "and") || (range && (pieces.is(i, "to") || pieces.is(i, "until")));
    if (!joined || !day_at(pieces, i + 1)) return i;
    second = day_at(pieces, i + 1);
    return after_ordinal_sign(pieces, i + 2);
}

/// "since January 12 people": a plain noun behind the number.
bool counts_something(const Pieces& pieces, std::size_t i)
{
    const Piece& next = pieces.at(i);
    const bool word = !next.text.empty() && next.text.front() >= 'a' && next.text.front() <= 'z';
    return word && !next.capital && next.word.kind == WordClass::none && next.text != "when" && next.text != "and" && next.text != "as" && next.text != "to";
}

void set_range(Meaning& meaning, std::optional<unsigned> first, std::optional<unsigned> second)
{
    meaning.parts.day = first;
    if (!second || *second <= *first) return;
    meaning.until = meaning.parts;
    meaning.until->day = second;
}

/// "third", "twenty-first", "4th": the day of a month as an ordinal, and the piece after it.
std::size_t ordinal_day(const Pieces& pieces, std::size_t i, std::optional<unsigned>& day)
{
    constexpr unsigned twenty = 20, days_max = 31;
    day.reset();
    if (const auto digits = day_at(pieces, i); digits && after_ordinal_sign(pieces, i + 1) != i + 1) {
        day = digits;
        return i + 2;
    }
    const Piece& piece = pieces.at(i);
    const auto value = static_cast<unsigned>(piece.word.value);
    if (piece.arabic) return i;
    if (piece.word.kind == WordClass::ordinal && value <= days_max) {
        day = value;
        return i + 1;
    }
    const bool tens = piece.word.kind == WordClass::number && value >= twenty && is_dash(pieces, i + 1) && pieces.kind(i + 2) == WordClass::ordinal;
    if (!tens || value + static_cast<unsigned>(pieces.at(i + 2).word.value) > days_max) return i;
    day = value + static_cast<unsigned>(pieces.at(i + 2).word.value);
    return i + 3;
}

/// Whether what stands behind "on the 12th" is no noun of which it is the twelfth: "on the 5th floor", "on the 28th Brigade".
bool counts_no_noun(const Pieces& pieces, std::size_t i, bool opens_sentence)
{
    constexpr std::array<std::string_view, 18> units{"brigade", "brigades", "division", "infantry", "battalion", "regiment", "corps", "army",     "armored",
                                                     "armoured", "parallel", "street",  "avenue",   "congress",  "district", "region", "company", "squadron"};
    const Piece& next = pieces.at(i);
    if (ends_number(pieces, i)) return !pieces.is(i, "of");
    if (next.capital) return std::find(units.begin(), units.end(), next.text) == units.end();
    // "On the 19th assailants threw a grenade": many, so not the nineteenth of them.
    const bool many = next.word.kind == WordClass::number || next.text == "gunmen" || next.text == "police" || (next.text.ends_with("s") && !next.text.ends_with("ss"));
    return opens_sentence && many;
}

/// "the third of March", "the 4th of this month", "on the 12th": of the month told last where none is named.
Match day_by_ordinal(const Pieces& pieces, std::size_t i)
{
    std::optional<unsigned> day;
    const std::size_t end = ordinal_day(pieces, i, day);
    if (!day || !pieces.is(i - 1, "the")) return {};
    Match out;
    out.meaning.parts.day = day;
    if (pieces.is(end, "of") && is_month(pieces, end + 1)) {
        out.meaning.parts.month = static_cast<unsigned>(pieces.at(end + 1).word.value);
        out.end = english_year_behind(pieces, after_stop(pieces, end + 1), out.meaning);
        return out;
    }
    out.meaning.unit = Unit::month;
    const std::size_t pointer = pieces.is(end + 1, "the") ? end + 2 : end + 1;
    const auto kind = pieces.kind(pointer);
    const bool bare = pieces.is(end, "of") && pieces.is(end + 1, "the") && pieces.is(end + 2, "month");
    const bool points = pieces.is(pointer + 1, "month") && (kind == WordClass::present || kind == WordClass::past || kind == WordClass::same);
    if (bare || (pieces.is(end, "of") && points)) {
        if (!bare) out.meaning.toward = kind == WordClass::past ? Toward::past : kind == WordClass::present ? Toward::present : Toward::none;
        out.end = bare ? pointer + 1 : pointer + 2;
        return out;
    }
    constexpr std::array<std::string_view, 6> leads{"on", "by", "until", "since", "from", "till"};
    const bool led = std::find(leads.begin(), leads.end(), pieces.at(i - 2).text) != leads.end();
    const bool night_of = pieces.is(i - 2, "of") && pieces.kind(i - 3) == WordClass::day_part;
    if (pieces.at(i).digits == 0 || (!led && !night_of) || !counts_no_noun(pieces, end, pieces.at(i - 2).capital)) return {};
    out.end = end;
    return out;
}

/// "10 May", "the 10th of May", "29 and 30 August 2024", "10-12 May".
Match day_month(const Pieces& pieces, std::size_t i)
{
    const auto first = day_at(pieces, i);
    if (!first) return {};
    std::size_t at = after_ordinal_sign(pieces, i + 1);
    std::optional<unsigned> second;
    const std::size_t after_second = read_second_day(pieces, at, true, second);
    const auto month_from = [&pieces](std::size_t from) { return pieces.is(from, "of") ? from + 1 : from; };
    if (second && is_month(pieces, month_from(after_second)))
        at = month_from(after_second);
    else if (is_month(pieces, month_from(at)))
        at = month_from(at), second.reset();
    else
        return {};
    Match out;
    out.meaning.parts.month = static_cast<unsigned>(pieces.at(at).word.value);
    out.end = english_year_behind(pieces, after_stop(pieces, at), out.meaning);
    set_range(out.meaning, first, second);
    return out;
}

/// "May 10", "May 10, 2024", "Dec. 10-17".
Match month_day(const Pieces& pieces, std::size_t i, const EnglishLead& lead)
{
    if (!is_month(pieces, i)) return {};
    std::size_t at = after_stop(pieces, i);
    if (pieces.is(at, "the")) ++at;
    const auto first = day_at(pieces, at);
    const bool clock = pieces.is(at + 1, ":") && pieces.at(at + 2).digits == 2 && !pieces.at(at + 2).space_before;
    if (!first || clock || pieces.is(at + 1, "%")) return {};
    at = after_ordinal_sign(pieces, at + 1);
    std::optional<unsigned> second;
    at = read_second_day(pieces, at, lead.range || lead.preposition, second);
    if (second && is_month(pieces, at)) {  // "between June 14 and 30 July": the second belongs to another date
        second.reset();
        at = after_ordinal_sign(pieces, after_stop(pieces, i) + 1);
    }
    Match out;
    out.meaning.parts.month = static_cast<unsigned>(pieces.at(i).word.value);
    out.end = english_year_behind(pieces, at, out.meaning);
    if (lead.in && !out.meaning.parts.year) return {};
    if (lead.frame == Frame::since && !second && !out.meaning.parts.year && counts_something(pieces, at)) return {};
    set_range(out.meaning, first, second);
    return out;
}

Match month_alone(const Pieces& pieces, std::size_t i, const EnglishLead& lead)
{
    if (!is_month(pieces, i)) return {};
    Match out;
    out.meaning.parts.month = static_cast<unsigned>(pieces.at(i).word.value);
    const std::size_t stop = after_stop(pieces, i);
    out.end = english_year_behind(pieces, stop, out.meaning);
    const bool dated = out.meaning.parts.year || out.meaning.year_shift;
    if (out.end == stop && stop == i + 2 && pieces.kind(i) == WordClass::month_short) out.end = i + 1;  // a full stop, not an abbreviation
    out.meaning.aside = compares(pieces, i);
    const bool sure = pieces.kind(i) == WordClass::month && pieces.at(i).capital;
    const bool abbreviated = pieces.kind(i) == WordClass::month_short;
    const bool led = (lead.preposition && !(abbreviated && lead.at_or_on)) || lead.edge != Edge::none || lead.frame != Frame::at;
    return dated || sure || led ? out : Match{};
}

/// "first week of October", "last week of May", "second quarter of 2023".
Match ordinal_unit(const Pieces& pieces, std::size_t i)
{
    const bool last = pieces.is(i, "last") || pieces.is(i, "final");
    if ((!last && pieces.kind(i) != WordClass::ordinal) || pieces.kind(i + 1) != WordClass::unit) return {};
    const auto unit = static_cast<Unit>(pieces.at(i + 1).word.value);
    if ((unit != Unit::week && unit != Unit::quarter) || !pieces.is(i + 2, "of")) return {};
    Match out;
    out.meaning.unit = unit;
    out.meaning.ordinal = last ? unit == Unit::week ? last_of : 4 : static_cast<unsigned>(pieces.at(i).word.value);
    if (unit == Unit::week && is_month(pieces, i + 3)) {
        out.meaning.parts.month = static_cast<unsigned>(pieces.at(i + 3).word.value);
        out.end = english_year_behind(pieces, i + 4, out.meaning);
    } else if (unit == Unit::quarter) {
        out.end = english_year_behind(pieces, i + 2, out.meaning);
        if (!out.meaning.parts.year && !out.meaning.year_shift) return {};
    }
    return out;
}

/// "Christmas Day", "Christmas Eve", "Boxing Day", "New Year's Eve", "New Year's Day".
Match fixed_feast(const Pieces& pieces, std::size_t i)
{
    constexpr unsigned christmas_eve = 24, christmas_day = 25, boxing_day = 26, last_of_december = 31;
    std::size_t at = i + 1;
    const bool new_year = pieces.is(i, "new") && pieces.is(at, "year");
    if (new_year) {
        ++at;
        if (pieces.is(at, "'") || pieces.is(at, "’")) ++at;
        if (!pieces.is(at, "s") && !pieces.is(at, "'s") && !pieces.is(at, "’s")) return {};
        ++at;
    }
    const bool eve = pieces.is(at, "eve") && !pieces.is(i, "boxing");
    if ((!eve && !pieces.is(at, "day")) || (!new_year && !pieces.is(i, "christmas") && !pieces.is(i, "boxing"))) return {};
    Match out;
    out.meaning.parts.month = new_year && !eve ? 1 : 12;
    if (new_year)
        out.meaning.parts.day = eve ? last_of_december : 1;
    else
        out.meaning.parts.day = pieces.is(i, "boxing") ? boxing_day : eve ? christmas_eve : christmas_day;
    out.end = english_year_behind(pieces, at + 1, out.meaning);
    return out;
}

Match holiday(const Pieces& pieces, std::size_t i, const EnglishLead& lead)
{
    if (auto match = fixed_feast(pieces, i); match && (lead.preposition || pieces.at(i).capital)) return match;
    if (pieces.kind(i) != WordClass::holiday || pieces.is(i, "boxing") || !lead.preposition) return {};
    Match out{i + 1, {}};
    out.meaning.basis = Basis::vague;
    return out;
}

}  // namespace

Match english_calendar(const Pieces& pieces, std::size_t i, const EnglishLead& lead)
{
    if (auto match = numeric_date(pieces, i)) return match;
    if (auto match = english_lunar_date(pieces, i, lead.preposition)) return match;
    if (auto match = day_month(pieces, i)) return match;
    if (auto match = day_by_ordinal(pieces, i)) return match;
    if (auto match = month_day(pieces, i, lead)) return match;
    if (auto match = month_alone(pieces, i, lead)) return match;
    if (auto match = ordinal_unit(pieces, i)) return match;
    if (auto match = english_year(pieces, i, lead)) return match;
    if (auto match = english_season(pieces, i, lead)) return match;
    return holiday(pieces, i, lead);
}

namespace {

// "on Mon", "last Tues."; not "on Sun Street".
bool is_short_weekday(const Pieces& pieces, std::size_t i)
{
    if (i == 0 || !(pieces.is(i - 1, "on") || pieces.is(i - 1, "last") || pieces.is(i - 1, "this") || pieces.is(i - 1, "since"))) return false;
    return i + 1 >= pieces.size() || !pieces.at(i + 1).capital || pieces.is(i + 1, ".");
}

}  // namespace

Match english_weekday(const Pieces& pieces, std::size_t i)
{
    const auto kind = pieces.kind(i);
    Match out;
    out.meaning.parts.weekday = static_cast<unsigned>(pieces.at(i).word.value);
    if (kind == WordClass::weekday) {  // who writes without capitals means the day too
        out.end = i + 1;
        return out;
    }
    if (kind != WordClass::weekday_short || !pieces.at(i).capital) return {};
    std::size_t at = pieces.is(i + 1, ".") ? i + 2 : i + 1;
    if (pieces.is(at, ",")) ++at;
    auto date = english_calendar(pieces, at, EnglishLead{});
    if (!date || !date.meaning.parts.day || !join(out.meaning, date.meaning)) {
        out.end = is_short_weekday(pieces, i) ? i + 1 : 0;
        return out.end == 0 ? Match{} : out;
    }
    out.end = date.end;
    return out;
}

}  // namespace sitrep::when
