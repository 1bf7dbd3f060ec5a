#include "understand/arabic/victims.hpp"

#include "understand/arabic/circumstances.hpp"
#include "understand/arabic/word_order.hpp"
#include "understand/names/register.hpp"
#include "understand/one_of.hpp"

#include <algorithm>
#include <array>

namespace sitrep::understand::arabic {
namespace {

constexpr std::uint32_t subject_window = 10;  // words between a verb and the number of its victims, or back to them

// The army or police as such: behind another word ("قوة من الجيش", "رصاص الجيش") it says whose, not who suffers.
bool is_force_itself(const Reading& reading, const Group& group)
{
    constexpr std::array<std::string_view, 6> forces{"الجيش", "القوات", "الشرطه", "الامن", "قوات", "قوي"};
    const Found* noun = group.noun;
    return noun != nullptr && !group.counted && !group.number_written && noun->clitics.empty() && noun->entry->side == Side::state_force &&
           is_one_of(forces, reading.word(noun->first).normal);
}

}  // namespace

bool is_people(const Group& group)
{
    return group.noun == nullptr || group.noun->entry->side != Side::thing;
}

Victims::Victims(const Reading& reading, const std::vector<FoundAct>& acts, const std::vector<FoundActor>& actors, const Cues& cues)
    : reading_(reading), actors_(actors), cues_(cues), is_act_(reading.size())
{
    for (const FoundAct& act : acts) {
        std::fill(is_act_.begin() + act.first, is_act_.begin() + act.last, true);
    }
}

const FoundActor* Victims::actor_in(const Group& group, CueIndex& index) const
{
    const auto found = std::lower_bound(actors_.begin(), actors_.end(), group.first, [](const FoundActor& a, std::uint32_t w) { return a.last <= w; });
    for (auto at = found; at != actors_.end() && at->first < group.last + 2; ++at) {
        index = static_cast<CueIndex>(at - actors_.begin());
        return &*at;
    }
    return nullptr;
}

std::vector<FoundActor>::const_iterator Victims::actor_at(std::uint32_t word) const
{
    const auto found = std::lower_bound(actors_.begin(), actors_.end(), word, [](const FoundActor& a, std::uint32_t w) { return a.first < w; });
    return found != actors_.end() && found->first == word ? found : actors_.end();
}

// "قُتل في الهجوم ثلاثة جنود": the act told before stands between the verb and those it tells of.
std::uint32_t Victims::behind_told_act(std::uint32_t i, std::uint32_t end) const
{
    return i + 1 < end && is_act_[i + 1] ? after_told_act(reading_, i, end) : i;
}

// "وقُتل، بحسب القائد، 48": the word behind a source that stands between commas; `i` where none does.
std::uint32_t Victims::behind_aside(std::uint32_t i, std::uint32_t end) const
{
    for (std::uint32_t at = i + 1; reading_.has(i, Class::according) && at < end; ++at) {
        if (reading_.word(at).pause != Pause::nothing) {
            return reading_.word(at).pause == Pause::comma ? at : i;
        }
    }
    return i;
}

// "قتل الجيش ثلاثة شبان", read as the noun: the force is who kills.
std::optional<Group> Victims::object_behind(const Group& force, std::uint32_t end) const
{
    constexpr std::uint32_t adjectives_max = 2;  // "الجيش اللبناني"
    std::uint32_t i = force.last;
    while (i < std::min(end, force.last + adjectives_max) && reading_.word(i).pause == Pause::nothing && reading_.word(i).normal.starts_with("ال")) {
        ++i;
    }
    const auto object = i < end && reading_.word(i).pause == Pause::nothing ? group_at(reading_, i) : std::nullopt;
    const bool people = object && is_people(*object) && object->counted && !(object->noun != nullptr && (object->noun->definite || !object->noun->clitics.empty()));
    return people ? object : std::nullopt;
}

std::optional<Group> Victims::after(const FoundAct& act) const
{
    const std::uint32_t end = std::min(reading_.sentence_end(act.first), act.last + subject_window);
    std::uint32_t i = behind_told_act(skip_circumstances(reading_, act.last, end), end);
    bool direct = true;
    if (i < end && i == act.last && reading_.word(i).pause == Pause::comma) {
        i = behind_aside(i, end);
        if (i == act.last) {
            return std::nullopt;
        }
    }
    if (const auto unlisted = i < end ? unlisted_with_kin(reading_, i) : std::nullopt) {
        return unlisted;
    }
    if (const auto national = i < end && reading_.word(i).pause == Pause::nothing ? national_at(reading_, i) : std::nullopt) {
        return national;
    }
    const std::uint32_t opens = i;
    while (i < end) {
        if (is_act_[i] || reading_.word(i).pause == Pause::stop || reading_.has(i, Class::among) || reading_.has(i, Class::that) ||
            (i > act.last && i != opens && reading_.word(i).pause == Pause::comma && !reading_.in_date(i - 1) && direct)) {
            return std::nullopt;
        }
        const auto group = group_at(reading_, i);
        if (group && act.found->verb && begins_with_and(reading_, *group)) {
            return std::nullopt;  // "إن جندياً قُتل وثلاثة جُرحوا"
        }
        if (const auto killed = group && is_force_itself(reading_, *group) ? object_behind(*group, end) : std::nullopt) {
            return killed;
        }
        if (group && is_people(*group) && (direct || (group->number_written && group->counted))) {
            return group;
        }
        direct = false;
        i = reading_.in_date(i) || reading_.in_place(i) ? reading_.after_mention(i) : i + 1;
    }
    return std::nullopt;
}

// "قُتل إسرائيلي بإطلاق نار" without vowels: no object stands behind him.
bool Victims::is_national_killed(const FoundAct& act, std::uint32_t i, std::uint32_t end) const
{
    constexpr std::array<std::string_view, 6> goes_on{"في", "قرب", "خلال", "اثر", "جراء", "برصاص"};
    if (i != act.last || i >= end || !act.found->verb || act.found->shape.pronoun || !national_at(reading_, i)) {
        return false;
    }
    const std::uint32_t next = i + 1;
    return next >= reading_.sentence_end(i) || reading_.word(next).pause != Pause::nothing || is_one_of(goes_on, reading_.word(next).normal) ||
           (is_act_[next] && reading_.word(next).normal.starts_with("ب"));
}

std::optional<Group> Victims::object_after(const FoundAct& act) const
{
    const std::uint32_t end = std::min(reading_.sentence_end(act.first), act.last + subject_window);
    std::uint32_t i = skip_circumstances(reading_, act.last, end);
    const Found* members = reading_.find(i, Class::people);
    const std::uint32_t named = members != nullptr && members->is(Prop::member) && members->shape.plural ? members->last : i;  // "عناصر داعش"
    if (const auto object = i < end && act.found->verb ? object_behind_doers(reading_, i) : std::nullopt) {
        return object;  // "قتل أربعة مسلحين شرطياً"
    }
    if (is_national_killed(act, i, end)) {
        return national_at(reading_, i);
    }
    auto actor = actor_at(named);
    if (actor == actors_.end()) {
        actor = actor_at(i);
    }
    if (actor != actors_.end() && i < end) {
        const ActorCue& cue = cues_.actors[static_cast<std::size_t>(actor - actors_.begin())];
        const bool subject = cue.side != Side::civilians && cue.side != Side::official && cue.side != Side::thing && !(actor->group && actor->group->counted);
        if (subject || (actor->group && actor->group->noun->is(Prop::attacker))) {
            i = skip_circumstances(reading_, actor->last, end);
        }
    }
    if (i < end && is_act_[i] && reading_.word(i).normal.starts_with("ال")) {  // "قتل الانفجار بائعاً وابنه"
        for (++i; i < end && reading_.word(i).pause == Pause::nothing && (is_act_[i] || reading_.word(i).normal.starts_with("ال"));) {
            ++i;
        }
    }
    if (const auto unlisted = i < end ? unlisted_with_kin(reading_, i) : std::nullopt) {
        return unlisted;
    }
    if (const auto national = i < end && act.found->verb && reading_.word(i).normal.ends_with("ا") ? national_at(reading_, i) : std::nullopt) {
        return national;  // "قتل إسرائيلياً"
    }
    constexpr std::array<std::string_view, 3> of_them{"منها", "منهما", "منهم"};
    for (const std::uint32_t opens = i; i < end; ++i) {
        if (i == opens + 1 && !is_act_[opens] && is_one_of(of_them, reading_.word(i).normal) && reading_.word(i).pause == Pause::nothing) {
            continue;  // "قتلت قذيفة منها راعياً"
        }
        if (is_act_[i] || reading_.word(i).pause == Pause::stop || reading_.has(i, Class::among)) {
            return std::nullopt;
        }
        const auto group = group_at(reading_, i);
        if (group && i > opens && is_force_itself(reading_, *group)) {
            continue;
        }
        if (group && !is_people(*group)) {
            i = thing_end(*group, end) - 1;
        } else if (group && !(group->noun != nullptr && group->noun->has_clitic("ل"))) {
            return group;
        }
    }
    return std::nullopt;
}

// "سيارة مدنية", "آلية عسكرية": a word that may be a person, behind a thing that it describes.
std::uint32_t Victims::thing_end(const Group& thing, std::uint32_t end) const
{
    const std::uint32_t last = std::max(thing.last, thing.first + 1);
    const bool described = last < end && reading_.word(last).pause == Pause::nothing && reading_.find(last, Class::people) != nullptr;
    return described && reading_.find(last, Class::people)->clitics.empty() ? last + 1 : last;
}

std::optional<Group> Victims::before(const FoundAct& act, const std::vector<bool>& counted) const
{
    std::uint32_t begin = std::max(reading_.sentence_begin(act.first), act.first - std::min(act.first, 2 * subject_window));
    for (std::uint32_t i = begin; i < act.first; ++i) {
        if (is_act_[i] || reading_.has(i, Class::that) || reading_.word(i).pause == Pause::stop) {
            begin = is_act_[i] || reading_.has(i, Class::that) ? i + 1 : i;
        }
    }
    // "أطلق شرطيان النار على شاب فمات": a verb in the singular tells of no two men before it.
    const bool of_one = act.found != nullptr && act.found->verb && !act.found->shape.plural && !act.found->shape.dual && !act.found->shape.feminine;
    std::optional<Group> of_these;  // "ومن المدنيين رجل وزوجته قُتلا", "متظاهرون يحرقون مقراً، و5 من الشرطة أصيبوا"
    for (std::uint32_t i = begin; i < act.first;) {
        const auto group = group_at(reading_, i);
        const bool some = group && group->vague && group->state == State::none && group->last <= act.first && is_people(*group) && group->noun != nullptr;
        const bool among = group && i > begin && reading_.has(i - 1, Class::among);
        if (some && !of_these && !group->number_written) {
            of_these = group;
        } else if (group && !(among && of_these) && is_people(*group) && (group->counted || group->vague) && group->state == State::none && group->last <= act.first &&
            !(group->noun != nullptr && group->noun->is(Prop::attacker))) {
            const bool agrees = !of_one || !group->counted || group->count == 1;
            if (!counted[group->marked_first] && agrees) {
                return group;
            }
        }
        i = group ? std::max(group->last, i + 1) : i + 1;
    }
    const bool theirs = of_these && !counted[of_these->marked_first] && !of_these->noun->is(Prop::attacker);
    return theirs ? of_these : std::nullopt;
}

std::int64_t Victims::meant_by_pronoun(const FoundAct& act) const
{
    const std::string_view verb = reading_.word(act.found->first).normal;
    const auto subject = actor_at(act.last);
    if (subject != actors_.end() && is_force(cues_.actors[static_cast<std::size_t>(subject - actors_.begin())].side)) {
        return 0;  // "أصاب المسلحون ثلاثة جنود قبل أن تقتلهم الشرطة": whom is not told
    }
    if (verb.ends_with("هما")) {
        return 2;
    }
    if (verb.ends_with("ه")) {
        return 1;
    }
    std::int64_t meant = 0;
    const bool several = verb.ends_with("هم") || verb.ends_with("هن");
    for (std::uint32_t i = std::max(reading_.sentence_begin(act.first), act.first - std::min(act.first, 2 * subject_window)); several && i < act.first;) {
        const auto group = group_at(reading_, i);
        if (group && is_people(*group) && group->noun != nullptr && !group->noun->is(Prop::attacker) && group->counted && group->count > 1) {
            meant = group->count;
        }
        i = group ? std::max(group->last, i + 1) : i + 1;
    }
    return meant;
}

// "مقتله ومزارعين اثنين": more of the dead, unless something else is told of them ("مقتله وجنديان أصيبا").
bool Victims::are_joined(std::uint32_t i) const
{
    const auto group = simple_group_at(reading_, i);
    const bool more_people = group && group->counted && group->state == State::none && begins_with_and(reading_, *group);
    const bool told_before = more_people && group->noun != nullptr && group->definite && !group->number_written && !group->noun->shape.pronoun;
    if (is_act_[i] || !more_people || told_before || (group->noun == nullptr && !(group->others && group->number_written))) {
        return false;
    }
    const auto all = group_at(reading_, i);
    const bool more = all->last < reading_.sentence_end(i) && reading_.word(all->last).pause == Pause::nothing;
    const Found* act = more ? reading_.find(all->last, Class::act) : nullptr;
    const Found* state = more ? reading_.find(all->last, Class::people) : nullptr;
    const bool fared_otherwise = state != nullptr && state->clitics.empty() && (state->is(Prop::hurt) || state->is(Prop::taken) || state->is(Prop::held));
    return !fared_otherwise && (act == nullptr || !act->verb || act->has_clitic("و"));
}

std::optional<Group> Victims::told_with(std::uint32_t i) const
{
    constexpr std::array<std::string_view, 4> with{"مع", "برفقه", "رفقه", "بصحبه"};
    const std::uint32_t end = reading_.sentence_end(i - 1);
    if (i >= end || reading_.word(i).pause != Pause::nothing) {
        return std::nullopt;
    }
    const bool alone = !is_one_of(with, reading_.word(i).normal);
    const Found* kin = reading_.find(i, Class::people);
    const bool with_kin = kin != nullptr && kin->has_clitic("و") && kin->is(Prop::kin) && kin->shape.pronoun;  // "مقتله وزوجته"
    const bool joined = alone && !with_kin && are_joined(i);
    if ((alone && !with_kin && !joined) || (!alone && i + 1 >= end)) {
        return std::nullopt;
    }
    auto group = group_at(reading_, alone ? i : i + 1);
    const bool people = group && group->counted && is_people(*group) && (group->noun != nullptr || group->of_them || joined) && group->state == State::none;
    return people ? group : std::nullopt;
}

bool Victims::means_attackers(std::uint32_t verb) const
{
    auto k = static_cast<std::size_t>(std::lower_bound(actors_.begin(), actors_.end(), verb, [](const FoundActor& a, std::uint32_t w) { return a.first < w; }) - actors_.begin());
    while (k > 0) {
        const ActorCue& actor = cues_.actors[--k];
        if (actor.side == Side::thing || actor.side == Side::state_force || actor.side == Side::foreign_force) {
            continue;
        }
        return actor.side == Side::insurgent || actor.side == Side::unnamed_insurgent || actor.side == Side::unnamed_gunmen;
    }
    return false;
}

}  // namespace sitrep::understand::arabic
