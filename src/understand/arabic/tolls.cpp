#include "understand/arabic/tolls.hpp"

#include "understand/arabic/further_victims.hpp"
#include "understand/arabic/no_harm.hpp"
#include "understand/arabic/toll_finder.hpp"
#include "understand/arabic/unreal.hpp"
#include "understand/figures/feared.hpp"
#include "understand/one_of.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace sitrep::understand::arabic {
namespace {


}  // namespace

void TollFinder::find()
{
    for (std::size_t a = 0; a < acts_.size(); ++a) {
        if (acts_[a].outcome) {
            read_act(a);
        } else if (acts_[a].found->is(Prop::body)) {
            read_bodies(acts_[a]);
        }
    }
    for (std::uint32_t i = 0; i < reading_.size(); ++i) {
        read_counted_state(i);
        read_lost_to(i);
        read_life_taken(i);
        read_swept_away(i);
        read_followed(i);
        read_fallen(i);
        read_hurt_otherwise(i);
        read_maimed(i);
        read_lost_men(i);
    }
    for (std::uint32_t i = 0; i < reading_.size(); ++i) {
        read_rise(i);
        read_becomes(i);
        read_figure(i);
        read_part_of(i);
    }
    read_totals();
    for (std::uint32_t i = 0; i < reading_.size(); ++i) {
        read_superseded(i);
    }
    drop_those_told_otherwise();
    find_no_harm(reading_, acts_, cues_);
    std::sort(cues_.tolls.begin(), cues_.tolls.end(), [](const TollCue& a, const TollCue& b) {
        return std::pair(a.tokens, a.outcome) < std::pair(b.tokens, b.outcome);
    });
}

void TollFinder::drop_those_told_otherwise()
{
    std::sort(dropped_.begin(), dropped_.end());
    CueIndex index = 0;
    std::erase_if(cues_.tolls, [&](const TollCue&) { return std::binary_search(dropped_.begin(), dropped_.end(), index++); });
}

void TollFinder::describe_victims(const Group& group, TollCue& toll) const
{
    if (group.noun != nullptr) {
        toll.victims = group.noun->entry->target_class;
        toll.side = group.noun->entry->side;
        toll.of_attackers = group.noun->is(Prop::attacker) && !group.noun->is(Prop::member);
    }
    CueIndex index = none;
    if (const FoundActor* actor = victims_.actor_in(group, index); actor != nullptr && actor->first <= group.last) {
        const ActorCue& cue = cues_.actors[index];
        toll.victims = cue.target_class ? cue.target_class : toll.victims;
        toll.side = cue.side;
        toll.name = cue.name;
    }
}

void TollFinder::add(const Group& group, Outcome outcome, const FoundAct* act, bool combined)
{
    const auto from = taken_.begin() + group.marked_first, to = taken_.begin() + group.marked_last;
    if (std::find(from, to, true) != to || (group.counted && is_feared(reading_.document(), reading_.word(group.marked_first).token))) return;
    std::fill(taken_.begin() + group.marked_first, taken_.begin() + (group.combined ? group.last : group.marked_last), true);
    TollCue toll;
    toll.tokens = reading_.tokens(group.marked_first, group.marked_last);
    toll.sentence = reading_.word(group.marked_first).sentence;
    toll.outcome = outcome;
    toll.vague = !group.counted;
    toll.combined = combined || group.combined;
    toll.low = group.counted ? group.count : 0;
    toll.high = group.at_least || !group.counted ? std::optional<std::int64_t>() : std::max(group.count, group.high);
    toll.part = follows_among(group.first) || goes_on_with_part(group, outcome);
    toll.act = act != nullptr ? act->cue : none;
    describe_victims(group, toll);
    if (group.of_them && act != nullptr) {
        toll.of_attackers = victims_.means_attackers(act->first);
    }
    toll.beyond = group.others && group.counted && act != nullptr ? counted_before(reading_, cues_, toll, group, act->found->is(Prop::death)) : 0;
    toll_at_[group.marked_first] = static_cast<CueIndex>(cues_.tolls.size());
    cues_.tolls.push_back(std::move(toll));
}

bool TollFinder::follows_among(std::uint32_t first) const
{
    const std::uint32_t begin = reading_.sentence_begin(first);
    for (std::uint32_t back = 1; back <= 4 && first >= begin + back; ++back) {
        const Found* those = reading_.is_word(first - back, "بين") ? reading_.find(first - back + 1, Class::people) : nullptr;
        if (those != nullptr && those->definite && those->shape.plural && those->last <= first && (those->is(Prop::dead) || those->is(Prop::hurt))) {
            return true;  // "وبين الجرحى عسكري أصيب"
        }
        if (reading_.has(first - back, Class::among)) {
            // "قتلت قذيفة منها راعياً": some of the shells, none of the people
            const bool of_things = first >= begin + back + 2 && victims_.is_act(first - back - 2) && reading_.word(first - back).pause == Pause::nothing &&
                                   reading_.find(first - back - 1, Class::people) == nullptr && !reading_.number(first - back - 1);
            return !of_things;
        }
        if (reading_.word(first - back + 1).pause != Pause::nothing || victims_.is_act(first - back)) {
            return false;
        }
    }
    return false;
}

