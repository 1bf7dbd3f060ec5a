#include "understand/who/clash_sides.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "understand/names/register.hpp"
#include "understand/one_of.hpp"

namespace sitrep::understand {

namespace {

constexpr std::uint32_t phrase_max = 16;

std::string_view word_at(const Material& material, std::uint32_t at) { return material.document.tokens()[at].normal; }

bool is_article(std::string_view word) { return word == "the" || word == "a" || word == "an" || word == "some"; }

Tokens behind_articles(const Material& material, Tokens tokens)
{
    while (tokens.first + 1 < tokens.last && is_article(word_at(material, tokens.first))) ++tokens.first;
    return tokens;
}

// "Awlad Salim", "al-Hamra", "NSCN-IM", "(Khango)", "and", "of", "the": what the names of sides are made of.
bool names_a_side(const Material& material, std::uint32_t at)
{
    const text::Token& token = material.document.tokens()[at];
    if (token.normal == "(" || token.normal == ")" || token.normal == "and" || token.normal == "of" || is_article(token.normal)) return true;
    return token.kind == text::TokenKind::word && (token.capital || token.normal.starts_with("al-"));
}

bool ends_phrase(const Material& material, std::uint32_t at)
{
    constexpr std::array<std::string_view, 34> enders{"in", "at", "on", "over", "near", "for", "from", "after", "as", "when", "which", "who", "that", "south", "north", "east", "west",
                                                      "left", "has", "have",  "had",   "broke", "killed", "was",  "were",  "about", "around", "outside", "inside",
                                                      "began", "to", "by", "with", "close"};
    const text::Token& token = material.document.tokens()[at];
    return is_one_of(enders, token.normal) || (token.kind == text::TokenKind::punctuation && token.normal != "(" && token.normal != ")");
}

bool in_actor(const Material& material, std::uint32_t at)
{
    const ActorCue* actor = cue_over(material.cues.actors, {at, at + 1});
    return actor != nullptr && actor->side != Side::thing;
}

// Where the names of two sides end: "Adara and Hausa youths | flared up".
std::uint32_t end_of_names(const Material& material, std::uint32_t first, std::uint32_t last)
{
    std::uint32_t at = first;
    while (at < last && !ends_phrase(material, at)) {
        const bool described = at + 1 < last &&  // "rival gangs", "Islamist groups"
                               (in_actor(material, at + 1) || (at > first && in_actor(material, at - 1) && !word_at(material, at).ends_with("ed")));
        if (!names_a_side(material, at) && !in_actor(material, at) && !described) break;
        ++at;
    }
    while (at > first && is_one_of(std::array<std::string_view, 4>{"and", "of", "the", "("}, word_at(material, at - 1))) --at;
    return at;
}

std::uint32_t and_in(const Material& material, Tokens tokens)
{
    for (std::uint32_t at = tokens.first + 1; at + 1 < tokens.last; ++at)
        if (word_at(material, at) == "and") return at;
    return tokens.last;
}

// "fighting between [A and B] in the hills"
Tokens between_phrase(const Material& material, const ActorCue& actor)
{
    const text::Sentence& sentence = material.document.sentences()[actor.sentence];
    std::uint32_t at = actor.tokens.first + 1;
    const std::uint32_t begin = std::max(sentence.first, at > phrase_max ? at - phrase_max : 0);
    while (at > begin && word_at(material, at - 1) != "between") {
        if (at - 1 < actor.tokens.first && ends_phrase(material, at - 1)) return {};
        --at;
    }
    if (at == begin) return {};
    const std::uint32_t last = end_of_names(material, at, std::min(sentence.last, at + phrase_max));
    return last >= actor.tokens.last ? Tokens{at, last} : Tokens{};
}

bool is_clash_verb(std::string_view word)
{
    constexpr std::array<std::string_view, 8> verbs{"fought", "clashed", "fight", "clash", "traded", "exchanged", "battled", "skirmished"};
    return is_one_of(verbs, word);
}

// "[The A and B tribes] fought over a well", and no third behind it: "A and B fought ISIS" are one side.
Tokens subject_phrase(const Material& material, const ActorCue& actor)
{
    constexpr std::uint32_t object_reach = 8;
    const text::Sentence& sentence = material.document.sentences()[actor.sentence];
    std::uint32_t verb = actor.tokens.first;
    const std::uint32_t end = std::min(sentence.last, actor.tokens.last + phrase_max);
    while (verb < end && !is_clash_verb(word_at(material, verb))) {
        if (verb >= actor.tokens.last && ends_phrase(material, verb)) return {};
        ++verb;
    }
    if (verb >= end) return {};
    std::uint32_t first = actor.tokens.first;
    const auto is_of_names = [&](std::uint32_t at) { return names_a_side(material, at) && !ends_phrase(material, at) && material.context.in_date[at] == 0; };
    while (first > sentence.first && actor.tokens.first - first < phrase_max && is_of_names(first - 1)) --first;
    for (const ActorCue& other : cues_in(material.cues.actors, {sentence.first, first}))
        if (other.tokens.last == first && word_at(material, first) == "and") first = other.tokens.first;
    for (const ActorCue& other : cues_in(material.cues.actors, {verb + 1, std::min(sentence.last, verb + object_reach)}))
        if (is_insurgent(other.side) || is_force(other.side)) return {};
    const std::uint32_t behind = verb + 1;
    const bool at_a_third = behind < sentence.last && (word_at(material, behind) == "with" || word_at(material, behind) == "against" ||
                                                       (behind + 1 < sentence.last && word_at(material, behind) == "fire" && word_at(material, behind + 1) == "with"));
    while (first < verb && word_at(material, first) == "and") ++first;
    if (first > sentence.first && ends_phrase(material, first - 1))  // "in [Gogrial] the Apuk and Aguok clans"
        while (first < verb && material.context.in_place[first] != 0) ++first;
    return at_a_third ? Tokens{} : Tokens{first, verb};
}

// An actor's words have their article.
Tokens with_article(Tokens side) { return {side.first - std::min(side.first, 1U), side.last}; }

// An army, the police; "his men" in an officer's mouth.
bool is_of_state(const Material& material, Tokens side)
{
    constexpr std::array<std::string_view, 6> owned{"his", "its", "their", "our", "security", "others"};
    for (std::uint32_t at = side.first; at < side.last; ++at)
        if (is_one_of(owned, word_at(material, at))) return true;
    const auto actors = cues_in(material.cues.actors, with_article(side));
    return std::ranges::any_of(actors, [](const ActorCue& actor) { return actor.side == Side::state_force || actor.side == Side::foreign_force || actor.side == Side::official; });
}

std::string_view name_within(const Material& material, Tokens side)
{
    for (const ActorCue& actor : cues_in(material.cues.actors, with_article(side)))
        if (!actor.name.empty() && actor.tokens.overlaps(side)) return actor.name;
    return {};
}

}  // namespace

Tokens sides_of_clash(const Material& material, const ActorCue& actor)
{
    if (material.document.language() != Language::english) return {};
    Tokens sides = between_phrase(material, actor);
    if (sides.empty()) sides = subject_phrase(material, actor);
    if (sides.empty()) return {};
    sides = behind_articles(material, sides);
    const std::uint32_t parted = and_in(material, sides);
    if (parted == sides.last) return {};
    const Tokens one{sides.first, parted}, other{parted + 1, sides.last};
    if (is_of_state(material, one) || is_of_state(material, other)) return {};
    const std::string_view name = name_within(material, one);
    return !name.empty() && name == name_within(material, other) ? Tokens{} : sides;
}

std::string name_of_sides(const Material& material, Tokens sides)
{
    const std::uint32_t parted = and_in(material, sides);
    const Tokens one{sides.first, parted}, other = behind_articles(material, {parted + 1, sides.last});
    const std::string_view first = name_within(material, one), second = name_within(material, other);
    if (first.empty() && second.empty()) return {};
    const auto shown = [&](std::string_view name, Tokens words) { return name.empty() ? words_of(material, words) : std::string(name); };
    return shown(first, one) + " / " + shown(second, other);
}

void name_sides_told_elsewhere(const Material& material, const std::vector<Segment>& segments, const Episode& episode, CueIndex perpetrator, Account& account)
{
    if (perpetrator == none || account.kind != IncidentKind::clash || material.document.language() != Language::english) return;
    const auto& actors = material.cues.actors;
    const ActorCue& chosen = actors[perpetrator];
    if (!sides_of_clash(material, chosen).empty()) return;
    for (const std::uint32_t index : episode.segments)
        for (const ActorCue& actor : cues_in(actors, segments[index].tokens)) {
            const Tokens sides = sides_of_clash(material, actor);
            if (sides.empty()) continue;
            const auto within = cues_in(actors, with_article(sides));
            const bool is_one = std::ranges::any_of(within, [&](const ActorCue& side) { return !side.name.empty() && side.name == chosen.name; });
            if (!is_one && !chosen.name.empty() && !is_of_state(material, chosen.tokens)) continue;
            account.perpetrator.text = words_of(material, sides);
            account.perpetrator.name = name_of_sides(material, sides);
            account.perpetrator.local_name = account.perpetrator.name;
            account.perpetrator.span = span_of(material.document, material.cues, sides);
            return;
        }
}

}  // namespace sitrep::understand
