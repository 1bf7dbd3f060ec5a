// Acts: whether they happened, and who did what to whom.
#include <algorithm>

#include "understand/english/steps.hpp"
#include "understand/english/unreal.hpp"

namespace sitrep::understand::english {

namespace {

constexpr std::uint32_t auxiliary_reach = 4;
constexpr std::uint32_t negation_reach = 4;
constexpr std::uint32_t wish_reach = 9;
constexpr std::uint32_t agent_reach = 14;
constexpr std::uint32_t patient_reach = 8;
constexpr std::uint32_t by_reach = 20;

bool is_finite_past(const Hit& hit)
{
    const auto form = static_cast<Form>(hit.form);
    return form == Form::past || form == Form::past_or_participle;
}

// The nearest mark of a class that ends at or before `token` within reach and in the same sentence.
bool marked_before(const Sheet& sheet, Marker which, std::uint32_t token, std::uint32_t reach)
{
    const std::uint32_t begin = std::max(sheet.sentence_of(token).first, token >= reach ? token - reach : 0);
    const auto& hits = sheet.marks[static_cast<std::size_t>(which)];
    auto hit = std::lower_bound(hits.begin(), hits.end(), begin, [](const Hit& mark, std::uint32_t at) { return mark.first < at; });
    for (; hit != hits.end() && hit->first < token; ++hit) {
        bool parted = false;
        for (std::uint32_t at = hit->last; at < token; ++at)
            parted = parted || sheet.word_is(at, ";") || sheet.word_is(at, "when") || sheet.word_is(at, "after");
        if (!parted) return true;
    }
    return false;
}

// "Men who could not run were killed": what stands before "were" says nothing of the killing.
bool is_before_verb(const Sheet& sheet, std::uint32_t word)
{
    if (!sheet.word_is_any(word + 1, {"were", "was", "are", "is", "had", "has"})) return false;
    for (const WordClass part : {WordClass::be, WordClass::have, WordClass::modal, WordClass::adverb, WordClass::neg, WordClass::to})
        if (sheet.is(word, part)) return false;
    return !sheet.token(word).normal.ends_with("ly");
}

Reality reality_of(const Sheet& sheet, const Hit& hit)
{
    const std::uint32_t begin = sheet.sentence_of(hit.first).first;
    const Form form = static_cast<Form>(hit.form);
    for (std::uint32_t at = hit.first; at > begin && hit.first - at < negation_reach; --at) {
        const std::uint32_t word = at - 1;
        if (sheet.is(word, WordClass::comma) || sheet.is(word, WordClass::clause) || is_before_verb(sheet, word)) break;
        if (sheet.is(word, WordClass::modal)) {
            const bool perfect = sheet.word_is(word + 1, "have") && (sheet.word_is(word, "may") || sheet.word_is(word, "might"));
            if (!perfect) return Reality::hypothetical;
        }
        if (sheet.word_is(word, "not") || sheet.word_is(word, "n't") || sheet.word_is(word, "never") ||
            (sheet.word_is(word, "no") && word + 1 == hit.first))
            return Reality::negated;
        if (sheet.word_is(word, "to") && word + 1 == hit.first && (form == Form::base || form == Form::past_or_participle) &&
            !sheet.word_is(word - (word ? 1 : 0), "managed"))
            return Reality::planned;
        if (sheet.count_at[word] || sheet.group_at[word]) break;
    }
    if (marked_before(sheet, Marker::foiled, hit.first, wish_reach)) return Reality::foiled;
    if (is_finite_past(hit) && has_auxiliary(sheet, hit)) return Reality::happened;  // "17 women at a mourning hall were killed"
    if (marked_before(sheet, Marker::condemned, hit.first, wish_reach)) return Reality::condemned;
    if (!is_finite_past(hit) && marked_before(sheet, Marker::wish, hit.first, wish_reach)) return Reality::hypothetical;
    return Reality::happened;
}

bool may_act(const Group& group)
{
    return !group.thing && !group.source_only;
}

bool behind_preposition(const Sheet& sheet, const Group& group)
{
    const std::uint32_t first = group.tokens.first;
    return first > 0 && sheet.is(first - 1, WordClass::prep) && sheet.token(first - 1).normal != "as";
}

// Group that ends at a token, or CueIndex none.
CueIndex group_ending_at(const Sheet& sheet, std::uint32_t last)
{
    if (last == 0 || sheet.group_at[last - 1] == 0) return none;
    return sheet.group_at[last - 1] - 1;
}

CueIndex subject_left(const Sheet& sheet, const Hit& hit)
{
    const std::uint32_t begin = std::max(sheet.sentence_of(hit.first).first, hit.first >= agent_reach ? hit.first - agent_reach : 0);
    CueIndex behind_of = none;
    for (std::uint32_t at = hit.first; at > begin;) {
        const std::uint32_t word = at - 1;
        if (sheet.word_is(word, ";") || sheet.word_is(word, ":") || (sheet.is(word, WordClass::clause) && !sheet.is(word, WordClass::rel))) break;
        if (sheet.group_at[word]) {
            const CueIndex index = sheet.group_at[word] - 1;
            const Group& group = sheet.groups[index];
            if (group.sentence != sheet.document.sentence_of(hit.first)) break;
            if (!behind_preposition(sheet, group)) return index;
            if (behind_of == none) behind_of = index;
            at = group.tokens.first;
            continue;
        }
        --at;
    }
    return none;
}

CueIndex group_after_word(const Sheet& sheet, std::uint32_t from, std::uint32_t reach, auto&& is_link)
{
    const std::uint32_t end =
        std::min<std::uint32_t>({sheet.sentence_of(from ? from - 1 : 0).last, from + reach, static_cast<std::uint32_t>(sheet.size())});
    for (std::uint32_t at = from; at < end; ++at) {
        if (sheet.word_is(at, ";") || sheet.is(at, WordClass::clause)) return none;
        if (!is_link(at)) continue;
        for (std::uint32_t next = at + 1; next < std::min(end, at + 4); ++next)
            if (sheet.group_at[next]) return sheet.group_at[next] - 1;
        return none;
    }
    return none;
}

CueIndex object_right(const Sheet& sheet, const Hit& hit)
{
    const std::uint32_t end = std::min(sheet.sentence_of(hit.first).last, hit.last + patient_reach);
    for (std::uint32_t at = hit.last; at < end; ++at) {
        if (sheet.group_at[at]) return sheet.group_at[at] - 1;
        if (sheet.is_punctuation(at) || sheet.is(at, WordClass::clause) || sheet.is(at, WordClass::by)) return none;
        if (sheet.is(at, WordClass::prep) && at != hit.last && !sheet.is(at, WordClass::of)) return none;
    }
    return none;
}

bool reads_as_noun(const Sheet& sheet, const Hit& hit, const ActEntry& entry)
{
    if (entry.noun) return true;
    const Form form = static_cast<Form>(hit.form);
    if (form != Form::base && form != Form::third_person && form != Form::as_listed && form != Form::gerund) return false;
    const std::uint32_t before = hit.first;
    if (before == sheet.sentence_of(hit.first).first) return form != Form::gerund;
    return sheet.is(before - 1, WordClass::det) || sheet.is(before - 1, WordClass::prep) || sheet.is(before - 1, WordClass::adj) ||
           sheet.is(hit.last, WordClass::by) || sheet.word_is(before - 1, "'s") || sheet.is(hit.last, WordClass::prep) ||
           sheet.is_punctuation(before - 1);
}

// "attacked the post and killed ten", "opened fire, killing two": whoever did the one did the other.
bool goes_on_with(const Sheet& sheet, const Hit& hit, const ActCue* before)
{
    constexpr std::uint32_t reach = 25;
    if (!before || before->by_victims || before->tokens.last + reach < hit.first || before->sentence != sheet.document.sentence_of(hit.first))
        return false;
    const bool joined = hit.first > 0 && (sheet.is(hit.first - 1, WordClass::and_) || sheet.is(hit.first - 1, WordClass::adverb));
    return joined || static_cast<Form>(hit.form) == Form::gerund;
}

void set_roles(const Sheet& sheet, const Hit& hit, ActCue& cue, const ActCue* before)
{
    const auto is_by = [&](std::uint32_t at) { return sheet.is(at, WordClass::by); };
    const CueIndex by = group_after_word(sheet, hit.last, by_reach, is_by);
    // What explodes has no doer to its left, nor has who dies.
    const ActEntry& entry = sheet.entry(hit);
    const bool bomb = entry.kind == IncidentKind::ied_or_mine || entry.kind == IncidentKind::suicide_or_vehicle_bomb;
    const bool suffers = sheet.word_is_any(hit.first, {"came", "comes", "come", "coming", "under"}) && (sheet.word_is(hit.first, "under") || sheet.word_is(hit.first + 1, "under"));  // "under fire"
    if (entry.strength == Strength::weak && entry.generic && sheet.word_is_any(hit.first, {"put", "puts"})) return;  // "residents put the toll at nine"
    const bool doerless = entry.count_at == CountAt::subject || (bomb && !entry.attack) || suffers;
    const CueIndex left = subject_left(sheet, hit);
    if (by != none && may_act(sheet.groups[by])) cue.agent = by;
    if (cue.nominal) {
        const CueIndex adjacent = group_ending_at(sheet, hit.first);
        const bool possessive = hit.first > 1 && sheet.word_is(hit.first - 1, "'s");
        const CueIndex owner = possessive ? group_ending_at(sheet, hit.first - 1) : adjacent;
        if (cue.agent == none && owner != none && may_act(sheet.groups[owner]) && !sheet.groups[owner].count) cue.agent = owner;
        const auto is_on = [&](std::uint32_t at) {
            return sheet.word_is(at, "on") || sheet.word_is(at, "against") || sheet.word_is(at, "at") || sheet.is(at, WordClass::of);
        };
        cue.patient = group_after_word(sheet, hit.last, 2, is_on);
        if (cue.agent == none && left != none && !doerless && sheet.groups[left].named_actor && is_insurgent(sheet.groups[left].side))
            cue.agent = left;
        return;
    }
    const Form form = static_cast<Form>(hit.form);
    const CueIndex right = object_right(sheet, hit);
    const bool passive =
        (form == Form::past_or_participle || form == Form::participle) &&
        (has_auxiliary(sheet, hit) || by != none || (right == none && sheet.count_at[std::min<std::size_t>(hit.last, sheet.size() - 1)] == 0));
    if (passive || doerless) {
        cue.patient = suffers ? none : left;  // "soldiers who had come under fire shot two": they did that
        cue.by_victims = true;
        return;
    }
    if (cue.agent == none && goes_on_with(sheet, hit, before))
        cue.agent = before->agent;
    else if (cue.agent == none && left != none && may_act(sheet.groups[left]))
        cue.agent = left;
    cue.patient = right != cue.agent ? right : none;
}

// "Protesters clashed with police", "clashes between police and demonstrators": two armed sides fight, whoever demonstrates does not (GUIDELINE, `type`).
CueIndex who_protests(const Sheet& sheet, const Hit& hit, const ActCue& clash)
{
    constexpr std::uint32_t reach = 6;
    const text::Sentence& sentence = sheet.sentence_of(hit.first);
    const auto protests = [&](std::uint32_t at) { return sheet.group_at[at] != 0 && sheet.groups[sheet.group_at[at] - 1].protester; };
    if (clash.agent != none && sheet.groups[clash.agent].protester) return clash.agent;
    for (std::uint32_t at = hit.first; at > sentence.first && at + reach > hit.first; --at)
        if (protests(at - 1) && sheet.is(at, WordClass::and_)) return sheet.group_at[at - 1] - 1;
    if (!sheet.word_is_any(hit.last, {"with", "between", "against"})) return none;
    for (std::uint32_t at = hit.last; at < std::min(sentence.last, hit.last + reach); ++at)
        if (protests(at)) return sheet.group_at[at] - 1;
    return none;
}

}  // namespace

bool has_auxiliary(const Sheet& sheet, const Hit& hit)
{
    const std::uint32_t begin = std::max(sheet.sentence_of(hit.first).first, hit.first >= auxiliary_reach ? hit.first - auxiliary_reach : 0);
    for (std::uint32_t at = hit.first; at > begin; --at) {
        if (sheet.is(at - 1, WordClass::be)) return true;
        const bool quantifier = sheet.word_is_any(at - 1, {"all", "both"});  // "28 were all hurt"
        if (!quantifier && !sheet.is(at - 1, WordClass::adverb) && !sheet.is(at - 1, WordClass::neg) && !sheet.token(at - 1).normal.ends_with("ly")) return false;
    }
    return false;
}

void add_acts(const Sheet& sheet, Cues& cues)
{
    const Unreal unreal(sheet);
    for (const Hit& hit : sheet.acts) {
        const ActEntry& entry = sheet.entry(hit);
        ActCue cue;
        cue.tokens = {hit.first, hit.last};
        cue.sentence = static_cast<std::uint32_t>(sheet.document.sentence_of(hit.first));
        cue.kind = entry.kind;
        cue.strength = entry.strength;
        cue.generic_kind = entry.generic;
        cue.told_as_attack = entry.attack;
        cue.nominal = reads_as_noun(sheet, hit, entry);
        cue.definite = cue.nominal && hit.first > 0 && sheet.is(hit.first - 1, WordClass::the);
        cue.reality = reality_of(sheet, hit);
        const bool in_sentence = !cues.acts.empty() && cues.acts.back().sentence == cue.sentence;
        unreal.mark(hit, cue, in_sentence ? &cues.acts.back() : nullptr);
        cue.several = cue.nominal && sheet.token(hit.last - 1).normal.ends_with("s") && sheet.token(hit.last - 1).normal != "clashes";
        cue.plural = cue.several;
        cue.kills = entry.outcome == Outcome::killed && !entry.both && entry.count_at != CountAt::subject;
        cue.another = sheet.marked(Marker::another, hit.first >= 2 ? hit.first - 2 : 0, hit.last);
        cue.past_context = hit.first > 0 && sheet.word_is(hit.first - 1, "had") && is_finite_past(hit);
        set_roles(sheet, hit, cue, cues.acts.empty() ? nullptr : &cues.acts.back());
        if (const CueIndex protester = cue.kind == IncidentKind::clash ? who_protests(sheet, hit, cue) : none; protester != none) {
            cue.kind = IncidentKind::protest;
            if (sheet.groups[protester].tokens.first < hit.first) cue.agent = protester;  // "demonstrators and police clashed"
        }
        const auto give_role = [&](CueIndex actor, ActorCue::Role role) {
            if (actor == none || cues.actors[actor].role != ActorCue::Role::open) return;
            cues.actors[actor].role = role;
            cues.actors[actor].act = static_cast<CueIndex>(cues.acts.size());
        };
        if (cue.reality == Reality::happened) {
            give_role(cue.agent, ActorCue::Role::agent);
            give_role(cue.patient, ActorCue::Role::patient);
        }
        cues.acts.push_back(cue);
    }
}

}  // namespace sitrep::understand::english
