#include "understand/arabic/tolls.hpp"

#include "understand/arabic/no_harm.hpp"
#include "understand/register.hpp"

#include <algorithm>
#include <utility>

namespace sitrep::understand::arabic {
namespace {

constexpr std::uint32_t subject_window = 10;  // words between a verb and the number of its victims, or back to them
constexpr std::uint32_t figure_window = 24;   // words between "ارتفعت" and the new figure

class Finder {
public:
    Finder(const Reading& reading, const std::vector<FoundAct>& acts, const std::vector<FoundActor>& actors, Cues& cues)
        : reading_(reading), acts_(acts), actors_(actors), cues_(cues), taken_(reading.size()), is_act_(reading.size()), toll_at_(reading.size(), none)
    {
        for (const FoundAct& act : acts) {
            std::fill(is_act_.begin() + act.first, is_act_.begin() + act.last, true);
        }
    }

    void find()
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
        }
        for (std::uint32_t i = 0; i < reading_.size(); ++i) {
            read_rise(i);
        }
        find_no_harm(reading_, acts_, cues_);
        std::sort(cues_.tolls.begin(), cues_.tolls.end(), [](const TollCue& a, const TollCue& b) {
            return std::pair(a.tokens, a.outcome) < std::pair(b.tokens, b.outcome);
        });
    }

private:
    const FoundActor* actor_in(const Group& group, CueIndex& index) const
    {
        const auto found = std::lower_bound(actors_.begin(), actors_.end(), group.first, [](const FoundActor& a, std::uint32_t w) { return a.last <= w; });
        for (auto at = found; at != actors_.end() && at->first < group.last + 2; ++at) {
            index = static_cast<CueIndex>(at - actors_.begin());
            return &*at;
        }
        return nullptr;
    }

    std::vector<FoundActor>::const_iterator actor_at(std::uint32_t word) const
    {
        const auto found = std::lower_bound(actors_.begin(), actors_.end(), word, [](const FoundActor& a, std::uint32_t w) { return a.first < w; });
        return found != actors_.end() && found->first == word ? found : actors_.end();
    }

    void describe_victims(const Group& group, TollCue& toll) const
    {
        if (group.noun != nullptr) {
            toll.victims = group.noun->entry->target_class;
            toll.side = group.noun->entry->side;
            toll.of_attackers = group.noun->is(Prop::attacker) && !group.noun->is(Prop::member);
        }
        CueIndex index = none;
        if (const FoundActor* actor = actor_in(group, index); actor != nullptr && actor->first <= group.last) {
            const ActorCue& cue = cues_.actors[index];
            toll.victims = cue.target_class ? cue.target_class : toll.victims;
            toll.side = cue.side;
            toll.name = cue.name;
        }
    }

    void add(const Group& group, Outcome outcome, const FoundAct* act, bool combined = false)
    {
        if (std::any_of(taken_.begin() + group.marked_first, taken_.begin() + group.marked_last, [](bool taken) { return taken; })) {
            return;
        }
        std::fill(taken_.begin() + group.marked_first, taken_.begin() + (group.combined ? group.last : group.marked_last), true);
        TollCue toll;
        toll.tokens = reading_.tokens(group.marked_first, group.marked_last);
        toll.sentence = reading_.word(group.marked_first).sentence;
        toll.outcome = outcome;
        toll.vague = !group.counted;
        toll.combined = combined || group.combined;
        toll.low = group.counted ? group.count : 0;
        toll.high = group.at_least || !group.counted ? std::optional<std::int64_t>() : std::max(group.count, group.high);
        toll.part = follows_among(group.first);
        toll.act = act != nullptr ? act->cue : none;
        describe_victims(group, toll);
        if (group.of_them && act != nullptr) {
            toll.of_attackers = means_attackers(act->first);
        }
        toll_at_[group.marked_first] = static_cast<CueIndex>(cues_.tolls.size());
        cues_.tolls.push_back(std::move(toll));
    }

    bool follows_among(std::uint32_t first) const
    {
        const std::uint32_t begin = reading_.sentence_begin(first);
        for (std::uint32_t back = 1; back <= 4 && first >= begin + back; ++back) {
            if (reading_.has(first - back, Class::among)) {
                return true;
            }
            if (reading_.word(first - back + 1).pause != Pause::nothing || is_act_[first - back]) {
                return false;
            }
        }
        return false;
    }

    // "الجيش صد الهجوم وقتل 21 منهم": those named before the one who fired back.
    bool means_attackers(std::uint32_t verb) const
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

    static bool is_people(const Group& group)
    {
        return group.noun == nullptr || group.noun->entry->side != Side::thing;
    }

