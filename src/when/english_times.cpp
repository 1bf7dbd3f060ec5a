// English times of day: "at 9:30 p.m.", "four o'clock", "before dawn", "in the early hours of".
#include "when/grammar.hpp"

namespace sitrep::when {
namespace {

constexpr int minutes_per_hour = 60, hours_per_half_day = 12, hours_per_day = 24;

/// "pm", "p.m.", "a.m": the piece after it, or `i`.
std::size_t read_half(const Pieces& pieces, std::size_t i, bool& afternoon)
{
    if (pieces.is(i, "am") || pieces.is(i, "pm")) {
        afternoon = pieces.is(i, "pm");
        return i + 1;
    }
    if (!pieces.is(i, "a") && !pieces.is(i, "p")) return i;
    if (!pieces.is(i + 1, ".") || !pieces.is(i + 2, "m")) return i;
    afternoon = pieces.is(i, "p");
    return pieces.is(i + 3, ".") && !pieces.at(i + 3).space_before ? i + 4 : i + 3;
}

int minute_of_day(int hour, int minute, bool half_known, bool afternoon)
{
    if (half_known) hour = hour % hours_per_half_day + (afternoon ? hours_per_half_day : 0);
    return hour * minutes_per_hour + minute;
}

/// "9pm", "9:30", "9.30am", "22:00", "ten o'clock".
Match clock(const Pieces& pieces, std::size_t i)
{
    const Piece& first = pieces.at(i);
    const bool in_digits = first.digits == 1 || first.digits == 2;
    const bool in_words = first.word.kind == WordClass::number && first.word.value <= hours_per_half_day && first.text != "a";
    if (!in_digits && !in_words) return {};
    const int hour = in_digits ? first.number : first.word.value;
    if (hour >= hours_per_day) return {};
    std::size_t at = i + 1;
    int minute = 0;
    const bool colon = pieces.is(at, ":"), dot = pieces.is(at, ".");
    const Piece& second = pieces.at(at + 1);
    const bool minutes_given = in_digits && (colon || dot) && second.digits == 2 && second.number < minutes_per_hour &&
                               !pieces.at(at).space_before && !second.space_before;
    if (minutes_given) {
        minute = second.number;
        at += 2;
    }
    bool afternoon = false;
    const std::size_t after_half = read_half(pieces, at, afternoon);
    const bool oclock = pieces.is(at, "o") && pieces.is(at + 2, "clock");
    const bool whole_word = pieces.is(at, "oclock");
    if (after_half == at && !oclock && !whole_word && !(minutes_given && colon)) return {};
    Match out;
    out.meaning.basis = Basis::clock;
    out.meaning.minute = minute_of_day(hour, minute, after_half != at, afternoon);
    out.end = oclock ? at + 3 : whole_word ? at + 1 : after_half;
    return out;
}

/// "three in the morning", "2:30 in the afternoon": the number before a part of day.
Match hour_in_part(const Pieces& pieces, std::size_t i, const EnglishLead& lead)
{
    auto out = clock(pieces, i);
    const bool bare_hour = lead.preposition && (pieces.at(i).digits == 1 || (pieces.kind(i) == WordClass::number && pieces.at(i).text != "a"));
    if (!out && !bare_hour) return {};
    const std::size_t at = out ? out.end : i + 1;
    if (!pieces.is(at, "in") || !pieces.is(at + 1, "the") || pieces.kind(at + 2) != WordClass::day_part) return out;
    const auto part = static_cast<Part>(pieces.at(at + 2).word.value);
    const int hour = pieces.at(i).digits ? pieces.at(i).number : pieces.at(i).word.value;
    if (hour > hours_per_half_day) return out;
    out.meaning.basis = Basis::clock;
    if (out.meaning.minute < 0) out.meaning.minute = hour * minutes_per_hour;
    const bool afternoon = part == Part::afternoon || part == Part::evening;
    if (afternoon && hour < hours_per_half_day) out.meaning.minute += hours_per_half_day * minutes_per_hour;
    out.end = at + 3;
    return out;
}

/// "early hours", "small hours", "late hours", with "of" left to the caller.
Match hours(const Pieces& pieces, std::size_t i, const EnglishLead& lead)
{
    const bool small = pieces.is(i, "small") && pieces.is(i + 1, "hours");
    const bool edge = lead.edge != Edge::none && pieces.is(i, "hours");
    if (!small && !edge) return {};
    Match out{small ? i + 2 : i + 1, {}};
    out.meaning.basis = Basis::clock;
    out.meaning.part = lead.edge == Edge::end ? Part::night : Part::dawn;
    return out;
}

Match part_of_day(const Pieces& pieces, std::size_t i, const EnglishLead& lead)
{
    if (pieces.is(i, "dark") && (pieces.is(i - 1, "after") || pieces.is(i - 1, "before"))) {
        Match out{i + 1, {}};
        out.meaning.basis = Basis::clock;
        out.meaning.part = Part::evening;
        return out;
    }
    if (pieces.kind(i) != WordClass::day_part) return {};
    const bool of = pieces.is(i + 1, "of") || pieces.is(i + 1, "from");
    if (!lead.preposition && lead.edge == Edge::none && !of && !lead.relative) return {};
    const auto part = static_cast<Part>(pieces.at(i).word.value);
    // "at the night market", "for an afternoon": the article alone does not make it a time.
    Match out{i + 1, {}};
    out.meaning.basis = Basis::clock;
    out.meaning.part = part;
    if (part == Part::morning && pieces.is(i + 1, "rush")) ++out.end;
    return out;
}

/// "in the night to Friday", "the night into 8 January": the night that ends on that day.
Match night_before(const Pieces& pieces, std::size_t i, const EnglishLead& lead)
{
    if (!pieces.is(i, "night") || !(pieces.is(i + 1, "to") || pieces.is(i + 1, "into"))) return {};
    if (!lead.article && !lead.preposition && !pieces.is(i - 1, "the")) return {};
    auto day = english_weekday(pieces, i + 2);
    if (!day) day = english_calendar(pieces, i + 2, EnglishLead{.preposition = true});
    if (!day || !is_day_level(day.meaning) || day.meaning.until) return {};
    day.meaning.part = Part::night;
    return day;
}

}  // namespace

Match english_time(const Pieces& pieces, std::size_t i, const EnglishLead& lead)
{
    if (auto match = hour_in_part(pieces, i, lead)) return match;
    if (auto match = night_before(pieces, i, lead)) return match;
    auto match = hours(pieces, i, lead);
    if (!match) match = part_of_day(pieces, i, lead);
    if (!match || !(pieces.is(match.end, "of") || pieces.is(match.end, "from"))) {
        // "evening of" needs its date; a part of day with a preposition stands alone.
        if (match && pieces.is(i, "night") && pieces.is(i - 2, "during")) match.meaning.overnight = true;
        return match && (lead.preposition || lead.edge != Edge::none || lead.relative) ? match : Match{};
    }
    std::size_t at = match.end + 1;
    if (pieces.is(at, "the")) ++at;
    auto day = english_weekday(pieces, at);
    if (!day) day = english_calendar(pieces, at, EnglishLead{.preposition = true});
    if (!day) day = english_relative(pieces, at, EnglishLead{});
    if (day && join(match.meaning, day.meaning)) {
        match.end = day.end;
        const auto last = pieces.is(match.end, "to") ? english_weekday(pieces, match.end + 1) : Match{};
        if (last && match.meaning.parts.weekday) {
            match.meaning.until = last.meaning.parts;
            match.end = last.end;
        }
        return match;
    }
    return lead.preposition || lead.edge != Edge::none ? match : Match{};
}

}  // namespace sitrep::when
