// The steps of the English front end. Each reads the sheet and adds one sort of cue; the order is that of front_end.cpp.
#pragma once

#include "understand/english/sheet.hpp"

namespace sitrep::understand::english {

/// One actor cue per group of the sheet, at the same index.
void add_actors(const Sheet& sheet, Cues& cues);
/// One act cue per act of the sheet, at the same index, with reality, agent and patient.
void add_acts(const Sheet& sheet, Cues& cues);
void add_weapons(const Sheet& sheet, Cues& cues);
/// Tolls, from the acts that have an outcome.
void add_tolls(const Sheet& sheet, Cues& cues);
/// Tolls of those who are not named again; a part of `add_tolls`, after all others.
void add_unnamed_victims(const Sheet& sheet, Cues& cues);
/// Tolls that are told as the total of others; a part of `add_tolls`, which has put them in the order of the text.
void add_totals(const Sheet& sheet, Cues& cues);
/// Which methods some word of the report may tell; needs the acts and weapons.
void add_methods(const Sheet& sheet, Cues& cues);
void add_sources(const Sheet& sheet, Cues& cues);
void add_claims(const Sheet& sheet, Cues& cues);
void add_persons(const Sheet& sheet, Cues& cues);
/// SentenceFlags, and whether the report as a whole tells no incidents.
void add_flags(const Sheet& sheet, Cues& cues);
/// DateRole and PlaceRole.
void add_roles(const Sheet& sheet, Cues& cues);
/// Tallies and patterns; needs the sources and flags.
void add_tallies(const Sheet& sheet, Cues& cues);

/// True when the verb at `hit` is passive by the words before it ("were killed", "was reportedly shot dead").
bool has_auxiliary(const Sheet& sheet, const Hit& hit);

}  // namespace sitrep::understand::english
