// Fields of the record that a person may set: what may stand there, and how it stands above the accounts.
#pragma once

#include "core/incident.hpp"
#include "core/result.hpp"
#include "store/sqlite/places.hpp"

#include <string>
#include <string_view>

namespace sitrep::store {

/// The value to keep for what a person typed, or what is possible. Places and governorates become ids of place rows.
Result<std::string> value_to_keep(const std::string& field, const std::string& typed, const Incident& record, const Connection& connection,
                                  PlaceRows& places);
/// True for the two Admiralty fields: judged by a person alone, they follow from no account.
bool is_judgement(std::string_view field);
/// Sets one field of a record to a kept value.
void correct(Incident& record, std::string_view field, const std::string& kept, const PlaceRows& places);
/// What a field says now, as people read it.
std::string in_words(const Incident& record, std::string_view field);

}  // namespace sitrep::store
