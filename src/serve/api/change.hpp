// The parts of a change that several resources need.
#pragma once

#include "serve/api/app.hpp"

#include <optional>
#include <string>

namespace sitrep::serve {

/// The incident when it is still at the version that the asker read; else Problem(412) with both. In a transaction that the caller holds.
IncidentId checked_version(Call& call, IncidentId id, RevisionId asked);
/// Sets one field; Problem(400) says what is possible. `place` takes a gazetteer id.
void set_field(Call& call, IncidentId id, const std::string& field, const std::string& value, const std::string& because);
Response change_response(Call& call, IncidentId id, std::optional<IncidentId> other);

}  // namespace sitrep::serve
