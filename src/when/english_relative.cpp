// English dates that hang on another day: "yesterday", "last week", "the next day", "two days ago", "over the past month".
#include "when/grammar.hpp"

namespace sitrep::when {
namespace {

Meaning from(Basis basis, Unit unit, int amount)
{
    Meaning out;
    out.basis = basis;
    out.unit = unit;
    out.amount = amount;
    return out;
}

bool is_unit(const Pieces& pieces, std::size_t i)
{
    const auto kind = pieces.kind(i);
    return kind == WordClass::unit || kind == WordClass::unit_plural;
}

Unit unit_at(const Pieces& pieces, std::size_t i)
{
    return static_cast<Unit>(pieces.at(i).word.value);
}

bool is_short(Unit unit)
{
    return unit == Unit::minute || unit == Unit::hour;
}

/// "moments ago", "a short while ago": minutes, however many.
Match moments_ago(const Pieces& pieces, std::size_t i)
{
    const std::size_t at = pieces.is(i, "a") ? i + 1 : i;
    const bool short_time = pieces.is(at, "short") && (pieces.is(at + 1, "while") || pieces.is(at + 1, "time"));
    const std::size_t end = short_time ? at + 2 : pieces.is(at, "moments") || pieces.is(at, "moment") ? at + 1 : 0;
    if (end == 0 || !pieces.is(end, "ago")) return {};
    Match out{end + 1, from(Basis::publication, Unit::minute, -1)};
    out.meaning.ago = true;
    out.meaning.amount_known = false;
    return out;
}

/// "today", "yesterday morning", "overnight", "tonight".
Match relative_day(const Pieces& pieces, std::size_t i)
{
    if (pieces.kind(i) != WordClass::relative_day) return {};
    if (pieces.at(i).capital && pieces.at(i - 1).capital) return {};  // the agency "Baghdad Today"
    Match out{i + 1, from(Basis::publication, Unit::day, pieces.at(i).word.value)};
    if (pieces.is(i, "tonight")) out.meaning.part = Part::night;
    if (pieces.is(i, "overnight")) {
        out.meaning.part = Part::night;
        out.meaning.overnight = true;
        const auto first = english_weekday(pieces, pieces.is(i + 1, "on") || pieces.is(i + 1, "from") ? i + 2 : i + 1);
        if (first) {
            out = {first.end, first.meaning};
            out.meaning.part = Part::night;
            const auto last = pieces.is(first.end, "to") || is_dash(pieces, first.end) ? english_weekday(pieces, first.end + 1) : Match{};
            if (last) {
                out.meaning.until = last.meaning.parts;
                out.end = last.end;
            }
            return out;
        }
    }
    if (pieces.kind(out.end) == WordClass::day_part) {
        out.meaning.part = static_cast<Part>(pieces.at(out.end).word.value);
        ++out.end;
    }
    return out;
}

/// "past two weeks", "last few days", "recent months": a stretch up to now.
Match stretch_to_now(const Pieces& pieces, std::size_t i)
{
    std::size_t at = i + 1;
    Meaning meaning = from(Basis::duration, Unit::day, 1);
    meaning.ends_now = true;
    const Piece& amount = pieces.at(at);
    if (amount.word.kind == WordClass::number || (amount.digits > 0 && amount.digits <= 3)) {
        meaning.amount = amount.digits ? amount.number : amount.word.value;
        ++at;
    } else if (amount.text == "few" || amount.text == "several" || amount.text == "couple" || pieces.kind(at) == WordClass::unit_plural) {
        meaning.amount_known = false;
        if (pieces.kind(at) != WordClass::unit_plural) ++at;
        if (pieces.is(at, "of")) ++at;
    }
    if (!is_unit(pieces, at)) return {};
    meaning.unit = unit_at(pieces, at);
    return {at + 1, meaning};
}

int direction(WordClass kind)
{
    return kind == WordClass::past ? -1 : kind == WordClass::future ? 1 : 0;
}

/// "last week", "this morning", "last Thursday", "next month", "last October", "past ten days".
Match pointed(const Pieces& pieces, std::size_t i, const EnglishLead& lead)
{
    const auto kind = pieces.kind(i);
    if (kind != WordClass::past && kind != WordClass::present && kind != WordClass::future) return {};
    const auto text = pieces.at(i).text;
    const bool stretch = text == "past" || text == "recent" ||
                         (text == "last" && (lead.stretch || pieces.kind(i + 1) != WordClass::unit || lead.article));
    if (stretch && kind == WordClass::past) {
        if (auto match = stretch_to_now(pieces, i); match && !(lead.frame == Frame::since)) return match;
        if (text != "last") return {};
    }
    const auto what = pieces.kind(i + 1);
    const int sign = direction(kind);
    if (what == WordClass::unit) {
        const Unit unit = unit_at(pieces, i + 1);
        if (is_short(unit) || (unit == Unit::day && kind != WordClass::future)) return {};
        const auto basis = unit == Unit::day ? Basis::narrative : Basis::publication;
        return {i + 2, from(basis, unit, sign)};
    }
    if (what == WordClass::day_part) {
        Match out{i + 2, from(kind == WordClass::future ? Basis::narrative : Basis::publication, Unit::day, sign)};
        out.meaning.part = static_cast<Part>(pieces.at(i + 1).word.value);
        return out;
    }
    const auto toward = kind == WordClass::past ? Toward::past : kind == WordClass::future ? Toward::future : Toward::present;
    Match out;
    if (auto weekday = english_weekday(pieces, i + 1)) {
        out = weekday;
    } else if (what == WordClass::month || what == WordClass::season || (what == WordClass::month_unsure && pieces.at(i + 1).capital)) {
        out = english_calendar(pieces, i + 1, EnglishLead{.preposition = true});
    }
    if (out) {
        out.meaning.toward = toward;
        out.meaning.aside = out.meaning.undating = false;
    }
    return out;
}

/// "same day", "that same day", "that night", "next day", "following morning", "previous week", "day before".
Match narrated(const Pieces& pieces, std::size_t i)
{
    const auto kind = pieces.kind(i);
    int amount = 0;
    std::size_t at = i + 1;
    if (kind == WordClass::after) {
        amount = 1;
    } else if (kind == WordClass::before) {
        amount = -1;
    } else if (pieces.is(i, "that") && pieces.is(at, "same")) {
        ++at;
    } else if (kind != WordClass::same) {
        // "the evening before" and no more: "in the evening before prayers" tells when in that day.
        const bool part = kind == WordClass::day_part && pieces.is(i - 1, "the") && !pieces.is(i - 2, "in") && ends_number(pieces, at + 1);
        const bool unit = kind == WordClass::unit || part || (kind == WordClass::day_part && pieces.is(i, "night"));
        if (!unit || !(pieces.is(at, "before") || pieces.is(at, "after"))) return {};
        if (kind == WordClass::unit && (is_short(unit_at(pieces, i)) || unit_at(pieces, i) == Unit::weekend || unit_at(pieces, i) == Unit::quarter)) return {};
        const int sign = pieces.is(at, "before") ? -1 : 1;
        if (pieces.is(at + 1, "yesterday") || pieces.is(at + 1, "tomorrow"))
            return {at + 2, from(Basis::publication, Unit::day, 2 * sign)};
        Match out{at + 1, from(Basis::narrative, kind == WordClass::unit ? unit_at(pieces, i) : Unit::day, sign)};
        if (kind == WordClass::day_part) out.meaning.part = static_cast<Part>(pieces.at(i).word.value);
        return out;
    }
    if (pieces.kind(at) == WordClass::day_part) {
        Match out{at + 1, from(Basis::narrative, Unit::day, amount)};
        out.meaning.part = static_cast<Part>(pieces.at(at).word.value);
        return out;
    }
    if (pieces.kind(at) == WordClass::unit_plural && pieces.is(at - 1, "same")) return {at + 1, from(Basis::narrative, unit_at(pieces, at), 0)};
    if (pieces.kind(at) == WordClass::unit && !is_short(unit_at(pieces, at)))
        return {at + 1, from(Basis::narrative, unit_at(pieces, at), amount)};
    if (pieces.kind(at) == WordClass::weekday && !pieces.is(i, "that")) {
        Match out = english_weekday(pieces, at);
        out.meaning.basis = Basis::narrative;
        return out;
    }
    return {};
}

/// "almost daily", "semi-daily", "every day", "on a daily basis".
Match repeated(const Pieces& pieces, std::size_t i)
{
    Meaning meaning = from(Basis::set, Unit::day, 1);
    std::size_t at = i;
    if (pieces.is(i, "every") || pieces.is(i, "each")) {
        const auto what = pieces.kind(i + 1);
        if (what == WordClass::unit) meaning.unit = unit_at(pieces, i + 1);
        if (what != WordClass::unit && what != WordClass::day_part && what != WordClass::weekday) return {};
        return {i + 2, meaning};
    }
    if (pieces.is(at, "almost") || pieces.is(at, "nearly") || pieces.is(at, "near") || pieces.is(at, "semi") || pieces.is(at, "a")) ++at;
    if (is_dash(pieces, at)) ++at;
    if (at > i && pieces.kind(at) == WordClass::set) {
        constexpr Unit units[] = {Unit::day, Unit::day, Unit::week, Unit::month, Unit::year};
        meaning.unit = units[pieces.at(at).word.value];
        return {pieces.is(at + 1, "basis") ? at + 2 : pieces.is(i, "a") ? 0 : at + 1, meaning};
    }
    if (at > i && pieces.is(at, "every") && pieces.kind(at + 1) == WordClass::unit) return {at + 2, meaning};
    return {};
}

/// A unit alone: "earlier in the day", "the beginning of the year", "at the weekend".
Match bare_unit(const Pieces& pieces, std::size_t i, const EnglishLead& lead)
{
    if (pieces.is(i, "morrow") && lead.article) return {i + 1, from(Basis::narrative, Unit::day, 1)};
    if (pieces.is(i, "then") && lead.frame == Frame::since) return {i + 1, from(Basis::narrative, Unit::day, 0)};
    if (pieces.is(i, "weekend") && !lead.preposition && !lead.article) return {i + 1, from(Basis::publication, Unit::weekend, 0)};
    if (pieces.kind(i) != WordClass::unit || !lead.article) return {};
    const Unit unit = unit_at(pieces, i);
    if (unit == Unit::weekend && lead.preposition) return {i + 1, from(Basis::publication, unit, 0)};
    if (unit == Unit::day && lead.relative) {
        Match out{i + 1, from(Basis::narrative, unit, 0)};
        out.meaning.or_today = true;
        return out;
    }
    const bool long_unit = unit == Unit::week || unit == Unit::month || unit == Unit::year || unit == Unit::decade;
    if (!long_unit || !(lead.edge != Edge::none || lead.relative || lead.frame == Frame::until)) return {};
    return {i + 1, from(Basis::publication, unit, 0)};
}

}  // namespace

Match english_relative(const Pieces& pieces, std::size_t i, const EnglishLead& lead)
{
    if (auto match = moments_ago(pieces, i)) return match;
    if (auto match = relative_day(pieces, i)) return match;
    if (auto match = pointed(pieces, i, lead)) return match;
    if (auto match = narrated(pieces, i)) return match;
    if (auto match = repeated(pieces, i)) return match;
    if (pieces.is(i, "current") && pieces.kind(i + 1) == WordClass::unit)
        return {i + 2, from(Basis::publication, unit_at(pieces, i + 1), 0)};
    return bare_unit(pieces, i, lead);
}

}  // namespace sitrep::when
