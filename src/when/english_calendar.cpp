// English days, months and years: "10 May 2024", "May 10-12", "in October last year", "the first week of May".
#include "when/grammar.hpp"

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

Match holiday(const Pieces& pieces, std::size_t i, const EnglishLead& lead)
{
    if (pieces.kind(i) != WordClass::holiday || !lead.preposition) return {};
    Match out{i + 1, {}};
    out.meaning.basis = Basis::vague;
    if (pieces.is(i, "christmas") && (pieces.is(i + 1, "day") || pieces.is(i + 1, "eve"))) {
        out.meaning.basis = Basis::calendar;
        out.meaning.parts.month = 12;
        out.meaning.parts.day = pieces.is(i + 1, "day") ? 25 : 24;
        out.end = english_year_behind(pieces, i + 2, out.meaning);
    }
    return out;
}

}  // namespace

Match english_calendar(const Pieces& pieces, std::size_t i, const EnglishLead& lead)
{
    if (auto match = numeric_date(pieces, i)) return match;
    if (auto match = english_lunar_date(pieces, i, lead.preposition)) return match;
    if (auto match = day_month(pieces, i)) return match;
    if (auto match = month_day(pieces, i, lead)) return match;
    if (auto match = month_alone(pieces, i, lead)) return match;
    if (auto match = ordinal_unit(pieces, i)) return match;
    if (auto match = english_year(pieces, i, lead)) return match;
    if (auto match = english_season(pieces, i, lead)) return match;
    return holiday(pieces, i, lead);
}

Match english_weekday(const Pieces& pieces, std::size_t i)
{
    const auto kind = pieces.kind(i);
    Match out;
    out.meaning.parts.weekday = static_cast<unsigned>(pieces.at(i).word.value);
    if (kind == WordClass::weekday && pieces.at(i).capital) {
        out.end = i + 1;
        return out;
    }
    if (kind != WordClass::weekday_short || !pieces.at(i).capital) return {};
    std::size_t at = pieces.is(i + 1, ".") ? i + 2 : i + 1;
    if (pieces.is(at, ",")) ++at;
    auto date = english_calendar(pieces, at, EnglishLead{});
    if (!date || !date.meaning.parts.day || !join(out.meaning, date.meaning)) return {};
    out.end = date.end;
    return out;
}

}  // namespace sitrep::when
