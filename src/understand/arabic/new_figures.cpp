// Figures that replace what was told before or stand against it: "ارتفع العدد إلى 17", "ليصبح عدد القتلى خمسة", "إن القتلى ثلاثة".
#include "understand/arabic/heads.hpp"
#include "understand/arabic/toll_finder.hpp"
#include "understand/figures/feared.hpp"
#include "understand/one_of.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace sitrep::understand::arabic {
namespace {

constexpr std::uint32_t figure_window = 24;  // words between "ارتفعت" and the new figure

std::optional<Outcome> outcome_of(State state)
{
    return state == State::dead ? std::optional(Outcome::killed) : state == State::hurt ? std::optional(Outcome::injured) : std::nullopt;
}

}  // namespace

// "ارتفع من 15 إلى 17 عدد القتلى", "ارتفاع حصيلة … إلى 11"
void TollFinder::read_rise(std::uint32_t i)
{
    const Found* rise = reading_.find(i, Class::rises);
    if (rise == nullptr || victims_.is_act(i)) {
        return;
    }
    const std::uint32_t end = std::min(reading_.sentence_end(i), i + figure_window);
    const std::uint32_t to = reading_.next(rise->last, end, Class::to);
    if (to + 1 >= end) {
        return;
    }
    const std::uint32_t begin = std::max(reading_.sentence_begin(i), i - std::min(i, figure_window));
    Counted counted = counted_in(reading_, rise->last, to);
    if (!counted.outcome && !counted.others) {
        counted = counted_in(reading_, begin, i);  // "عدد المصابين ارتفع إلى ستة"
    }
    const bool of_dead = counted.outcome || reading_.next(begin, end, Class::figure) < end || has_state(begin, end, Prop::dead);
    const auto group = group_at(reading_, to + 1);
    if (!of_dead || !group || !(group->number_written || (group->counted && outcome_of(group->state)))) {
        return;
    }
    const auto outcome = outcome_of(group->state);
    if (!outcome && counted.others) {
        return;  // "ارتفع عدد النازحين إلى 3000"
    }
    if (counts_long(i, *group) || is_feared(reading_.document(), reading_.word(group->marked_first).token)) {
        return;
    }
    mark_replaced(rise->last, to);
    add_newest(*group, outcome ? *outcome : counted.outcome.value_or(Outcome::killed), act_before(reading_, acts_, i), counted.combined);
}

// "حصيلة العدوان ارتفعت إلى 37202 شهيداً", "لتصبح الحصيلة 78 منذ بداية العام": a war's or a year's,
// no number of this attack; nobody else takes it for one.
bool TollFinder::counts_long(std::uint32_t i, const Group& group)
{
    constexpr std::array<std::string_view, 5> wars{"العدوان", "المعارك", "موسم", "الالغام", "الحملات"};
    constexpr std::uint32_t before = 6;
    std::uint32_t begin = i;
    while (begin > reading_.sentence_begin(i) && i - begin < before && reading_.word(begin).pause == Pause::nothing) {
        --begin;
    }
    const std::uint32_t end = std::min(reading_.sentence_end(i), group.last + head_window);
    bool of_war = is_over_long(reading_, begin, end);
    for (std::uint32_t at = begin; at < group.first; ++at) {
        of_war = of_war || is_one_of(wars, reading_.word(at).normal);
    }
    if (!of_war) {
        return false;
    }
    const auto more = group.last < end && reading_.word(group.last).pause == Pause::nothing ? group_at(reading_, group.last) : std::nullopt;
    const std::uint32_t last = more && more->counted && begins_with_and(reading_, *more) ? more->last : group.last;
    std::fill(taken_.begin() + group.first, taken_.begin() + last, true);
    for (std::uint32_t at = group.first; at < last; ++at) {
        if (toll_at_[at] != none) {
            dropped_.push_back(toll_at_[at]);
        }
    }
    return true;
}

