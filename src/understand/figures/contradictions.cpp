#include "understand/figures/contradictions.hpp"

#include <algorithm>
#include <array>

#include "understand/figures/fate_words.hpp"
#include "understand/figures/givers.hpp"
#include "understand/figures/same_dead.hpp"
#include "understand/figures/told_fate.hpp"
#include "understand/one_of.hpp"

namespace sitrep::understand {

namespace {

// Of soldiers and of villagers one source may tell the one, another the other.
bool may_be_same_people(const TollCue& a, const TollCue& b)
{
    if (a.of_attackers != b.of_attackers) return false;
    return !a.victims || !b.victims || *a.victims == *b.victims || a.loosely_named || b.loosely_named;
}

// "Three more died, the mayor said", "the first count was three": people beside those told before, or a number that its own source gave up.
bool tells_another_number(const Material& material, const TollCue& toll)
{
    constexpr std::array<std::string_view, 43> marks{"another", "other", "others", "more", "further", "also", "additional", "elsewhere", "since", "separately", "too",
                                                     "earlier", "initial", "initially", "preliminary", "corrected", "false", "adding", "not", "first", "now", "later",
                                                     "اخر", "اخرين", "اخرون", "اخري", "غيرهم", "ايضا", "كذلك", "منذ", "كما", "سابق",
                                                     "سابقا", "الاوليه", "اوليه", "صحح", "صححت", "الكليه", "الاجماليه", "المجموع",
                                                     "الجانبين", "الطرفين", "البدايه"};
    constexpr std::uint32_t ahead = 8, back = 5;
    const auto& tokens = material.document.tokens();
    const auto& sentence = material.document.sentences()[toll.sentence];
    std::uint32_t from = toll.tokens.first;
    while (from > sentence.first && toll.tokens.first - from < back && !parts_clauses(tokens[from - 1].normal)) --from;
    for (std::uint32_t at = from; at < std::min(sentence.last, toll.tokens.last + ahead); ++at) {
        if (at >= toll.tokens.last && parts_clauses(tokens[at].normal)) return false;
        if (toll.tokens.first <= at && at < toll.tokens.last) continue;  // "not one person"
        const bool than = at + 1 < sentence.last && tokens[at + 1].normal == "than";  // "more than 40"
        if (!than && is_one_of(marks, tokens[at].normal)) return true;
    }
    return false;
}

// "Four, not six, were buried"
bool is_denied(const Material& material, const TollCue& toll)
{
    return toll.tokens.first > material.document.sentences()[toll.sentence].first && material.document.tokens()[toll.tokens.first - 1].normal == "not";
}

// Of a number that only the tagger takes for one of victims: nothing stands behind it, or that they are dead.
bool stands_bare(const Material& material, const TollCue& toll)
{
    constexpr std::array<std::string_view, 8> behind_it{"and", "so", "people", "names", "in", "at", "only", "فقط"};
    const auto& tokens = material.document.tokens();
    const auto& sentence = material.document.sentences()[toll.sentence];
    const std::uint32_t next = toll.tokens.last;
    if (next >= sentence.last || tokens[next].kind == text::TokenKind::punctuation) return true;
    return is_one_of(behind_it, tokens[next].normal) || tokens[next].normal.starts_with("و") || tells_fate(tokens[next], toll.outcome);
}

// "One soldier", جندي واحد: one is a number where it is said so; "the soldier" or جندي is somebody.
bool is_counted(const Material& material, const TollCue& toll)
{
    constexpr std::array<std::string_view, 6> one{"واحد", "واحدا", "واحده", "وحيد", "وحيدا", "فقط"};
    if (toll.low != 1) return true;
    const auto& tokens = material.document.tokens();
    if (toll.one_person) return false;
    if (!tokens[toll.tokens.first].arabic) return true;
    const std::uint32_t last = toll.tokens.last;
    return is_one_of(one, tokens[last - 1].normal) || (last < tokens.size() && is_one_of(one, tokens[last].normal));
}

// "The army spoke of nine", "put the dead at nine", قال الجيش إن القتلى تسعة: nothing but the number is what somebody says.
bool is_all_that_is_said(const Material& material, const TollCue& toll)
{
    constexpr std::array<std::string_view, 22> between{"of", "at", "as", "on", "only", "just", "the", "that", "to", "number", "toll", "figure", "dead", "death", "lower", "higher", "it",
                                                       "ان", "انهم", "عن", "ب", "القتلي"};
    constexpr std::uint32_t reach = 7;
    if (toll.source != none || toll.total) return true;
    if (!stands_bare(material, toll)) return false;
    const auto& tokens = material.document.tokens();
    const std::uint32_t begin = material.document.sentences()[toll.sentence].first;
    for (std::uint32_t at = toll.tokens.first; at > begin && toll.tokens.first - at < reach; --at) {
        if (gives_a_figure(tokens[at - 1].normal)) return true;
        const bool of_source = cue_over(material.cues.sources, {at - 1, at}) != nullptr;
        if (!of_source && !is_one_of(between, tokens[at - 1].normal)) return false;
    }
    return false;
}

// "Four were killed and nine hurt, the mayor said": who speaks before or behind two numbers of a sentence gives both.
bool gives_both(const Material& material, CueIndex giver, const TollCue& first, const TollCue& second)
{
    const SourceCue& source = material.cues.sources[giver];
    if (first.sentence != second.sentence || source.sentence != second.sentence) return false;
    if (source.tokens.first >= second.tokens.last) return !parts_clauses(material, {first.tokens.last, second.tokens.first});
    return source.tokens.last <= first.tokens.first;
}

// "The governor had spoken of three", وكان مسؤول قد قال: somebody gave the number before.
bool was_given_before(const Material& material, const TollCue& toll)
{
    constexpr std::array<std::string_view, 4> past{"كان", "كانت", "وكان", "وكانت"};
    constexpr std::uint32_t reach = 8;
    const auto& tokens = material.document.tokens();
    const std::uint32_t begin = material.document.sentences()[toll.sentence].first;
    for (std::uint32_t at = toll.tokens.first; at > begin && toll.tokens.first - at < reach; --at) {
        if (parts_clauses(tokens[at - 1].normal)) return false;
        if (is_one_of(past, tokens[at - 1].normal) || (tokens[at - 1].normal == "had" && gives_a_figure(tokens[at].normal))) return true;
    }
    return false;
}

// Whoever spoke last before a figure that nobody gives in its own clause.
CueIndex speaker_before(const Material& material, const TollCue& toll)
{
    const auto& sentences = material.document.sentences();
    const std::uint32_t from = sentences[toll.sentence > 1 ? toll.sentence - 1 : toll.sentence].first;
    const auto told = cues_in(material.cues.sources, {from, toll.tokens.first});
    return told.empty() ? none : static_cast<CueIndex>(&told.back() - material.cues.sources.data());
}

}  // namespace

Contradiction contradict(const Material& material, const TollCue& first, const TollCue& second)
{
    const auto counts = [&](const TollCue& toll) {
        const bool plain = !toll.vague && !toll.combined && !toll.part && !toll.replaced && !toll.cumulative && toll.doubt == 0;
        return plain && !is_some_of_them(material, toll) && !is_denied(material, toll);
    };
    if (!counts(first) || !counts(second) || !is_counted(material, second) || first.low == second.low || !may_be_same_people(first, second)) return Contradiction::no;
    const CueIndex giver = giver_of(material, second);
    const bool unclear = giver == none || second.updates || tells_another_number(material, second) || (second.added && !stands_bare(material, second));
    if (unclear) return Contradiction::no;
    CueIndex before = giver_of(material, first);
    if (before == none && gives_both(material, giver, first, second)) return Contradiction::no;
    if (before == none) before = speaker_before(material, first);
    if ((before == none && (first.updates || was_given_before(material, second))) || is_same_voice(material, giver, before)) return Contradiction::no;
    if (is_all_that_is_said(material, second)) return Contradiction::plain;
    return first.one_person && second.low > 0 ? Contradiction::no : Contradiction::likely;
}

Contradiction contradict(const Material& material, const std::vector<Segment>& segments, const Episode& episode, std::span<const Figure> figures, std::size_t one, std::size_t other)
{
    const auto has_value = [](const Figure& figure, const Figure& value) { return figure.low == value.low && figure.high == value.high; };
    const Figure &a = figures[one], &b = figures[other];
    const Outcome outcome = a.cue->outcome;
    // A number that its own source gave up, wherever else it is told; and two that make one another: "nine died, five villagers and four herders".
    const auto given_up = [&](const TollCue& toll) { return toll.replaced && toll.outcome == outcome && (toll.low == a.low || toll.low == b.low); };
    const auto makes_up = [&](const Figure& rest) {
        const bool with_one = &rest != &a && rest.cue->sentence == a.cue->sentence && rest.low + a.low == b.low;
        return rest.low > 0 && (with_one || (&rest != &b && rest.cue->sentence == b.cue->sentence && rest.low + b.low == a.low));
    };
    if (any_in_episode(material.cues.tolls, segments, episode, given_up) || std::ranges::any_of(figures, makes_up)) return Contradiction::no;
    Contradiction found = Contradiction::no;
    for (const Figure& first : figures)
        for (const Figure& second : figures) {
            const bool pair = (has_value(first, a) && has_value(second, b)) || (has_value(first, b) && has_value(second, a));
            if (pair && &first < &second && !segments[first.segment].in_title) found = std::max(found, contradict(material, *first.cue, *second.cue));
        }
    return found;
}

}  // namespace sitrep::understand
