// The roles that a report's words play, as the trained tagger reads them, and the cues that follow from them.
#pragma once

#include <deque>
#include <vector>

#include "understand/assemble.hpp"
#include "understand/model/tagger.hpp"

namespace sitrep::understand {

/// Words with a role of `tag_roles`.
struct TaggedSpan {
    Tokens tokens;
    std::uint8_t role = 0;  ///< index into tag_roles
    std::int8_t doubt = 0;  ///< see TollCue::doubt
    friend bool operator==(const TaggedSpan&, const TaggedSpan&) = default;
};

/// What the tagger looks at: the words around a token, their shapes, and what the front end found there.
TokenFeatures tag_features(const text::Document& document, const Context& context, const Cues& cues, const Words& words);

/// What the tagger sees in a document.
struct Tagged {
    std::vector<TaggedSpan> spans;  ///< of all layers, in the order of the text; then, with their doubt, numbers and single persons that may be tolls or tallies
    std::vector<RoleLeans> leans;   ///< one per token
};
Tagged tag(const text::Document& document, const TokenFeatures& features, const TaggerModel& model);
/// The same, with the features made on the way.
Tagged tag(const text::Document& document, const Context& context, const Cues& cues, const Words& words, const TaggerModel& model);

/// Marks the cues that stand where spans are tagged, adds cues for spans where the front end saw nothing, and breaks sentences that tell several things.
/// New place mentions are put into `places`, whose elements stay where they are.
void add_tagged(const text::Document& document, const Words& words, const std::vector<TaggedSpan>& spans, Context& context, std::deque<PlaceMention>& places, Cues& cues);

/// Names of persons among the spans: new ones, and the full length of those known by a part.
void add_tagged_persons(const text::Document& document, const std::vector<TaggedSpan>& spans, Cues& cues);

}  // namespace sitrep::understand
