// The Arabic word lists of data/lexicon, inflected once when first used.
#pragma once

#include "core/kind.hpp"
#include "text/word_table.hpp"
#include "understand/cue.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::understand::arabic {

/// What a listed word is for. `act`, `people` and `weapon` have a file each; the others are the classes of arabic_words.tsv.
enum class Class : std::uint8_t {
    act, people, weapon,
    fire, missile, thrown, air, exchange, corpse, death_word, cell, aircraft, checkpoint, on, on_members, never,
    count_fell, lost_life, lost, rises, figure, to, at_least, about, one_of, himself, both, several, among, other_people, combined, no_harm, by_hand_of, unit,
    reports, according, source_noun, claims, unclaimed, denies, blames,
    background, new_incident, same_day, another, suspected, negation, plan, threat, foiled, condemned, court, sport, drill, fiction, accident, hardship,
    tally_verb, tally_unit, total, calls, its_part, turns, vehicle, under_way, tries, resumes, comes, after, vague_time, device, since, habit, opinion, kunya, called, title, relative_there, that
};

/// Properties of an entry; the heads of the .tsv files say what each means.
enum class Prop : std::uint8_t {
    generic, attack, killed, injured, abducted, arrested, intransitive, death, passive_only, refers, light, victims, attempt, gun, raid, body, hurt_act,
    fire_act, person_next, transitive, member, dead, hurt, taken, held, attacker, corpse, vague, kin, one, two, suicide, mine, carrier
};

struct Entry {
    Class cls = Class::never;
    IncidentKind kind = IncidentKind::other_violence;
    Strength strength = Strength::plain;
    std::optional<Class> needs;
    Side side = Side::other;
    std::optional<TargetClass> target_class;
    WeaponClass weapon_class = WeaponClass::other;
    std::optional<IncidentKind> weapon_kind;
    std::uint64_t props = 0;
    bool is(Prop prop) const { return (props >> static_cast<unsigned>(prop) & 1U) != 0; }
};

/// How a written form differs from the entry's head word.
struct Shape {
    bool present = false;
    bool feminine = false;
    bool dual = false;
    bool plural = false;
    bool pronoun = false;    ///< carries an object or possessive pronoun
    bool construct = false;  ///< a dual or plural that lost its ن before the next noun
};

struct Form {
    const Entry* entry = nullptr;
    Shape shape;
    std::vector<std::string> tail;  ///< further words of a phrase, in normal form
    bool verb = false;
};

class Lexicon {
public:
    /// The lists that are embedded in the program.
    static const Lexicon& embedded();
    /// Forms whose first word is `normal`; longest phrases first; empty when there is none.
    const std::vector<Form>& find(std::string_view normal) const;

private:
    Lexicon();
    void read(std::string_view file, Class cls);
    void add_forms(std::string_view forms, const Entry* entry);
    void add(std::string_view phrase, const Entry* entry, Shape shape);
    void insert(std::string_view word, Form form);

    std::vector<std::unique_ptr<Entry>> entries_;
    text::WordTable<std::vector<Form>> forms_;
};

}  // namespace sitrep::understand::arabic
