// Noun phrases about people, actors and things in English.
#include <algorithm>
#include <array>

#include "understand/english/sheet.hpp"

namespace sitrep::understand::english {

namespace {

constexpr std::uint32_t modifiers_max = 6;        // words between a number and its head
constexpr std::uint32_t plain_modifiers_max = 2;  // of those, words of no lexicon
constexpr std::uint32_t of_phrase_tokens_max = 7;

struct Head {
    Tokens tokens;
    const PeopleEntry* people = nullptr;
    const RegisteredActor* actor = nullptr;
    bool plural = false;
};

bool capitals_agree(const Sheet& sheet, const Hit& hit, const ActorName& name)
{
    if (!name.in_capitals) return true;
    for (std::uint32_t at = hit.first; at < hit.last; ++at)
        if (sheet.token(at).kind == text::TokenKind::word && !sheet.token(at).capital && !is_in_capitals(sheet.document, at)) return false;
    // "is" at the head of a sentence or in a title with capitals is a verb: one word of two letters must be all capitals.
    return hit.last - hit.first > 1 || is_in_capitals(sheet.document, hit.first);
}

// "NPA" in Samar is a guerrilla; in Oslo it may be anybody.
const RegisteredActor* who_is_meant(const Sheet& sheet, const ActorName& name)
{
    const auto is_told = [&](std::string_view country) { return std::ranges::any_of(sheet.context.places, [&](const ContextPlace& place) { return place.mention->place.country == country; }); };
    for (const RegisteredActor* actor : name.actors)
        if (!actor->at_home || std::ranges::any_of(actor->countries, is_told)) return actor;
    return nullptr;
}

std::vector<Head> find_heads(const Sheet& sheet)
{
    std::vector<Head> heads;
    std::vector<std::uint8_t> taken(sheet.size(), 0);
    const auto add = [&](const Hit& hit, Head head) {
        head.tokens = {hit.first, hit.last};
        heads.push_back(head);
        std::fill(taken.begin() + hit.first, taken.begin() + hit.last, std::uint8_t{1});
    };
    for (const Hit& hit : sheet.lexicon.actors().find(sheet.document, sheet.ids)) {
        const ActorName& name = sheet.lexicon.actor_names[hit.entry];
        const RegisteredActor* actor = capitals_agree(sheet, hit, name) ? who_is_meant(sheet, name) : nullptr;
        if (actor) add(hit, {.tokens = {}, .people = nullptr, .actor = actor, .plural = false});
    }
    for (const Hit& hit : sheet.lexicon.people().find(sheet.document, sheet.ids)) {
        if (taken[hit.first] || taken[hit.last - 1]) continue;
        const bool in_weapon = sheet.weapon_at[hit.first] != 0 && sheet.lexicon.people_entries[hit.entry].thing;  // the car of "car bomb"
        const bool one_word = hit.last - hit.first == 1;
        // The killers of "killers struck" act; a word that is an act by itself is nobody.
        const bool is_act = sheet.act_at[hit.first] != 0 && sheet.acts[sheet.act_at[hit.first] - 1].last - sheet.acts[sheet.act_at[hit.first] - 1].first == 1;
        if (in_weapon || (one_word && sheet.in_place(hit.first)) || (one_word && is_act)) continue;
        add(hit, {.tokens = {},
                  .people = &sheet.lexicon.people_entries[hit.entry],
                  .actor = nullptr,
                  .plural = hit.form == static_cast<std::uint8_t>(Form::plural)});
    }
    std::sort(heads.begin(), heads.end(), [](const Head& a, const Head& b) { return a.tokens < b.tokens; });
    return heads;
}

bool may_modify(const Sheet& sheet, std::uint32_t at)
{
    constexpr std::array<std::string_view, 3> owners{"his", "her", "their"};
    if (at > 0 && sheet.word_is(at, "only") && std::ranges::any_of(owners, [&](std::string_view word) { return sheet.word_is(at - 1, word); })) return true;  // "their only child"
    if (sheet.is(at, WordClass::adj) || sheet.is(at, WordClass::suspected)) return true;
    if (sheet.token(at).kind != text::TokenKind::word || sheet.in_date(at) || sheet.act_at[at] != 0) return false;
    for (const WordClass barred : {WordClass::be, WordClass::have, WordClass::modal, WordClass::prep, WordClass::conj, WordClass::pron,
                                   WordClass::neg, WordClass::say, WordClass::rel, WordClass::adverb, WordClass::clause, WordClass::det})
        if (sheet.is(at, barred)) return false;
    return true;
}

void absorb(Group& group, const Group& other)
{
    if (group.name.empty() && !other.name.empty()) {
        group.name = other.name;
        if (group.side == Side::other || !other.thing) group.side = other.side;
        if (other.target_class) group.target_class = other.target_class;
        group.named_actor = group.named_actor || other.named_actor;
    } else if (group.side == Side::other && other.side != Side::other) {
        group.side = other.side;
        group.target_class = other.target_class;
    }
    group.suspected = group.suspected || other.suspected;
}

Group group_of(const Sheet& sheet, const Head& head)
{
    Group group;
    group.tokens = group.words = head.tokens;
    group.head = head.tokens.last - 1;
    group.sentence = static_cast<std::uint32_t>(sheet.document.sentence_of(head.tokens.first));
    group.plural = head.plural;
    if (head.actor) {
        group.name = head.actor->name;
        group.side = head.actor->side;
        group.target_class = head.actor->target_class;
        group.source_only = head.actor->source_only;
        group.adjective_only = head.actor->adjective;
        group.named_actor = true;
        return group;
    }
    group.side = head.people->side;
    group.target_class = head.people->target_class;
    group.thing = head.people->thing;
    group.moving = head.people->moving;
    group.role = head.people->role;
    group.loose = head.people->loose;
    group.attacker = head.people->attacker;
    group.protester = head.people->protester;
    return group;
}

// Takes modifiers, number and determiner to the left into the group, down to `begin`.
void extend_left(Sheet& sheet, Group& group, std::uint32_t begin, std::vector<Group>& earlier)
{
    std::uint32_t at = group.tokens.first;
    std::uint32_t plain = 0, steps = 0;
    std::uint32_t reached = at;
    while (at > begin && steps < modifiers_max) {
        const std::uint32_t before = at - 1;
        if (const std::uint32_t count = sheet.count_at[before]; count != 0) {
            if (!sheet.counts[count - 1].is_ordinal) {
                group.count = count - 1;
                sheet.counts[count - 1].of_things = group.thing;
                reached = sheet.counts[count - 1].tokens.first;
            }
            at = reached;
            break;
        }
        if (sheet.is(before, WordClass::det)) {
            group.definite = sheet.is(before, WordClass::definite);
            group.indefinite = !group.definite;
            group.plural = group.plural && (group.loose || !sheet.word_is_any(before, {"a", "an"}));  // a word in one form for both; "a group" is many
            reached = before;
            break;
        }
        if (!earlier.empty() && earlier.back().tokens.last == at && earlier.back().tokens.last > begin && !earlier.back().source_only &&
            (!earlier.back().plural || earlier.back().named_actor) && (earlier.back().named_actor || !earlier.back().count)) {
            absorb(group, earlier.back());
            group.count = earlier.back().count;
            at = earlier.back().tokens.first;
            reached = at;
            group.definite = earlier.back().definite;
            group.indefinite = earlier.back().indefinite;
            earlier.pop_back();
            ++steps;
            if (group.count || group.definite || group.indefinite) break;
            continue;
        }
        if (!may_modify(sheet, before)) break;
        const bool known = sheet.is(before, WordClass::adj) || sheet.is(before, WordClass::suspected) || sheet.token(before).capital;
        if (!known && ++plain > plain_modifiers_max) break;
        group.suspected = group.suspected || sheet.is(before, WordClass::suspected);
        if (known) reached = before;
        --at;
        ++steps;
    }
    group.tokens.first = reached;
    // Plain words before a number or determiner belong to the group; in front of nothing they do not.
    group.words.first = std::max(reached, group.count ? sheet.counts[*group.count].tokens.last : reached);
    if (group.definite || group.indefinite) ++group.words.first;
    group.words.first = std::min(group.words.first, group.head);
}

// "linked to ISIS", "thought to belong to ISIS", "affiliated with the group": how many tokens such a link takes, or 0.
std::uint32_t loyalty_tokens(const Sheet& sheet, std::uint32_t at)
{
    constexpr std::uint32_t link_tokens_max = 5;
    bool loyal = false;
    for (std::uint32_t taken = 0; taken < link_tokens_max && at + taken < sheet.size(); ++taken) {
        const std::uint32_t token = at + taken;
        const bool bond = sheet.word_is(token, "linked") || sheet.word_is(token, "belong") || sheet.word_is(token, "belonging") ||
                          sheet.word_is(token, "affiliated") || sheet.word_is(token, "loyal") || sheet.word_is(token, "allied") ||
                          sheet.word_is(token, "tied") || sheet.word_is(token, "from");
        loyal = loyal || bond;
        if (sheet.group_at[token] ||
            (!bond && !sheet.is(token, WordClass::to) && !sheet.is(token, WordClass::suspected) && !sheet.is(token, WordClass::article) &&
             !sheet.word_is(token, "thought") && !sheet.word_is(token, "with") && !sheet.is(token, WordClass::be)))
            return loyal ? taken : 0;
    }
    return 0;
}

bool links_to_name(const Sheet& sheet, std::uint32_t at)
{
    return sheet.is(at, WordClass::of) || sheet.word_is(at, "from") || sheet.word_is(at, "with") || sheet.word_is(at, "(") ||
           sheet.word_is(at, "loyal");
}

// "in the Islamic State ambush", "in the Houthi attack": what stands behind a name that only describes it.
bool goes_on_as_noun(const Sheet& sheet, std::uint32_t at)
{
    if (at >= sheet.size() || sheet.is_punctuation(at)) return false;
    for (const WordClass other : {WordClass::be, WordClass::have, WordClass::modal, WordClass::prep, WordClass::conj, WordClass::and_,
                                  WordClass::rel, WordClass::adverb, WordClass::say, WordClass::clause})
        if (sheet.is(at, other)) return false;
    return true;
}

// "members of the security forces", "a commander of ISIS", "Syrian Democratic Forces (SDF)".
void join_of_phrases(const Sheet& sheet, std::vector<Group>& groups)
{
    std::vector<Group> joined;
    for (Group& group : groups) {
        if (!joined.empty()) {
            Group& before = joined.back();
            const std::uint32_t link = before.tokens.last;
            const bool one_who_serves = !before.plural && !before.thing && (before.role || before.side == Side::state_force);
            const bool serves_in = sheet.word_is(link, "in") && one_who_serves && group.named_actor && group.definite && !goes_on_as_noun(sheet, group.tokens.last);  // "an officer in the Iraqi army"
            const bool adjacent = before.sentence == group.sentence && group.tokens.first > link && group.tokens.first - link <= 2 &&
                                  group.tokens.last - link <= of_phrase_tokens_max && (links_to_name(sheet, link) || serves_in);
            const bool bracket = adjacent && sheet.word_is(link, "(");
            const bool people_of = adjacent && !bracket && (!before.thing || !group.thing) &&
                                   (before.side == Side::other || before.role || before.thing || group.named_actor || before.loose) && !group.count;
            // "Islamic State (ISIS) cells": the head stands behind the bracket.
            if (before.named_actor && before.head + 1 < link && group.tokens.first == link && !group.named_actor && !group.count &&
                before.sentence == group.sentence) {
                before.tokens.last = group.tokens.last;
                before.plural = group.plural;
                continue;
            }
            const std::uint32_t loyalty = before.sentence == group.sentence && group.named_actor && !before.thing ? loyalty_tokens(sheet, link) : 0;
            if (loyalty && group.tokens.first <= link + loyalty) {
                before.tokens.last = group.tokens.last;
                absorb(before, group);
                continue;
            }
            if (bracket && group.named_actor) {
                before.tokens.last = std::min<std::uint32_t>(group.tokens.last + 1, static_cast<std::uint32_t>(sheet.size()));
                absorb(before, group);
                continue;
            }
            if (people_of && !group.source_only) {
                before.tokens.last = group.tokens.last;
                if (before.thing) {
                    before.target_class = group.target_class ? group.target_class : before.target_class;
                    before.name = group.name;
                } else {
                    absorb(before, group);
                }
                continue;
            }
        }
        joined.push_back(std::move(group));
    }
    groups = std::move(joined);
}

}  // namespace

void find_groups(Sheet& sheet)
{
    std::vector<Group> groups;
    std::uint32_t free_from = 0;
    for (const Head& head : find_heads(sheet)) {
        Group group = group_of(sheet, head);
        const text::Sentence& sentence = sheet.document.sentences()[group.sentence];
        const std::uint32_t begin = std::max(
            sentence.first, groups.empty() || groups.back().tokens.last < head.tokens.first ? std::max(free_from, sentence.first) : sentence.first);
        extend_left(sheet, group, begin, groups);
        free_from = group.tokens.last;
        groups.push_back(std::move(group));
    }
    join_of_phrases(sheet, groups);
    sheet.groups = std::move(groups);
    for (std::uint32_t i = 0; i < sheet.groups.size(); ++i)
        for (std::uint32_t token = sheet.groups[i].tokens.first; token < sheet.groups[i].tokens.last; ++token) sheet.group_at[token] = i + 1;
}

}  // namespace sitrep::understand::english
