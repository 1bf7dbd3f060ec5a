// What a language's front end finds in a parsed report: the contract between reading words and telling incidents.
// Everything is counted in tokens of the text::Document; nothing below the front ends knows a language.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "core/kind.hpp"
#include "core/mention.hpp"
#include "core/place.hpp"
#include "core/report.hpp"
#include "text/document.hpp"
#include "understand/model/tagger.hpp"

namespace sitrep::understand {

/// Tokens [first, last) of the document.
struct Tokens {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    bool empty() const { return first >= last; }
    constexpr bool overlaps(Tokens other) const { return first < other.last && other.first < last; }
    bool contains(Tokens other) const { return first <= other.first && other.last <= last; }
    friend auto operator<=>(const Tokens&, const Tokens&) = default;
};

/// Tokens between two stretches, 0 where they touch or overlap.
constexpr std::int64_t gap_between(Tokens a, Tokens b)
{
    if (a.overlaps(b)) return 0;
    return a.first >= b.last ? std::int64_t{a.first} - b.last : std::int64_t{b.first} - a.last;
}

/// Index into one of the vectors of Cues; `none` where nothing is meant.
using CueIndex = std::uint32_t;
inline constexpr CueIndex none = std::numeric_limits<CueIndex>::max();

/// Whether the words say that something happened. Only `happened` makes an incident.
enum class Reality : std::uint8_t { happened, threatened, planned, hypothetical, foiled, condemned, negated };

/// How surely a word alone tells an incident. `certain`: "shot dead", "exploded", "ambush"; `plain`: "killed", "attack" (most reports' word);
/// `weak`: a noun that refers back ("the incident", "the operation"), never an incident of its own.
enum class Strength : std::uint8_t { weak, plain, certain };

/// What the trained tagger says of the words of a cue: a role of the guideline by its number in tag_roles, or nothing.
inline constexpr std::uint8_t not_tagged = 255;

/// On whose side an actor stands, as far as the kind of an incident and the status of its perpetrator depend on it.
enum class Side : std::uint8_t {
    insurgent,          ///< a named armed group that is no state
    unnamed_insurgent,  ///< "insurgents", "jihadists", "militants", "terrorists": status attributed
    unnamed_gunmen,     ///< "gunmen", "armed men", "unknown assailants": status unknown
    state_force,        ///< army, police, intelligence of a state or of an authority that acts as one (SDF, Asayish)
    foreign_force,      ///< coalition, foreign army or air force
    militia,            ///< pro-government or tribal militia, vigilantes
    civilians,          ///< people without arms, shepherds, pilgrims, a merchant, demonstrators
    official,           ///< mayors, judges, members of parliament, imams of office
    thing,              ///< buildings, vehicles, pipelines: infrastructure or property
    other               ///< political bodies, agencies that only speak
};

/// Who it is about. One cue per mention.
struct ActorCue {
    Tokens tokens;
    std::uint32_t sentence = 0;
    std::string name;  ///< canonical name from the register (actors.tsv), empty when unnamed
    Tokens name_words;      ///< those of its words that are a name of the register; none of "the group" and "his men" (Arabic)
    bool adjective = false;  ///< that name is an adjective ("[غارة] تركية")
    bool cleared = false;    ///< only cleared, doubted or spoken of here: no word of a deed of theirs
    Side side = Side::other;
    std::optional<TargetClass> target_class;                                    ///< the class it has when it is the one hit
    enum class Role : std::uint8_t { open, agent, patient } role = Role::open;  ///< as grammar tells it, with `act`
    CueIndex act = none;                                                        ///< the act it plays `role` in
    bool suspected = false;                                                     ///< "suspected", "alleged", "presumed"
    bool moving = false;                                                        ///< a vehicle, a patrol: who fires at it lies in wait
    std::uint8_t tagged = not_tagged;
    Tokens tagged_words;  ///< those that the tagger sees as `tagged`: often more of a description than the front end's ("[Iran-backed] militias")
    bool added = false;  ///< seen by the tagger alone
};

/// Words that state that something happened.
struct ActCue {
    Tokens tokens;
    std::uint32_t sentence = 0;
    IncidentKind kind = IncidentKind::armed_attack;
    Strength strength = Strength::plain;
    Reality reality = Reality::happened;
    bool unreal = false;          ///< by its sentence, not by its own form: asked, supposed, tried, told as false or of an accident
    bool recalled = false;        ///< told only as what a court tried or a day remembers: background, with a day of its own
    bool nominal = false;         ///< a noun ("the attack"): may repeat an incident told before
    bool definite = false;        ///< "the attack", "this attack", الهجوم: most likely repeats one told before
    bool generic_kind = false;    ///< says nothing of the method ("killed", "attack"): a more exact cue of the episode decides
    bool by_victims = false;      ///< the act is told of victims without an agent ("three were killed")
    bool doers_behind = false;    ///< "قتل أربعة مسلحين شرطياً": who did it stand between the verb and whom they hit
    bool told_as_attack = false;  ///< some side is told as the attacker ("attacked", "ambushed"), so the episode is no clash
    bool another = false;         ///< "another attack", "a second bomb", "separately", "in a separate incident": opens a new incident
    bool several = false;         ///< a plural noun ("attacks", "clashes"): without a number or a day a habit, not an event
    bool kills = false;           ///< somebody killed somebody ("killed", قُتل); not "died", which has any cause
    bool plural = false;          ///< a noun for more than one: "attacks", غارتين
    bool answers = false;         ///< "in response", "retaliated": an incident of its own with the other side as agent
    bool past_context = false;    ///< told as background by grammar: "had attacked", "where … was killed last year"
    bool tagged = false;          ///< the tagger sees an act too
    bool added = false;           ///< seen by the tagger alone
    CueIndex agent = none;        ///< into actors
    CueIndex patient = none;      ///< into actors
};

enum class Outcome : std::uint8_t { killed, injured, abducted, arrested };

/// "at least 12 soldiers were killed": the number, of whom, and where the words stand.
struct TollCue {
    Tokens tokens;  ///< the number words (what the corpus marks): "at least 12", "a child", قتيلان
    std::uint32_t sentence = 0;
    Outcome outcome = Outcome::killed;
    std::int64_t low = 0;
    std::optional<std::int64_t> high;    ///< = low for a plain number; none for "at least"
    bool vague = false;                  ///< "several", "dozens": no number; low is not used
    bool combined = false;               ///< "13 killed and injured": yields no toll
    bool of_attackers = false;           ///< attackers killed in their own attack
    bool own_end = false;                ///< the one who blew himself up, told to have died of it: no victim
    bool part = false;                   ///< a part of another count ("among them two children"): never added
    bool updates = false;                ///< "rose to", "the toll climbed to": replaces earlier figures of the same incident
    std::int64_t beyond = 0;             ///< "and a fourth died": one more than these three, which are counted before it; 0 = not told so
    bool total = false;                  ///< of all the victims of one side or all: never added to another figure
    bool replaced = false;               ///< the earlier figure, "up from 10", "earlier report of 10": is dropped
    bool one_person = false;             ///< no number, one person named or described ("a colonel"): beside a larger figure a detail of it
    bool chosen_person = false;          ///< one person of standing ("a village chief"): shot alone, a targeted killing
    bool several_events = false;         ///< "three assassinations": as many events, told together; no date is inferred for them
    bool cumulative = false;             ///< over a period or several incidents: no toll of an incident
    std::optional<TargetClass> victims;  ///< class of the people counted
    bool loosely_named = false;          ///< "people", "men": the class is a guess that any other word outweighs
    Side side = Side::other;             ///< of the people counted, where told
    std::string name;                    ///< canonical name of their side, where told
    CueIndex act = none;                 ///< the act that tells it, where grammar says so
    CueIndex source = none;              ///< into sources: whose figure, where told
    std::uint8_t tagged = not_tagged;
    bool added = false;  ///< seen by the tagger alone
    std::int8_t doubt = 0;  ///< how far the tagger is from seeing it at all: 0 = it sees it, or a rule does; more = less likely

