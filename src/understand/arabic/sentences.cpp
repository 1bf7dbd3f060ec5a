#include "understand/arabic/sentences.hpp"

#include "understand/arabic/mishaps.hpp"
#include "understand/arabic/names.hpp"
#include "understand/arabic/since.hpp"
#include "understand/arabic/tallies.hpp"

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

// كاس is a town of Darfur and a cup.
bool any_outside_places(const Reading& reading, std::uint32_t from, std::uint32_t to, Class cls)
{
    for (std::uint32_t i = reading.next(from, to, cls); i < to; i = reading.next(i + 1, to, cls)) {
        if (!reading.in_place(i)) {
            return true;
        }
    }
    return false;
}

// "وكان التنظيم قد هاجم": the pluperfect.
bool opens_with_pluperfect(const Reading& reading, std::uint32_t begin, std::uint32_t end)
{
    constexpr std::array<std::string_view, 2> was{"كان", "كانت"};
    for (std::uint32_t i = begin; i < std::min(end, begin + 3); ++i) {
        if (reading.is_word_any(i, was)) {
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

// A stretch of time: by the date itself, or by "خلال" and "منذ" in or before it.
bool is_stretch(const Reading& reading, const ContextDate& date)
{
    const std::uint32_t first = reading.word_at(date.tokens.first);
    if (date.mention->is_period || date.mention->type == TimexType::duration || first >= reading.size()) {
        return first < reading.size();
    }
    const DateRange& range = date.mention->range;
    const bool month_or_more = range.precision != DatePrecision::day || range.start != range.end;
    const bool before = first > reading.sentence_begin(first) && reading.has(first - 1, Class::since);
    return month_or_more && (reading.has(first, Class::since) || before);
}

bool has_period(const Reading& reading, std::uint32_t sentence)
{
    const auto& dates = reading.context().dates;
    return std::any_of(dates.begin(), dates.end(), [&](const ContextDate& date) { return date.sentence == sentence && is_stretch(reading, date); });
}

// A month or a year, and no day: what incidents are counted in.
bool in_month_or_year(const Reading& reading, std::uint32_t sentence)
{
    const auto own = std::ranges::equal_range(reading.context().dates, sentence, {}, &ContextDate::sentence);
    const auto is_month = [](const ContextDate& date) {
        return date.mention->range.precision == DatePrecision::month || date.mention->range.precision == DatePrecision::year;
    };
    const auto is_day = [](const ContextDate& date) { return !date.mention->is_period && date.mention->range.precision == DatePrecision::day; };
    return std::ranges::any_of(own, is_month) && std::ranges::none_of(own, is_day);
}

bool any_date(const Reading& reading, std::uint32_t sentence)
{
    const auto& dates = reading.context().dates;
    return std::any_of(dates.begin(), dates.end(), [&](const ContextDate& date) { return date.sentence == sentence && !is_stretch(reading, date); });
}

// "سابع تفجير", "الضربة الثانية", "هي الثانية عشرة منذ": the order of an incident in a count.
bool has_order(const Reading& reading, std::uint32_t begin, std::uint32_t end, bool period)
{
    for (std::uint32_t i = begin; i < end; ++i) {
        if (order_of_incident(reading, i, period)) {
            return true;
        }
    }
    return false;
}

// A finite verb of its own, not "قُتل فيها 50" or "سقط منهم 106".
bool tells_event(const Reading& reading, std::uint32_t begin, std::uint32_t end)
{
    for (std::uint32_t i = begin; i < end; ++i) {
        const Found* act = reading.find(i, Class::act);
        if (act == nullptr || !act->verb || act->definite || act->has_clitic("ب") || act->has_clitic("ل") || act->entry->strength == Strength::weak) {
            continue;
        }
        const auto next = act->last < end ? reading.word(act->last).normal : std::string_view();
        if (next != "فيها" && next != "منها" && next != "منهم" && next != "فيه") {
            return true;
        }
    }
    return false;
}

// A headline that adds up: "مقتل 30 مدنياً بهجمات", "15 قتيلاً بانفجارين".
bool sums_up(const Reading& reading, std::uint32_t begin, std::uint32_t end)
{
    for (std::uint32_t i = begin; i < end; ++i) {
        const Found* act = reading.find(i, Class::act);
        if (act != nullptr && !act->verb && act->has_clitic("ب") && (act->shape.plural || act->shape.dual) && act->entry->strength != Strength::weak) {
            return true;
        }
    }
    return false;
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

SentenceFlags flags_of(const Reading& reading, std::uint32_t s, const SentenceFlags& before)
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
    flags.accident = tells_accident(reading, begin, end) || any(reading, begin, end, Class::hardship) || only_burns(reading, begin, end);
    flags.other_field = any_outside_places(reading, begin, end, Class::sport) || any(reading, begin, end, Class::drill) || any(reading, begin, end, Class::fiction);
    flags.hypothetical = any(reading, begin, end, Class::plan) || any(reading, begin, end, Class::threat);
    const bool counts = any(reading, begin, end, Class::tally_verb);
    const bool period = has_period(reading, s) || since_event(reading, begin, end);
    const bool month = in_month_or_year(reading, s);
    const bool incidents = has_counted_incidents(reading, begin, end);
    const bool people = has_counted_people(reading, begin, end);
    const bool goes_on = s > 0 && before.tally && !any_date(reading, s) && !tells_event(reading, begin, end);
    const bool dated = any_date(reading, s);
    const bool news = dated && tells_event(reading, begin, std::min(end, begin + 2));  // "قُتل ستة أمس، ليرتفع العدد منذ بداية العام إلى 78"
    const bool adds_up = people && ((reading.document().sentences()[s].in_title && sums_up(reading, begin, end)) || any(reading, begin, end, Class::total));
    flags.tally = (counts && incidents) || (period && (incidents || (people && ((counts && !news) || !dated)))) || (goes_on && (incidents || people)) || adds_up ||
                  has_order(reading, begin, end, (period || month) && !(dated && tells_event(reading, begin, end))) ||
                  (month && (incidents || (counts && people)));
    flags.pattern = any(reading, begin, end, Class::habit) && !flags.tally;
    return flags;
}

// "وكانت سانا قد قالت إن 14 شخصاً قُتلوا في الانفجار": an earlier report of the same incident.
bool refers_to_told(const Cues& cues, std::uint32_t sentence)
{
    const auto [first, last] = acts_in(cues, sentence);
    return std::any_of(cues.acts.begin() + static_cast<std::ptrdiff_t>(first), cues.acts.begin() + static_cast<std::ptrdiff_t>(last),
                       [](const ActCue& act) { return act.definite && act.strength != Strength::weak; });
}

// A headline that counts over incidents tells none of them.
void mark_counting_titles(const Reading& reading, Cues& cues)
{
    for (ActCue& cue : cues.acts) {
        if (cues.sentences[cue.sentence].tally && reading.document().sentences()[cue.sentence].in_title && cue.reality == Reality::happened) {
            cue.reality = Reality::hypothetical;
        }
    }
}

void mark_background_acts(const Reading& reading, const std::vector<FoundAct>& acts, Cues& cues)
{
    for (const FoundAct& act : acts) {
        if (act.cue == none) {
            continue;
        }
        ActCue& cue = cues.acts[act.cue];
        const auto [begin, end] = reading.sentence(cue.sentence);
        if (opens_with_pluperfect(reading, begin, end)) {
            const bool told = refers_to_told(cues, cue.sentence);
            cue.past_context = cue.past_context || !told;
            cues.sentences[cue.sentence].background = !told;
        }
        const bool opens = act.cue == 0 || cues.acts[act.cue - 1].sentence != cue.sentence;
        cue.another = cue.another || (opens && cues.sentences[cue.sentence].new_incident && cue.strength != Strength::weak && !cue.definite);
    }
}

bool opens_with_mention(const Reading& reading, std::uint32_t begin, bool place)
{
    const std::uint32_t end = std::min(reading.sentence_end(begin), begin + 4);
    for (std::uint32_t i = begin; i < end; ++i) {
        if (place ? i > begin && reading.in_place(i) : reading.in_date(i)) {
            return true;
        }
    }
    return false;
}

// Sentences after the lead that open with a place or a verb of their own tell another incident: "وفي الشعفة عُثر على …", "وخُطف راعيان في …".
void mark_openings(const Reading& reading, Cues& cues)
{
    std::uint32_t told = 0;  // body sentences with an act so far
    for (std::size_t k = 0; k < cues.acts.size(); ++k) {
        ActCue& cue = cues.acts[k];
        if (reading.document().sentences()[cue.sentence].in_title || (k > 0 && cues.acts[k - 1].sentence == cue.sentence)) {
            continue;
        }
        const bool later = told++ > 0;
        if (!later || cue.definite || cue.strength == Strength::weak || cue.reality != Reality::happened) {
            continue;
        }
        const std::uint32_t begin = reading.sentence(cue.sentence).first;
        const std::uint32_t act = reading.word_at(cue.tokens.first);
        SentenceFlags& flags = cues.sentences[cue.sentence];
        const bool joined = reading.word(begin).normal.starts_with("و") || reading.word(begin).normal.starts_with("ف");
        const bool near = begin + 1 < act && act - begin <= opening_words + 4;
        const bool place_first = near && (reading.word(begin).normal == "وفي" || reading.word(begin).normal == "ففي") && opens_with_mention(reading, begin, true);
        const bool date_first = near && joined && opens_with_mention(reading, begin, false);
        const bool claimed = joined && cue.nominal && reading.has(begin, Class::claims);
        if (cue.past_context && reading.has(begin, Class::comes)) {
            flags.new_incident = true;
            flags.background = true;
        } else if (place_first) {
            flags.new_incident = true;
        } else if (date_first || claimed || (joined && act <= begin + 1 && !cue.nominal)) {
            cue.another = true;
        } else if (flags.same_day) {
            flags.new_incident = true;
        }
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

// A common word that merely looks like a name: "تبنى", "لغم".
bool is_common_word(const Reading& reading, std::uint32_t i)
{
    for (const Class cls : {Class::act, Class::weapon, Class::reports, Class::claims, Class::that, Class::people, Class::turns, Class::habit, Class::title}) {
        const Found* found = reading.find(i, cls);
        const bool conjunction = found != nullptr && cls == Class::that && found->clitics.size() <= 2;  // وإن
        const bool inflected = found != nullptr && found->verb && (found->shape.present || found->shape.plural || found->shape.pronoun);  // تدمر is a town
        if (found != nullptr && found->last == i + 1 && (found->clitics.empty() || conjunction) && !found->definite && !inflected) {
            return true;
        }
    }
    const auto name = name_at(reading, i, true);
    return (name && name->actor->source_only) || reading.begins_number(i);
}

// "أفاد مصدر طبي في العريش", "وزارة الصحة في صنعاء:": where those sit who speak.
bool is_seat_of_source(const Reading& reading, std::uint32_t first, std::uint32_t last)
{
    constexpr std::uint32_t words_before = 4;
    if (!preceded_by(reading, first, 1, {"في"})) {
        return false;
    }
    const bool speaks_behind = last < reading.size() && (reading.word(last).pause == Pause::stop || reading.has(last, Class::that) || reading.has(last, Class::reports));
    for (std::uint32_t back = 2; back <= words_before && first >= reading.sentence_begin(first) + back; ++back) {
        const std::uint32_t i = first - back;
        if (reading.word(i + 1).pause == Pause::stop) {
            return false;
        }
        if (reading.has(i, Class::source_noun)) {
            return speaks_behind || (i > reading.sentence_begin(first) && reading.has(i - 1, Class::reports));
        }
    }
    return false;
}

// "أستاذ في جامعة الموصل", "عمال حقل الورد": whose work they do.
bool is_place_of_work(const Reading& reading, std::uint32_t first)
{
    const bool works = preceded_by(reading, first, 3, {"يعمل", "تعمل", "يعملون", "يعملان", "يعملن"}) && preceded_by(reading, first, 2, {"في"});
    return works || preceded_by(reading, first, 2, {"عمال", "عامل", "موظف", "موظفي", "موظفو", "طالب", "طلاب", "طلبه", "استاذ", "مهندس"});
}

PlaceRole role_of(const Reading& reading, const ContextPlace& place)
{
    const std::uint32_t first = reading.word_at(place.tokens.first);
    if (first >= reading.size()) {
        return PlaceRole::event;
    }
    const bool bare = place.tokens == place.name && place.name.last == place.name.first + 1;
    const bool governed = preceded_by(reading, first, 1, {"في", "قرب", "مدينه", "بلده", "قريه", "ريف", "باديه", "منطقه", "حي", "طريق", "الي",
        "شرق", "غرب", "شمال", "جنوب", "محيط"});
    if (bare && !governed && is_common_word(reading, reading.word_at(place.name.first))) {
        return PlaceRole::other;
    }
    if (is_dateline(reading, place, first)) {
        return PlaceRole::dateline;
    }
    if (preceded_by(reading, first, 2, {"اهالي", "ابناء", "سكان", "مستشفي", "مشفي", "مستشفيات", "مشافي", "محافظ", "شرطه", "متجهه",
        "باتجاه", "نحو", "القادمه", "قادمه", "محكمه", "جنايات", "عائد", "حاكم"})) {
        return PlaceRole::other;
    }
    const std::uint32_t last = reading.word_at(place.tokens.last - 1) + 1;
    if (is_seat_of_source(reading, first, last) || is_place_of_work(reading, first)) {
        return PlaceRole::other;
    }
    if (preceded_by(reading, first, 1, {"من", "الي"}) || preceded_by(reading, first, 2, {"من"})) {
        const bool taken_from = preceded_by(reading, first, 12, {"خطفوا", "خطف", "اختطف", "خطفت", "خطفا"});
        return taken_from ? PlaceRole::event : PlaceRole::other;
    }
    const bool beyond_border = preceded_by(reading, first, 1, {"مع"}) && preceded_by(reading, first, 2, {"الحدود", "حدود", "حدودها"});
    if (beyond_border || preceded_by(reading, first, 3, {"تبعد", "كيلومتر", "كيلومترا", "كيلومترات", "كم"})) {
        return PlaceRole::relative;
    }
    return PlaceRole::event;
}

}  // namespace

void read_sentences(const Reading& reading, const std::vector<FoundAct>& acts, Cues& cues)
{
    cues.sentences.clear();
    for (std::uint32_t s = 0; s < reading.sentences(); ++s) {
        cues.sentences.push_back(flags_of(reading, s, s == 0 ? SentenceFlags() : cues.sentences.back()));
    }
    mark_background_acts(reading, acts, cues);
    mark_openings(reading, cues);
    mark_counting_titles(reading, cues);
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
        const bool vague = reading.has(first, Class::vague_time) || (first + 1 < reading.size() && reading.has(first + 1, Class::vague_time));
        cues.dates.push_back(vague ? DateRole::other : announces(reading, first, act) ? DateRole::announces : DateRole::event);
    }
    for (const ContextPlace& place : reading.context().places) {
        cues.places.push_back(role_of(reading, place));
    }
}

}  // namespace sitrep::understand::arabic