// "إلى خمسة قتلى و12 جريحاً": the newest number, and that of the others behind it.
void TollFinder::add_newest(const Group& group, Outcome outcome, const FoundAct* act, bool combined)
{
    const auto put = [&](const Group& people, Outcome fate) {
        add(people, fate, act, combined);
        if (const CueIndex added = toll_at_[people.marked_first]; added != none) {
            cues_.tolls[added].updates = cues_.tolls[added].total = true;
        }
    };
    put(group, outcome);
    const bool goes_on = group.last < reading_.sentence_end(group.first) && reading_.word(group.last).pause == Pause::nothing;
    const auto more = goes_on ? group_at(reading_, group.last) : std::nullopt;
    const auto fate = more && more->counted && begins_with_and(reading_, *more) ? outcome_of(more->state) : std::nullopt;
    if (fate && *fate != outcome) {
        put(*more, *fate);
    }
}

// "والحصيلة الأخيرة 17 دركياً وثلاثة مدنيين": of an attack, where nothing says that they were taken.
void TollFinder::read_figure(std::uint32_t i)
{
    constexpr std::array<std::string_view, 2> figures{"الحصيله", "والحصيله"};
    constexpr std::array<std::string_view, 5> newest{"الاخيره", "النهاييه", "الاوليه", "الرسميه", "الاجماليه"};
    const std::uint32_t end = reading_.sentence_end(i);
    const FoundAct* act = act_before(reading_, acts_, i);
    const bool of_others = act != nullptr && act->outcome && *act->outcome != Outcome::killed;
    if (!is_one_of(figures, reading_.word(i).normal) || i + 2 >= end || !is_one_of(newest, reading_.word(i + 1).normal) || of_others) {
        return;
    }
    const auto group = group_at(reading_, i + 2);
    const bool of_people = group && group->number_written && group->counted && is_people(*group) && group->noun != nullptr;
    if (of_people && group->state != State::taken && group->state != State::held) {
        add(*group, group->state == State::hurt ? Outcome::injured : Outcome::killed, act);
    }
}

// "إن القتلى ثلاثة", "وقدّر القتلى بستين", "إنهم ثمانية": a number of its own, whatever was told before.
void TollFinder::read_totals()
{
    std::vector<TollCue> told;
    std::copy_if(cues_.tolls.begin(), cues_.tolls.end(), std::back_inserter(told), [](const TollCue& toll) { return toll.counts_victims(); });
    std::sort(told.begin(), told.end(), [](const TollCue& a, const TollCue& b) { return a.tokens < b.tokens; });
    std::optional<TollCue> newest;
    for (const Total& total : find_totals(reading_)) {
        const auto outcome = total.outcome ? total.outcome : outcome_before(told, newest, total);
        if (!outcome || taken_[total.group.marked_first]) {
            continue;
        }
        add(total.group, *outcome, act_before(reading_, acts_, total.group.first), total.combined);
        const CueIndex added = toll_at_[total.group.marked_first];
        if (added == none) {
            continue;
        }
        TollCue& toll = cues_.tolls[added];
        toll.total = total.whole;
        toll.of_attackers = toll.of_attackers || total.of_attackers;
        toll.updates = total.updates;
        if (toll.counts_victims()) {
            newest = toll;  // "إن القتلى 21، والثاني إنهم أربعون"
        }
        if (total.updates) {
            mark_part_of_new(total.group.marked_first, *outcome);
        }
    }
}

// People told of, or taken, between a number and "they" are who is meant: "وأُجلي التلاميذ وعددهم 60"; who speaks is not: "وقال مسعفون إنهم".
bool TollFinder::tells_others(std::uint32_t from, std::uint32_t to) const
{
    from = std::max(from, to - std::min(to, figure_window));
    for (std::uint32_t i = from; i < to; ++i) {
        const Found* people = reading_.find(i, Class::people);
        const bool several = people != nullptr && people->shape.plural && people->entry->side != Side::thing;
        if (several && !(i > 0 && reading_.has(i - 1, Class::reports))) {
            return true;
        }
    }
    auto act = std::lower_bound(acts_.begin(), acts_.end(), from, [](const FoundAct& a, std::uint32_t w) { return a.first < w; });
    for (; act != acts_.end() && act->first < to; ++act) {
        if (act->outcome == Outcome::abducted || act->outcome == Outcome::arrested) {
            return true;
        }
    }
    return false;
}

