// Victims who are not named again: "were abducted and later killed", "seized two men and shot them dead", "one died on the spot and another on the way".
#include <algorithm>
#include <span>

#include "understand/english/steps.hpp"
#include "understand/names/register.hpp"

namespace sitrep::understand::english {

namespace {

class UnnamedVictims {
public:
    UnnamedVictims(const Sheet& sheet, Cues& cues) : sheet_(sheet), cues_(cues) {}

    void run()
    {
        for (std::uint32_t act = 0; act < sheet_.acts.size(); ++act) {
            const auto outcome = sheet_.entry(sheet_.acts[act]).outcome;
            if ((outcome != Outcome::killed && outcome != Outcome::injured) || cues_.acts[act].reality != Reality::happened) continue;
            const auto ordinal = ordinal_before(act);
            if (outcome == Outcome::injured) {
                if (ordinal && !has_tolls(act)) add_hurt(act, *ordinal);
                continue;
            }
            if (has_tolls(act) && ordinal) go_on_counting(act, *ordinal);
            else if (has_tolls(act)) add_another(act);
            else if (shares_victims(act)) take_over(act, act - 1);
            else if (ordinal) add_further(act, *ordinal);
            else if (const auto pronoun = pronoun_of(act)) take_named_before(act, *pronoun);
        }
        cues_.tolls.insert(cues_.tolls.end(), added_.begin(), added_.end());
    }

private:
    static bool is_participle(const Hit& hit)
    {
        const Form form = static_cast<Form>(hit.form);
        return form == Form::participle || form == Form::past_or_participle;
    }

    // Tolls are read in the order of their acts.
    std::span<TollCue> tolls_of(std::uint32_t act) const
    {
        const auto first = std::lower_bound(cues_.tolls.begin(), cues_.tolls.end(), act, [](const TollCue& toll, std::uint32_t wanted) { return toll.act < wanted; });
        auto last = first;
        while (last != cues_.tolls.end() && last->act == act) ++last;
        return {first, last};
    }
    bool has_tolls(std::uint32_t act) const { return !tolls_of(act).empty(); }

    // "were abducted and later killed", "was wounded and then died": those of the act before.
    bool shares_victims(std::uint32_t act) const
    {
        if (act == 0) return false;
        const Hit &hit = sheet_.acts[act], &before = sheet_.acts[act - 1];
        const auto earlier = sheet_.entry(before).outcome;
        const bool suffered = sheet_.entry(hit).count_at == CountAt::subject || is_participle(hit);
        if (!suffered || !earlier || *earlier == Outcome::killed || !has_auxiliary(sheet_, before) || before.last >= hit.first) return false;
        bool joined = false, phrase = false;
        for (std::uint32_t at = before.last; at < hit.first; ++at) {
            const bool joint = sheet_.is(at, WordClass::and_) || sheet_.word_is(at, "before");
            if (joint && joined) return false;
            joined = joined || joint;
            phrase = !joined && (phrase || sheet_.is(at, WordClass::prep));  // "from a bus"
            if (joint || sheet_.is(at, WordClass::adverb) || sheet_.is(at, WordClass::be)) continue;
            if (!phrase || !may_be_of_phrase(at)) return false;
        }
        return joined;
    }

    // Nobody else, no number, no other act.
    bool may_be_of_phrase(std::uint32_t at) const
    {
        const bool people = sheet_.group_at[at] != 0 && !sheet_.groups[sheet_.group_at[at] - 1].thing;
        return !people && sheet_.count_at[at] == 0 && sheet_.act_at[at] == 0 && !sheet_.is_punctuation(at);
    }

    // "Two died on the spot and a third succumbed to his wounds", "a tenth person died", "a third, the owner, died": the token of "third".
    std::optional<std::uint32_t> ordinal_before(std::uint32_t act) const
    {
        std::uint32_t at = sheet_.acts[act].first;
        const std::uint32_t begin = sheet_.sentence_of(at).first;
        while (at > begin + 1 && (sheet_.is(at - 1, WordClass::adverb) || sheet_.is(at - 1, WordClass::have) || sheet_.is(at - 1, WordClass::be))) --at;
        at = before_aside(begin, at);
        if (at > begin + 2 && sheet_.word_is_any(at - 1, {"person", "man", "woman", "victim", "casualty", "one"})) --at;
        else if (at > begin + 2 && sheet_.group_at[at - 1]) {
            const Group& group = sheet_.groups[sheet_.group_at[at - 1] - 1];  // "a third fighter died"
            if (!group.thing && !group.plural && !group.count) at = group.tokens.first;
        }
        if (at < begin + 2 || !sheet_.count_at[at - 1]) return std::nullopt;
        const Count& count = sheet_.counts[sheet_.count_at[at - 1] - 1];
        const bool further = count.is_ordinal && count.tokens.first > begin && sheet_.word_is_any(count.tokens.first - 1, {"a", "an"}) && !cues_.acts[act].past_context;
        return further && !told_of_another_time(act) ? std::optional(count.tokens.first) : std::nullopt;
    }

