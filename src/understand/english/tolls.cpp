// How many were killed, hurt, taken or arrested: the number that belongs to each word that tells of victims.
#include <algorithm>
#include <array>

#include "understand/english/ages.hpp"
#include "understand/english/cared_for.hpp"
#include "understand/english/companions.hpp"
#include "understand/english/further_victims.hpp"
#include "understand/english/steps.hpp"
#include "understand/english/victims.hpp"
#include "understand/figures/given_up.hpp"
#include "understand/names/register.hpp"
#include "understand/tagging/tagged_tolls.hpp"

namespace sitrep::understand::english {

namespace {

constexpr int coordinated_max = 6;
constexpr std::int64_t crowd_min = 100000;  // larger numbers are populations or money

class TollReader {
public:
    TollReader(const Sheet& sheet, Cues& cues) : sheet_(sheet), cues_(cues), used_(sheet.counts.size(), 0), find_(sheet, used_) {}

    void read(std::uint32_t act)
    {
        const ActEntry& entry = sheet_.entry(sheet_.acts[act]);
        const Victims victims = find_.of_act(sheet_.acts[act], entry);
        if (!victims.found() || (entry.cared && tells_no_hurt(sheet_, act, {find_.begin_of(victims), find_.end_of(victims)}))) return;
        if (entry.outcome == Outcome::injured && entry.count_at == CountAt::inside && dies_there(sheet_, act)) return;  // "shot in the leg and bled to death"
        add(act, entry, victims);
        add_before(act, entry, victims);
        add_coordinated(act, entry, victims);
        add_companions(act, entry, victims);
    }

private:
    // "killed an officer and four soldiers", "his wife, his son and a guard": each further number or person adds to the first.
    void add_coordinated(std::uint32_t act, const ActEntry& entry, Victims victims)
    {
        const bool object_first = find_.end_of(victims) > sheet_.acts[act].last;
        for (int further = 0; further < coordinated_max; ++further) {
            std::uint32_t next = behind_age(find_.end_of(victims));
            if (next + 1 >= sheet_.size() || (!object_first && next >= sheet_.acts[act].first)) return;
            const bool comma = sheet_.word_is(next, ",");
            if (!comma && !sheet_.is(next, WordClass::and_)) return;
            if (comma && sheet_.is(next + 1, WordClass::and_)) ++next;
            if (next + 1 >= sheet_.size()) return;
            const bool owned = sheet_.is(next + 1, WordClass::det) && next + 2 < sheet_.size() && sheet_.count_at[next + 2];  // "and her twin boys"
            victims = find_.at(owned ? next + 2 : next + 1);
            if (victims.found() && find_.told_as_part(victims)) return;
            const bool counted = victims.count != none && !used_[victims.count];
            const bool one = find_.is_one_person(victims) && (!comma || has_determiner(victims)) && !begins_clause(find_.end_of(victims));
            if (!(counted || one) || verb_follows(find_.end_of(victims)) || (comma && victims.group == none) || speak(find_.end_of(victims))) return;
            add(act, entry, victims);
        }
    }

    // "a farmer, 52, and his two sons": the token behind the number.
    std::uint32_t behind_age(std::uint32_t comma) const
    {
        const bool age = comma + 3 < sheet_.size() && sheet_.word_is(comma, ",") && is_age(sheet_.document, comma + 1);
        if (!age) return comma;
        return sheet_.is(comma + 3, WordClass::and_) ? comma + 3 : comma + 2;
    }

