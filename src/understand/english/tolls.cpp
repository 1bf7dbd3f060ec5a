// How many were killed, hurt, taken or arrested: the number that belongs to each word that tells of victims.
#include <algorithm>
#include <array>

#include "understand/english/companions.hpp"
#include "understand/english/further_victims.hpp"
#include "understand/english/steps.hpp"
#include "understand/register.hpp"
#include "understand/tagged_tolls.hpp"

namespace sitrep::understand::english {

namespace {

constexpr std::uint32_t subject_reach = 22, object_reach = 6;
constexpr int coordinated_max = 6;
constexpr std::int64_t crowd_min = 100000;  // larger numbers are populations or money

// Who is counted: a number, a group of people, or both.
struct Victims {
    CueIndex count = none;
    CueIndex group = none;
    bool found() const { return count != none || group != none; }
};

class TollReader {
public:
    TollReader(const Sheet& sheet, Cues& cues) : sheet_(sheet), cues_(cues), used_(sheet.counts.size(), 0) {}

    void read(std::uint32_t act)
    {
        const Hit& hit = sheet_.acts[act];
        const ActEntry& entry = sheet_.entry(hit);
        Victims victims;
        switch (entry.count_at) {
            case CountAt::nowhere:
                return;
            case CountAt::verb:
                victims = around_verb(hit);
                break;
            case CountAt::subject:
                victims = to_the_left(hit);
                break;
            case CountAt::object:
                victims = to_the_right(hit.last);
                break;
            case CountAt::inside:
                victims = within(hit);
                break;
            case CountAt::noun:
                victims = before_noun(hit);
                if (!victims.found() && sheet_.is(hit.last, WordClass::of)) victims = to_the_right(hit.last + 1);
                break;
        }
        if (!victims.found()) return;
        add(act, entry, victims);
        add_before(act, entry, victims);
        add_coordinated(act, entry, victims);
        add_companions(act, entry, victims);
    }

private:
    bool counts_people(std::uint32_t count) const { return !sheet_.counts[count].of_things && !sheet_.counts[count].is_ordinal; }

    // What stands at a token: a group of people, or a bare number of them.
    Victims at(std::uint32_t token) const
    {
        Victims victims;
        if (sheet_.group_at[token]) {
            const Group& group = sheet_.groups[sheet_.group_at[token] - 1];
            if (group.thing || group.source_only) return victims;
            victims.group = sheet_.group_at[token] - 1;
            const std::uint32_t first = group.tokens.first;
            if (group.count) victims.count = *group.count;
            else if (first > 0 && sheet_.word_is(first - 1, "both") && sheet_.count_at[first - 1]) victims.count = sheet_.count_at[first - 1] - 1;  // "both his sons"
            else if (is_family(group) && sheet_.is(group.tokens.last, WordClass::of) && sheet_.count_at[group.tokens.last + 1]) victims.count = sheet_.count_at[group.tokens.last + 1] - 1;
            return victims;
        }
        if (sheet_.count_at[token] && counts_people(sheet_.count_at[token] - 1)) {
            victims.count = sheet_.count_at[token] - 1;
            const std::uint32_t of = sheet_.counts[victims.count].tokens.last;  // "four of the attackers"
            for (std::uint32_t whole = of + 1; sheet_.is(of, WordClass::of) && whole < std::min<std::size_t>(of + 3, sheet_.size()); ++whole)
                if (sheet_.group_at[whole] && !sheet_.groups[sheet_.group_at[whole] - 1].thing) victims.group = sheet_.group_at[whole] - 1;
        }
        return victims;
    }

    // "A family of six" is as many; of "a family" nobody knows how many.
    bool is_family(const Group& group) const { return sheet_.word_is(group.head, "family") || sheet_.word_is(group.head, "household"); }