    // ", the owner,": the comma that opens it; where none stands, the token itself.
    std::uint32_t before_aside(std::uint32_t begin, std::uint32_t at) const
    {
        constexpr std::uint32_t longest = 5;
        if (at < begin + 3 || !sheet_.word_is(at - 1, ",")) return at;
        for (std::uint32_t comma = at - 2; comma > begin && at - comma <= longest + 2; --comma)
            if (sheet_.word_is(comma, ",")) return comma;
        return at;
    }

    // "and a third was killed last month": only who died of wounds has a day of his own.
    bool told_of_another_time(std::uint32_t act) const
    {
        const Hit& hit = sheet_.acts[act];
        if (sheet_.entry(hit).count_at == CountAt::subject && !has_auxiliary(sheet_, hit)) return false;
        const std::uint32_t end = sheet_.sentence_of(hit.first).last;
        for (std::uint32_t at = hit.last; at < end; ++at)
            if (sheet_.in_date(at) || sheet_.in_place(at) || sheet_.word_is(at, "when")) return true;
        return false;
    }

    // Those of an outcome that the sentence or the one before counts, where the ordinal goes on counting them.
    const TollCue* counted_so_far(std::uint32_t act, std::uint32_t ordinal, Outcome outcome = Outcome::killed) const
    {
        const std::uint32_t sentence = cues_.acts[act].sentence;
        const std::int64_t before_it = sheet_.counts[sheet_.count_at[ordinal] - 1].low - 1;
        for (std::uint32_t before = act; before-- > 0 && cues_.acts[before].sentence + 1 >= sentence;) {
            std::int64_t together = 0;  // "two soldiers and a civilian were killed; a fourth died later"
            for (const TollCue& toll : tolls_of(before)) {
                if (toll.outcome != outcome || toll.vague || toll.of_attackers || toll.high != toll.low) continue;
                if (toll.low == before_it) return &toll;
                together += toll.part ? 0 : toll.low;
                if (together == before_it) return &toll;
            }
        }
        return nullptr;
    }

    // One more of the people whose dead the sentence or the one before counts.
    void add_further(std::uint32_t act, std::uint32_t ordinal)
    {
        const TollCue* toll = counted_so_far(act, ordinal);
        if (!toll) return;
        TollCue further = *toll;
        further.tokens = {ordinal, ordinal + 1};
        further.sentence = cues_.acts[act].sentence;
        further.low = 1;
        further.high = 1;
        further.one_person = true;
        further.beyond = toll->low;
        add_killed(act, std::move(further));
    }

    // "Seven men were wounded and an eighth lost an arm", "two men were killed and a third was hurt": one more of the hurt, or the only one.
    void add_hurt(std::uint32_t act, std::uint32_t ordinal)
    {
        const TollCue* hurt = counted_so_far(act, ordinal, Outcome::injured);
        const TollCue* toll = hurt ? hurt : counted_so_far(act, ordinal);
        if (!toll) return;
        TollCue further = *toll;
        further.tokens = {ordinal, ordinal + 1};
        further.sentence = cues_.acts[act].sentence;
        further.outcome = Outcome::injured;
        further.act = act;
        further.low = 1;
        further.high = 1;
        further.part = false;
        further.one_person = true;
        further.beyond = hurt ? hurt->low : 0;
        added_.push_back(std::move(further));
    }

    // "A third, the owner, died": he is read already.
    void go_on_counting(std::uint32_t act, std::uint32_t ordinal)
    {
        const TollCue* toll = counted_so_far(act, ordinal);
        TollCue& last = tolls_of(act).front();
        if (toll && last.low == 1 && last.outcome == Outcome::killed) last.beyond = toll->low;
    }

    // Who was hurt and then died was not hurt; who was taken and then killed was taken.
    void take_over(std::uint32_t act, std::uint32_t earlier)
    {
        for (TollCue& toll : tolls_of(earlier)) {
            if (toll.outcome == Outcome::killed) continue;
            add_killed(act, toll);
            toll.replaced = toll.replaced || toll.outcome == Outcome::injured;
        }
    }

    void add_killed(std::uint32_t act, TollCue toll)
    {
        toll.act = act;
        toll.outcome = Outcome::killed;
        added_.push_back(std::move(toll));
    }

    // "A man wounded a soldier before police shot him dead": another's act, and nobody knows whom it hit.
    bool same_doer(std::uint32_t act, std::uint32_t earlier) const
    {
        const std::uint32_t first = sheet_.acts[act].first;
        const bool beside = cues_.acts[act].agent == none && first > 0 && sheet_.group_at[first - 1] != 0;  // "before police shot them"
        const CueIndex now = beside ? sheet_.group_at[first - 1] - 1 : cues_.acts[act].agent, then = cues_.acts[earlier].agent;
        if (now == none || now == then) return true;
        const ActorCue& doer = cues_.actors[now];
        return then == none ? !is_force(doer.side) : doer.side == cues_.actors[then].side && doer.name == cues_.actors[then].name;
    }

