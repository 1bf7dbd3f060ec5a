// One English report with everything the lexicons and the counting found in it: what the later steps read.
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "understand/cue.hpp"
#include "understand/english/lexicon.hpp"

namespace sitrep::understand::english {

/// A number of people or things, with the words that soften it.
struct Count {
    Tokens tokens;
    std::int64_t low = 0;
    std::optional<std::int64_t> high;
    bool vague = false;
    bool is_ordinal = false;
    bool of_things = false;  ///< "three rockets", "70 km", "40 percent"
};

/// A noun phrase about people, an actor or a thing.
struct Group {
    Tokens tokens;           ///< from the determiner or number to the end of its "of" phrase
    Tokens words;            ///< without determiner and number
    std::uint32_t head = 0;  ///< token of the head
    std::uint32_t sentence = 0;
    Side side = Side::other;
    std::optional<TargetClass> target_class;
    std::string name;                    ///< canonical name of the actor it belongs to
    std::optional<std::uint32_t> count;  ///< into Sheet::counts
    bool plural = false;
    bool definite = false;
    bool indefinite = false;  ///< "a", "an", "one", "another"
    bool thing = false;
    bool moving = false;
    bool role = false;
    bool loose = false;
    bool attacker = false;
    bool protester = false;
    bool suspected = false;
    bool adjective_only = false;  ///< "Turkish" alone
    bool source_only = false;
    bool named_actor = false;  ///< the head is a name of the register
};

struct Sheet {
    const text::Document& document;
    const Context& context;
    const Lexicon& lexicon;
    std::vector<WordId> ids;
    std::vector<Hit> acts;
    std::vector<Hit> weapons;
    std::vector<Count> counts;
    std::vector<Group> groups;
    std::vector<std::uint32_t> count_at, group_at, act_at, weapon_at;  ///< by token: index + 1, or 0
    std::array<std::vector<Hit>, markers> marks;

    Sheet(const text::Document& parsed, const Context& found);

    std::size_t size() const { return ids.size(); }
    const text::Token& token(std::size_t at) const { return document.tokens()[at]; }
    bool is(std::size_t at, WordClass word_class) const { return at < ids.size() && lexicon.is(ids[at], word_class); }
    bool word_is(std::size_t at, std::string_view word) const { return at < ids.size() && token(at).normal == word; }
    bool word_is_any(std::size_t at, std::initializer_list<std::string_view> words) const
    {
        return at < ids.size() && std::find(words.begin(), words.end(), token(at).normal) != words.end();
    }
    bool is_punctuation(std::size_t at) const { return token(at).kind == text::TokenKind::punctuation || token(at).kind == text::TokenKind::symbol; }
    bool in_place(std::size_t at) const { return context.in_place[at] != 0; }
    bool in_date(std::size_t at) const { return context.in_date[at] != 0; }
    const text::Sentence& sentence_of(std::size_t at) const { return document.sentences()[document.sentence_of(at)]; }
    const ActEntry& entry(const Hit& hit) const { return lexicon.act_entries[hit.entry]; }
    /// True when a mark of the class stands in [first, last).
    bool marked(Marker which, std::uint32_t first, std::uint32_t last) const;
};

/// Leaves the verb alone of a phrase that begins with a thing, where the thing does not do it.
void part_things_from_acts(Sheet& sheet);
void find_counts(Sheet& sheet);
void find_groups(Sheet& sheet);

}  // namespace sitrep::understand::english