    /// A number of victims, or the least of it, that others may come on top of.
    bool counts_victims() const { return !vague && !combined && !of_attackers && low > 0 && high.value_or(low) == low; }
};

struct SourceCue {
    Tokens tokens;
    std::uint32_t sentence = 0;
    std::string name;  ///< canonical name, or empty ("a military source")
};

struct WeaponCue {
    Tokens tokens;
    std::uint32_t sentence = 0;
    WeaponClass weapon_class = WeaponClass::other;
    std::optional<IncidentKind> kind;  ///< the method it tells when it was used ("car bomb" → suicide_or_vehicle_bomb)
};

enum class Claiming : std::uint8_t { claims, denies, blamed, unclaimed };

/// "IS claimed responsibility", "no group has claimed", "the army blamed …".
struct ClaimCue {
    Tokens tokens;
    std::uint32_t sentence = 0;
    Claiming claiming = Claiming::claims;
    CueIndex actor = none;  ///< who claims or denies, or who is blamed
    bool added = false;     ///< seen by the tagger alone; the actor is then a guess
};

struct PersonCue {
    Tokens tokens;
    std::uint32_t sentence = 0;
    bool speaks = false;  ///< quoted or a source
};

/// A count over several incidents that somebody states.
struct TallyCue {
    Tokens tokens;  ///< the count with its unit: "320 attacks"
    std::uint32_t sentence = 0;
    std::int64_t quantity = 0;
    std::string unit;
    std::optional<std::uint32_t> place;  ///< index into Context::places
    std::optional<std::uint32_t> date;   ///< index into Context::dates: the period
    CueIndex claimant = none;            ///< into sources; the actor below where an actor claims it
    CueIndex claimant_actor = none;      ///< into actors
    CueIndex actor = none;               ///< whose acts are counted, into actors
    bool tagged = false;                 ///< the tagger sees a tally too
    bool added = false;                  ///< seen by the tagger alone
    std::int8_t doubt = 0;               ///< as TollCue::doubt: a number that may be a tally, only weighed
};

/// A habit or state without a count.
struct PatternCue {
    Tokens tokens;
    std::uint32_t sentence = 0;
    std::string what;
    std::optional<std::uint32_t> place;
    std::optional<std::uint32_t> date;
    CueIndex claimant = none;  ///< into sources
};

/// What a sentence as a whole is.
struct SentenceFlags {
    bool background = false;    ///< opens with or carries a background marker: earlier, last month, recalled, anniversary, in recent months
    bool hypothetical = false;  ///< if, could, would, fears, warned: acts of it count only when a finite past act stands in it
    bool statement = false;     ///< condemnation, appeal, opinion, court, sport, exercise: tells no incident of its own
    bool accident = false;      ///< a crash, a collapse, a flood, a disease: what harms people without anybody's doing
    bool other_field = false;   ///< words of sport, drills or fiction
    bool tally = false;         ///< states a count over several incidents
    bool pattern = false;       ///< states a habit
    bool refers_back = false;   ///< "the attack", "the incident", "the victims": goes on with the incident before
    bool new_incident = false;  ///< "separately", "in another incident", "meanwhile", وفي سياق منفصل
    bool same_day = false;      ///< "later the same day", "hours later"
};

/// What a date mention dates, as the words around it tell.
enum class DateRole : std::uint8_t {
    event,      ///< when something happened
    announces,  ///< when somebody said so ("said on Monday"): stands for the event only if it has no date of its own
    other       ///< neither: a dateline, a deadline, a date inside a name
};

/// What a place mention places.
enum class PlaceRole : std::uint8_t {
    event,     ///< where something happened
    dateline,  ///< "BAGHDAD (AFP) -"
    relative,  ///< what a distance or direction is counted from, the capital, a border named for orientation: used only if nothing else is there
    other      ///< origin of a person, a hospital, a destination, a speaker's seat: never where it happened
};

/// All a front end finds in one report.
struct Cues {
    std::vector<ActCue> acts;  ///< each vector in the order of the text
    std::vector<ActorCue> actors;
    std::vector<TollCue> tolls;
    std::vector<TollCue> doubtful_tolls;  ///< numbers that nothing says are tolls; only weighed beside the others
    std::vector<SourceCue> sources;
    std::vector<WeaponCue> weapons;
    std::vector<ClaimCue> claims;
    std::uint32_t methods = ~0U;  ///< by number of the kind: whether some word of the report may tell its method
    std::vector<PersonCue> persons;
    std::vector<TallyCue> tallies;
    std::vector<PatternCue> patterns;
    std::vector<SentenceFlags> sentences;  ///< one per sentence of the document
    std::vector<std::uint8_t>
        clitics;  ///< one per token: code points written against its word that are no part of a name (Arabic و ف ب ل); may be empty
    std::vector<std::uint32_t> breaks;  ///< tokens inside sentences at which another thing begins to be told, ascending; may be empty
    std::vector<DateRole> dates;        ///< one per Context::dates
    std::vector<PlaceRole> places;      ///< one per Context::places
    std::vector<RoleLeans> leans;       ///< one per token, as the tagger sees it; empty without one
    bool no_incidents = false;          ///< the whole report tells none, by its own words (sport, a drill, a film, opinion)
};

/// A place mention or date mention in tokens.
struct ContextPlace {
    Tokens tokens;  ///< with the softening words
    Tokens name;    ///< the name alone
    std::uint32_t sentence = 0;
    const PlaceMention* mention = nullptr;
    enum class Tagged : std::uint8_t { no, partly, exactly, alone } tagged = Tagged::no;  ///< whether the tagger sees a place in these words, alone where nothing else does
};
struct ContextDate {
    Tokens tokens;
    std::uint32_t sentence = 0;
    const DateMention* mention = nullptr;
};

/// What place/ and when/ found, for the front ends: place names are no actors, years no tolls.
struct Context {
    const Report* report = nullptr;
    std::vector<ContextPlace> places;
    std::vector<ContextDate> dates;
    std::vector<std::uint8_t> in_place;  ///< one per token: 1 inside a place mention's name
    std::vector<std::uint8_t> in_date;   ///< one per token: 1 inside a date mention
};

}  // namespace sitrep::understand
