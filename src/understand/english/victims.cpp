#include "understand/english/victims.hpp"

#include <algorithm>
#include <array>

#include "understand/english/steps.hpp"
#include "understand/names/register.hpp"

namespace sitrep::understand::english {

namespace {
constexpr std::uint32_t subject_reach = 22, object_reach = 6;

// "Killed himself", "shot themselves dead": the word that says that who did it is whom it hit.
std::optional<std::uint32_t> oneself(const Sheet& sheet, const Hit& hit)
{
    for (std::uint32_t at = hit.first; at < std::min(hit.last + 1, sheet.sentence_of(hit.first).last); ++at)
        if (sheet.word_is_any(at, {"himself", "herself", "themselves", "oneself"})) return at;
    return std::nullopt;
}
}  // namespace

Victims VictimFinder::of_act(const Hit& hit, const ActEntry& entry) const
{
    if (const auto self = oneself(sheet_, hit); self && entry.outcome == Outcome::killed)  // "a bomber killed himself", "and two guards"
        return sheet_.is(*self + 1, WordClass::and_) ? to_the_right(*self + 2) : Victims{};
    switch (entry.count_at) {
        case CountAt::nowhere:
            return {};
        case CountAt::verb:
            return around_verb(hit);
        case CountAt::subject:
            return hit.first > 0 && sheet_.is(hit.first - 1, WordClass::the) && sheet_.is(hit.last, WordClass::to) ? Victims{} : to_the_left(hit);  // "brings the dead to two"
        case CountAt::object:
            return to_the_right(hit.last);
        case CountAt::inside:
            return within(hit);
        case CountAt::noun:
            if (const Victims victims = before_noun(hit); victims.found()) return victims;
            return sheet_.is(hit.last, WordClass::of) ? to_the_right(hit.last + 1) : Victims{};
    }
    return {};
}

Victims VictimFinder::at(std::uint32_t token) const
{
    Victims victims;
    if (sheet_.group_at[token]) {
        const Group& group = sheet_.groups[sheet_.group_at[token] - 1];
        if (group.thing || group.source_only) return victims;
        victims.group = sheet_.group_at[token] - 1;
        const std::uint32_t first = group.tokens.first;
        if (group.count) victims.count = *group.count;
        else if (first > 0 && sheet_.word_is(first - 1, "both") && sheet_.count_at[first - 1]) victims.count = sheet_.count_at[first - 1] - 1;  // "both his sons"
        else if (const std::uint32_t of = group.tokens.last; counts_members(group) && sheet_.is(of, WordClass::of) && of + 1 < sheet_.size() && sheet_.count_at[of + 1])
            victims.count = sheet_.count_at[of + 1] - 1;  // "a family of six", "a group of eight miners"
        if (victims.count != none && sheet_.word_is(group.head, "group") && sheet_.counts[victims.count].of_things) victims.count = none;
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

bool VictimFinder::is_family(const Group& group) const { return sheet_.word_is_any(group.head, {"family", "household"}); }

bool VictimFinder::counts_members(const Group& group) const { return is_family(group) || sheet_.word_is(group.head, "group"); }

bool VictimFinder::is_pair(const Group& group) const
{
    if (sheet_.word_is(group.head, "couple")) return true;
    const bool owned = group.tokens.first < group.words.first || group.definite;
    return sheet_.word_is(group.head, "parents") && owned && !group.count && !sheet_.is(group.head + 1, WordClass::of) && !sheet_.is(group.tokens.last, WordClass::of);
}

Victims VictimFinder::to_the_right(std::uint32_t from) const
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

// "Four people, some of them workers, were killed": a part, or people without a number, gives way to a number before it.
bool VictimFinder::gives_way(const Victims& victims) const
{
    if (told_as_part(victims) || (victims.count != none && victims.group == none && sheet_.is(end_of(victims), WordClass::of))) return true;
    if (victims.count != none || behind_partitive(begin_of(victims))) return false;
    const Group& group = sheet_.groups[victims.group];
    return !is_pair(group) && (group.plural || names_force(victims));
}

// "Two ministers resigned after five people were killed"
bool VictimFinder::opens_clause(std::uint32_t word) const
{
    return sheet_.is(word, WordClass::clause) && !sheet_.is(word, WordClass::rel) && !sheet_.word_is_any(word, {"as", "who's"});
}

// "The mayor said that villagers were killed": the mayor is not counted.
bool VictimFinder::begins_speech(std::uint32_t word) const
{
    constexpr std::uint32_t reach = 5;
    if (sheet_.is(word, WordClass::say)) return true;
    if (!sheet_.word_is(word, "that")) return false;
    const std::uint32_t begin = std::max(sheet_.sentence_of(word).first, word > reach ? word - reach : 0);
    for (std::uint32_t at = word; at > begin && !sheet_.is_punctuation(at - 1); --at)
        if (sheet_.is(at - 1, WordClass::say)) return true;
    return false;
}

// "Of the "Lion" unit": where the phrase begins whose head follows what stands in quotation marks; without any, the token itself.
std::uint32_t VictimFinder::before_quotation(std::uint32_t first) const
{
    constexpr std::uint32_t longest = 5;
    const auto is_mark = [&](std::uint32_t at) { return sheet_.word_is_any(at, {"\"", "“", "”", "«", "»"}); };
    if (first < 4 || !is_mark(first - 1)) return first;
    std::uint32_t open = first - 2;
    while (open > 2 && first - open < longest && !is_mark(open)) --open;
    if (!is_mark(open) || open < 2) return first;
    return sheet_.is(open - 1, WordClass::det) && open > 2 ? open - 1 : open;
}

Victims VictimFinder::to_the_left(const Hit& hit) const
{
    const std::uint32_t begin = std::max(sheet_.sentence_of(hit.first).first, hit.first >= subject_reach ? hit.first - subject_reach : 0);
    Victims fallback;
    for (std::uint32_t token = hit.first; token > begin;) {
        const std::uint32_t word = token - 1;
        if (sheet_.word_is(word, ";") || sheet_.word_is(word, ":") || is_further_person(word, hit.first)) break;
        if (fallback.found() && begins_speech(word)) break;
        const Victims victims = at(word);
        if (victims.count != none && used_[victims.count]) break;
        if (!victims.found()) {
            token = word;
            continue;
        }
        const std::uint32_t first = begin_of(victims);
        const bool alone = first > begin && opens_clause(first - 1);
        if (gives_way(victims)) {
            if (!fallback.found()) fallback = victims;
            if (alone) break;
            token = first;
            continue;
        }
        if (behind_partitive(first)) return with_partitive(victims);
        const std::uint32_t opened = before_quotation(first);
        const bool in_phrase = first > 0 && sheet_.is(opened - 1, WordClass::prep) && !alone;
        if (!in_phrase) return victims;
        if (!fallback.found() && victims.count != none) fallback = victims;
        token = first;
    }
    return fallback;
}

// "and a fourth has died"
bool VictimFinder::is_further_person(std::uint32_t word, std::uint32_t verb) const
{
    if (word == 0 || !sheet_.count_at[word] || sheet_.group_at[word] || !sheet_.counts[sheet_.count_at[word] - 1].is_ordinal || !sheet_.word_is_any(word - 1, {"a", "an"})) return false;
    for (std::uint32_t between = word + 1; between < verb; ++between)
        if (!sheet_.is(between, WordClass::be) && !sheet_.is(between, WordClass::have) && !sheet_.is(between, WordClass::adverb)) return false;
    return true;
}

bool VictimFinder::told_as_part(const Victims& victims) const
{
    const std::uint32_t first = begin_of(victims), last = end_of(victims);
    if (sheet_.word_is(last, "among") && (sheet_.word_is(last + 1, "them") || sheet_.word_is_any(last + 2, {"dead", "victims", "casualties", "wounded"}))) return true;
    const auto of = victims.count == none ? last : sheet_.counts[victims.count].tokens.last;  // "three of them children"
    if (sheet_.is(of, WordClass::of) && sheet_.word_is_any(of + 1, {"them", "whom"}) && last > of + 1) return true;
    const auto before = [&](std::uint32_t back, std::string_view word) { return first >= back && sheet_.word_is(first - back, word); };
    if (first >= 3 && sheet_.count_at[first - 3] && before(2, "of") && (before(1, "them") || before(1, "whom"))) return true;  // "one of them a child"
    return before(1, "including") || (before(2, "among") && (before(1, "them") || before(1, "whom")));
}

// "two of the other eighteen": the number that stands before "of".
CueIndex VictimFinder::partitive_before(std::uint32_t first) const
{
    if (first > 3 && sheet_.word_is_any(first - 1, {"other", "remaining", "wounded", "injured"})) --first;
    if (first > 2 && sheet_.is(first - 1, WordClass::det)) --first;
    const bool counted = first > 1 && sheet_.is(first - 1, WordClass::of) && sheet_.count_at[first - 2] && counts_people(sheet_.count_at[first - 2] - 1);
    return counted ? sheet_.count_at[first - 2] - 1 : none;
}

Victims VictimFinder::with_partitive(const Victims& victims) const
{
    if (!victims.found()) return victims;
    const CueIndex count = partitive_before(begin_of(victims));
    return count == none ? victims : Victims{.count = count, .group = victims.group};
}

// "A wounded man has died", "a seventh wounded man died": he is told as dead.
bool VictimFinder::are_dying(const Hit& hit) const
{
    if (hit.last >= sheet_.size() || !sheet_.group_at[hit.last] || hit.last - hit.first > 1) return false;
    const Group& group = sheet_.groups[sheet_.group_at[hit.last] - 1];
    std::uint32_t verb = group.tokens.last;
    while (verb < sheet_.size() && (sheet_.is(verb, WordClass::have) || sheet_.is(verb, WordClass::adverb))) ++verb;
    if (verb >= sheet_.size() || !sheet_.act_at[verb]) return false;
    const ActEntry& then = sheet_.entry(sheet_.acts[sheet_.act_at[verb] - 1]);
    return group.tokens.first < hit.first && then.outcome == Outcome::killed && then.count_at == CountAt::subject;
}

// "Twelve herders [killed] two farmers", "six policemen [shot dead] three protesters": who stands right behind the verb is its object, unless a fate of their
// own follows ("five soldiers killed two civilians wounded in a blast", where a message leaves out its comma).
bool VictimFinder::is_object(const Victims& right, const Hit& hit) const
{
    constexpr std::array<std::string_view, 3> fates{"dead", "missing", "critical"};
    if (!right.found() || right.group == none || begin_of(right) != hit.last || told_as_part(right)) return false;
    const std::uint32_t behind = end_of(right);
    if (behind >= sheet_.size()) return true;
    const bool fate = sheet_.act_at[behind] != 0 && sheet_.entry(sheet_.acts[sheet_.act_at[behind] - 1]).outcome.has_value();
    return !fate && !sheet_.is(behind, WordClass::be) && !sheet_.is(behind, WordClass::have) && std::ranges::none_of(fates, [&](std::string_view word) { return sheet_.word_is(behind, word); });
}

Victims VictimFinder::around_verb(const Hit& hit) const
{
    const Form form = static_cast<Form>(hit.form);
    const bool passive = has_auxiliary(sheet_, hit);
    const bool noun = hit.first > 0 && sheet_.is(hit.first - 1, WordClass::the);
    if (passive || form == Form::participle) return noun ? Victims{} : to_the_left(hit);
    if (are_dying(hit)) return {};
    const Victims right = to_the_right(hit.last);
    if (noun && !right.found()) return {};  // "after one of the wounded died"
    if (form == Form::gerund || form == Form::third_person || form == Form::base || form == Form::past) return right;
    if (hit.first == sheet_.sentence_of(hit.first).first) return right;
    if (sheet_.count_at[hit.first - 1] && counts_people(sheet_.count_at[hit.first - 1] - 1)) return {.count = sheet_.count_at[hit.first - 1] - 1, .group = none};
    if (sheet_.group_at[hit.first - 1]) {
        const Victims left = at(hit.first - 1);
        const Group& group = sheet_.groups[sheet_.group_at[hit.first - 1] - 1];
        const bool attacks = group.attacker || is_insurgent(group.side) || group.side == Side::unnamed_gunmen;  // "two gunmen wounded three people"
        const bool did_it = is_object(right, hit) || (right.found() && attacks);
        if (left.count != none && !did_it) return left;
    }
    if (right.found()) return right;
    return to_the_left(hit);
}

Victims VictimFinder::within(const Hit& hit) const
{
    Victims found;
    for (std::uint32_t token = hit.first; token < hit.last; ++token) {
        const Victims victims = at(token);
        if (victims.found() && (!found.found() || victims.count != none)) found = victims;
    }
    // "was shot twice in the leg", "one soldier hit in the leg", "and four shot in the legs"
    const bool suffered = has_auxiliary(sheet_, hit) || (hit.first > 0 && (sheet_.group_at[hit.first - 1] != 0 || sheet_.count_at[hit.first - 1] != 0));
    return !found.found() && suffered && static_cast<Form>(hit.form) == Form::as_listed && sheet_.entry(hit).outcome == Outcome::injured ? to_the_left(hit) : found;
}

Victims VictimFinder::before_noun(const Hit& hit) const
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

bool VictimFinder::is_one_person(const Victims& victims) const
{
    if (victims.group == none || victims.count != none) return false;
    const Group& group = sheet_.groups[victims.group];
    return !group.plural && !group.named_actor && !names_force(victims);
}

bool VictimFinder::names_force(const Victims& victims) const
{
    constexpr std::array wholes{"police", "army", "military", "forces"};
    const Group& group = sheet_.groups[victims.group];
    if (!sheet_.is(group.tokens.first, WordClass::the) || group.role) return false;
    if (!group.name.empty() && sheet_.token(group.head).capital) return true;
    return std::any_of(wholes.begin(), wholes.end(), [&](const char* word) { return sheet_.word_is(group.head, word); });
}

std::uint32_t VictimFinder::begin_of(const Victims& victims) const
{
    if (victims.count == none) return sheet_.groups[victims.group].tokens.first;
    const std::uint32_t count = sheet_.counts[victims.count].tokens.first;
    return victims.group == none ? count : std::min(count, sheet_.groups[victims.group].tokens.first);
}

std::uint32_t VictimFinder::end_of(const Victims& victims) const
{
    return victims.group != none ? sheet_.groups[victims.group].tokens.last : sheet_.counts[victims.count].tokens.last;
}

}  // namespace sitrep::understand::english
