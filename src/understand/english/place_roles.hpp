// What an English report names a place for: where something happened, its dateline, a landmark, somebody's seat or origin.
#pragma once

#include "understand/cue.hpp"

namespace sitrep::understand::english {

/// Whether some tokens stand in the head of a dispatch, before its dash or colon: "ERBIL (Kurdistan 24) –". Needs the acts.
bool in_dateline(const text::Document& document, const Cues& cues, Tokens tokens);

/// "Kerem: two shot dead": the colon of an item stands right behind the place where it happened.
bool heads_item(const text::Document& document, Tokens place);

/// "Kurdistan" of "the Kurdistan Workers' Party", "al Qaeda in the Arabian Peninsula": a part of the name of a group of the register.
bool names_a_group(const text::Document& document, const Cues& cues, Tokens place);

/// Needs the acts and actors.
PlaceRole role_of_place(const text::Document& document, const Cues& cues, Tokens place);

/// Roles of the places that the tagger alone sees, and of names that are part of a group's.
void add_roles_of_tagged(const text::Document& document, const Context& context, Cues& cues);

}  // namespace sitrep::understand::english
