// Whose claim some words tell.
#pragma once

#include "text/document.hpp"
#include "understand/cue.hpp"

#include <string>

namespace sitrep::understand {

/// Of the actors of its sentence that may have done something the last one named before the claim, else the first behind it; or none.
CueIndex claimant_of(const text::Document& document, const Cues& cues, Tokens claim);

/// Whether the words of a claim, or those right behind them, say that it is of other deeds: "has boasted of other murders", "claimed responsibility for previous
/// blasts", "has claimed similar attacks". English only.
bool is_of_other_deeds(const text::Document& document, const Cues& cues, Tokens claim);

/// Gives claims of "the group", "it" and "its spokesman" to the group that they mean.
void resolve_claimants(const text::Document& document, Cues& cues);

/// The canonical name of the actor that the words for a speaker name ("SDF commander"), or nothing.
std::string speaker_named(const Cues& cues, Tokens speaker);

}  // namespace sitrep::understand