    Victims to_the_right(std::uint32_t from) const
    {
        if (from >= sheet_.size() || from == 0) return {};
        const std::uint32_t end = std::min(sheet_.sentence_of(from - 1).last, from + object_reach);
        for (std::uint32_t token = from; token < end; ++token) {
            if (const Victims victims = at(token); victims.found()) return victims;
            if (sheet_.is_punctuation(token) && token > from) return {};
            if (sheet_.is(token, WordClass::by) || sheet_.is(token, WordClass::clause) || sheet_.act_at[token]) return {};
            if (sheet_.is(token, WordClass::place_prep) && !sheet_.is(token, WordClass::of)) return {};
        }
        return {};
    }

    Victims to_the_left(const Hit& hit) const
    {
        const std::uint32_t begin = std::max(sheet_.sentence_of(hit.first).first, hit.first >= subject_reach ? hit.first - subject_reach : 0);
        Victims fallback;
        for (std::uint32_t token = hit.first; token > begin;) {
            const std::uint32_t word = token - 1;
            if (sheet_.word_is(word, ";") || sheet_.word_is(word, ":")) break;
            if (is_further_person(word, hit.first)) break;
            const Victims victims = at(word);
            if (victims.count != none && used_[victims.count]) break;
            if (victims.found()) {
                const std::uint32_t first = begin_of(victims);
                // "Four people, some of them workers, were killed": a part, or people without a number, gives way to a number before it.
                const bool part = told_as_part(victims) || (victims.count != none && victims.group == none && sheet_.is(end_of(victims), WordClass::of));
                const bool uncounted = victims.count == none && (sheet_.groups[victims.group].plural || names_force(victims)) && !behind_partitive(first);
                if (part || uncounted) {
                    if (!fallback.found()) fallback = victims;
                    token = first;
                    continue;
                }
                if (behind_partitive(first)) return {.count = partitive_before(first), .group = victims.group};
                const bool in_phrase = first > 0 && sheet_.is(first - 1, WordClass::prep) && !behind_partitive(first);
                if (!in_phrase && (victims.count != none || victims.group != none)) return victims;
                if (!fallback.found() && victims.count != none) fallback = victims;
                token = first;
                continue;
            }
            token = word;
        }
        return fallback;
    }

    // "and a fourth has died"
    bool is_further_person(std::uint32_t word, std::uint32_t verb) const
    {
        if (word == 0 || !sheet_.count_at[word] || sheet_.group_at[word] || !sheet_.counts[sheet_.count_at[word] - 1].is_ordinal || !sheet_.word_is(word - 1, "a")) return false;
        for (std::uint32_t between = word + 1; between < verb; ++between)
            if (!sheet_.is(between, WordClass::be) && !sheet_.is(between, WordClass::have) && !sheet_.is(between, WordClass::adverb)) return false;
        return true;
    }

    // "three people, including a child, were hurt", "five, two of them women", "eleven people, five gendarmes among them, were killed"
    bool told_as_part(const Victims& victims) const
    {
        const std::uint32_t first = begin_of(victims), last = end_of(victims);
        if (sheet_.word_is(last, "among") && (sheet_.word_is(last + 1, "them") || sheet_.word_is_any(last + 2, {"dead", "victims", "casualties", "wounded"}))) return true;
        const auto of = victims.count == none ? last : sheet_.counts[victims.count].tokens.last;  // "three of them children"
        if (sheet_.is(of, WordClass::of) && sheet_.word_is_any(of + 1, {"them", "whom"}) && last > of + 1) return true;
        const auto before = [&](std::uint32_t back, std::string_view word) { return first >= back && sheet_.word_is(first - back, word); };
        return before(1, "including") || (before(2, "among") && (before(1, "them") || before(1, "whom")));
    }