    // The victims behind a verb or noun that tells what became of them.
    std::optional<Group> group_after(const FoundAct& act) const
    {
        const std::uint32_t end = std::min(reading_.sentence_end(act.first), act.last + subject_window);
        std::uint32_t i = skip_circumstances(reading_, act.last, end);
        bool direct = true;
        if (i < end && i == act.last && reading_.word(i).pause == Pause::comma) {
            return std::nullopt;
        }
        while (i < end) {
            if (is_act_[i] || reading_.word(i).pause == Pause::stop || reading_.has(i, Class::among) || reading_.has(i, Class::that) ||
                (i > act.last && reading_.word(i).pause == Pause::comma && !reading_.in_date(i - 1) && direct)) {
                return std::nullopt;
            }
            const auto group = group_at(reading_, i);
            if (group && is_people(*group) && (direct || (group->number_written && group->counted))) {
                return group;
            }
            direct = false;
            i = reading_.in_date(i) || reading_.in_place(i) ? reading_.after_mention(i) : i + 1;
        }
        return std::nullopt;
    }

    // "قتلت قوات الدعم السريع 48 مدنياً": the object behind verb and subject.
    std::optional<Group> object_after(const FoundAct& act) const
    {
        const std::uint32_t end = std::min(reading_.sentence_end(act.first), act.last + subject_window);
        std::uint32_t i = skip_circumstances(reading_, act.last, end);
        const Found* members = reading_.find(i, Class::people);
        const std::uint32_t named = members != nullptr && members->is(Prop::member) && members->shape.plural ? members->last : i;  // "عناصر داعش"
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
        for (; i < end; ++i) {
            if (is_act_[i] || reading_.word(i).pause == Pause::stop || reading_.has(i, Class::among)) {
                return std::nullopt;
            }
            if (const auto group = group_at(reading_, i); group && is_people(*group) && !(group->noun != nullptr && group->noun->has_clitic("ل"))) {
                return group;
            }
        }
        return std::nullopt;
    }

    // "إن 14 شخصاً قُتلوا", "على شاب … فقُتل": the first people since the clause began.
    std::optional<Group> group_before(const FoundAct& act) const
    {
        std::uint32_t begin = std::max(reading_.sentence_begin(act.first), act.first - std::min(act.first, 2 * subject_window));
        for (std::uint32_t i = begin; i < act.first; ++i) {
            if (is_act_[i] || reading_.has(i, Class::that) || reading_.word(i).pause == Pause::stop) {
                begin = is_act_[i] || reading_.has(i, Class::that) ? i + 1 : i;
            }
        }
        for (std::uint32_t i = begin; i < act.first;) {
            const auto group = group_at(reading_, i);
            if (group && is_people(*group) && (group->counted || group->vague) && group->state == State::none && group->last <= act.first &&
                !(group->noun != nullptr && group->noun->is(Prop::attacker))) {
                return taken_[group->marked_first] ? std::nullopt : group;
            }
            i = group ? std::max(group->last, i + 1) : i + 1;
        }
        return std::nullopt;
    }

    // "عُثر على جثة لاجئ", "خمس جثث", "وُجد رجل وزوجته مقتولين"
    void read_bodies(const FoundAct& act)
    {
        const std::uint32_t end = std::min(reading_.sentence_end(act.first), act.last + subject_window);
        for (std::uint32_t i = act.first; i < end; ++i) {
            const Found* corpse = reading_.find(i, Class::corpse);
            if (corpse == nullptr || corpse->definite) {
                continue;
            }
            if (reading_.find(i, Class::people) == nullptr) {  // "وُجد لاجئ … مقتولاً"
                if (const auto found = group_after(act)) {
                    add(*found, Outcome::killed, &act);
                }
                return;
            }
            auto group = corpse->last < end ? group_at(reading_, corpse->last) : std::nullopt;
            if (!group || !is_people(*group) || !group->counted || reading_.word(corpse->last).pause != Pause::nothing) {
                group = i > act.first && reading_.number(i - 1) ? group_at(reading_, i - 1) : simple_group_at(reading_, i);
            }
            if (group && group->counted) {
                add(*group, Outcome::killed, &act);
            }
            return;
        }
    }

    // "قتله", "إصابتين": the word of the act itself says how many.
    void add_told_by(const FoundAct& act, std::int64_t count, Outcome outcome)
    {
        Group group;
        group.first = group.marked_first = act.found->first;
        group.last = group.marked_last = act.found->last;
        group.count = count;
        group.counted = true;
        add(group, outcome, &act);
    }

    // "قتله", "ثم ذبحوهما", "فقتلتهم": how many the pronoun of a verb means; 0 when nobody knows.
    std::int64_t those_meant(const FoundAct& act) const
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

