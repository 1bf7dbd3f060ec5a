#include "understand/arabic/acts.hpp"

#include "understand/arabic/circumstances.hpp"
#include "understand/arabic/complements.hpp"
#include "understand/arabic/mishaps.hpp"
#include "understand/arabic/names.hpp"
#include "understand/arabic/people.hpp"
#include "understand/arabic/picked_act.hpp"
#include "understand/arabic/unreal.hpp"
#include "understand/arabic/word_order.hpp"
#include "understand/one_of.hpp"

#include <algorithm>
#include <array>

namespace sitrep::understand::arabic {
namespace {

constexpr std::uint32_t object_window = 9;   // words in which the object of a light verb stands
constexpr std::uint32_t governor_window = 4;  // words before an act in which "threatens", "foils" … govern it

std::uint32_t clause_end(const Reading& reading, std::uint32_t from, std::uint32_t window)
{
    const std::uint32_t end = std::min(reading.sentence_end(from), from + window);
    std::uint32_t i = from + 1;
    while (i < end && reading.word(i).pause != Pause::stop) {
        ++i;
    }
    return std::min(i, end);
}

// The word an act needs to be one: "أطلق … النار", "ألقى … قنبلة"; the kind may depend on it.
bool has_needed(const Reading& reading, const Found& found, ActCue& cue)
{
    const Class needed = *found.entry->needs;
    if (needed == Class::never) {
        return found.clitics.find("ك") == std::string_view::npos && lies_in_wait(reading, found);
    }
    const std::uint32_t end = found.last >= reading.size() || found.last >= reading.sentence_end(found.first)
                                  ? found.last
                                  : clause_end(reading, found.first, needed == Class::on || needed == Class::on_members ? 2 : object_window);
    if (needed == Class::on && found.last < end && takes_hold_of(reading, found)) {
        return true;
    }
    if (reading.next(found.last, end, needed) < end) {
        return true;
    }
    if (needed == Class::fire && reading.next(found.last, end, Class::missile) < end) {
        cue.kind = IncidentKind::shelling;
        return true;
    }
    if (needed == Class::air) {
        const std::uint32_t begin = std::max(reading.sentence_begin(found.first), found.first - std::min(found.first, governor_window));
        return reading.next(begin, found.first, needed) < found.first;
    }
    return false;
}

// فجر is "blew up" and "dawn": it is the verb with a shadda, or where no date stands beside it.
bool is_dawn(const Reading& reading, const Found& found)
{
    const auto& normal = reading.word(found.first).normal;
    if (!found.verb || (normal != "فجر" && normal != "فجرا" && normal != "الفجر")) {
        return false;
    }
    const auto written = reading.text(reading.tokens(found.first, found.first + 1));
    if (written.find("\xD9\x91") != std::string_view::npos) {
        return false;
    }
    const bool date_before = found.first > 0 && reading.in_date(found.first - 1);
    const bool date_after = found.last < reading.size() && reading.in_date(found.last);
    return normal != "فجر" || date_before || date_after;
}

bool person_follows(const Reading& reading, const Found& found)
{
    const std::uint32_t end = std::min(reading.sentence_end(found.first), found.last + governor_window);
    for (std::uint32_t i = found.last; i < end; ++i) {
        if (const auto group = simple_group_at(reading, i); group && (group->noun == nullptr || group->noun->entry->side != Side::thing)) {
            return true;
        }
        if ((found.is(Prop::intransitive) || found.is(Prop::gun)) && !reading.in_date(i)) {  // "قنص يودي بحياة فتى"
            return false;
        }
    }
    return false;
}

// "ثمانية قضوا", "البائع وابنه قضيا": of several a verb of dying stands behind them; "قضوا أسبوعاً" tells how they spent it.
bool they_died(const Reading& reading, const Found& found)
{
    constexpr std::uint32_t window = 8;
    if (!found.is(Prop::intransitive) || !found.verb || found.shape.present || !(found.shape.plural || found.shape.dual)) {
        return false;
    }
    const bool behind = found.last < reading.sentence_end(found.first) && reading.word(found.last).pause == Pause::nothing;
    constexpr std::array<std::string_view, 8> spent{"علي", "ليله", "ليلتهم", "وقتا", "وقتهم", "معظم", "سنوات", "حاجه"};
    if (behind && (reading.has(found.last, Class::unit) || reading.number(found.last) || is_one_of(spent, reading.word(found.last).normal))) {
        return false;
    }
    for (std::uint32_t back = 1; back <= window && found.first >= reading.sentence_begin(found.first) + back; ++back) {
        const auto group = simple_group_at(reading, found.first - back);
        if (group && group->counted && (group->noun == nullptr || group->noun->entry->side != Side::thing)) {
            return true;
        }
        if (reading.word(found.first - back + 1).pause == Pause::stop) {
            return false;
        }
    }
    return false;
}

bool is_ceasefire(const Reading& reading, const Found& found)
{
    return found.is(Prop::gun) && found.first > 0 && reading.is_word(found.first - 1, "وقف");
}

bool governed_by(const Reading& reading, const Found& found, Class cls, std::uint32_t window)
{
    const std::uint32_t begin = reading.sentence_begin(found.first);
    for (std::uint32_t steps = 0, i = found.first; i > begin && steps < window; ++steps) {
        if (reading.word(i).pause != Pause::nothing) {
            return false;
        }
        --i;
        const bool nothing_but = cls == Class::negation && reading.is_word(i + 1, "غير");  // "ثلاثة لا غير قُتلوا"
        if (reading.has(i, cls) && !nothing_but) {
            return true;
        }
    }
    return false;
}

// "ينفي شن غارات" against "ينفي مسؤوليته عن تفجير": what is denied is the act, or only the part in it.
bool is_denied(const Reading& reading, const Found& found)
{
    constexpr std::uint32_t window = 16;
    const std::uint32_t begin = reading.sentence_begin(found.first);
    for (std::uint32_t back = 1; back <= window && found.first >= begin + back; ++back) {
        const std::uint32_t i = found.first - back;
        if (reading.word(i + 1).pause != Pause::nothing || reading.has(i, Class::its_part) || reading.has(i, Class::that)) {
            return false;
        }
        if (reading.has(i, Class::denies)) {  // "تنصل من تفجير": it happened
            return !found.definite && !reading.is_word(found.first - 1, "من");
        }
    }
    return false;
}

// "دعا … إلى هجمات", "يحث أنصاره على هجمات", "حذر من هجمات"
bool is_called_for(const Reading& reading, const Found& found)
{
    constexpr std::uint32_t window = 16;
    const std::uint32_t begin = reading.sentence_begin(found.first);
    if (found.definite || found.first == begin) {
        return false;
    }
    constexpr std::array<std::string_view, 7> linking{"الي", "علي", "من", "بشن", "لشن", "بتنفيذ", "لتنفيذ"};
    const bool behind_link = is_one_of(linking, reading.word(found.first - 1).normal);
    const bool linked = behind_link || found.has_clitic("ب") || found.has_clitic("ل");
    for (std::uint32_t back = 1; linked && back <= window && found.first >= begin + back; ++back) {
        const std::uint32_t i = found.first - back;
        const bool carries = back == 1 && behind_link;  // "هدد بشن هجوم"
        if (reading.word(i + 1).pause == Pause::stop || (reading.has(i, Class::act) && !carries)) {
            return false;
        }
        if (reading.has(i, Class::calls)) {
            return true;
        }
    }
    return false;
}

Reality reality_of(const Reading& reading, const Found& found)
{
    if (const auto behind = reality_behind(reading, found)) {
        return *behind;
    }
    if (found.has_clitic("س") && found.verb && found.shape.present) {
        return Reality::planned;
    }
    const bool open = !found.verb || found.shape.present;
    if (!found.verb && found.shape.plural && governed_by(reading, found, Class::habit, 3)) {
        return Reality::hypothetical;  // "تتكرر هجمات": a habit, not one attack
    }
    if (open && governed_by(reading, found, Class::foiled, governor_window)) {
        return Reality::foiled;
    }
    if (!found.verb && is_denied(reading, found)) {
        return Reality::negated;
    }
    if (!found.verb && found.entry->kind == IncidentKind::ied_or_mine && governed_by(reading, found, Class::tries, 3)) {
        return Reality::planned;  // who tried to set a bomb off did not
    }
    if (!found.verb && governed_by(reading, found, Class::opinion, governor_window)) {
        return Reality::condemned;
    }
    if (!found.verb && is_called_for(reading, found)) {
        return Reality::threatened;
    }
    if (open && governed_by(reading, found, Class::plan, 3)) {
        return Reality::planned;
    }
    if (open && governed_by(reading, found, Class::threat, governor_window)) {
        return Reality::threatened;
    }
    if (governed_by(reading, found, Class::negation, 2) && !found.is(Prop::victims)) {
        const bool unclaimed = governed_by(reading, found, Class::unclaimed, governor_window) || governed_by(reading, found, Class::claims, 3);
        return unclaimed ? Reality::happened : Reality::negated;
    }
    if (!found.verb && governed_by(reading, found, Class::condemned, governor_window)) {
        return Reality::condemned;
    }
    return Reality::happened;
}

std::optional<Outcome> outcome_of(const Entry& entry)
{
    if (entry.is(Prop::killed)) return Outcome::killed;
    if (entry.is(Prop::injured)) return Outcome::injured;
    if (entry.is(Prop::abducted)) return Outcome::abducted;
    if (entry.is(Prop::arrested)) return Outcome::arrested;
    return std::nullopt;
}

// An actor that can do the act stands right behind the verb: "قتل مجهولون شاباً".
bool subject_can_act(const Reading& reading, std::uint32_t i)
{
    const Found* people = reading.find(i, Class::people);
    return people != nullptr && people->is(Prop::attacker) && !people->is(Prop::suicide) && !reading.number(i);
}

// "خطف عناصر داعش راعيين": members of a named group, and other people right behind them.
bool object_follows(const Reading& reading, const Group& subject)
{
    const std::uint32_t end = reading.sentence_end(subject.first);
    if (subject.number_written || subject.noun == nullptr || !subject.noun->is(Prop::member) || subject.last >= end) {
        return false;
    }
    const auto name = name_at(reading, subject.last);
    if (!name || name->last >= end || reading.word(name->last).pause != Pause::nothing) {
        return false;
    }
    const auto object = simple_group_at(reading, name->last);
    return object && !object->others && object->state == State::none && (object->noun == nullptr ? object->number_written : object->noun->clitics.empty());
}

bool is_passive(const Reading& reading, const Found& found)
{
    if (found.is(Prop::intransitive) || found.is(Prop::passive_only) || found.is(Prop::victims)) {
        return true;
    }
    if (!found.verb || found.shape.pronoun) {
        return false;
    }
    const Voice voice = reading.voice(found);
    if (voice != Voice::unmarked || found.shape.present) {
        return voice == Voice::passive;
    }
    if (!outcome_of(*found.entry)) {
        return false;
    }
    const std::uint32_t end = reading.sentence_end(found.first);
    const std::uint32_t i = after_told_act(reading, skip_circumstances(reading, found.last, end), end);
    const auto group = i < end ? simple_group_at(reading, i) : std::nullopt;
    if (found.shape.plural || found.shape.dual) {
        return !group || group->of_them || begins_with_and(reading, *group);  // "قتلوا ثلاثة" against "إن ثلاثة قتلوا في", "أربعة قتلوا واثنان أصيبا"
    }
    if (found.shape.feminine) {
        return group && group->feminine && !object_behind_doers(reading, i);
    }
    return group && !subject_can_act(reading, i) && !object_follows(reading, *group) && !object_behind_doers(reading, i);
}

void read_neighbours(const Reading& reading, const Found& found, ActCue& cue)
{
    const std::uint32_t end = reading.sentence_end(found.first);
    if (!found.verb && !found.is(Prop::victims)) {
        for (std::uint32_t i = found.last; i < std::min(end, found.last + 2); ++i) {
            cue.another = cue.another || (reading.word(i).pause == Pause::nothing && reading.has(i, Class::another) && !reading.in_place(i));
        }
    }
    if (found.first > reading.sentence_begin(found.first)) {
        cue.another = cue.another || reading.has(found.first - 1, Class::resumes);
        const bool this_one = reading.is_word(found.first - 1, "هذا") || reading.is_word(found.first - 1, "هذه") ||
                              (found.first > 1 && (reading.is_word(found.first - 2, "هذا") || reading.is_word(found.first - 2, "هذه")));
        cue.definite = cue.definite || (this_one && !found.verb);
    }
    constexpr std::array<std::string_view, 6> answering{"ردا", "رد", "ردت", "انتقاما", "ثارا", "ردوا"};
    for (std::uint32_t steps = 1; steps <= governor_window && found.first >= reading.sentence_begin(found.first) + steps; ++steps) {
        const std::uint32_t i = found.first - steps;
        cue.answers = cue.answers || reading.is_word_any(i, answering);
        if (reading.word(i).pause == Pause::stop) {
            break;
        }
    }
}

std::optional<ActCue> cue_of(const Reading& reading, const Found& found)
{
    const Entry& entry = *found.entry;
    ActCue cue;
    cue.tokens = reading.tokens(found.first, found.last);
    cue.sentence = reading.word(found.first).sentence;
    cue.kind = entry.kind;
    cue.strength = entry.strength;
    if (found.is(Prop::gun) && found.first > 0 && reading.is_word(found.first - 1, "اثار")) {
        return std::nullopt;
    }
    const bool device = found.first > 0 && !found.verb && reading.has(found.first - 1, Class::device);
    const bool no_protest = entry.kind == IncidentKind::protest && leaves_place(reading, found);
    if (device || no_protest || is_dawn(reading, found) || is_ceasefire(reading, found) || (entry.needs && !has_needed(reading, found, cue)) ||
        (entry.is(Prop::person_next) && !person_follows(reading, found) && !they_died(reading, found))) {
        return std::nullopt;
    }
    constexpr std::uint32_t court_window = 40;
    const std::uint32_t begin = reading.sentence_begin(found.first);
    const std::uint32_t court_from = std::max(begin, found.first - std::min(found.first, court_window));
    const std::uint32_t court_to = std::min(reading.sentence_end(found.first), found.last + court_window);
    if (entry.kind == IncidentKind::execution && reading.next(court_from, court_to, Class::court) < court_to) {
        return std::nullopt;
    }
    cue.reality = reality_of(reading, found);
    mark_unreal(reading, found, cue);
    cue.nominal = !found.verb;
    cue.plural = cue.nominal && (found.shape.plural || found.shape.dual);
    cue.kills = outcome_of(entry) == Outcome::killed && !entry.is(Prop::death);
    cue.definite = cue.nominal && (found.definite || found.shape.pronoun);
    cue.generic_kind = entry.is(Prop::generic);
    cue.told_as_attack = entry.is(Prop::attack);
    cue.by_victims = is_passive(reading, found) && outcome_of(entry).has_value();
    read_neighbours(reading, found, cue);
    cue.past_context = !found.verb && !cue.definite && found.first > begin + 3 && governed_by(reading, found, Class::after, governor_window);
    return cue;
}

// Deaths and wounds of unknown cause are no act: an act needs a weapon or another act beside them.
bool is_violent(const Reading& reading, std::uint32_t sentence)
{
    const auto [begin, end] = reading.sentence(sentence);
    return !tells_accident(reading, begin, end) && reading.next(begin, end, Class::weapon) < end;
}

std::vector<bool> violent_sentences(const Reading& reading)
{
    std::vector<bool> violent(reading.sentences());
    for (std::uint32_t s = 0; s < reading.sentences(); ++s) {
        violent[s] = is_violent(reading, s);
    }
    return violent;
}

// Deaths in a crash or fire are nobody's act and no toll of one.
bool is_accident(const Reading& reading, const Found& found)
{
    constexpr std::uint32_t window = 12;
    const std::uint32_t end = std::min(reading.sentence_end(found.first), found.last + window);
    const std::uint32_t accident = reading.next(found.first, end, Class::accident);
    for (std::uint32_t i = found.last; i < accident; ++i) {
        const Found* other = reading.in_date(i) ? nullptr : reading.find(i, Class::act);
        if (other != nullptr && (!outcome_of(*other->entry) || other->is(Prop::killed)) && other->entry->strength != Strength::weak) {
            return false;
        }
    }
    return accident < end && tells_accident(reading, found.first, reading.sentence_end(found.first)) && reading.next(found.last, accident, Class::weapon) == accident &&
           reading.next(found.last, accident, Class::reports) == accident;
}

}  // namespace

std::pair<std::size_t, std::size_t> acts_in(const Cues& cues, std::uint32_t sentence)
{
    const auto first = std::lower_bound(cues.acts.begin(), cues.acts.end(), sentence, [](const ActCue& act, std::uint32_t s) { return act.sentence < s; });
    const auto last = std::upper_bound(first, cues.acts.end(), sentence, [](std::uint32_t s, const ActCue& act) { return s < act.sentence; });
    return {static_cast<std::size_t>(first - cues.acts.begin()), static_cast<std::size_t>(last - cues.acts.begin())};
}

const FoundAct* act_before(const Reading& reading, const std::vector<FoundAct>& acts, std::uint32_t i)
{
    constexpr int look_back = 16;
    auto act = std::lower_bound(acts.begin(), acts.end(), i, [](const FoundAct& a, std::uint32_t w) { return a.first < w; });
    for (int steps = 0; steps < look_back && act != acts.begin(); ++steps) {
        --act;
        if (act->first < reading.sentence_begin(i)) {
            return nullptr;
        }
        if (act->cue != none) {
            return &*act;
        }
    }
    return nullptr;
}

std::vector<FoundAct> find_acts(const Reading& reading, Cues& cues)
{
    std::vector<FoundAct> acts;
    const std::vector<bool> violent = violent_sentences(reading);
    for (std::uint32_t i = 0; i < reading.size();) {
        if (const Found* no_harm = reading.find(i, Class::no_harm)) {
            i = no_harm->last;
            continue;
        }
        const Found* found = reading.in_place(i) || reading.in_date(i) ? nullptr : pick_act(reading, i);
        if (found == nullptr) {
            ++i;
            continue;
        }
        i = found->last;
        if (found->is(Prop::light)) {
            continue;
        }
        auto cue = cue_of(reading, *found);
        if (!cue || is_mishap(reading, *found) || (cue->generic_kind && outcome_of(*found->entry) && is_accident(reading, *found))) {
            continue;
        }
        FoundAct act{found, found->first, found->last, none, is_passive(reading, *found), outcome_of(*found->entry)};
        const bool counts_only = found->is(Prop::death) || (found->is(Prop::hurt_act) && !violent[reading.word(found->first).sentence]);
        if (!counts_only) {
            act.cue = static_cast<CueIndex>(cues.acts.size());
            cues.acts.push_back(*cue);
        }
        acts.push_back(act);
    }
    return acts;
}

}  // namespace sitrep::understand::arabic