// "من بينهم آمر الحاجز واثنان من حراسه": what "and" adds to some of them are some of them too.
bool TollFinder::goes_on_with_part(const Group& group, Outcome outcome) const
{
    constexpr std::uint32_t reach = 8;
    if (cues_.tolls.empty() || !cues_.tolls.back().part || cues_.tolls.back().outcome != outcome || !reading_.word(group.first).normal.starts_with("و")) {
        return false;
    }
    const std::uint32_t last = reading_.word_at(cues_.tolls.back().tokens.last);
    if (last > group.first || last + reach < group.first || cues_.tolls.back().sentence != reading_.word(group.first).sentence) {
        return false;
    }
    for (std::uint32_t at = last; at < group.first; ++at) {
        if (victims_.is_act(at) || reading_.word(at).pause == Pause::stop) {
            return false;
        }
    }
    return true;
}

// "قتله", "إصابتين": the word of the act itself says how many.
void TollFinder::add_told_by(const FoundAct& act, std::int64_t count, Outcome outcome, const std::optional<Group>& others)
{
    Group group;
    group.first = group.marked_first = act.found->first;
    group.last = group.marked_last = others ? others->marked_last : act.found->last;
    group.count = count + (others ? others->count : 0);
    group.counted = true;
    add(group, outcome, &act);
}

// "قُتل طفل أصابته رصاصة": the shot that hit him killed him.
bool TollFinder::follows_death_of_one(std::uint32_t i) const
{
    constexpr std::uint32_t reach = 3;
    if (cues_.tolls.empty() || cues_.tolls.back().sentence != reading_.word(i).sentence) {
        return false;
    }
    const TollCue& last = cues_.tolls.back();
    const std::uint32_t behind = reading_.word_at(last.tokens.last);
    return last.outcome == Outcome::killed && last.low == 1 && last.high == 1 && behind <= i && i <= behind + reach;
}

// "أصابتها رصاصة قناص", and "أدى إلى إصابته", which is written alike.
bool TollFinder::read_hit(const FoundAct& act)
{
    constexpr std::array<std::string_view, 6> splinters{"رصاصه", "رصاصات", "شظيه", "شظايا", "طلقه", "رصاصتان"};
    const bool by_shot = act.last < reading_.sentence_end(act.first) && is_one_of(splinters, reading_.word(act.last).normal);
    if (by_shot && follows_death_of_one(act.first)) {
        return true;
    }
    const std::string_view verb = reading_.word(act.first).normal;
    const bool alone = act.last >= reading_.sentence_end(act.first) || reading_.word(act.last).pause != Pause::nothing || reading_.word(act.last).normal.starts_with("ب");
    if (!by_shot && alone && (verb.ends_with("وه") || verb.ends_with("اه")) && act.found->shape.plural + act.found->shape.dual > 0 && one_was_told(act.first)) {
        add_told_by(act, 1, Outcome::injured);  // "أطلقوا النار على شيخ وأصابوه بجروح"
        return true;
    }
    const std::int64_t hit = by_shot ? victims_.meant_by_pronoun(act) : 0;
    if (hit > 0) {
        add_told_by(act, hit, Outcome::injured);
    } else if (!by_shot && outcome_of_pronoun(reading_, act) > 0) {
        read_outcome_of_one(act);
    } else {
        return false;
    }
    return true;
}

// "ما أدى إلى مقتله مع اثنين من مرافقيه", "تسبب بإصابتها": the end of one named before, unless it was told already.
void TollFinder::read_outcome_of_one(const FoundAct& act)
{
    const std::int64_t count = outcome_of_pronoun(reading_, act);
    constexpr std::size_t looked_at = 8;  // tolls told last
    const std::uint32_t sentence = reading_.word(act.first).sentence;
    const auto begin = cues_.tolls.end() - static_cast<std::ptrdiff_t>(std::min(cues_.tolls.size(), looked_at));
    const bool told = std::any_of(begin, cues_.tolls.end(), [&](const TollCue& toll) { return toll.sentence == sentence && toll.outcome == *act.outcome; });
    if (count == 0 || told) {
        return;
    }
    auto with = victims_.told_with(act.last);
    const auto next = std::ranges::find(acts_, act.last, &FoundAct::first);
    const bool again = next != acts_.end() && next->outcome == act.outcome && !next->found->verb && !next->found->shape.pronoun && next->found->has_clitic("و");
    if (again && reading_.word(act.last).pause == Pause::nothing) {
        with = victims_.after(*next);  // "مقتله ومقتل مزارع"
        with = with && with->counted ? with : std::nullopt;
    }
    const std::size_t before = cues_.tolls.size();
    const bool own_end = *act.outcome == Outcome::killed && is_end_of_attacker(act.first);
    add_told_by(act, count, *act.outcome, own_end ? std::nullopt : with);
    if (cues_.tolls.size() > before && own_end) {
        cues_.tolls.back().of_attackers = cues_.tolls.back().own_end = true;
        if (with) {
            add(*with, Outcome::killed, &act);  // "مقتلهما ومقتل 11 مدنياً"
        }
    }
}

