#include "understand/arabic/word_order.hpp"

#include "understand/arabic/names.hpp"
#include "understand/arabic/victims.hpp"
#include "understand/one_of.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace sitrep::understand::arabic {
namespace {

constexpr std::uint32_t adjectives_max = 2;

std::string_view written(const Reading& reading, std::uint32_t i) { return reading.text(reading.tokens(i, i + 1)); }

// شرطياً, شرطيًا, and شرطيا where the word itself has no alif; فتى shows no case, but describes nobody told before it
bool is_accusative(const Reading& reading, const Found& noun)
{
    const std::uint32_t last = noun.last - 1;
    const std::string_view word = written(reading, last);
    constexpr std::array<std::string_view, 4> own_alif{"ضحايا", "رعايا", "رضا", "بابا"};
    const bool unmarked = reading.word(last).normal.ends_with("ا") && !noun.shape.plural && !is_one_of(own_alif, reading.word(last).normal);
    return reading.word(last).normal == "فتي" || word.ends_with("اً") || word.ends_with("ًا") || word.ends_with("ةً") || unmarked;
}

// Of whom the news counts the dead first and then says who some of them were, in messages without a comma: "قتل تسعة أشخاص أربعة أطفال".
bool is_anybody(const Reading& reading, const Found& noun)
{
    constexpr std::array<std::string_view, 22> words{"شخص", "شخصان", "اشخاص",  "مدني",   "مدنيان", "مدنيين", "مدنيون", "مواطن",
                                                     "مواطنان", "مواطنين", "مواطنون", "طفل", "طفله", "طفلان", "اطفال", "امراه",
                                                     "امراتان", "نساء", "سيدات", "سيده", "ضحيه", "ضحايا"};
    return is_one_of(words, reading.word(noun.first).normal);
}

// "ثلاثة من عناصر [الجيش]", "عنصران من [داعش]": the word behind those whose men they are.
std::uint32_t after_their_force(const Reading& reading, const Group& doers, std::uint32_t end)
{
    constexpr std::array<std::string_view, 6> forces{"الجيش", "الشرطه", "الامن", "القوات", "الحرس", "الحشد"};
    std::uint32_t i = doers.last;
    const auto free = [&] { return i < end && reading.word(i).pause == Pause::nothing; };
    if (free() && reading.word(i).normal == "من") {
        ++i;
    }
    if (!free()) {
        return doers.last;
    }
    if (const auto name = name_at(reading, i); name && name->clitics.empty()) {
        return name->last;
    }
    return is_one_of(forces, reading.word(i).normal) ? i + 1 : doers.last;
}

// "جنود [إسرائيليون]", "رعاة [مسلحين]": the word behind what describes them.
std::uint32_t after_adjectives(const Reading& reading, std::uint32_t i, std::uint32_t end)
{
    constexpr std::array<std::string_view, 6> strangers{"مجهولون", "مجهولين", "ملثمون", "ملثمين", "مجهولان", "ملثمان"};
    constexpr std::array<std::string_view, 4> several{"ون", "ين", "ان", "ات"};
    const auto is_nisba = [](std::string_view word) { return word.ends_with("يين") || word.ends_with("يون"); };  // "[مسلحين] قبليين"
    for (std::uint32_t left = adjectives_max; left > 0 && i < end && reading.word(i).pause == Pause::nothing && !reading.in_place(i); --left, ++i) {
        const std::string_view word = reading.word(i).normal;
        const Found* people = reading.find(i, Class::people);
        const auto group = simple_group_at(reading, i);
        const bool counted = group && group->last > i + 1;  // "مزارعين اثنين"
        const bool describes = people != nullptr && people->clitics.empty() && !people->definite && !people->is(Prop::dead) && !people->is(Prop::hurt) && !counted;
        const bool plural = std::ranges::any_of(several, [&](std::string_view ending) { return word.ends_with(ending); });
        if (!is_one_of(strangers, word) && !(describes && plural) && !is_nationality(word) && !(people == nullptr && is_nisba(word))) {
            break;
        }
    }
    return i;
}

// Behind somebody told without a comma: what he is told of himself ("ثلاثة منهم", "أربعة أصيبوا").
bool have_fate_of_own(const Reading& reading, const Group& group)
{
    constexpr std::array<std::string_view, 6> of_them{"منهم", "منهن", "منها", "بينهم", "اخرين", "اخرون"};
    const std::uint32_t end = reading.sentence_end(group.first);
    if (group.last >= end || reading.word(group.last).pause != Pause::nothing) {
        return false;
    }
    const Found* act = reading.find(group.last, Class::act);
    const bool verb = act != nullptr && act->verb && act->clitics.empty() && (act->is(Prop::killed) || act->is(Prop::injured) || act->is(Prop::abducted) || act->is(Prop::arrested));
    const bool passes = group.last + 1 < end && reading.word(group.last).normal == "من" && is_one_of(of_them, reading.word(group.last + 1).normal);
    return verb || passes || is_one_of(of_them, reading.word(group.last).normal);
}

// "خمسة مسلحين راعي أغنام", "ثلاثة ملثمين شرطيين": who is behind gunmen and none of them is their victim, though no ending tells it.
bool are_no_gunmen(const Group& doers, const Group& group)
{
    const bool gunmen = doers.noun->is(Prop::attacker) && !doers.noun->is(Prop::member) && doers.number_written && doers.count > 1;
    const Side side = group.noun->entry->side;
    const bool others = side == Side::civilians || side == Side::state_force || side == Side::official;
    return gunmen && others && !group.noun->is(Prop::member) && !group.noun->is(Prop::attacker);
}

bool can_be_object(const Reading& reading, const Group& doers, const Group& group)
{
    if (group.noun == nullptr || !is_people(group) || group.state != State::none || group.of_them || group.others || group.combined || group.definite || !group.noun->clitics.empty() ||
        begins_with_and(reading, group) || have_fate_of_own(reading, group)) {
        return false;
    }
    constexpr std::array<std::string_view, 6> of_these{"احدهم", "احدهما", "احداهن", "احداهما", "بعضهم", "كلهم"};
    if (is_one_of(of_these, reading.word(group.first).normal)) {
        return false;  // "أربعة عناصر من داعش أحدهم قيادي"
    }
    const bool right_behind = group.number_written && reading.word(std::max(group.noun->first, 1U) - 1).normal != "من";  // "أربعة عناصر ثلاثة من الجيش"
    const bool two = group.counted && group.count == 2 && reading.word(group.noun->last - 1).normal.ends_with("ين");
    return right_behind || two || is_accusative(reading, *group.noun) || are_no_gunmen(doers, group);
}

}  // namespace