    // "shot them dead", "killed him": the token of the pronoun.
    std::optional<std::uint32_t> pronoun_of(std::uint32_t act) const
    {
        const Hit& hit = sheet_.acts[act];
        for (std::uint32_t at = hit.first; at <= hit.last && at < sheet_.size(); ++at)
            if (sheet_.word_is_any(at, {"them", "him", "her"}) && !(sheet_.word_is(at, "her") && sheet_.group_at[std::min<std::size_t>(at + 1, sheet_.size() - 1)])) return at;
        return std::nullopt;
    }

    // Those who were taken or hurt, or on whom somebody fired, in this sentence or the one before.
    void take_named_before(std::uint32_t act, std::uint32_t pronoun)
    {
        const bool one = !sheet_.word_is(pronoun, "them");
        const std::uint32_t sentence = cues_.acts[act].sentence;
        const auto fits = [&](std::int64_t count, bool vague) { return one ? count == 1 && !vague : count > 1 || vague; };
        for (std::uint32_t before = act; before-- > 0 && cues_.acts[before].sentence + 1 >= sentence;)
            for (const TollCue& toll : tolls_of(before))
                if (toll.outcome != Outcome::killed && fits(toll.low, toll.vague)) {
                    if (same_doer(act, before)) take_over(act, before);
                    return;
                }
        for (std::uint32_t before = act; before-- > 0 && cues_.acts[before].sentence == sentence;) {
            const CueIndex patient = cues_.acts[before].patient;
            if (patient == none || sheet_.groups[patient].thing || !same_doer(act, before)) continue;
            const Group& group = sheet_.groups[patient];
            const bool counted = group.count && !sheet_.counts[*group.count].vague;
            if (!one && !counted) return;
            if (one && (group.plural || group.count)) return;
            TollCue toll = of_group(group);
            toll.sentence = sentence;
            return add_killed(act, std::move(toll));
        }
    }

    TollCue of_group(const Group& group) const
    {
        const ActorCue& people = cues_.actors[static_cast<std::size_t>(&group - sheet_.groups.data())];
        TollCue toll;
        toll.tokens = group.count ? sheet_.counts[*group.count].tokens : group.tokens;
        toll.low = group.count ? sheet_.counts[*group.count].low : 1;
        toll.high = group.count ? sheet_.counts[*group.count].high : std::optional<std::int64_t>(1);
        toll.one_person = !group.count;
        toll.victims = people.target_class;
        toll.side = people.side;
        toll.name = people.name;
        toll.chosen_person = group.role && !group.plural;
        return toll;
    }

    // "One officer died on the spot and another on the way to hospital", "killing two in the market and three near the bridge": of the same fate.
    void add_another(std::uint32_t act)
    {
        const Hit& hit = sheet_.acts[act];
        const std::uint32_t end = sheet_.sentence_of(hit.first).last;
        const auto tolls = tolls_of(act);
        const auto told = std::find_if(tolls.begin(), tolls.end(), [](const TollCue& toll) { return toll.low > 0 && !toll.vague; });
        if (told == tolls.end() || told->combined) return;
        for (std::uint32_t at = std::max(hit.last, told->tokens.last); at + 2 < end; ++at) {
            if (sheet_.act_at[at] != 0 && sheet_.act_at[at] != act + 1) return;
            if (sheet_.word_is(at, ";") || sheet_.word_is(at, "while")) return;
            if (!sheet_.is(at, WordClass::and_)) continue;
            const bool one = sheet_.word_is(at + 1, "another");
            const std::uint32_t count = sheet_.count_at[at + 1];
            const bool several = count != 0 && !sheet_.group_at[at + 1] && !sheet_.counts[count - 1].of_things && !sheet_.counts[count - 1].vague && !sheet_.counts[count - 1].is_ordinal;
            const std::uint32_t next = one ? at + 2 : several ? sheet_.counts[count - 1].tokens.last : end;
            if (next >= end || !sheet_.is(next, WordClass::place_prep) || tells_another_act(next, end)) continue;
            if (std::ranges::any_of(tolls, [&](const TollCue& toll) { return toll.tokens.overlaps({at + 1, next}); })) return;
            TollCue more = *told;
            more.tokens = {at + 1, next};
            more.low = one ? 1 : sheet_.counts[count - 1].low;
            more.high = one ? std::optional<std::int64_t>(1) : sheet_.counts[count - 1].high;
            more.one_person = one;
            more.chosen_person = false;
            added_.push_back(std::move(more));
            return;
        }
    }

    // "and another was wounded", "and 20 in an attack last month"
    bool tells_another_act(std::uint32_t from, std::uint32_t end) const
    {
        constexpr std::uint32_t reach = 9;
        for (std::uint32_t at = from; at < std::min(end, from + reach); ++at) {
            if (sheet_.is_punctuation(at) || sheet_.is(at, WordClass::clause)) return false;
            if (sheet_.act_at[at]) return true;
        }
        return false;
    }

    const Sheet& sheet_;
    Cues& cues_;
    std::vector<TollCue> added_;
};

}  // namespace

void add_unnamed_victims(const Sheet& sheet, Cues& cues)
{
    UnnamedVictims(sheet, cues).run();
}

}  // namespace sitrep::understand::english
