// The gate: what may leave the desk. Stands in front of everything that report and export write.
#pragma once

#include "core/incident.hpp"

#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::publish {

/// Finished output breaks a rule. Names the rule, never the words.
class GateError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// An incident as the public may see it: own words and codes only, no sentence, no name of a person, no village unless
/// rule L2 allows it, no coordinate finer than two decimals. There is no other way to make one than Gate::pass.
struct PublicIncident {
    IncidentId id{};
    IncidentKind kind = IncidentKind::other_violence;
    DateRange date;
    std::string country, admin1, admin1_code, admin2;  ///< English; admin1_ar for the Arabic edition
    std::string admin1_ar;
    std::string place, place_ar;       ///< a town's name, only where L2 allows, or the name of a region ("Syrian Desert")
    std::optional<LatLon> point;       ///< rounded to two decimals, only for towns
    PlacePrecision precision = PlacePrecision::country;
    bool camp_or_prison = false;       ///< its place is one; which one is not said
    std::string perpetrator;           ///< a name from the register of actors, or empty
    PerpetratorStatus status = PerpetratorStatus::unknown;
    std::optional<TargetClass> target_class;
    std::optional<TollRange> killed, injured, abducted, arrested, perpetrators_killed;
    Grade grade = Grade::weak;
    int independent_sources = 0;
    bool accepted = false;
    bool background_only = false;
    std::vector<std::string> publishers;  ///< public outlets only
    std::vector<std::string> links;       ///< https links of public outlets only, without query and fragment
    /// Versions in our own words: numbers, ISO dates, kind codes, names from registers. Said::accounts are places in
    /// `publishers`; a version nobody public states has none.
    std::vector<Conflict> conflicts;
};

struct Withheld {
    IncidentId id{};
    std::string rule;  ///< "L5: forces, less than 72 hours old"
};

class PersonWords;

/// Rule L2: a smaller place is named only when several public incidents happened there.
inline constexpr std::int64_t town_population_min = 5000;

class Gate {
public:
    /// `person_words`: every person mention of the library; none of them may leave in any field.
    /// `today` decides the 72-hour and 7-day rules.
    Gate(std::vector<std::string> person_words, Day today);

    /// What the caller knows to be public beyond the registers.
    struct Public {
        std::vector<std::string> names;       ///< governorates of the map, the desk's name, the gazetteer's attribution
        std::span<const Incident> incidents;  ///< all that are about to be published: rule L2 counts those of one village
    };
    /// The same gate with that knowledge.
    Gate knowing(const Public& known) const;

    std::optional<PublicIncident> pass(const Incident& incident, std::vector<Withheld>& withheld) const;

    struct PublicTally {
        std::int64_t quantity = 0;
        std::string unit;      ///< from our own list of units ("attacks", "killed"), never free text
        std::optional<TargetClass> who;  ///< of the killed, injured … where the unit says it
        std::string scope, scope_ar;  ///< country, governorate or region name from the gazetteer, "world", or empty
        std::string scope_country, scope_admin1_code;  ///< codes of the scope, for counting our own
        bool scope_is_region = false;  ///< a desert or plain: no codes to count by
        DateRange period;
        std::string actor;     ///< whose acts are counted, from the register of actors, or empty
        std::string claimant;  ///< a name from the registers, or a role ("residents", "military source"), or empty
        std::string publisher; ///< public outlets only
        std::string link;
        std::optional<Day> stated_on;
    };
    std::optional<PublicTally> pass(const FiledTally& tally) const;

    /// True when the text could stand in the output: no person's words, none of the marks that scan() looks for.
    bool may_leave(std::string_view text) const;

    /// Last line of defence: throws GateError when finished output holds a person's words, a phone number, an e-mail address,
    /// a handle, or a coordinate with more than two decimals.
    void scan(std::string_view output) const;

private:
    std::optional<std::string_view> rule_broken_by(std::string_view text) const;
    void place_of(const Incident& incident, PublicIncident& out) const;
    std::vector<Conflict> conflicts_of(const Incident& incident, const std::vector<std::string>& publishers) const;
    std::string public_name(std::string_view name) const;  ///< the name, or empty when it may not leave

    std::shared_ptr<const PersonWords> persons_;  // shared and never changed: copies of a gate are cheap, and libraries hold 100,000 names
    Day today_;
    std::vector<std::string> known_places_;  ///< gazetteer ids with enough public incidents for rule L2, sorted
};

}  // namespace sitrep::publish
