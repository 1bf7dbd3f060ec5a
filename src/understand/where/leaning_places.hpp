// Arabic names behind a word for "in" that no gazetteer has and of which the tagger is nearly sure.
#pragma once

#include "understand/tagging/tags.hpp"

namespace sitrep::understand {

/// "في خور مكسر بعدن", "قرب بوله بإيتوري": words in no cue behind في, قرب or عند that the tagger leans to take for a place; more readily
/// where the place that holds them is told right behind them. A sentence that tells a town of its own gets no second one by a guess.
/// `spans` is what the tagger is sure of. Needs `Cues::leans`.
std::vector<TaggedSpan> leaning_places(const text::Document& document, const Context& context, const Cues& cues, const std::vector<TaggedSpan>& spans);

}  // namespace sitrep::understand