    void read_act(std::size_t a)
    {
        const FoundAct& act = acts_[a];
        const Found& found = *act.found;
        const Outcome outcome = *act.outcome;
        const bool but = act.last < reading_.sentence_end(act.first) && (reading_.word(act.last).normal == "سوي" || reading_.word(act.last).normal == "الا");
        if (act.cue != none && cues_.acts[act.cue].reality == Reality::negated && !but) {
            return;  // not "لم يُقتل سوى جنديين"
        }
        const bool told_before = found.verb && act.passive && a + 1 < acts_.size() && acts_[a + 1].first == act.last && group_before(act).has_value();
        const bool of_those_before = found.shape.pronoun && !found.verb;  // "لقي 6 أشخاص مصرعهم وأصيب 4"
        if (!told_before && !of_those_before && a + 1 < acts_.size() &&
            acts_[a + 1].first == act.last && acts_[a + 1].outcome && acts_[a + 1].found->has_clitic("و") && *acts_[a + 1].outcome != outcome) {
            if (const auto group = group_after(acts_[a + 1])) {  // "مقتل وإصابة 12"
                add(*group, outcome, &act, true);
            }
            return;
        }
        if (found.verb && !act.passive) {
            const std::int64_t named_before = found.shape.pronoun && outcome == Outcome::killed ? those_meant(act) : 0;
            if (named_before > 0) {
                add_told_by(act, named_before, outcome);
            } else if (const auto object = object_after(act)) {
                add(*object, outcome, &act);
            }
            return;
        }
        if (!found.verb && found.shape.dual && outcome == Outcome::injured) {  // "وقوع إصابتين"
            add_told_by(act, 2, outcome);
            return;
        }
        if (found.shape.pronoun && !found.verb) {  // "مقتله", "استشهادهم": told of somebody named before
            return;
        }
        // "صيادان قُتلا وثلاثة …": a verb that agrees in number stands behind those it tells of.
        const bool agrees = found.verb && act.passive && (found.shape.plural || found.shape.dual) && group_before(act).has_value();
        if (const auto group = told_before || agrees ? std::nullopt : group_after(act)) {
            add(*group, outcome, &act);
        } else if (found.verb) {
            if (const auto before = group_before(act)) {
                add(*before, outcome, &act);
            }
        }
    }

    // "13 قتيلاً", "قتيلان", "14 مخطوفاً": the counted word says what became of them.
    void read_counted_state(std::uint32_t i)
    {
        if (taken_[i] || is_act_[i]) {
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
        const FoundAct* near = act_before(reading_, acts_, i);
        if (!group->counted && near == nullptr && !reading_.document().sentences()[reading_.word(i).sentence].in_title) {
            return;  // "طالبوا بتسجيلهم شهداء"
        }
        add(*group, outcome, near, combined);
    }

    // "راح ضحيته 312", "أودى بحياة 13 شخصاً"
    void read_lost_to(std::uint32_t i)
    {
        const Found* fell = reading_.find(i, Class::count_fell);
        if (fell == nullptr || fell->verb || fell->entry->cls != Class::count_fell || fell->last >= reading_.sentence_end(i)) {
            return;
        }
        const bool of_life = fell->last - fell->first > 1;  // "أودى بحياة راعٍ"
        if (const auto group = group_at(reading_, fell->last); group && (group->number_written || (of_life && group->counted)) && is_people(*group)) {
            add(*group, Outcome::killed, act_before(reading_, acts_, i));
        }
    }

    // "ارتفع من 15 إلى 17 عدد القتلى", "ارتفاع حصيلة … إلى 11"
    void read_rise(std::uint32_t i)
    {
        const Found* rise = reading_.find(i, Class::rises);
        if (rise == nullptr || is_act_[i]) {
            return;
        }
        const std::uint32_t end = std::min(reading_.sentence_end(i), i + figure_window);
        const std::uint32_t to = reading_.next(rise->last, end, Class::to);
        if (to + 1 >= end) {
            return;
        }
        const std::uint32_t begin = std::max(reading_.sentence_begin(i), i - std::min(i, figure_window));
        const bool of_dead = reading_.next(begin, end, Class::figure) < end || has_state(begin, end, Prop::dead);
        const auto group = group_at(reading_, to + 1);
        if (!of_dead || !group || !group->number_written) {
            return;
        }
        mark_replaced(rise->last, to);
        const Outcome outcome = group->state == State::hurt ? Outcome::injured : Outcome::killed;
        add(*group, outcome, act_before(reading_, acts_, i));
        if (toll_at_[group->marked_first] != none) {
            cues_.tolls[toll_at_[group->marked_first]].updates = true;
        }
    }

    bool has_state(std::uint32_t from, std::uint32_t to, Prop prop) const
    {
        for (; from < to; ++from) {
            const Found* people = reading_.find(from, Class::people);
            if (people != nullptr && people->is(prop)) {
                return true;
            }
        }
        return false;
    }

    void mark_replaced(std::uint32_t from, std::uint32_t to)
    {
        for (std::uint32_t i = from; i < to; ++i) {
            if (toll_at_[i] != none && reading_.number(i)) {
                cues_.tolls[toll_at_[i]].replaced = true;
            }
        }
    }

    const Reading& reading_;
    const std::vector<FoundAct>& acts_;
    const std::vector<FoundActor>& actors_;
    Cues& cues_;
    std::vector<bool> taken_;
    std::vector<bool> is_act_;
    std::vector<CueIndex> toll_at_;  ///< by the first word of its number
};

}  // namespace

void find_tolls(const Reading& reading, const std::vector<FoundAct>& acts, const std::vector<FoundActor>& actors, Cues& cues)
{
    Finder(reading, acts, actors, cues).find();
}

}  // namespace sitrep::understand::arabic