    // "12 of them", "one of the soldiers", "four of the 18 passengers": the number that stands before "of".
    CueIndex partitive_before(std::uint32_t first) const
    {
        if (first > 2 && sheet_.is(first - 1, WordClass::det)) --first;
        const bool counted = first > 1 && sheet_.is(first - 1, WordClass::of) && sheet_.count_at[first - 2] && counts_people(sheet_.count_at[first - 2] - 1);
        return counted ? sheet_.count_at[first - 2] - 1 : none;
    }
    bool behind_partitive(std::uint32_t first) const { return partitive_before(first) != none; }

    Victims around_verb(const Hit& hit) const
    {
        const Form form = static_cast<Form>(hit.form);
        const bool passive = has_auxiliary(sheet_, hit);
        const bool noun = hit.first > 0 && sheet_.is(hit.first - 1, WordClass::the);
        if (passive || form == Form::participle) return noun ? Victims{} : to_the_left(hit);
        const Victims right = to_the_right(hit.last);
        if (form == Form::gerund || form == Form::third_person || form == Form::base || form == Form::past) return right;
        if (hit.first == sheet_.sentence_of(hit.first).first) return right;
        if (sheet_.count_at[hit.first - 1] && counts_people(sheet_.count_at[hit.first - 1] - 1))
            return {.count = sheet_.count_at[hit.first - 1] - 1, .group = none};
        if (sheet_.group_at[hit.first - 1]) {
            const Victims left = at(hit.first - 1);
            const Group& group = sheet_.groups[sheet_.group_at[hit.first - 1] - 1];
            const bool did_it = right.found() && (group.attacker || is_insurgent(group.side) || group.side == Side::unnamed_gunmen);  // "two gunmen wounded three people"
            if (left.count != none && !did_it) return left;
        }
        if (right.found()) return right;
        return to_the_left(hit);
    }

    Victims within(const Hit& hit) const
    {
        Victims found;
        for (std::uint32_t token = hit.first; token < hit.last; ++token) {
            const Victims victims = at(token);
            if (victims.found() && (!found.found() || victims.count != none)) found = victims;
        }
        return found;
    }

    Victims before_noun(const Hit& hit) const
    {
        if (hit.first == 0 || hit.first == sheet_.sentence_of(hit.first).first) return {};
        constexpr std::uint32_t adjectives_max = 2;
        for (std::uint32_t back = 1; back <= adjectives_max + 1 && back <= hit.first; ++back) {
            const std::uint32_t token = hit.first - back;
            if (sheet_.count_at[token]) {
                const std::uint32_t count = sheet_.count_at[token] - 1;
                return sheet_.counts[count].is_ordinal ? Victims{} : Victims{.count = count, .group = none};
            }
            if (!sheet_.is(token, WordClass::adj) && !sheet_.token(token).normal.ends_with("al") && !sheet_.group_at[token]) return {};
        }
        return {};
    }

    // "killed an officer and four soldiers", "his wife, his son and a guard": each further number or person adds to the first.
    void add_coordinated(std::uint32_t act, const ActEntry& entry, Victims victims)
    {
        const bool object_first = end_of(victims) > sheet_.acts[act].last;
        for (int further = 0; further < coordinated_max; ++further) {
            std::uint32_t next = end_of(victims);
            if (next + 1 >= sheet_.size() || (!object_first && next >= sheet_.acts[act].first)) return;
            const bool comma = sheet_.word_is(next, ",");
            if (!comma && !sheet_.is(next, WordClass::and_)) return;
            if (comma && sheet_.is(next + 1, WordClass::and_)) ++next;
            if (next + 1 >= sheet_.size()) return;
            const bool owned = sheet_.is(next + 1, WordClass::det) && next + 2 < sheet_.size() && sheet_.count_at[next + 2];  // "and her twin boys"
            victims = at(owned ? next + 2 : next + 1);
            if (victims.found() && told_as_part(victims)) return;
            const bool counted = victims.count != none && !used_[victims.count];
            const bool one = is_one_person(victims) && (!comma || has_determiner(victims)) && !begins_clause(end_of(victims));
            if (!(counted || one) || verb_follows(end_of(victims)) || (comma && victims.group == none)) return;
            add(act, entry, victims);
        }
    }