std::optional<Group> object_behind_doers(const Reading& reading, std::uint32_t i)
{
    const auto doers = simple_group_at(reading, i);
    if (!doers || doers->noun == nullptr || !is_people(*doers) || doers->state != State::none || doers->of_them || doers->others || doers->combined || !doers->noun->clitics.empty() ||
        begins_with_and(reading, *doers) || (!doers->number_written && is_accusative(reading, *doers->noun))) {
        return std::nullopt;
    }
    const std::uint32_t end = reading.sentence_end(i);
    const std::uint32_t at = after_adjectives(reading, after_their_force(reading, *doers, end), end);
    const auto object = at < end && reading.word(at).pause == Pause::nothing ? simple_group_at(reading, at) : std::nullopt;
    if (!object || !can_be_object(reading, *doers, *object) || (object->number_written && is_anybody(reading, *doers->noun))) {
        return std::nullopt;
    }
    const bool among_them = object->number_written && doers->counted && object->count <= doers->count && object->noun->entry->side == doers->noun->entry->side;
    if (among_them) {
        return std::nullopt;  // "قتل خمسة جنود ثلاثة ضباط": of them, or by them?
    }
    const auto all = group_at(reading, at);
    const bool agrees = !object->number_written && doers->number_written && is_accusative(reading, *doers->noun);  // "14 رجلاً مسلحاً": they are the gunmen
    const bool made_of = all->last > object->last && doers->counted && all->count == doers->count;  // "قتل خمسة جنود ضابطان وثلاثة مجندين"
    return agrees || made_of ? std::nullopt : all;
}

bool is_done_by_those_at(const Reading& reading, std::uint32_t i, const FoundAct& act)
{
    const bool several = act.found->verb && !act.passive && act.outcome && (act.found->shape.plural || act.found->shape.dual) && !act.found->shape.pronoun;
    if (!several || act.last >= reading.sentence_end(act.first) || reading.word(act.last).pause != Pause::nothing) {
        return false;
    }
    const auto object = simple_group_at(reading, act.last);
    if (!object || object->noun == nullptr || !is_people(*object) || object->of_them || begins_with_and(reading, *object)) {
        return false;
    }
    const auto doers = simple_group_at(reading, i), all = group_at(reading, act.last);
    return !doers || !doers->counted || all->last <= object->last || all->count != doers->count;  // "أربعة مدنيين قتلوا طفل وثلاث نساء"
}

}  // namespace sitrep::understand::arabic
