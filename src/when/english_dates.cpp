// A whole English date expression: lead, core, range and what is joined to it.
#include "when/grammar.hpp"

namespace sitrep::when {
namespace {

constexpr int joins_max = 4;

/// "in Damascus", "the army": most of what stands behind a preposition begins no date, and no rule need look at it.
bool may_begin(const Pieces& pieces, std::size_t i)
{
    const Piece& piece = pieces.at(i);
    return piece.word.kind != WordClass::none || piece.digits != 0 || piece.text == "more" || piece.text == "few" || piece.text == "then" || piece.text == "time" ||
           piece.text == "moment" || piece.text == "moments" || piece.text == "short" || piece.text == "dark" || piece.text == "morrow";
}

/// One date without what may be joined to it, begun by a lead of prepositions.
Match core(const Pieces& pieces, const EnglishLead& lead)
{
    const std::size_t i = lead.next;
    if (!may_begin(pieces, i)) return {};
    Match best;
    const auto offer = [&best](Match match) {
        if (match.end > best.end) best = match;
    };
    offer(english_time(pieces, i, lead));
    offer(english_calendar(pieces, i, lead));
    offer(english_weekday(pieces, i));
    offer(english_relative(pieces, i, lead));
    offer(english_amount(pieces, i, lead));
    offer(english_reference(pieces, i, lead));
    if (!best) return {};
    if (best.meaning.edge == Edge::none) best.meaning.edge = lead.edge;
    best.meaning.frame = lead.frame;
    if (pieces.is(i - 1, "over") && best.meaning.basis == Basis::duration) best.meaning.frame = Frame::over;
    return best;
}

bool starts_word(const Piece& piece)
{
    constexpr unsigned char ascii_end = 0x80;
    return !piece.text.empty() && (static_cast<unsigned char>(piece.text.front()) >= ascii_end || (piece.text.front() >= 'a' && piece.text.front() <= 'z'));
}

bool is_possessive(const Pieces& pieces, std::size_t i)
{
    const bool apostrophe = pieces.is(i, "'") || pieces.is(i, "’");
    return pieces.is(i, "'s") || pieces.is(i, "’s") || (apostrophe && pieces.is(i + 1, "s") && !pieces.at(i).space_before);
}

bool has_date(const Meaning& meaning)
{
    return meaning.basis == Basis::calendar || meaning.basis == Basis::publication;
}

/// "from 29 to 30 August", "between June 14 and June 30", "from February to April".
Match ranged(const Pieces& pieces, const EnglishLead& lead, Match first)
{
    const std::size_t i = lead.next;
    const auto joins = [&](std::size_t at) {
        return pieces.is(at, "to") || pieces.is(at, "until") || pieces.is(at, "till") || pieces.is(at, "through") ||
               pieces.is(at, "and") || is_dash(pieces, at);
    };
    const auto day = day_at(pieces, i);
    if (day && joins(i + 1) && !(first && first.meaning.until)) {
        auto last = english_calendar(pieces, i + 2, lead);
        if (last && last.meaning.parts.day && !last.meaning.until) {
            last.meaning.until = last.meaning.parts;
            last.meaning.parts.day = day;
            return last;
        }
    }
    if (first && first.meaning.basis == Basis::clock && first.meaning.minute >= 0 && joins(first.end)) {
        const auto last = english_time(pieces, first.end + 1, EnglishLead{});
        if (last && last.meaning.minute >= 0) first.end = last.end;
        return first;
    }
    if (!first || first.meaning.until || first.meaning.basis != Basis::calendar || !joins(first.end)) return first;
    EnglishLead second = english_lead(pieces, first.end + 1);
    second.preposition = true;
    if (second.next > first.end + 3 || (pieces.is(first.end, "and") && second.next != first.end + 1)) return first;
    auto last = english_weekday(pieces, second.next);
    if (!last) last = english_calendar(pieces, second.next, second);
    if (!last || last.meaning.until) return first;
    // "on Monday and Tuesday" are two dates, "October and November" one stretch.
    const bool months = first.meaning.parts.month && !first.meaning.parts.day;
    if (pieces.is(first.end, "and") && !lead.range && !months) return first;
    const bool alike = first.meaning.parts.weekday.has_value() == last.meaning.parts.weekday.has_value() &&
                       first.meaning.parts.month.has_value() == last.meaning.parts.month.has_value();
    const bool year_to_month = first.meaning.parts.year && !first.meaning.parts.month && last.meaning.parts.month;
    if (!alike && !year_to_month) return first;
    first.meaning.until = last.meaning.parts;
    first.meaning.before_christ = first.meaning.before_christ || last.meaning.before_christ;
    if (!first.meaning.parts.year) first.meaning.parts.year = last.meaning.parts.year;
    if (!first.meaning.year_shift) first.meaning.year_shift = last.meaning.year_shift;
    first.end = last.end;
    return first;
}

/// "on Wednesday last week", "on Tuesday of this week": the piece after it, or `i`.
std::size_t read_week(const Pieces& pieces, std::size_t i, Meaning& meaning)
{
    const std::size_t at = pieces.is(i, "of") ? i + 1 : i;
    if (!meaning.parts.weekday || meaning.parts.day || meaning.basis != Basis::calendar || meaning.until || !pieces.is(at + 1, "week")) return i;
    const bool points = pieces.is(at, "last") || pieces.is(at, "this") || pieces.is(at, "next");
    if (!points) return i;
    meaning.week_shift = pieces.is(at, "last") ? -1 : pieces.is(at, "next") ? 1 : 0;
    return at + 2;
}

/// What follows and belongs to it: a part of day, a clock time, a weekday or the date in brackets.
Match joined(const Pieces& pieces, Match match)
{
    for (int n = 0; n < joins_max; ++n) {
        std::size_t at = match.end;
        if (const std::size_t behind = read_week(pieces, at, match.meaning); behind != at) {
            match.end = behind;
            continue;
        }
        const bool bracket = pieces.is(at, "("), comma = pieces.is(at, ",");
        if (bracket || comma) ++at;
        if (match.meaning.basis == Basis::clock && pieces.is(at, "the")) ++at;
        const bool closes = pieces.kind(at + 1) == WordClass::none && !starts_word(pieces.at(at + 1));
        if (pieces.kind(at) == WordClass::day_part && (!comma || closes) && is_day_level(match.meaning) && match.meaning.part == Part::none) {
            match.meaning.part = static_cast<Part>(pieces.at(at).word.value);
            match.end = at + 1;
            continue;
        }
        EnglishLead lead = english_lead(pieces, at);
        if (lead.frame != Frame::at && !pieces.is(at, "from")) return match;
        if (!bracket && !comma && lead.next == at && is_day_level(match.meaning) && pieces.at(at).digits > 2) return match;
        auto next = core(pieces, lead);
        next.meaning.frame = Frame::at;
        // "before dawn the next day" is one date; behind a day the next one is another.
        if (!next || (next.meaning.basis == Basis::narrative && (match.meaning.basis != Basis::clock || next.meaning.unit != Unit::day))) return match;
        Meaning meaning = match.meaning;
        if (!join(meaning, next.meaning)) return match;
        if (bracket && !pieces.is(next.end, ")")) return match;
        match.meaning = meaning;
        match.end = bracket ? next.end + 1 : next.end;
    }
    return match;
}

}  // namespace

Match english_date(const Pieces& pieces, std::size_t i)
{
    const auto lead = english_lead(pieces, i);
    auto match = ranged(pieces, lead, core(pieces, lead));
    if (!match) return {};
    // "between Monday": without its second end no range; "for Friday": not a date of anything.
    if (pieces.is(i, "between") && !match.meaning.until) return {};
    if (pieces.is(i, "for") && match.meaning.basis != Basis::duration && !match.meaning.until) return {};
    // "fighting went on overnight": the preposition belongs to what stands before.
    if (lead.at_or_on && pieces.kind(lead.next) == WordClass::relative_day) return {};
    // "in Sunday's attack", "on the same day": the date is the shorter words, found one piece later.
    if (lead.preposition && is_possessive(pieces, match.end)) return {};
    if (lead.preposition && pieces.is(lead.next, "same") && match.meaning.basis == Basis::narrative && match.meaning.unit == Unit::day && !match.meaning.parts.weekday) return {};
    if (match.meaning.until && lead.frame == Frame::since) match.meaning.frame = Frame::at;
    if (match.meaning.until && lead.range) match.meaning.frame = Frame::over;
    if (lead.frame == Frame::since && !has_date(match.meaning) && match.meaning.basis == Basis::clock && pieces.is(i, "from")) return {};
    return joined(pieces, match);
}

}  // namespace sitrep::when