// What became of those told last, in this sentence or the one before; nothing where the word means others: one man is no "they".
std::optional<Outcome> TollFinder::outcome_before(const std::vector<TollCue>& told, const std::optional<TollCue>& newest, const Total& total) const
{
    const std::uint32_t token = reading_.word(total.group.first).token;
    const auto behind = std::lower_bound(told.begin(), told.end(), token, [](const TollCue& toll, std::uint32_t at) { return toll.tokens.first < at; });
    const TollCue* before = behind == told.begin() ? nullptr : &*std::prev(behind);
    if (newest && newest->tokens.first < token && (before == nullptr || before->tokens.first < newest->tokens.first)) {
        before = &*newest;
    }
    if (before == nullptr || before->sentence + 1 < reading_.word(total.group.first).sentence) {
        return std::nullopt;
    }
    const TollCue& last = *before;
    const auto counted = group_at(reading_, reading_.word_at(last.tokens.first));  // "سبعة من حراسه": the guards are the seven
    const std::uint32_t behind_it = reading_.word_at(last.tokens.last), to = total.group.first;
    const std::uint32_t from = counted ? std::max(behind_it, counted->last) : behind_it;
    const bool one = !last.vague && last.low < 2;
    constexpr std::ptrdiff_t looked_at = 8;
    for (auto toll = behind; total.of_dead && toll != told.begin() && behind - toll < looked_at && std::prev(toll)->sentence == last.sentence; --toll) {
        if (std::prev(toll)->outcome == Outcome::killed && std::prev(toll)->low > 1) {
            return Outcome::killed;
        }
    }
    if (total.of_same && !one) {
        return last.outcome;
    }
    if (one || names_attackers(reading_, std::min(from, reading_.sentence_begin(to)), to) || tells_others(from, to)) {
        return std::nullopt;
    }
    return last.outcome;
}

// "ليصبح عدد القتلى خمسة", "لتبلغ حصيلة ضحايا الهجوم 11": the newest number of the dead of one attack, not of a year or of all journalists.
void TollFinder::read_becomes(std::uint32_t i)
{
    constexpr std::array<std::string_view, 4> becomes{"ليصبح", "لتصبح", "ليبلغ", "لتبلغ"};
    const std::uint32_t end = std::min(reading_.sentence_end(i), i + figure_window);
    if (!is_one_of(becomes, reading_.word(i).normal) || i + 3 >= end) {
        return;
    }
    const auto told = reading_.is_word(i + 1, "حصيله") ? group_at(reading_, i + 2) : std::nullopt;
    if (const auto outcome = told && told->counted && !told->combined ? outcome_of(told->state) : std::nullopt) {  // "لتصبح الحصيلة خمسة قتلى و12 جريحاً"
        if (counts_long(i, *told)) {
            return;
        }
        add_newest(*told, *outcome, act_before(reading_, acts_, i));
        return mark_part_of_new(i, *outcome);
    }
    if (!tells_dead_of_one(reading_, i + 1, end)) {
        return;
    }
    for (std::uint32_t at = i + 2; at < end && reading_.word(at).pause == Pause::nothing; ++at) {
        const auto group = reading_.number(at) ? simple_group_at(reading_, at) : std::nullopt;
        const bool ends_clause = group && (group->last >= reading_.sentence_end(i) || reading_.word(group->last).pause != Pause::nothing);
        if (!ends_clause || !group->counted) {
            continue;
        }
        drop_vague(i, at);
        add(*group, Outcome::killed, act_before(reading_, acts_, i));
        if (toll_at_[group->marked_first] != none) {
            cues_.tolls[toll_at_[group->marked_first]].updates = cues_.tolls[toll_at_[group->marked_first]].total = true;
            mark_part_of_new(i, Outcome::killed);
        }
        return;
    }
}

