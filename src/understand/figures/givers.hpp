// Who gives a figure: "nine died, the mayor said; the army admits four".
#pragma once

#include <string_view>

#include "understand/assemble.hpp"

namespace sitrep::understand {

/// A word with which a clause of somebody else begins: "while the army admits four".
bool parts_clauses(std::string_view word);
bool parts_clauses(const Material& material, Tokens between);

/// The source that grammar gives a figure, or one that speaks in its own clause, before or behind it; none where nobody does.
CueIndex giver_of(const Material& material, const TollCue& toll);

/// "The army" and "an army spokesman" are one voice; "the security ministry" and "the health ministry" are two.
bool is_same_voice(const Material& material, CueIndex one, CueIndex other);

}  // namespace sitrep::understand