    // "A colonel was shot dead with two of his guards", "died together with his driver": those who shared his fate.
    void add_companions(std::uint32_t act, const ActEntry& entry, const Victims& victims)
    {
        auto told = companions_behind(sheet_, std::max(sheet_.acts[act].last, end_of(victims)));
        if (!told || (victims.count == none && !is_one_person(victims) && !is_one_who_serves(victims))) return;
        const bool owned = sheet_.is(told->first, WordClass::det) && told->first + 1 < sheet_.size() && sheet_.count_at[told->first + 1];  // "with his two sons"
        const Victims more = at(owned ? told->first + 1 : told->first);
        if (!more.found() || more.group == none || told_as_part(more)) return;
        told->last = end_of(more);
        told->with_object = end_of(victims) > sheet_.acts[act].last;
        const bool counted = more.count != none && !used_[more.count];
        if (!(counted || is_one_person(more)) || verb_follows(told->last) || begins_clause(told->last) || !share_a_fate(sheet_, *told)) return;
        add(act, entry, more);
        add_coordinated(act, entry, more);
    }

    // "his wife", "a guard", "the mukhtar": one more victim. A force is not ("two members of the police and the army").
    bool is_one_person(const Victims& victims) const
    {
        if (victims.group == none || victims.count != none) return false;
        const Group& group = sheet_.groups[victims.group];
        return !group.plural && !group.named_actor && !names_force(victims);
    }
    // "An officer in the Iraqi army and a soldier were killed": he is one, though his force has a name.
    bool is_one_who_serves(const Victims& victims) const
    {
        if (victims.group == none || victims.count != none) return false;
        const Group& group = sheet_.groups[victims.group];
        return group.named_actor && group.indefinite && !group.plural && sheet_.is(group.head + 1, WordClass::prep);
    }
    // "and their only child survived", "and an Israeli drone was shot down": another clause begins.
    bool begins_clause(std::uint32_t verb) const
    {
        if (verb >= sheet_.size() || sheet_.is_punctuation(verb)) return false;
        if (sheet_.is(verb, WordClass::be) || sheet_.is(verb, WordClass::have) || sheet_.is(verb, WordClass::modal) || sheet_.is(verb, WordClass::say)) return true;
        const bool past = sheet_.token(verb).normal.ends_with("ed") && !sheet_.is(verb, WordClass::adj);
        return past && !(verb + 1 < sheet_.size() && sheet_.is(verb + 1, WordClass::by));
    }
    // "the Syrian Democratic Forces", "the police": as a whole, whatever its number in grammar; "the ISIS commander" is one person.
    bool names_force(const Victims& victims) const
    {
        constexpr std::array wholes{"police", "army", "military", "forces"};
        const Group& group = sheet_.groups[victims.group];
        if (!sheet_.is(group.tokens.first, WordClass::the) || group.role) return false;
        if (!group.name.empty() && sheet_.token(group.head).capital) return true;
        return std::any_of(wholes.begin(), wholes.end(), [&](const char* word) { return sheet_.word_is(group.head, word); });
    }
    bool has_determiner(const Victims& victims) const
    {
        const Group& group = sheet_.groups[victims.group];
        return group.tokens.first < group.words.first;
    }