void TollFinder::read_act(std::size_t a)
{
    const FoundAct& act = acts_[a];
    const Found& found = *act.found;
    const Outcome outcome = *act.outcome;
    const bool but = act.last < reading_.sentence_end(act.first) && (reading_.word(act.last).normal == "سوي" || reading_.word(act.last).normal == "الا");
    if (act.cue != none && cues_.acts[act.cue].reality == Reality::negated && !but) {
        return;  // not "لم يُقتل سوى جنديين"
    }
    if (is_natural_death(reading_, act) || is_only_tried(reading_, found)) {
        return;
    }
    const bool told_before = found.verb && act.passive && a + 1 < acts_.size() && acts_[a + 1].first == act.last && victims_.before(act, taken_).has_value();
    const bool of_those_before = found.shape.pronoun && !found.verb;  // "لقي 6 أشخاص مصرعهم وأصيب 4"
    if (!told_before && !of_those_before && a + 1 < acts_.size() &&
        acts_[a + 1].first == act.last && acts_[a + 1].outcome && acts_[a + 1].found->has_clitic("و") && *acts_[a + 1].outcome != outcome) {
        if (const auto group = victims_.after(acts_[a + 1])) {  // "مقتل وإصابة 12"
            add(*group, outcome, &act, true);
        }
        return;
    }
    if (found.verb && !act.passive) {
        if (found.shape.pronoun && outcome == Outcome::injured && read_hit(act)) {
            return;
        }
        const std::int64_t named_before = found.shape.pronoun && outcome == Outcome::killed ? victims_.meant_by_pronoun(act) : 0;
        if (named_before > 0) {
            add_told_by(act, named_before, outcome, victims_.told_with(act.last));  // "وقتلوه مع ثمانية من حراسه"
        } else if (const auto object = victims_.object_after(act)) {
            add(*object, outcome, &act);
            add_attackers_behind(*object, outcome, act);
        }
        return;
    }
    if (!found.verb && found.shape.dual && outcome == Outcome::injured) {  // "وقوع إصابتين"
        add_told_by(act, 2, outcome);
        return;
    }
    if (found.shape.pronoun && !found.verb) {  // "مقتله", "استشهادهم": told of somebody named before
        read_outcome_of_one(act);
        return;
    }
    // "صيادان قُتلا وثلاثة …": a verb that agrees in number stands behind those it tells of.
    const bool agrees = found.verb && act.passive && (found.shape.plural || found.shape.dual) && victims_.before(act, taken_).has_value();
    if (auto group = told_before || agrees ? std::nullopt : victims_.after(act)) {
        group->others = group->others || comes_on_top(reading_, cues_, act, *group);
        add(*group, outcome, &act);
        add_attackers_behind(*group, outcome, act);
    } else if (found.verb) {
        if (auto before = victims_.before(act, taken_)) {
            // "عاملا نظافة قُتلا": without vowels only the verb tells that they are two.
            const bool one_noun = !before->number_written && before->noun != nullptr && before->marked_last == before->noun->last;
            if (found.shape.dual && one_noun && (before->count == 1 || before->noun->shape.dual)) {
                before->count = 2;
                before->counted = true;
                before->vague = false;
            }
            add(*before, outcome, &act);
        }
    }
}

// "مقتل ثلاثة جنود وأربعة مسلحين", "أودى بحياة شرطيين والمهاجم", "مقتل أربعة مسلحين ومدني": those who attacked are no victims.
void TollFinder::add_attackers_behind(const Group& victims, Outcome outcome, const FoundAct& act)
{
    const bool more = victims.last < reading_.sentence_end(victims.first) && reading_.word(victims.last).pause == Pause::nothing;
    const auto group = more && outcome == Outcome::killed ? simple_group_at(reading_, victims.last) : std::nullopt;
    const auto attack = [](const Group& people) { return people.noun != nullptr && people.noun->is(Prop::attacker) && !people.noun->is(Prop::member); };
    const bool other_side = group && group->counted && group->noun != nullptr && is_people(*group) && attack(*group) != attack(victims);
    if (other_side && group->state == State::none && begins_with_and(reading_, *group)) {
        add(*group, outcome, &act);
    }
}

