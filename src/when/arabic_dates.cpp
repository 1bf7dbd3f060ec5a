// A whole Arabic date expression: what leads, part of day, core, range and what is joined to it.
#include "when/grammar.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace sitrep::when {
namespace {

constexpr int minutes_per_hour = 60, hours_per_half_day = 12, hours_per_day = 24;
constexpr int lead_words_max = 5, joins_max = 3;

struct Lead {
    std::size_t next = 0;
    Frame frame = Frame::at;
    Edge edge = Edge::none;
    bool preposition = false;
    bool range = false;   ///< بين, من
    bool during = false;  ///< خلال
    bool late = false;    ///< في وقت متأخر من
};

std::size_t step(const Pieces& pieces, std::size_t i, Lead& lead)
{
    const auto text = pieces.at(i).text;
    if (text == "في" || text == "خلال" || text == "بحلول" || text == "تاريخ" || text == "بتاريخ" || text == "طوال") {
        lead.preposition = true;
        lead.during = text == "خلال" || text == "طوال";
        return i + 1;
    }
    if (text == "منذ" || text == "حتي") {
        lead.preposition = true;
        lead.frame = text == "منذ" ? Frame::since : Frame::until;
        return i + 1;
    }
    if (text == "بين" || text == "من") {
        if (lead.preposition) return i;
        lead.range = true;
        lead.preposition = text == "بين";
        return i + 1;
    }
    const bool late = (text == "وقت" && pieces.is(i + 1, "متاخر")) || (text == "ساعه" && pieces.is(i + 1, "متاخره")) ||
                      (text == "ساعات" && pieces.is(i + 1, "متاخره"));
    if (late && pieces.is(i + 2, "من")) {
        lead.late = true;
        return i + 3;
    }
    if (text == "وقت" && pieces.is(i + 1, "سابق") && pieces.kind(i + 2) != WordClass::none) return i + (pieces.is(i + 2, "من") ? 3 : 2);
    if (pieces.kind(i) == WordClass::edge && pieces.at(i).arabic && pieces.kind(i + 1) != WordClass::day_part) {
        lead.edge = static_cast<Edge>(pieces.at(i).word.value);
        return i + 1;
    }
    return i;
}

Lead read_lead(const Pieces& pieces, std::size_t i)
{
    Lead lead;
    lead.next = i;
    for (int n = 0; n < lead_words_max; ++n) {
        const std::size_t next = step(pieces, lead.next, lead);
        if (next == lead.next) break;
        lead.next = next;
    }
    return lead;
}

/// "العام", "الشهر" without a word that points: only after مطلع, بداية, خلال …
Match bare_unit(const Pieces& pieces, const Lead& lead)
{
    const std::size_t i = lead.next;
    if (pieces.kind(i) != WordClass::unit || !pieces.at(i).text.starts_with("ال")) return {};
    if (lead.edge == Edge::none && !lead.during) return {};
    Match out{i + 1, {}};
    out.meaning.basis = Basis::publication;
    out.meaning.unit = static_cast<Unit>(pieces.at(i).word.value);
    return out;
}

Match day_core(const Pieces& pieces, std::size_t i, bool preposition)
{
    Match best;
    const auto offer = [&best](Match match) {
        if (match.end > best.end) best = match;
    };
    offer(arabic_weekday(pieces, i));
    offer(arabic_lunar_date(pieces, i, preposition));
    offer(arabic_relative(pieces, i));
    offer(arabic_calendar(pieces, i, preposition));
    return best;
}

/// "– الأربعاء" behind a weekday: the night between the two.
void read_second_weekday(const Pieces& pieces, Match& match)
{
    const bool two = is_dash(pieces, match.end) || pieces.is(match.end, "الي") || pieces.is(match.end, "حتي") || pieces.is(match.end, "/");
    if (!match.meaning.parts.weekday || match.meaning.until || !two) return;
    const auto last = arabic_weekday(pieces, match.end + 1);
    if (!last) return;
    match.meaning.until = last.meaning.parts;
    if (match.meaning.toward == Toward::none) match.meaning.toward = last.meaning.toward;
    match.end = last.end;
    if (match.meaning.part != Part::midnight) return;
    match.meaning.parts = last.meaning.parts;  // "بعد منتصف ليل السبت - الأحد" is Sunday
    match.meaning.until.reset();
}

/// "from 5 شباط to 12 آذار", "بين 2014 و2017".
Match ranged(const Pieces& pieces, const Lead& lead, Match first)
{
    if (!lead.range || first.meaning.until || first.meaning.basis != Basis::calendar) return first;
    std::size_t at = first.end;
    const bool to = pieces.is(at, "حتي") || pieces.is(at, "الي") || is_dash(pieces, at) || pieces.is(at, "و");
    if (!to && !pieces.at(at).conjunction) return first;
    if (to) ++at;
    const auto last = arabic_calendar(pieces, at, true);
    if (!last || last.meaning.until || last.meaning.parts.day.has_value() != first.meaning.parts.day.has_value()) return first;
    first.meaning.until = last.meaning.parts;
    if (!first.meaning.parts.year) first.meaning.parts.year = last.meaning.parts.year;
    if (first.meaning.toward == Toward::none) first.meaning.toward = last.meaning.toward;
    first.end = last.end;
    return first;
}

Match core(const Pieces& pieces, const Lead& lead)
{
    auto out = arabic_time(pieces, lead.next);
    const auto day = day_core(pieces, lead.next, lead.preposition || lead.edge != Edge::none);
    if (day.end > out.end) out = day;
    if (!out) out = bare_unit(pieces, lead);
    if (!out) return {};
    read_second_weekday(pieces, out);
    return ranged(pieces, lead, out);
}

Match joined(const Pieces& pieces, Match match)
{
    for (int n = 0; n < joins_max; ++n) {
        std::size_t at = match.end;
        const bool bracket = pieces.is(at, "("), comma = pieces.is(at, "،") || pieces.is(at, ",");
        if (bracket || comma) ++at;
        if (pieces.is(at, "الموافق")) ++at;
        if (pieces.is(at, "في") || pieces.is(at, "من")) {
            if (pieces.at(at).conjunction) return match;
            ++at;
        }
        auto next = arabic_time(pieces, at);
        const auto day = day_core(pieces, at, false);
        if (day.end > next.end) next = day;
        if (!next || pieces.at(at).conjunction || next.meaning.basis == Basis::narrative) return match;
        Meaning meaning = match.meaning;
        if (!join(meaning, next.meaning)) return match;
        if (bracket && !pieces.is(next.end, ")")) return match;
        match.meaning = meaning;
        match.end = bracket ? next.end + 1 : next.end;
        read_second_weekday(pieces, match);
    }
    return match;
}

/// "الساعة 9:30 مساء".
Match clock(const Pieces& pieces, std::size_t i)
{
    if (!pieces.is(i, "الساعه")) return {};
    const auto hour = pieces.at(i + 1).digits > 0 && pieces.at(i + 1).digits <= 2 ? pieces.at(i + 1).number : -1;
    if (hour < 0 || hour >= hours_per_day) return {};
    Match out{i + 2, {}};
    out.meaning.basis = Basis::clock;
    out.meaning.minute = hour * minutes_per_hour;
    if (pieces.is(i + 2, ":") && pieces.at(i + 3).digits == 2 && pieces.at(i + 3).number < minutes_per_hour) {
        out.meaning.minute += pieces.at(i + 3).number;
        out.end = i + 4;
    }
    const auto kind = pieces.kind(out.end);
    if (kind != WordClass::part_adverb && kind != WordClass::day_part) return out;
    const auto part = static_cast<Part>(pieces.at(out.end).word.value);
    const bool afternoon = part == Part::afternoon || part == Part::evening || part == Part::noon || part == Part::night;
    if (afternoon && hour < hours_per_half_day && hour > 0) out.meaning.minute += hours_per_half_day * minutes_per_hour;
    ++out.end;
    return out;
}

/// "بعد الظهر", "قبل صلاة المغرب", "عند الفجر", "قبيل الغروب", and the day that may stand behind.
Match around_prayer(const Pieces& pieces, std::size_t i)
{
    struct Hour {
        std::string_view name;
        Part part;
    };
    constexpr std::array<Hour, 9> hours{{{"الظهر", Part::noon}, {"الضهر", Part::noon}, {"الفجر", Part::dawn}, {"الشروق", Part::dawn}, {"العصر", Part::afternoon},
                                         {"المغرب", Part::evening}, {"الغروب", Part::evening}, {"العشاء", Part::evening}, {"الافطار", Part::evening}}};
    const bool with = pieces.is(i, "مع");
    const bool after = pieces.is(i, "بعد") || pieces.is(i, "بعيد");
    if (!with && !after && !pieces.is(i, "قبل") && !pieces.is(i, "قبيل") && !pieces.is(i, "عند")) return {};
    const bool prayer = pieces.is(i + 1, "صلاه") || pieces.is(i + 1, "اذان");
    const std::size_t at = prayer ? i + 2 : i + 1;
    const auto hour = std::find_if(hours.begin(), hours.end(), [&](const Hour& one) { return pieces.is(at, one.name); });
    if (hour == hours.end() || (with && hour->part == Part::evening && !prayer && hour->name != "الغروب")) return {};  // "مع المغرب": with Morocco
    Match out{at + 1, {}};
    out.meaning.basis = Basis::clock;
    out.meaning.part = hour->part == Part::noon && after ? Part::afternoon : hour->part;
    const auto day = day_core(pieces, pieces.is(at + 1, "من") ? at + 2 : at + 1, false);
    if (day && day.meaning.basis != Basis::clock && join(out.meaning, day.meaning)) out.end = day.end;
    return out;
}

}  // namespace