    // "28 soldiers and at least 56 militants are dead", "a man, his wife and her brother were shot": what stands before the subject that was found.
    void add_before(std::uint32_t act, const ActEntry& entry, Victims victims)
    {
        for (int further = 0; further < coordinated_max; ++further) {
            const std::uint32_t begin = sheet_.sentence_of(begin_of(victims)).first;
            std::uint32_t first = begin_of(victims);
            if (first > begin && sheet_.is(first - 1, WordClass::det)) --first;  // "his two sons"
            if (first < begin + 2 || first > sheet_.acts[act].first) return;
            const bool joined = sheet_.is(first - 1, WordClass::and_), listed = further > 0 && sheet_.word_is(first - 1, ",");
            if (!joined && !listed) return;
            const bool comma_too = joined && first >= begin + 3 && sheet_.word_is(first - 2, ",");
            victims = one_of_list(at(before_place(begin, first - (comma_too ? 3 : 2))));
            const bool counted = victims.count != none && victims.group != none && !used_[victims.count];
            // "Four people, two policemen and two nurses, were killed": a number before a comma may count those behind it.
            const bool one = (is_one_person(victims) && (!listed || has_determiner(victims))) || (joined && is_one_who_serves(victims));
            if (!one && (!counted || (listed && !behind_partitive(sheet_.groups[victims.group].tokens.first)))) return;
            add(act, entry, victims);
        }
    }

    // "the mayor of Tumaco": the last token of whom the place belongs to.
    std::uint32_t before_place(std::uint32_t begin, std::uint32_t last) const
    {
        std::uint32_t token = last;
        while (token > begin && (sheet_.in_place(token) || sheet_.token(token).capital)) --token;
        return token < last && token > begin && sheet_.is(token, WordClass::of) ? token - 1 : last;
    }

    // "two of his children"
    Victims one_of_list(Victims victims) const
    {
        if (victims.group == none || victims.count != none || !behind_partitive(begin_of(victims))) return victims;
        return {.count = partitive_before(begin_of(victims)), .group = victims.group};
    }

    std::uint32_t begin_of(const Victims& victims) const
    {
        if (victims.count == none) return sheet_.groups[victims.group].tokens.first;
        const std::uint32_t count = sheet_.counts[victims.count].tokens.first;
        return victims.group == none ? count : std::min(count, sheet_.groups[victims.group].tokens.first);
    }

    std::uint32_t end_of(const Victims& victims) const
    {
        return victims.group != none ? sheet_.groups[victims.group].tokens.last : sheet_.counts[victims.count].tokens.last;
    }

    // "and two others were wounded": that number belongs to the next word that tells of victims.
    bool verb_follows(std::uint32_t token) const
    {
        const std::uint32_t end = std::min<std::uint32_t>(token + 3, static_cast<std::uint32_t>(sheet_.size()));
        for (; token < end; ++token) {
            if (sheet_.act_at[token] && sheet_.entry(sheet_.acts[sheet_.act_at[token] - 1]).outcome) return true;
            if (sheet_.is_punctuation(token) || sheet_.is(token, WordClass::prep)) return false;
        }
        return false;
    }

    // "No civilian was hurt", "no guest or guard was killed": the token of "no".
    CueIndex denied_from(const Group& group) const
    {
        const std::uint32_t begin = sheet_.sentence_of(group.tokens.first).first;
        std::uint32_t first = group.tokens.first;
        if (first >= begin + 3 && sheet_.word_is(first - 1, "or") && sheet_.group_at[first - 2]) first = sheet_.groups[sheet_.group_at[first - 2] - 1].tokens.first;
        return first > begin && sheet_.word_is(first - 1, "no") ? first - 1 : none;
    }

    void set_number(TollCue& cue, const Victims& victims) const
    {
        if (victims.count != none) {
            const Count& count = sheet_.counts[victims.count];
            cue.tokens = count.tokens;
            cue.low = count.low;
            cue.high = count.high;
            cue.vague = count.vague;
            return;
        }
        const Group& group = sheet_.groups[victims.group];
        cue.tokens = group.tokens;
        if (const CueIndex no = denied_from(group); no != none) {
            cue.tokens.first = no;
            cue.high = 0;
            return;
        }
        const bool couple = sheet_.word_is(group.head, "couple");
        cue.low = couple ? 2 : 1;
        cue.high = cue.low;
        cue.vague = !couple && (group.plural || names_force(victims) || is_family(group));
    }

