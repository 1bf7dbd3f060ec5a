// Incidents as the contract shows them: one line of a list, and the whole with every value by its source.
#pragma once

#include "serve/api/app.hpp"
#include "serve/api/json.hpp"

#include <string>

namespace sitrep::serve {

/// Fields that a person can set and that the desk shows with their values by source.
inline constexpr std::string_view shown_fields[]{"kind",    "date",     "place",    "admin1",  "perpetrator",  "status",
                                                 "target_class", "killed", "injured", "abducted", "arrested"};

/// A row of a list as the text of a JSON object.
std::string row_text(Call& call, const BoardRow& row);
Json row_json(Call& call, const BoardRow& row);
/// A page of a list: each item the text of a JSON value.
Response page_response(const std::vector<std::string>& items, const std::optional<std::string>& next, std::int64_t total);
/// The whole incident with its version.
Json incident_json(Call& call, const Incident& incident, RevisionId version);
/// Follows forwarding ids; throws Problem(404).
Incident load_incident(Call& call, IncidentId id);
Response incident_response(Call& call, IncidentId id, int status = 200);
Json account_json(Call& call, const FiledAccount& filed, const std::string& document);
Json revision_json(const store::Revision& revision);
/// What a field says now, as set() takes it.
std::string value_of(const Incident& incident, std::string_view field);
/// The words of a span cut out of a document.
std::string cut(std::string_view document, Span span);
Json tally_json(Call& call, const store::NumberedTally& tally, bool beside_ours);

}  // namespace sitrep::serve