// "عدد قتلى الهجوم" is no number of its own.
void TollFinder::drop_vague(std::uint32_t from, std::uint32_t to)
{
    for (; from < to; ++from) {
        if (toll_at_[from] != none && cues_.tolls[toll_at_[from]].vague) {
            dropped_.push_back(toll_at_[from]);
        }
    }
}

// "فارق عنصر آخر الحياة ... ليصبح عدد القتلى ثلاثة": he is among the three.
void TollFinder::mark_part_of_new(std::uint32_t before, Outcome outcome)
{
    for (std::uint32_t at = std::max(reading_.sentence_begin(before), before - std::min(before, figure_window)); at < before; ++at) {
        if (toll_at_[at] != none && cues_.tolls[toll_at_[at]].outcome == outcome) {
            cues_.tolls[toll_at_[at]].part = true;
        }
    }
}

// "25 جريحاً يتلقون العلاج من أصل 40 أصيبوا": the first are some of the second, where both are told to be hurt.
void TollFinder::read_part_of(std::uint32_t i)
{
    constexpr std::uint32_t reach = 8;
    const std::uint32_t end = reading_.sentence_end(i);
    if (reading_.word(i).normal != "من" || i + 2 >= end || reading_.word(i + 1).normal != "اصل") {
        return;
    }
    const std::uint32_t of = reading_.has(i + 2, Class::about) && i + 3 < end ? i + 3 : i + 2;
    const CueIndex whole = toll_at_[i + 2] != none ? toll_at_[i + 2] : toll_at_[of];
    for (std::uint32_t back = 1; whole != none && back <= reach && i >= reading_.sentence_begin(i) + back; ++back) {
        const CueIndex some = toll_at_[i - back];
        if (some != none && cues_.tolls[some].outcome == cues_.tolls[whole].outcome && cues_.tolls[some].low < cues_.tolls[whole].low) {
            cues_.tolls[some].part = true;
            return;
        }
    }
}

// "وبلغ عدد القتلى أربعة، بعدما كانت مصادر تحدثت عن مقتل ثلاثة": what was told before the number of all that stands in front of it.
void TollFinder::read_superseded(std::uint32_t i)
{
    constexpr std::array<std::string_view, 2> was{"كان", "كانت"};
    const std::uint32_t end = std::min(reading_.sentence_end(i), i + figure_window);
    const bool after = reading_.word(i).normal == "بعد" && i + 2 < end && reading_.word(i + 1).normal == "ان";
    const std::uint32_t verb = reading_.word(i).normal == "بعدما" ? i + 1 : after ? i + 2 : end;
    if (verb >= end || !is_one_of(was, reading_.word(verb).normal)) {
        return;
    }
    for (std::uint32_t back = 1; back <= figure_window && i >= reading_.sentence_begin(i) + back; ++back) {
        const CueIndex told = toll_at_[i - back];
        if (told != none && cues_.tolls[told].total) {
            cues_.tolls[told].updates = true;
            return mark_replaced(verb, end);
        }
    }
}

bool TollFinder::has_state(std::uint32_t from, std::uint32_t to, Prop prop) const
{
    for (; from < to; ++from) {
        const Found* people = reading_.find(from, Class::people);
        if (people != nullptr && people->is(prop)) {
            return true;
        }
    }
    return false;
}

void TollFinder::mark_replaced(std::uint32_t from, std::uint32_t to)
{
    for (std::uint32_t i = from; i < to; ++i) {
        if (toll_at_[i] != none && reading_.number(i)) {
            cues_.tolls[toll_at_[i]].replaced = true;
        }
    }
}

}  // namespace sitrep::understand::arabic