// "13 قتيلاً", "قتيلان", "14 مخطوفاً": the counted word says what became of them.
void TollFinder::read_counted_state(std::uint32_t i)
{
    if (taken_[i] || victims_.is_act(i)) {
        return;
    }
    const auto group = simple_group_at(reading_, i);
    if (group && group->combined && group->number_written && group->state == State::none) {
        return add(*group, Outcome::killed, act_before(reading_, acts_, i), true);  // "ثلاثة عشر شخصاً بين قتيل وجريح"
    }
    if (!group || group->state == State::none || (!group->counted && !group->vague) || (i > 0 && group->number_written && taken_[group->marked_first])) {
        return;
    }
    const bool some_of_them = group->definite && group->noun->first > 0 && (reading_.word(group->noun->first - 1).normal == "من" || group->count == 1);
    if ((group->definite && !group->number_written) || some_of_them) {
        return;  // "القتيل", "ثلاثة من القتلى": told before
    }
    const Outcome outcome = group->state == State::dead ? Outcome::killed : group->state == State::hurt ? Outcome::injured : group->state == State::taken ? Outcome::abducted : Outcome::arrested;
    const bool combined = group->last < reading_.sentence_end(i) && reading_.find(group->noun->first, Class::combined) != nullptr;
    if (!group->number_written && i > reading_.sentence_begin(i) && taken_[i - 1] && !group->noun->has_clitic("و")) {
        return;  // "عنصران قتيلين"
    }
    if (!group->number_written && i > reading_.sentence_begin(i) + 1 && taken_[i - 2] && reading_.number(i - 2) && reading_.find(i - 1, Class::people) != nullptr) {
        return;  // "43 مقاتلاً جريحاً"
    }
    const FoundAct* near = act_before(reading_, acts_, i);
    if (!group->counted && near == nullptr && !reading_.document().sentences()[reading_.word(i).sentence].in_title) {
        return;  // "طالبوا بتسجيلهم شهداء"
    }
    add(*group, outcome, near, combined);
}

// "نحو 100 من جنود النظام سقطوا", "ثلاثة سقطوا جرحى": those before the verb.
void TollFinder::read_fallen(std::uint32_t i)
{
    constexpr std::array<std::string_view, 3> fell{"سقطوا", "سقطا", "سقطن"};
    constexpr std::array<std::string_view, 7> otherwise{"بين", "اسري", "اسيرين", "ارضا", "من", "عن", "ضحايا"};
    if (!is_one_of(fell, reading_.word(i).normal)) {
        return;
    }
    constexpr std::uint32_t reach = 4;
    const std::uint32_t near = std::min(reading_.sentence_end(i), i + reach);
    const bool behind = i + 1 < near && reading_.word(i + 1).pause == Pause::nothing;
    if (reading_.next(i + 1, near, Class::combined) < near) {
        return;  // "27 سقطوا فيه قتلى وجرحى"
    }
    const Found* state = behind ? reading_.find(i + 1, Class::people) : nullptr;
    if (behind && (is_one_of(otherwise, reading_.word(i + 1).normal) || (state != nullptr && state->is(Prop::taken)))) {
        return;
    }
    const FoundAct verb{.found = nullptr, .first = i, .last = i + 1, .cue = none, .passive = true, .outcome = Outcome::killed};
    if (const auto group = victims_.before(verb, taken_); group && group->counted) {
        add(*group, state != nullptr && state->is(Prop::hurt) ? Outcome::injured : Outcome::killed, act_before(reading_, acts_, i));
    }
}

// "ولحق بهما ثالث في المستشفى", "ثم لحق بهم زميل رابع": one more of the dead.
void TollFinder::read_followed(std::uint32_t i)
{
    constexpr std::array<std::string_view, 3> follows{"لحق", "ولحق", "فلحق"};
    constexpr std::array<std::string_view, 4> them{"بهم", "بهما", "به", "بها"};
    constexpr std::array<std::string_view, 5> ordinals{"ثالث", "رابع", "خامس", "سادس", "سابع"};
    const std::uint32_t end = std::min(reading_.sentence_end(i), i + 4);
    if (!is_one_of(follows, reading_.word(i).normal) || i + 2 >= end || !is_one_of(them, reading_.word(i + 1).normal)) {
        return;
    }
    for (std::uint32_t at = i + 2; at < end; ++at) {
        if (is_one_of(ordinals, reading_.word(at).normal)) {
            return add(one_more_person(at), Outcome::killed, act_before(reading_, acts_, i));
        }
    }
}

void find_tolls(const Reading& reading, const std::vector<FoundAct>& acts, const std::vector<FoundActor>& actors, Cues& cues)
{
    TollFinder(reading, acts, actors, cues).find();
}

}  // namespace sitrep::understand::arabic
