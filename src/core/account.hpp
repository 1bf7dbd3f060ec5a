// What one report says: accounts of incidents, tallies and patterns, each with the words it came from.
#pragma once

#include "core/date.hpp"
#include "core/kind.hpp"
#include "core/language.hpp"
#include "core/mention.hpp"
#include "core/place.hpp"
#include "core/span.hpp"
#include "core/toll.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sitrep {

struct Perpetrator {
    std::string text;  ///< as named in the report; empty when nobody is named
    std::string name;  ///< canonical name from the register of actors ("ISIS"), empty for unnamed actors
    PerpetratorStatus status = PerpetratorStatus::unknown;
    std::optional<Span> span;
    std::string local_name{};  ///< as named in an Arabic report, else the register's; not kept in the library
};

struct Target {
    std::string text;
    std::optional<TargetClass> target_class;
    std::optional<Span> span;
    std::optional<Toll> killed;   ///< own numbers, where the report splits them
    std::optional<Toll> injured;
};

struct Weapon {
    std::string text;
    WeaponClass weapon_class = WeaponClass::other;
    Span span;
};

/// Who says so: "a military source", "SOHR".
struct Attribution {
    std::string text;
    std::string name;  ///< canonical, where a register knows it
    Span span;
};

struct AccountPlace {
    Place place;
    std::string text;  ///< as written, softening words included
    Span span;
};

/// How sure the reading of each field is: the chance that it is right, 0..1, as measured on reports that the models had not seen.
struct FieldConfidence {
    double incident = 0;  ///< that it is one, and told as core or as background as it says
    double kind = 0, place = 0, date = 0, perpetrator = 0, status = 0, target_class = 0, killed = 0, injured = 0;
    friend bool operator==(const FieldConfidence&, const FieldConfidence&) = default;
};

/// What one report says of one incident.
struct Account {
    IncidentKind kind = IncidentKind::other_violence;
    bool background = false;  ///< told only as context (GUIDELINE.md, "What counts", 4)
    double confidence = 0;    ///< 0..1: the chance that kind, place, date and dead can be used as they are
    FieldConfidence confidence_of{};  ///< not kept in the library
    DateRange date;
    std::string date_text;  ///< the words that date it, or empty
    std::optional<Span> date_span;
    std::vector<AccountPlace> places;  ///< finest first
    Perpetrator perpetrator;
    std::vector<Target> targets;  ///< main one first
    std::optional<Weapon> weapon;
    std::optional<Toll> killed;  ///< victims; attackers' own dead are apart
    std::optional<Toll> injured;
    std::optional<Toll> abducted;
    std::optional<Toll> arrested;
    std::optional<Toll> perpetrators_killed;
    std::vector<Attribution> attribution;
    bool denied = false;          ///< the named perpetrator denies it in this report
    std::vector<Span> evidence;   ///< the sentences that tell it, never empty
};

/// A count over several incidents that somebody states. Never added to ours.
struct Tally {
    std::int64_t quantity = 0;
    std::string unit;         ///< "attacks", "SDF members killed"
    std::string scope_place;  ///< as stated, or empty
    std::optional<Place> scope;
    DateRange period;
    std::string period_text;
    std::string claimant;       ///< who states it, as named, or empty
    std::string claimant_name;  ///< canonical, where a register knows it
    std::string actor_name;     ///< whose acts are counted, canonical, or empty
    Span evidence;
};

/// A habit or state without a count.
struct Pattern {
    std::string what;
    std::string place;
    std::string period;
    std::string claimant;
    Span evidence;
};

/// Everything one report says.
struct Understanding {
    Language language = Language::unknown;  ///< detected; not read unless is_read()
    std::vector<Account> accounts;          ///< in the order of the text
    std::vector<Tally> tallies;
    std::vector<Pattern> patterns;
    std::vector<PlaceMention> places;
    std::vector<DateMention> dates;
    std::vector<Mention> mentions;  ///< actors, weapons, persons, sources
};

}  // namespace sitrep