Match arabic_time(const Pieces& pieces, std::size_t i)
{
    if (auto match = clock(pieces, i)) return match;
    if (auto match = around_prayer(pieces, i)) return match;
    std::size_t at = i;
    Part part = Part::none;
    if (pieces.is(at, "بعد") && (pieces.is(at + 1, "ظهر") || pieces.is(at + 1, "منتصف"))) {
        ++at;
        if (pieces.is(at, "ظهر")) part = Part::afternoon;
    }
    if (pieces.is(at, "منتصف") && pieces.kind(at + 1) == WordClass::day_part) {
        ++at;
        part = Part::midnight;
    }
    const bool hours = pieces.is(at, "ساعات") && pieces.kind(at + 1) == WordClass::day_part;  // "ساعات الفجر الأولى من"
    if (hours) ++at;
    const auto kind = pieces.kind(at);
    if (!pieces.at(at).arabic || (kind != WordClass::day_part && kind != WordClass::part_adverb)) return {};
    if (part == Part::none) part = static_cast<Part>(pieces.at(at).word.value);
    Meaning meaning;
    meaning.basis = Basis::clock;
    meaning.part = part;
    Match out{at + 1, meaning};
    if (kind == WordClass::part_adverb) return out;
    std::size_t from = at + 1;
    if (hours && (pieces.is(from, "الاولي") || pieces.is(from, "المبكره") || pieces.is(from, "المتاخره"))) out.end = ++from;
    auto day = pieces.is(at, "الليله") ? arabic_relative(pieces, at) : Match{};
    if (!day) day = day_core(pieces, pieces.is(from, "من") ? from + 1 : from, false);
    if (day && day.meaning.basis != Basis::clock && join(out.meaning, day.meaning)) {
        out.end = day.end;
        return out;
    }
    const bool complete = part == Part::midnight || hours || pieces.is(at, "مساء") ||
                          (pieces.at(at).text.starts_with("ال") && (pieces.is(i - 1, "خلال") || pieces.is(i - 1, "في") || pieces.is(i - 1, "عند")));
    out.meaning.overnight = pieces.is(at, "الليل") && pieces.is(i - 1, "خلال");
    return complete ? out : Match{};
}

Match arabic_date(const Pieces& pieces, std::size_t i)
{
    Match best;
    if (auto match = arabic_relative(pieces, i)) best = match;  // "قبل يومين", "في ثلاثة أيام" read their own preposition
    if (auto match = arabic_time(pieces, i); match.end > best.end) best = match;
    const Lead lead = read_lead(pieces, i);
    if (auto match = core(pieces, lead); match.end > best.end) {
        best = match;
        const bool range = best.meaning.until && lead.range;
        if (lead.range && !range) return {};  // "من أمس": the date alone is found one piece later
        if (best.meaning.edge == Edge::none) best.meaning.edge = lead.edge;
        best.meaning.frame = range ? Frame::over : lead.frame;
        if (lead.during && best.meaning.basis == Basis::duration) best.meaning.frame = Frame::over;
        if (lead.late && best.meaning.part == Part::none) best.meaning.part = Part::night;
    }
    if (!best) return {};
    return joined(pieces, best);
}

}  // namespace sitrep::when
