// The gate: what may leave the desk. Stands in front of everything that report and export write.
#pragma once

#include "core/incident.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::publish {

/// An incident as the public may see it: own words and codes only, no sentence, no name of a person, no village unless
/// rule L2 allows it, no coordinate finer than two decimals. There is no other way to make one than Gate::pass.
struct PublicIncident {
    IncidentId id{};
    IncidentKind kind = IncidentKind::other_violence;
    DateRange date;
    std::string country, admin1, admin1_code, admin2;  ///< English; admin1_ar for the Arabic edition
    std::string admin1_ar;
    std::string place, place_ar;       ///< a town's name, only where L2 allows
    std::optional<LatLon> point;       ///< rounded to two decimals, only for towns
    PlacePrecision precision = PlacePrecision::country;
    std::string perpetrator;           ///< a name from the register of actors, or empty
    PerpetratorStatus status = PerpetratorStatus::unknown;
    std::optional<TargetClass> target_class;
    std::optional<TollRange> killed, injured, abducted, arrested, perpetrators_killed;
    Grade grade = Grade::weak;
    int independent_sources = 0;
    bool accepted = false;
    std::vector<std::string> publishers;  ///< public outlets only
    std::vector<std::string> links;       ///< https links of public outlets only, without query and fragment
    std::vector<Conflict> conflicts;      ///< versions in our own words
};

struct Withheld {
    IncidentId id{};
    std::string rule;  ///< "L5: forces, less than 72 hours old"
};

class Gate {
public:
    /// `person_words`: every person mention of the library; none of them may leave in any field.
    /// `today` decides the 72-hour and 7-day rules.
    Gate(std::vector<std::string> person_words, Day today);

    std::optional<PublicIncident> pass(const Incident& incident, std::vector<Withheld>& withheld) const;

    struct PublicTally {
        std::int64_t quantity = 0;
        std::string unit;      ///< from our own list of units, never free text
        std::string scope, scope_ar;  ///< country, governorate or region name from the gazetteer, or empty
        DateRange period;
        std::string claimant;  ///< a name from the registers, or a role ("residents", "a military source"), or empty
        std::string publisher; ///< public outlets only
        std::string link;
        std::optional<Day> stated_on;
    };
    std::optional<PublicTally> pass(const FiledTally& tally) const;

    /// Last line of defence: throws GateError when finished output holds a person's words, a phone number, an e-mail address,
    /// a handle, or a coordinate with more than two decimals.
    void scan(std::string_view output) const;

private:
    std::vector<std::string> person_words_;
    Day today_;
};

}  // namespace sitrep::publish
