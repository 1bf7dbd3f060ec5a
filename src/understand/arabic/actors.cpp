#include "understand/arabic/actors.hpp"

#include "understand/arabic/group_names.hpp"
#include "understand/arabic/names.hpp"
#include "understand/arabic/own_reports.hpp"

#include <algorithm>
#include <array>

namespace sitrep::understand::arabic {
namespace {

constexpr std::uint32_t suspicion_window = 5;

// "التنظيم", "الحركة": the group named last, or the first that is named after it.
bool is_the_group(const Reading& reading, std::uint32_t i)
{
    constexpr std::array<std::string_view, 4> words{"التنظيم", "الحركه", "الجماعه", "الخلايا"};
    return !reading.in_place(i) && reading.is_word_any(i, words);
}

void name_the_group(std::vector<ActorCue>& actors, const std::vector<std::size_t>& anaphors)
{
    const auto named = [](const ActorCue& actor) { return actor.side == Side::insurgent && !actor.name.empty(); };
    const auto first = std::find_if(actors.begin(), actors.end(), named);
    if (first == actors.end()) {
        return;
    }
    std::string last = first->name;
    std::size_t next = 0;
    for (std::size_t k = 0; k < actors.size(); ++k) {
        if (next < anaphors.size() && anaphors[next] == k) {
            actors[k].name = last;
            ++next;
        } else if (named(actors[k])) {
            last = actors[k].name;
        }
    }
}

// "يُعتقد أنهم من خلايا داعش"; looks back no further than the actor before.
bool is_suspected(const Reading& reading, std::uint32_t i, std::uint32_t from)
{
    from = std::max(from, reading.sentence_begin(i));
    for (std::uint32_t back = 1; back <= suspicion_window && i >= from + back; ++back) {
        if (reading.has(i - back, Class::suspected)) {
            return true;
        }
        if (reading.word(i - back).pause == Pause::stop) {
            break;
        }
    }
    return false;
}

ActorCue cue_for(const Reading& reading, std::uint32_t first, std::uint32_t last, std::uint32_t from)
{
    ActorCue cue;
    cue.tokens = reading.tokens(first, last);
    cue.sentence = reading.word(first).sentence;
    cue.suspected = is_suspected(reading, first, from);
    return cue;
}

void take_name(const Reading& reading, const FoundName& found, ActorCue& cue)
{
    const RegisteredActor& known = *found.actor;
    cue.name = known.name;
    cue.name_words = reading.tokens(found.first, found.last);
    cue.adjective = known.adjective;
    cue.side = known.side;
    cue.target_class = known.target_class;
}

// "عنصر من قوات سوريا الديمقراطية", "مسلحو داعش", "سيارة لعناصر من «قسد»": the group's name behind its members.
std::optional<FoundName> name_behind(const Reading& reading, const Group& group)
{
    const std::uint32_t end = std::min(reading.sentence_end(group.first), group.last + 3);
    for (std::uint32_t i = group.last; i < end; ++i) {
        if (reading.word(i).pause != Pause::nothing) {
            return std::nullopt;
        }
        if (const auto name = name_at(reading, i); name && !name->actor->source_only) {
            if (name->clitics.starts_with("و")) {
                return std::nullopt;  // "القوات الحكومية والحوثيون": another's name
            }
            // "قصف مسلحون حرس الحدود": gunmen, and whom they shelled
            const bool own = name->actor->side != Side::state_force && name->actor->side != Side::foreign_force;
            const bool joined = i > group.last || group.noun->shape.construct || (!group.noun->entry->is(Prop::attacker) && !reading.word(group.noun->first).normal.ends_with("ون"));
            return own || joined ? name : std::nullopt;
        }
        const bool link = reading.is_word(i, "من") || reading.is_word(i, "في") || reading.is_word(i, "تابع") || reading.is_word(i, "تابعه") ||
                          reading.is_word(i, "عناصر") || reading.is_word(i, "خلايا") || reading.is_word(i, "لعناصر") || reading.is_word(i, "يشتبه");
        if (!link) {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

class Finder {
public:
    Finder(const Reading& reading, Cues& cues) : reading_(reading), cues_(cues) {}

    std::vector<FoundActor> find(const std::vector<FoundAct>& acts)
    {
        acts_ = &acts;
        is_act_.assign(reading_.size(), false);
        for (const FoundAct& act : acts) {
            std::fill(is_act_.begin() + act.first, is_act_.begin() + act.last, act.found->entry->strength != Strength::weak);
        }
        for (std::uint32_t i = 0; i < reading_.size();) {
            const std::uint32_t next = is_act_[i] || reading_.in_date(i) ? i + 1 : take(i);
            i = std::max(next, i + 1);
        }
        name_the_group(cues_.actors, anaphors_);
        return std::move(found_);
    }

private:
    void add(FoundActor found, ActorCue cue)
    {
        found_.push_back(std::move(found));
        cues_.actors.push_back(std::move(cue));
    }

    // "مصدر عسكري", "الاستخبارات العسكرية": a word in ي behind a noun describes it.
    bool is_adjective(const Group& group) const
    {
        const std::uint32_t i = group.noun->first;
        const auto normal = reading_.word(i).normal;
        const bool nisba = (normal.ends_with("ي") || normal.ends_with("يه")) && group.noun->clitics.empty() && !group.noun->shape.plural && group.first == i;
        if (!nisba || i == reading_.sentence_begin(i) || reading_.word(i).pause != Pause::nothing || is_act_[i - 1] || reading_.in_date(i - 1) || reading_.in_place(i - 1)) {
            return false;
        }
        constexpr std::array<std::string_view, 8> heads{"من", "علي", "ان", "عن", "الي", "فيه", "فيها", "بين"};
        return std::find(heads.begin(), heads.end(), reading_.word(i - 1).normal) == heads.end() && reading_.word(i - 1).normal != "اي";
    }

    std::uint32_t after_last() const { return found_.empty() ? 0 : found_.back().last; }

    // Adds the actor that begins at a word; the first word after it, or `i`.
    std::uint32_t take(std::uint32_t i)
    {
        if (const auto name = name_at(reading_, i)) {
            if (!name->actor->source_only) {
                ActorCue cue = cue_for(reading_, i, name->last, after_last());
                take_name(reading_, *name, cue);
                add({i, name->last, std::nullopt, name->clitics, {}}, std::move(cue));
            }
            return name->last;
        }
        if (const std::uint32_t last = group_name_end(reading_, *acts_, i); last > i) {
            ActorCue cue = cue_for(reading_, i, last, after_last());
            cue.side = Side::insurgent;
            cue.target_class = TargetClass::militant;
            add({i, last, std::nullopt, {}, {}}, std::move(cue));
            return last;
        }
        if (is_the_group(reading_, i)) {
            ActorCue cue = cue_for(reading_, i, i + 1, after_last());
            cue.side = Side::insurgent;
            cue.target_class = TargetClass::militant;
            anaphors_.push_back(cues_.actors.size());
            add({i, i + 1, std::nullopt, {}, {}}, std::move(cue));
            return i + 1;
        }
        const auto group = simple_group_at(reading_, i);
        // "إن مقاتليه قصفوا": men that no list has, who do something.
        if ((!group || group->noun == nullptr) && is_own_men(reading_, i) && acts_beside(reading_, *acts_, i, i + 1)) {
            add({i, i + 1, std::nullopt, {}, {}}, cue_for(reading_, i, i + 1, after_last()));
            return i + 1;
        }
        if (!group || group->noun == nullptr || group->state != State::none || is_adjective(*group)) {
            return i;
        }
        if (const Found* weapon = reading_.find(group->noun->first, Class::weapon)) {
            return weapon->last;  // دراجة نارية tells how they came
        }
        return take_people(*group);
    }

    std::uint32_t take_people(const Group& group)
    {
        const Entry& entry = *group.noun->entry;
        const auto name = name_behind(reading_, group);
        const bool anaphor = !name && (entry.is(Prop::member) || entry.is(Prop::attacker)) && group.last < reading_.sentence_end(group.first) &&
                             reading_.word(group.last).pause == Pause::nothing && is_the_group(reading_, group.last);
        const std::uint32_t last = name ? name->last : group.last + (anaphor ? 1 : 0);
        ActorCue cue = cue_for(reading_, group.first, last, after_last());
        cue.side = entry.side;
        cue.target_class = entry.target_class;
        if (name) {
            const bool thing = entry.side == Side::thing;
            const Side side = thing ? Side::thing : name->actor->side;
            const auto kept = thing && entry.target_class == TargetClass::infrastructure ? entry.target_class : name->actor->target_class;
            take_name(reading_, *name, cue);
            cue.side = side;
            cue.target_class = kept;
            cue.suspected = cue.suspected || is_suspected(reading_, name->first, group.last);
        } else if (anaphor) {
            cue.side = Side::insurgent;
            cue.target_class = TargetClass::militant;
            anaphors_.push_back(cues_.actors.size());
        } else if (entry.is(Prop::member)) {
            cue.target_class = cue.target_class ? cue.target_class : std::optional(TargetClass::military);
        }
        if (entry.side == Side::thing && !name && (!entry.target_class || entry.target_class == TargetClass::civilian)) {
            take_owner(group, cue);
        }
        add({group.first, last, group, group.noun->clitics, name}, std::move(cue));
        return last;
    }

    // "منزل رئيس المجلس", "سيارة عسكريين": a thing is hit for its owner's sake.
    void take_owner(const Group& group, ActorCue& cue) const
    {
        if (group.last >= reading_.sentence_end(group.first) || reading_.word(group.last).pause != Pause::nothing) {
            return;
        }
        const Found* owner = reading_.find(group.last, Class::people);
        if (owner != nullptr && owner->entry->side != Side::thing && owner->entry->target_class && !owner->is(Prop::attacker)) {
            cue.target_class = owner->entry->target_class;
        }
    }

    const Reading& reading_;
    Cues& cues_;
    std::vector<FoundActor> found_;
    std::vector<std::size_t> anaphors_;
    std::vector<bool> is_act_;
    const std::vector<FoundAct>* acts_ = nullptr;
};

}  // namespace

std::vector<FoundActor> find_actors(const Reading& reading, const std::vector<FoundAct>& acts, Cues& cues)
{
    auto found = Finder(reading, cues).find(acts);
    name_own_men(reading, acts, found, cues);
    return found;
}

}  // namespace sitrep::understand::arabic
