#include "understand/arabic/own_reports.hpp"

#include "understand/arabic/circumstances.hpp"
#include "understand/arabic/names.hpp"
#include "understand/names/register.hpp"
#include "understand/one_of.hpp"
#include "understand/who/own_deed.hpp"

#include <algorithm>
#include <array>

namespace sitrep::understand::arabic {
namespace {

constexpr std::uint32_t speaker_window = 8;   // words of a speaker: "المتحدث العسكري باسم قوات خفر السواحل"
constexpr std::uint32_t clause_window = 24;   // words behind the speaker in which its men act

std::size_t first_actor_from(const std::vector<FoundActor>& actors, std::uint32_t word)
{
    const auto found = std::lower_bound(actors.begin(), actors.end(), word, [](const FoundActor& a, std::uint32_t w) { return a.first < w; });
    return static_cast<std::size_t>(found - actors.begin());
}

const FoundAct* act_from(const std::vector<FoundAct>& acts, std::uint32_t word)
{
    const auto found = std::lower_bound(acts.begin(), acts.end(), word, [](const FoundAct& a, std::uint32_t w) { return a.first < w; });
    return found == acts.end() ? nullptr : &*found;
}

// Those who speak for others in arms; witnesses, agencies and monitors do not.
bool speaks_for_arms(const Reading& reading, std::uint32_t i)
{
    constexpr std::array<std::string_view, 18> speakers{"متحدث", "ناطق", "قياده", "قايد", "قيادي", "وزاره", "مديريه", "الجيش", "الشرطه",
                                                        "الداخليه", "الدفاع", "سلطات", "مكتب", "اركان", "بيان", "خارجيه", "جناح", "امن"};
    return reading.is_word_any(i, speakers);
}

bool is_that(const Reading& reading, std::uint32_t i)
{
    return reading.has(i, Class::that);
}

// "أنه", "إنها": that with the speaker itself as subject.
bool is_that_they(const Reading& reading, std::uint32_t i)
{
    constexpr std::array<std::string_view, 3> they{"انه", "انها", "انهم"};
    return reading.is_word_any(i, they);
}

struct Speaker {
    std::uint32_t last = 0;  ///< first word behind it
    CueIndex actor = none;
    bool armed = false;      ///< speaks for people in arms, named or not
};

// Who speaks behind a reporting verb.
Speaker speaker_behind(const Reading& reading, const std::vector<FoundActor>& actors, const Cues& cues, std::uint32_t verb_last)
{
    Speaker speaker{verb_last};
    const std::uint32_t end = verb_last < reading.size() ? std::min(reading.sentence_end(verb_last), verb_last + speaker_window) : verb_last;
    std::uint32_t i = verb_last;
    for (; i < end && reading.word(i).pause != Pause::stop && !is_that(reading, i); ++i) {
        const std::size_t k = first_actor_from(actors, i);
        if (k < actors.size() && actors[k].first == i && is_armed(cues.actors[k])) {
            return {actors[k].last, static_cast<CueIndex>(k), true};
        }
        if (const auto name = name_at(reading, i); name && name->actor->source_only) {
            return speaker;
        }
        if (!speaker.armed && (i > verb_last + 2 || reading.has(i, Class::act))) {
            break;
        }
        speaker.armed = speaker.armed || speaks_for_arms(reading, i);
    }
    speaker.last = i;
    return speaker;
}

// "قتل 13 مسلحاً", "بقصف القاعدة": a deed as a noun, not what was suffered ("مقتل", "إصابة").
bool is_deed(const Reading& reading, const FoundAct* act, std::uint32_t i)
{
    if (act == nullptr || act->first != i || act->cue == none || act->found->verb || act->found->is(Prop::victims) || act->found->is(Prop::refers)) {
        return false;
    }
    const std::string_view clitics = act->found->clitics;
    return (clitics.empty() || clitics == "ب") && !act->found->shape.pronoun && !reading.in_place(i);
}

bool admits(const Reading& reading, std::uint32_t i)
{
    constexpr std::array<std::string_view, 10> verbs{"اكد", "اكدت", "اقر", "اقرت", "اعترف", "اعترفت", "يقر", "تقر", "يعترف", "تعترف"};
    return reading.is_word_any(i, verbs);
}

// "أعلن المتحدث باسم الشرطة اغتيال قاض", "هجوم على دورية": what forces tell of that others did.
bool is_deed_of_others(const Reading& reading, const FoundAct& act)
{
    constexpr std::array<std::string_view, 9> deeds{"اغتيال", "خطف", "اختطاف", "هجوم", "كمين", "تفجير", "انفجار", "اطلاق", "ذبح"};
    constexpr std::uint32_t reach = 4;
    if (!act.found->definite && reading.is_word_any(act.first, deeds)) {
        return true;
    }
    const std::uint32_t end = std::min(reading.sentence_end(act.first), act.last + reach);
    for (std::uint32_t i = act.last; i + 1 < end && reading.word(i).pause == Pause::nothing; ++i) {
        const Found* people = reading.is_word(i, "علي") ? reading.find(i + 1, Class::people) : nullptr;
        if (people != nullptr) {
            const auto hit = people->entry->target_class;
            return people->entry->side == Side::state_force || hit == TargetClass::military || hit == TargetClass::police;
        }
    }
    return false;
}

// "أعلنت سرايا القدس قصف …"; of a deed that all know already only who admits it: "وأكد الجيش الغارة".
bool tells_deed(const Reading& reading, const std::vector<FoundAct>& acts, const Speaker& speaker, bool force, std::uint32_t verb)
{
    constexpr std::array<std::string_view, 8> announces{"اعلن", "اعلنت", "يعلن", "تعلن", "تبني", "نشر", "اذاع", "زعم"};
    if (speaker.last >= reading.sentence_end(verb)) {
        return false;
    }
    const std::uint32_t i = skip_circumstances(reading, speaker.last, reading.sentence_end(verb));
    const FoundAct* act = act_from(acts, i);
    if (!is_deed(reading, act, i) || (force && is_deed_of_others(reading, *act))) {
        return false;
    }
    const bool announced = reading.is_word_any(verb, announces);
    return act->found->definite ? admits(reading, verb) : announced || admits(reading, verb);
}

// "إنه أغار على منزل", "أنها نفذت ضربات": the first verb behind "that they" is active, and nobody else is its subject.
bool they_act(const Reading& reading, const std::vector<FoundAct>& acts, const Found& reports, std::uint32_t that)
{
    constexpr std::uint32_t reach = 3;
    const FoundAct* act = act_from(acts, that + 1);
    // "قال إنها استهدفت": "it" is something else that the speaker tells of.
    const bool agrees = reading.is_word(that, "انهم") || reports.shape.feminine == reading.is_word(that, "انها");
    if (!is_that_they(reading, that) || !agrees || act == nullptr || act->first > that + reach || act->first >= reading.sentence_end(that)) {
        return false;
    }
    constexpr std::array<std::string_view, 5> suffers{"تعرض", "تعرضت", "تعرضوا", "وقع", "وقعت"};  // "إنه تعرض لهجوم"
    for (std::uint32_t i = that + 1; i <= act->first; ++i) {
        const bool suffered = reading.is_word_any(i, suffers);
        if (reading.word(i).pause != Pause::nothing || reading.has(i, Class::negation) || suffered) {
            return false;
        }
    }
    return act->found->verb && !act->passive && act->cue != none;
}

// The actor of the sentence named last before a word that can have done something.
CueIndex armed_before(const Reading& reading, const std::vector<FoundActor>& actors, const Cues& cues, std::uint32_t word)
{
    constexpr int looked_at = 4;
    int left = looked_at;
    for (std::size_t k = first_actor_from(actors, word); k-- > 0 && actors[k].first >= reading.sentence_begin(word) && left-- > 0;) {
        if (is_armed(cues.actors[k]) && cues.actors[k].side != Side::unnamed_gunmen) {
            return static_cast<CueIndex>(k);
        }
    }
    return none;
}

// The first of the speaker's own men that act in what it says.
CueIndex own_men_behind(const Reading& reading, const std::vector<FoundAct>& acts, const std::vector<FoundActor>& actors, std::uint32_t from)
{
    const std::uint32_t end = from < reading.size() ? std::min(reading.sentence_end(from), from + clause_window) : from;
    for (std::size_t k = first_actor_from(actors, from); k < actors.size() && actors[k].first < end; ++k) {
        const bool own = is_own_men(reading, actors[k].first) || (actors[k].group && actors[k].group->noun != nullptr && actors[k].group->noun->shape.pronoun);
        if (own && acts_beside(reading, acts, actors[k].first, actors[k].last)) {
            return static_cast<CueIndex>(k);
        }
    }
    return none;
}

// The "that" of what a speaker says, with when, where and how between: "وأعلنت الكتائب في التوقيت ذاته أنها"; the end where there is none.
std::uint32_t that_behind(const Reading& reading, const std::vector<FoundActor>& actors, const Cues& cues, std::uint32_t from, std::uint32_t end)
{
    constexpr std::uint32_t between = 7;
    const std::uint32_t limit = std::min(end, from + between);
    for (std::uint32_t i = from; i < limit && reading.word(i).pause != Pause::stop; ++i) {
        if (is_that(reading, i) || is_that_they(reading, i)) {
            return i;
        }
        const std::size_t k = first_actor_from(actors, i);
        const bool another = k < actors.size() && actors[k].first == i && is_armed(cues.actors[k]);
        if (another || reading.has(i, Class::act) || reading.has(i, Class::reports)) {
            return end;
        }
    }
    return end;
}

// Who spoke last before a verb that names no speaker: "أعلنت وزارة الدفاع التركية … وأفادت بأن"; in its sentence or the one before.
Speaker speaker_before(const Reading& reading, const std::vector<FoundActor>& actors, const Cues& cues, std::uint32_t verb)
{
    constexpr std::uint32_t reach = 60;
    const std::uint32_t begin = reading.sentence_begin(verb);
    const std::uint32_t from = std::max(begin > 0 ? reading.sentence_begin(begin - 1) : 0, verb - std::min(verb, reach));
    for (std::uint32_t i = verb; i-- > from;) {
        const Found* reports = reading.find(i, Class::reports);
        if (reports != nullptr && reports->verb) {
            return speaker_behind(reading, actors, cues, reports->last);
        }
    }
    return {};
}

// "إن التنظيم ليس وراء التفجير", "إنها لا علاقة لها به": what is said denies.
bool is_denied(const Reading& reading, std::uint32_t that)
{
    constexpr std::uint32_t reach = 8;
    const std::uint32_t end = std::min(reading.sentence_end(that), that + reach);
    for (std::uint32_t i = that; i < end && (i == that || reading.word(i).pause == Pause::nothing); ++i) {
        if (reading.has(i, Class::denies)) {
            return true;
        }
    }
    return false;
}

// "أعلن البنتاغون أن طائرتين أمريكيتين قصفتا": a force of the speaker's own side does what is told.
CueIndex own_force_acts(const Reading& reading, const std::vector<FoundAct>& acts, const Cues& cues, const Speaker& speaker, std::uint32_t that)
{
    constexpr std::uint32_t reach = 8;
    const FoundAct* act = act_from(acts, that + 1);
    if (speaker.actor == none || act == nullptr || act->first > that + reach || act->first >= reading.sentence_end(that) || act->cue == none) {
        return none;
    }
    const CueIndex agent = cues.acts[act->cue].agent;
    if (!act->found->verb || act->passive || agent == none || agent == speaker.actor) {
        return none;
    }
    for (std::uint32_t i = that + 1; i <= act->first; ++i) {
        if (reading.word(i).pause != Pause::nothing || reading.has(i, Class::negation)) {
            return none;
        }
    }
    const std::string& speaks = cues.actors[speaker.actor].name;
    const std::string& does = cues.actors[agent].name;
    const bool one_side = speaks == does || army_of(speaks) == does || army_of(does) == speaks;
    return !speaks.empty() && !does.empty() && one_side && is_force(cues.actors[agent].side) ? agent : none;
}

// "وقال الجيش إن المستهدف قيادي", "إن الضربة رد على هجوم": a force that explains a deed has done it; not where it looks into it or names others.
bool explains_deed(const Reading& reading, const std::vector<FoundActor>& actors, const Cues& cues, const Speaker& speaker, std::uint32_t that)
{
    constexpr std::array<std::string_view, 8> told{"المستهدف", "المستهدفين", "الهدف", "الضربه", "الضربات", "الغاره", "الغارات", "العمليه"};
    constexpr std::array<std::string_view, 9> not_its_own{"تحقيق", "يحقق", "تحقق", "يدرس", "يفحص", "احبط", "احبطت", "تعرض", "تعرضت"};
    constexpr std::uint32_t near = 2;
    const std::uint32_t end = std::min(reading.sentence_end(that), that + clause_window);
    bool explains = false;
    for (std::uint32_t i = that + 1; i < end && reading.word(i).pause != Pause::stop; ++i) {
        explains = explains || (i <= that + near && is_one_of(told, reading.word(i).normal));
        if (reading.has(i, Class::negation) || reading.is_word_any(i, not_its_own) || (i > that + near && !explains)) {
            return false;
        }
        const std::size_t k = first_actor_from(actors, i);
        const bool other_force = k < actors.size() && actors[k].first == i && is_force(cues.actors[k].side) && cues.actors[k].name != cues.actors[speaker.actor].name;
        if (other_force) {
            return false;
        }
    }
    return explains;
}

// "ونشر التنظيم صوراً للهجوم": a group shows what it did.
CueIndex shows_deed(const Reading& reading, const std::vector<FoundActor>& actors, const Cues& cues, std::uint32_t i)
{
    constexpr std::array<std::string_view, 8> shows{"نشر", "نشرت", "بث", "بثت", "وزع", "وزعت", "عرض", "عرضت"};
    constexpr std::array<std::string_view, 13> pictures{"صورا", "صور", "صوره", "تسجيل", "تسجيلا", "شريط", "شريطا", "مقطع", "مقطعا",
                                                       "مقاطع", "فيديو", "اصدار", "اصدارا"};
    constexpr std::uint32_t near = 3;
    const std::size_t k = first_actor_from(actors, i + 1);
    if (!reading.is_word_any(i, shows) || k >= actors.size() || actors[k].first != i + 1 || (i > reading.sentence_begin(i) && reading.has(i - 1, Class::negation))) {
        return none;
    }
    const ActorCue& group = cues.actors[k];
    if (group.name.empty() || !(group.side == Side::insurgent || group.side == Side::militia)) {
        return none;
    }
    const std::uint32_t end = std::min(reading.sentence_end(i), actors[k].last + near);
    for (std::uint32_t at = actors[k].last; at < end && reading.word(at).pause == Pause::nothing; ++at) {
        if (reading.is_word_any(at, pictures)) {
            return static_cast<CueIndex>(k);
        }
    }
    return none;
}

}  // namespace

bool is_own_men(const Reading& reading, std::uint32_t i)
{
    return understand::is_own_men(reading.word(i).normal);
}

bool acts_beside(const Reading& reading, const std::vector<FoundAct>& acts, std::uint32_t first, std::uint32_t last)
{
    const auto active = [](const FoundAct* act) { return act != nullptr && act->cue != none && act->found->verb && !act->passive && !act->found->is(Prop::intransitive); };
    const FoundAct* behind = act_from(acts, last);
    if (behind != nullptr && behind->first == last && active(behind) && reading.word(last).pause == Pause::nothing) {
        return true;
    }
    const FoundAct* before = act_before(reading, acts, first);
    return active(before) && before->last == first && reading.word(first).pause == Pause::nothing;
}

CueIndex own_report_at(const Reading& reading, const std::vector<FoundAct>& acts, const std::vector<FoundActor>& actors, const Cues& cues, std::uint32_t i)
{
    if (const CueIndex shows = shows_deed(reading, actors, cues, i); shows != none) {
        return shows;
    }
    const Found* reports = reading.find(i, Class::reports);
    if (reports == nullptr || !reports->verb || reports->shape.pronoun || reading.has(i, Class::denies) || reading.has(i, Class::blames) ||
        (i > reading.sentence_begin(i) && reading.has(i - 1, Class::negation))) {
        return none;
    }
    const Speaker speaker = speaker_behind(reading, actors, cues, reports->last);
    const std::uint32_t end = reading.sentence_end(i);
    if (speaker.last == reports->last) {  // "وقالت إنها أصابت مسلحين": who was told before
        if (speaker.last < end && they_act(reading, acts, *reports, speaker.last)) {
            return armed_before(reading, actors, cues, i);
        }
        return speaker.last < end && is_that(reading, speaker.last) ? own_force_acts(reading, acts, cues, speaker_before(reading, actors, cues, i), speaker.last) : none;
    }
    if (!speaker.armed || (speaker.actor != none && cues.actors[speaker.actor].side == Side::unnamed_gunmen)) {
        return none;
    }
    if (const CueIndex men = own_men_behind(reading, acts, actors, speaker.last); men != none) {
        return men;
    }
    const bool force = speaker.actor != none && is_force(cues.actors[speaker.actor].side);
    if (tells_deed(reading, acts, speaker, force, i)) {
        return speaker.actor;
    }
    const std::uint32_t that = that_behind(reading, actors, cues, speaker.last, end);
    if (that == end || is_denied(reading, that)) {
        return none;
    }
    if (they_act(reading, acts, *reports, that)) {
        return speaker.actor;
    }
    if (const CueIndex agent = own_force_acts(reading, acts, cues, speaker, that); agent != none) {
        return agent;
    }
    return force && explains_deed(reading, actors, cues, speaker, that) ? speaker.actor : none;
}

void name_own_men(const Reading& reading, const std::vector<FoundAct>& acts, const std::vector<FoundActor>& actors, Cues& cues)
{
    for (std::uint32_t i = 0; i < reading.size(); ++i) {
        const Found* reports = reading.find(i, Class::reports);
        if (reports == nullptr || !reports->verb) {
            continue;
        }
        const Speaker speaker = speaker_behind(reading, actors, cues, reports->last);
        const CueIndex men = speaker.actor == none || cues.actors[speaker.actor].name.empty() ? none : own_men_behind(reading, acts, actors, speaker.last);
        if (men == none || !cues.actors[men].name.empty()) {
            continue;
        }
        cues.actors[men].name = cues.actors[speaker.actor].name;
        cues.actors[men].side = cues.actors[speaker.actor].side;
        cues.actors[men].target_class = cues.actors[speaker.actor].target_class;
    }
}

}  // namespace sitrep::understand::arabic
