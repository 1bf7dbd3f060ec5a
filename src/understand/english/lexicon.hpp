// The English lexicons of data/lexicon, parsed at first use.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "understand/cue.hpp"
#include "understand/names/register.hpp"
#include "understand/phrases.hpp"

namespace sitrep::understand::english {

/// Inflection of a matched verb, as Hit::form.
enum class Form : std::uint8_t { as_listed, base, third_person, past, participle, past_or_participle, gerund, singular, plural };

/// Where the number of victims stands beside a word that tells of them.
enum class CountAt : std::uint8_t { nowhere, verb, subject, object, noun, inside };

struct ActEntry {
    IncidentKind kind = IncidentKind::armed_attack;
    Strength strength = Strength::plain;
    bool noun = false;
    bool attack = false;
    bool generic = false;
    std::optional<Outcome> outcome;
    bool both = false;  ///< killed and injured in one number
    bool cared = false;  ///< tells of the hurt by the care they get
    CountAt count_at = CountAt::nowhere;
};

struct PeopleEntry {
    Side side = Side::other;
    std::optional<TargetClass> target_class;
    bool role = false;
    bool fighter = false;
    bool loose = false;
    bool attacker = false;
    bool protester = false;
    bool thing = false;
    bool moving = false;
};

struct WeaponEntry {
    WeaponClass weapon_class = WeaponClass::other;
    std::optional<IncidentKind> kind;
};

struct ActorName {
    std::vector<const RegisteredActor*> actors;  ///< who bears it: one, or several of whom each is meant only at home
    bool in_capitals = false;
};

/// Classes of english_markers.tsv; the order is that of marker_names in the .cpp.
enum class Marker : std::uint8_t {
    new_incident,
    another,
    same_day,
    background,
    pattern,
    wish,
    foiled,
    condemned,
    court,
    sport,
    drill,
    fiction,
    claims,
    unclaimed,
    denies,
    blames,
    back,
    tally,
    accident,
    apart,
    ruled_out,
    hazard,
    tried,
    remembered,
    untrue,
    debated,
    reproach
};
inline constexpr std::size_t markers = 27;

/// Classes of english_grammar.tsv, one bit each; the order is that of word_class_names in the .cpp.
enum class WordClass : std::uint8_t {
    be,
    have,
    modal,
    det,
    article,
    definite,
    the,
    prep,
    place_prep,
    conj,
    clause,
    rel,
    neg,
    zero,
    pron,
    to,
    by,
    of,
    and_,
    comma,
    another,
    number_unit,
    thing_unit,
    adj,
    suspected,
    title,
    named,
    adverb,
    say,
    according,
    speaker
};

class Lexicon {
public:
    static const Lexicon& get();

    bool is(WordId word, WordClass word_class) const { return word < classes_.size() && (classes_[word] >> static_cast<unsigned>(word_class) & 1U); }
    const Vocabulary& words() const { return vocabulary_; }

    std::vector<ActEntry> act_entries;
    std::vector<PeopleEntry> people_entries;
    std::vector<WeaponEntry> weapon_entries;
    std::vector<ActorName> actor_names;
    const PhraseTable& acts() const { return acts_; }
    const PhraseTable& people() const { return people_; }
    const PhraseTable& weapons() const { return weapons_; }
    const PhraseTable& actors() const { return actors_; }
    const PhraseTable& marker(Marker which) const { return markers_[static_cast<std::size_t>(which)]; }

private:
    Lexicon();
    void read_acts();
    void read_people(std::string_view text, bool things);
    void read_weapons();
    void read_actors();
    void read_markers();
    void read_grammar();

    Vocabulary vocabulary_;
    PhraseTable acts_, people_, weapons_, actors_;
    std::vector<PhraseTable> markers_;
    std::vector<std::uint64_t> classes_;
};

/// Positions of a phrase as the lexicons write it ("+shoot/shot/shot/shooting dead|down"), inflected.
std::vector<std::vector<Alternative>> positions_of(std::string_view phrase);

}  // namespace sitrep::understand::english