    // "A colonel was shot dead with two of his guards", "died together with his driver": those who shared his fate.
    void add_companions(std::uint32_t act, const ActEntry& entry, const Victims& victims)
    {
        auto told = companions_behind(sheet_, std::max(sheet_.acts[act].last, find_.end_of(victims)));
        if (!told || (victims.count == none && !find_.is_one_person(victims) && !is_one_who_serves(victims))) return;
        const bool owned = sheet_.is(told->first, WordClass::det) && told->first + 1 < sheet_.size() && sheet_.count_at[told->first + 1];  // "with his two sons"
        const Victims more = find_.at(owned ? told->first + 1 : told->first);
        if (!more.found() || more.group == none || find_.told_as_part(more)) return;
        told->last = find_.end_of(more);
        told->with_object = find_.end_of(victims) > sheet_.acts[act].last;
        const bool counted = more.count != none && !used_[more.count];
        if (!(counted || find_.is_one_person(more)) || verb_follows(told->last) || begins_clause(told->last) || !share_a_fate(sheet_, *told)) return;
        add(act, entry, more);
        add_coordinated(act, entry, more);
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
    bool has_determiner(const Victims& victims) const
    {
        const Group& group = sheet_.groups[victims.group];
        return group.tokens.first < group.words.first;
    }

    // "28 soldiers and at least 56 militants are dead", "a man, his wife and her brother were shot": what stands before the subject that was found.
    void add_before(std::uint32_t act, const ActEntry& entry, Victims victims)
    {
        const bool ends_aside = sheet_.word_is(find_.end_of(victims), ",");
        std::int64_t behind = people_in(victims);
        for (int further = 0; further < coordinated_max; ++further) {
            const std::uint32_t begin = sheet_.sentence_of(find_.begin_of(victims)).first;
            std::uint32_t first = find_.begin_of(victims);
            if (first > begin && sheet_.is(first - 1, WordClass::det)) --first;  // "his two sons"
            if (first < begin + 2 || first > sheet_.acts[act].first) return;
            const bool joined = sheet_.is(first - 1, WordClass::and_), listed = further > 0 && sheet_.word_is(first - 1, ",");
            if ((!joined && !listed) || sheet_.word_is_any(first - 2, {"himself", "herself", "themselves"})) return;
            const bool comma_too = joined && first >= begin + 3 && sheet_.word_is(first - 2, ",");
            victims = list_item(begin, first - (comma_too ? 3 : 2));
            const bool counted = victims.count != none && victims.group != none && !used_[victims.count];
            const bool one = (find_.is_one_person(victims) && (!listed || has_determiner(victims))) || (joined && is_one_who_serves(victims));
            if (!one && (!counted || (listed && (ends_aside || counts_those_behind(victims, behind))))) return;
            behind += people_in(victims);
            add(act, entry, victims);
        }
    }

    Victims list_item(std::uint32_t begin, std::uint32_t last) const
    {
        Victims victims = find_.at(before_place(begin, last));
        if (!victims.found()) victims = head_of_phrase(begin, last);
        return victims.group == none || victims.count != none ? victims : find_.with_partitive(victims);
    }

    // "11 men in uniform and seven residents", "a sheikh of the Jubur and his driver": who stands before the phrase, where the clause begins with them.
    Victims head_of_phrase(std::uint32_t begin, std::uint32_t last) const
    {
        constexpr std::uint32_t reach = 6;
        bool phrase = false;
        for (std::uint32_t token = last; token > begin && last - token < reach; --token) {
            if (sheet_.is_punctuation(token) || sheet_.act_at[token] || sheet_.is(token, WordClass::be) || sheet_.is(token, WordClass::clause) || sheet_.is(token, WordClass::say)) return {};
            phrase = phrase || sheet_.is(token, WordClass::prep);
            const Victims victims = phrase ? find_.at(token - 1) : Victims{};
            if (!victims.found()) continue;
            const std::uint32_t first = find_.begin_of(victims);
            const bool opens = first == begin || sheet_.is_punctuation(first - 1) || sheet_.is(first - 1, WordClass::and_) || sheet_.is(first - 1, WordClass::clause) ||
                               sheet_.word_is(first - 1, "that");
            return opens && victims.group != none ? victims : Victims{};
        }
        return {};
    }

    std::int64_t people_in(const Victims& victims) const { return victims.count == none ? 1 : sheet_.counts[victims.count].low; }

    // "Four people, two policemen and two nurses, were killed": the four are those behind the comma.
    bool counts_those_behind(const Victims& victims, std::int64_t behind) const
    {
        if (find_.behind_partitive(sheet_.groups[victims.group].tokens.first)) return false;
        return people_in(victims) == behind || sheet_.word_is_any(sheet_.groups[victims.group].head, {"people", "persons", "civilians", "others", "residents", "villagers", "victims"});
    }

    // "the mayor of Tumaco": the last token of whom the place belongs to.
    std::uint32_t before_place(std::uint32_t begin, std::uint32_t last) const
    {
        std::uint32_t token = last;
        while (token > begin && (sheet_.in_place(token) || sheet_.token(token).capital)) --token;
        return token < last && token > begin && sheet_.is(token, WordClass::of) ? token - 1 : last;
    }

    // "killed eight people, two residents and a member of the council said": who speaks is not counted.
    bool speak(std::uint32_t behind) const
    {
        constexpr std::uint32_t reach = 9;
        const std::uint32_t end = std::min(sheet_.sentence_of(behind - 1).last, behind + reach);
        for (std::uint32_t token = behind; token < end && !sheet_.is_punctuation(token) && !sheet_.act_at[token]; ++token) {
            if (sheet_.is(token, WordClass::say)) return !sheet_.is(token + 1, WordClass::to) && !(token > behind && sheet_.is(token - 1, WordClass::be));
            if (sheet_.is(token, WordClass::clause) || sheet_.is(token, WordClass::be)) return false;
        }
        return false;
    }

    // "and two others were wounded": that number belongs to the next word that tells of victims.
    bool verb_follows(std::uint32_t token) const
    {
        const std::uint32_t end = std::min<std::uint32_t>(token + 3, static_cast<std::uint32_t>(sheet_.size()));
        for (; token < end; ++token) {
            if (sheet_.act_at[token] && sheet_.entry(sheet_.acts[sheet_.act_at[token] - 1]).outcome) return true;
            if (sheet_.is_punctuation(token) || sheet_.is(token, WordClass::prep)) return false;
            if (sheet_.is(token, WordClass::and_) && token + 1 < sheet_.size() && sheet_.act_at[token + 1]) return false;  // "three men and wounding nine"
        }
        return false;
    }

    // "No civilian was hurt", "no guest or guard was killed", "denied that any soldier had died": the token of "no" or "any".
    CueIndex denied_from(const Group& group) const
    {
        if (sheet_.word_is(group.tokens.first, "any") && is_denied(group.tokens.first)) return group.tokens.first;
        const std::uint32_t begin = sheet_.sentence_of(group.tokens.first).first;
        std::uint32_t first = group.tokens.first;
        if (first >= begin + 3 && sheet_.word_is(first - 1, "or") && sheet_.group_at[first - 2]) first = sheet_.groups[sheet_.group_at[first - 2] - 1].tokens.first;
        return first > begin && sheet_.word_is(first - 1, "no") ? first - 1 : none;
    }

    // "the four-man cell", "a six-member family"; 0 where no number is told so.
    std::int64_t people_in_compound(const Group& group) const
    {
        static constexpr std::array<std::string_view, 13> numbers{"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};
        for (std::uint32_t at = group.tokens.first; at < group.tokens.last; ++at) {
            const std::string_view word = sheet_.token(at).normal;
            const std::size_t hyphen = word.find('-');
            if (hyphen == std::string_view::npos) continue;
            const std::string_view people = word.substr(hyphen + 1);
            if (people != "man" && people != "member" && people != "person" && people != "strong") continue;
            const auto number = std::ranges::find(numbers, word.substr(0, hyphen));
            if (number != numbers.end()) return number - numbers.begin();
        }
        return 0;
    }

    bool is_denied(std::uint32_t any) const
    {
        constexpr std::uint32_t reach = 6;
        const std::uint32_t begin = std::max(sheet_.sentence_of(any).first, any > reach ? any - reach : 0);
        for (std::uint32_t at = any; at > begin && !sheet_.is_punctuation(at - 1); --at) {
            if (sheet_.word_is_any(at - 1, {"whether", "if", "known", "clear"})) return false;
            if (sheet_.word_is_any(at - 1, {"denied", "denies", "deny", "denying", "disputed", "disputes", "dispute", "disputing", "without", "nor", "not"})) return true;
        }
        return false;
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
        const std::int64_t in_compound = people_in_compound(group);
        const bool pair = find_.is_pair(group), told = pair || in_compound > 0;
        cue.low = pair ? 2 : std::max<std::int64_t>(1, in_compound);
        cue.high = cue.low;
        cue.vague = !told && (sheet_.word_is(group.tokens.first, "any") || group.plural || find_.names_force(victims) || find_.is_family(group));
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

    // "two of the wounded died", "four of the 22 wounded have died": no part of those who were dead before.
    bool of_the_hurt(std::uint32_t token) const
    {
        if (!sheet_.is(token, WordClass::of) || token + 3 >= sheet_.size() || !sheet_.is(token + 1, WordClass::the)) return false;
        return sheet_.word_is_any(token + (sheet_.count_at[token + 2] ? 3 : 2), {"wounded", "injured", "hurt"});
    }

    std::int64_t dead_before(const TollCue& more) const
    {
        constexpr int tolls_max = 12;
        int looked_at = 0;
        for (auto toll = cues_.tolls.rbegin(); toll != cues_.tolls.rend() && toll->sentence + 1 >= more.sentence && looked_at < tolls_max; ++toll, ++looked_at)
            if (toll->outcome == Outcome::killed && toll->tokens.first < more.tokens.first && !toll->part) return toll->counts_victims() ? toll->low : 0;
        return 0;
    }

    // "A man was also killed in Sumy", "on Tuesday a farmer was killed too": with a place or a day of its own.
    bool told_elsewhere(const TollCue& more) const
    {
        const text::Sentence& sentence = sheet_.sentence_of(more.tokens.first);
        std::uint32_t first = more.tokens.first;
        while (first > sentence.first && !sheet_.word_is(first - 1, ";") && !sheet_.is(first - 1, WordClass::and_)) --first;
        for (std::uint32_t at = first; at < sentence.last && !sheet_.word_is(at, ";"); ++at)
            if (sheet_.in_place(at) || sheet_.in_date(at)) return true;
        return false;
    }

    // "His son died too", "a cook was also killed": on top of those who are counted before.
    std::int64_t counted_besides(std::uint32_t act, const TollCue& more) const
    {
        const Hit& hit = sheet_.acts[act];
        const bool as_well = sheet_.word_is(hit.last, "as") && sheet_.word_is(hit.last + 1, "well");
        const bool too = as_well || sheet_.word_is_any(hit.last, {"too", "also"}) || (hit.first > 0 && sheet_.word_is(hit.first - 1, "also"));
        const bool attackers = more.of_attackers || more.victims == TargetClass::militant || is_insurgent(more.side) || more.side == Side::unnamed_gunmen;
        if (!too || attackers || more.low < 1 || more.vague || more.part || told_elsewhere(more)) return 0;
        for (auto toll = cues_.tolls.rbegin(); toll != cues_.tolls.rend() && toll->sentence + 1 >= more.sentence; ++toll) {
            if (toll->outcome != more.outcome || toll->tokens.first >= more.tokens.first || toll->part) continue;
            return toll->counts_victims() && toll->victims != TargetClass::militant ? toll->low : 0;
        }
        return 0;
    }

    // "There are eight wounded in each camp", "each has three wounded": nobody says how many they are together.
    bool told_of_each(Tokens number) const
    {
        constexpr std::uint32_t reach = 5;
        const text::Sentence& sentence = sheet_.sentence_of(number.first);
        if (number.first >= sentence.first + 2 && sheet_.is(number.first - 1, WordClass::have) && sheet_.word_is(number.first - 2, "each")) return true;
        for (std::uint32_t at = number.last; at + 1 < std::min(sentence.last, number.last + reach) && !sheet_.is_punctuation(at); ++at)
            if (sheet_.word_is_any(at, {"in", "on", "from"}) && sheet_.word_is(at + 1, "each") && sheet_.word_is_any(at + 2, {"camp", "side", "place", "village", "town"}))
                return true;
        return false;
    }

    void mark_relations(TollCue& cue, const Victims& victims) const
    {
        const std::uint32_t first = cue.tokens.first;
        const std::uint32_t begin = sheet_.sentence_of(first).first;
        const auto before = [&](std::uint32_t back, std::string_view word) { return first >= begin + back && sheet_.word_is(first - back, word); };
        cue.part = before(1, "including") || before(1, "among") || before(2, "among") || before(3, "among") || before(1, "include") ||
                   before(1, "includes") || before(1, "included") || sheet_.word_is(cue.tokens.last, "among") || find_.told_as_part(victims) || one_of_them(cue.tokens.last) ||
                   (sheet_.is(cue.tokens.last, WordClass::of) && sheet_.word_is(cue.tokens.last + 1, "them") && before(1, ","));
        const bool second = first > 2 && sheet_.count_at[first - 2] && is_change(sheet_.document, sheet_.counts[sheet_.count_at[first - 2] - 1].tokens.first);
        const bool rises = before(2, "rose") || before(2, "risen") || before(2, "rises") || before(2, "climbed") || before(2, "toll");
        cue.updates = before(1, "to") && (rises || second);
        cue.replaced = before(1, "from") || before(2, "initially") || before(1, "initially") || told_first(sheet_.document, first);
        cue.cumulative = cue.low >= crowd_min;
        cue.vague = cue.vague || told_of_each(cue.tokens);
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
        cue.part = cue.part || (entry.cared && are_counted_before(sheet_, cues_, cue));
        if (victims.count != none && says_others(sheet_, sheet_.counts[victims.count])) cue.beyond = counted_before(sheet_, cues_, cue);
        else cue.beyond = counted_besides(act, cue);
        if (cue.outcome == Outcome::killed && of_the_hurt(cue.tokens.last)) {
            cue.part = false;
            cue.beyond = dead_before(cue);
        }
        cue.several_events = entry.count_at == CountAt::noun && entry.kind != IncidentKind::armed_attack && cue.low > 1;
        if (victims.count != none) used_[victims.count] = 1;
        const bool nobody = cue.low == 0 && cue.high == 0;
        if (nobody && entry.cared) return;  // "no one was taken to hospital" may be told of the dead
        if (nobody && sheet_.word_is_any(sheet_.acts[act].last, {"but", "except"})) return;  // "no one was hit but the driver"
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
    VictimFinder find_;
};

}  // namespace

void add_tolls(const Sheet& sheet, Cues& cues)
{
    TollReader reader(sheet, cues);
    for (std::uint32_t act = 0; act < sheet.acts.size(); ++act) reader.read(act);
    add_unnamed_victims(sheet, cues);
    // What stands before a subject is found after it.
    const auto in_order = [](const TollCue& a, const TollCue& b) { return a.tokens.first < b.tokens.first; };
    std::ranges::stable_sort(cues.tolls, in_order);
    add_totals(sheet, cues);
    std::ranges::stable_sort(cues.tolls, in_order);
}

}  // namespace sitrep::understand::english