    void set_people(TollCue& cue, const Victims& victims) const
    {
        if (victims.group == none) return;
        const ActorCue& people = cues_.actors[victims.group];
        const Group& group = sheet_.groups[victims.group];
        cue.victims = people.target_class;
        cue.side = people.side;
        cue.name = people.name;
        cue.loosely_named = group.loose && people.name.empty();
        cue.chosen_person = group.role && !group.plural;
        cue.of_attackers = group.attacker || people.side == Side::unnamed_gunmen;
    }

    // "a colonel was one of the dead", "two of the wounded"
    bool one_of_them(std::uint32_t token) const
    {
        return sheet_.is(token, WordClass::of) && sheet_.is(token + 1, WordClass::the) &&
               (sheet_.word_is(token + 2, "dead") || sheet_.word_is(token + 2, "wounded") || sheet_.word_is(token + 2, "victims") ||
                sheet_.word_is(token + 2, "injured"));
    }

    void mark_relations(TollCue& cue, const Victims& victims) const
    {
        const std::uint32_t first = cue.tokens.first;
        const std::uint32_t begin = sheet_.sentence_of(first).first;
        const auto before = [&](std::uint32_t back, std::string_view word) { return first >= begin + back && sheet_.word_is(first - back, word); };
        cue.part = before(1, "including") || before(1, "among") || before(2, "among") || before(3, "among") || before(1, "include") ||
                   before(1, "includes") || before(1, "included") || sheet_.word_is(cue.tokens.last, "among") || told_as_part(victims) || one_of_them(cue.tokens.last) ||
                   (sheet_.is(cue.tokens.last, WordClass::of) && sheet_.word_is(cue.tokens.last + 1, "them") && before(1, ","));
        const bool second = first > 2 && sheet_.count_at[first - 2] && is_change(sheet_.document, sheet_.counts[sheet_.count_at[first - 2] - 1].tokens.first);
        const bool rises = before(2, "rose") || before(2, "risen") || before(2, "rises") || before(2, "climbed") || before(2, "toll");
        cue.updates = before(1, "to") && (rises || second);
        cue.replaced = before(1, "from") || before(2, "initially") || before(1, "initially");
        cue.cumulative = cue.low >= crowd_min;
    }

    void add(std::uint32_t act, const ActEntry& entry, const Victims& victims)
    {
        TollCue cue;
        cue.sentence = cues_.acts[act].sentence;
        cue.outcome = *entry.outcome;
        cue.act = act;
        cue.combined = entry.both;
        set_number(cue, victims);
        set_people(cue, victims);
        mark_relations(cue, victims);
        cue.one_person = victims.count == none && cue.low > 0;
        if (victims.count != none && says_others(sheet_, sheet_.counts[victims.count])) cue.beyond = counted_before(sheet_, cues_, cue);
        cue.several_events = entry.count_at == CountAt::noun && entry.kind != IncidentKind::armed_attack && cue.low > 1;
        if (victims.count != none) used_[victims.count] = 1;
        const bool nobody = cue.low == 0 && cue.high == 0;
        if (entry.both && nobody) {
            cue.combined = false;
            cues_.tolls.push_back(cue);
            cue.outcome = Outcome::injured;
        }
        if (cues_.acts[act].reality == Reality::happened || nobody) cues_.tolls.push_back(cue);
    }

    const Sheet& sheet_;
    Cues& cues_;
    std::vector<std::uint8_t> used_;
};

}  // namespace

void add_tolls(const Sheet& sheet, Cues& cues)
{
    TollReader reader(sheet, cues);
    for (std::uint32_t act = 0; act < sheet.acts.size(); ++act) reader.read(act);
    add_unnamed_victims(sheet, cues);
    // What stands before a subject is found after it.
    std::stable_sort(cues.tolls.begin(), cues.tolls.end(), [](const TollCue& a, const TollCue& b) { return a.tokens.first < b.tokens.first; });
}

}  // namespace sitrep::understand::english
