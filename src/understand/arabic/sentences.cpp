#include "understand/arabic/sentences.hpp"

#include <algorithm>
#include <array>

namespace sitrep::understand::arabic {
namespace {

constexpr std::uint32_t opening_words = 6;      // words of a sentence in which a marker opens it
constexpr std::uint32_t sport_words_min = 2;    // such words that make a report one about sport

std::uint32_t count_of(const Reading& reading, std::uint32_t from, std::uint32_t to, Class cls)
{
    std::uint32_t count = 0;
    for (; from < to; ++from) {
        count += reading.has(from, cls) ? 1 : 0;
    }
    return count;
}

bool any(const Reading& reading, std::uint32_t from, std::uint32_t to, Class cls)
{
    return reading.next(from, to, cls) < to;
}

// "وكان التنظيم قد هاجم": the pluperfect.
bool opens_with_pluperfect(const Reading& reading, std::uint32_t begin, std::uint32_t end)
{
    constexpr std::array<std::string_view, 2> was{"كان", "كانت"};
    for (std::uint32_t i = begin; i < std::min(end, begin + 3); ++i) {
        if (std::any_of(was.begin(), was.end(), [&](auto word) { return reading.is_word(i, word); })) {
            const std::uint32_t limit = std::min(end, i + 12);
            for (std::uint32_t k = i + 1; k < limit; ++k) {
                if (reading.word(k).normal == "قد" || reading.word(k).normal == "سبق") {
                    return true;
                }
            }
        }
    }
    return false;
}

bool has_period(const Reading& reading, std::uint32_t sentence)
{
    const auto& dates = reading.context().dates;
    return std::any_of(dates.begin(), dates.end(), [&](const ContextDate& date) { return date.sentence == sentence && date.mention->is_period; });
}

// A count with a unit of incidents: "49 هجوماً", "22 عملية", "ثاني هجوم من نوعه".
bool has_counted_incidents(const Reading& reading, std::uint32_t begin, std::uint32_t end)
{
    for (std::uint32_t i = begin; i < end; ++i) {
        const auto number = reading.number(i);
        if (number && number->last < end && reading.has(number->last, Class::tally_unit)) {
            return true;
        }
    }
    return false;
}

bool has_counted_people(const Reading& reading, std::uint32_t begin, std::uint32_t end)
{
    for (std::uint32_t i = begin; i < end; ++i) {
        if (const auto number = reading.number(i); number && !(number->last < end && reading.has(number->last, Class::unit))) {
            return true;
        }
    }
    return false;
}

SentenceFlags flags_of(const Reading& reading, std::uint32_t s)
{
    const auto [begin, end] = reading.sentence(s);
    SentenceFlags flags;
    if (begin == end) {
        return flags;
    }
    const std::uint32_t opening = std::min(end, begin + opening_words);
    flags.background = opens_with_pluperfect(reading, begin, end) || any(reading, begin, opening, Class::background);
    flags.new_incident = any(reading, begin, std::min(end, begin + 3), Class::new_incident);
    flags.same_day = any(reading, begin, opening, Class::same_day);
    flags.statement = any(reading, begin, end, Class::court) || any(reading, begin, opening, Class::condemned);
    flags.hypothetical = any(reading, begin, end, Class::plan) || any(reading, begin, end, Class::threat);
    const bool counts = any(reading, begin, end, Class::tally_verb);
    const bool period = has_period(reading, s);
    flags.tally = (counts && period && (has_counted_people(reading, begin, end) || has_counted_incidents(reading, begin, end))) ||
                  (period && has_counted_incidents(reading, begin, end));
    flags.pattern = any(reading, begin, end, Class::habit) && !flags.tally;
    return flags;
}

void mark_background_acts(const Reading& reading, const std::vector<FoundAct>& acts, Cues& cues)
{
    for (const FoundAct& act : acts) {
        if (act.cue == none) {
            continue;
        }
        ActCue& cue = cues.acts[act.cue];
        const auto [begin, end] = reading.sentence(cue.sentence);
        cue.past_context = cue.past_context || opens_with_pluperfect(reading, begin, end);
        const bool opens = act.cue == 0 || cues.acts[act.cue - 1].sentence != cue.sentence;
        cue.another = cue.another || (opens && cues.sentences[cue.sentence].new_incident && cue.strength != Strength::weak && !cue.definite);
        cues.sentences[cue.sentence].refers_back = cues.sentences[cue.sentence].refers_back || cue.definite;
    }
}

// An announcement dates itself, not the event: "قالت الوزارة الأحد إن".
bool announces(const Reading& reading, std::uint32_t first, std::uint32_t act_before)
{
    constexpr std::uint32_t window = 6;
    for (std::uint32_t back = 1; back <= window && first >= reading.sentence_begin(first) + back; ++back) {
        const std::uint32_t i = first - back;
        if (reading.word(i + 1).pause == Pause::stop || i == act_before) {
            return false;
        }
        if (reading.has(i, Class::reports)) {
            return true;
        }
        if (reading.has(i, Class::that)) {
            return false;
        }
    }
    return false;
}

bool preceded_by(const Reading& reading, std::uint32_t first, std::uint32_t window, std::initializer_list<std::string_view> words)
{
    for (std::uint32_t back = 1; back <= window && first >= reading.sentence_begin(first) + back; ++back) {
        if (reading.word(first - back + 1).pause == Pause::stop) {
            return false;
        }
        for (const std::string_view word : words) {
            if (reading.is_word(first - back, word)) {
                return true;
            }
        }
    }
    return false;
}

bool is_dateline(const Reading& reading, const ContextPlace& place, std::uint32_t first)
{
    const auto& tokens = reading.document().tokens();
    const bool opens = first == reading.sentence_begin(first) && !reading.document().sentences()[place.sentence].in_title;
    if (!opens || place.tokens.last >= tokens.size()) {
        return false;
    }
    const auto next = tokens[place.tokens.last].normal;
    return next == "-" || next == "–" || next == "—" || next == "(";
}

PlaceRole role_of(const Reading& reading, const ContextPlace& place)
{
    const std::uint32_t first = reading.word_at(place.tokens.first);
    if (first >= reading.size()) {
        return PlaceRole::event;
    }
    if (is_dateline(reading, place, first)) {
        return PlaceRole::dateline;
    }
    if (preceded_by(reading, first, 2, {"اهالي", "ابناء", "سكان", "مستشفي", "مشفي", "مستشفيات", "مشافي", "محافظ", "شرطه", "متجهه", "باتجاه", "نحو", "القادمه", "قادمه", "محكمه", "جنايات", "عائد", "حاكم"})) {
        return PlaceRole::other;
    }
    if (preceded_by(reading, first, 1, {"من", "الي"}) || preceded_by(reading, first, 2, {"من"})) {
        const bool taken_from = preceded_by(reading, first, 12, {"خطفوا", "خطف", "اختطف", "خطفت", "خطفا"});
        return taken_from ? PlaceRole::event : PlaceRole::other;
    }
    if (preceded_by(reading, first, 3, {"تبعد", "كيلومتر", "كيلومترا", "كيلومترات", "كم"})) {
        return PlaceRole::relative;
    }
    return PlaceRole::event;
}

}  // namespace

void read_sentences(const Reading& reading, const std::vector<FoundAct>& acts, Cues& cues)
{
    cues.sentences.clear();
    for (std::uint32_t s = 0; s < reading.sentences(); ++s) {
        cues.sentences.push_back(flags_of(reading, s));
    }
    mark_background_acts(reading, acts, cues);
    const std::uint32_t all = reading.size();
    cues.no_incidents = count_of(reading, 0, all, Class::sport) > sport_words_min || count_of(reading, 0, all, Class::drill) >= 2;
}

void read_date_and_place_roles(const Reading& reading, const std::vector<FoundAct>& acts, Cues& cues)
{
    for (const ContextDate& date : reading.context().dates) {
        const std::uint32_t first = reading.word_at(date.tokens.first);
        if (first >= reading.size()) {
            cues.dates.push_back(DateRole::other);
            continue;
        }
        auto before = std::lower_bound(acts.begin(), acts.end(), first, [](const FoundAct& act, std::uint32_t w) { return act.first < w; });
        const std::uint32_t act = before == acts.begin() ? reading.size() : std::prev(before)->last - 1;
        cues.dates.push_back(announces(reading, first, act) ? DateRole::announces : DateRole::event);
    }
    for (const ContextPlace& place : reading.context().places) {
        cues.places.push_back(role_of(reading, place));
    }
}

}  // namespace sitrep::understand::arabic
