// Every field of an incident with every version of it: who says it, when, how, and what has become history.
#pragma once

#include "core/incident.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sitrep::merge {

/// One account that states a version.
struct Saying {
    AccountId account{};
    ReportId report{};
    std::string publisher;  ///< empty when not known
    std::string sources;    ///< whom it names as its source, "; " between them; or empty
    std::optional<Publication> published;
    std::string how;        ///< of a perpetrator: "claimed", "attributed", "denied" or "unknown"; else empty
    bool background = false;
    bool history = false;   ///< its own source has replaced it: by a later figure, or by a newer row of its table
};

struct FieldVersion {
    std::string value;  ///< as Conflict has it: "3", "at least 5", "2025-09-18", "ambush", "ISIS"
    std::vector<Saying> said;  ///< oldest publication first
    bool stands() const;       ///< someone says it whom nobody of its own has replaced
};

struct FieldVersions {
    std::string field;  ///< kind, date, place, perpetrator, target, killed, injured, abducted, arrested, perpetrators_killed
    std::vector<FieldVersion> versions;  ///< in the order in which they were first said; none that nobody states
    std::optional<TollRange> range;      ///< of a number: from the smallest to the largest that stands, which is what is published
    bool contested = false;              ///< versions that stand exclude each other, as Incident::conflicts says; or a perpetrator is denied
};

/// `replaced` are accounts that are no longer filed under the incident because a newer row of their table took their place.
std::vector<FieldVersions> versions_of(const Incident& incident, std::span<const FiledAccount> replaced);

}  // namespace sitrep::merge
