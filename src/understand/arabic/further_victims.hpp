// Victims who come on top of others of the same fate: "قتلوا سبعة جنود، وتوفي اثنان آخران في المستشفى".
#pragma once

#include "understand/arabic/acts.hpp"
#include "understand/arabic/people.hpp"

namespace sitrep::understand::arabic {

/// How many are told before in the sentence that a toll of others comes on top of; 0 where it is told of another time, place or side. Those who died of their
/// wounds may have a place and a day of their own.
std::int64_t counted_before(const Reading& reading, const Cues& cues, const TollCue& others, const Group& group, bool died);

/// "أدى إلى مقتله", "أسفر عن إصابتهما": how many the pronoun means whose end something led to; 0 where nothing did or nobody knows.
std::int64_t outcome_of_pronoun(const Reading& reading, const FoundAct& act);

/// "وقُتل معه اثنان", "وجُرح أربعة، توفي أحدهم": whether those told of an act come on top of the dead told before.
bool comes_on_top(const Reading& reading, const Cues& cues, const FoundAct& act, const Group& group);

/// "توفي بأزمة قلبية"
bool is_natural_death(const Reading& reading, const FoundAct& act);

}  // namespace sitrep::understand::arabic
