// Who says so: which of a report's sources speak of an episode.
#include <algorithm>

#include "understand/incidents/segment_features.hpp"
#include "understand/questions.hpp"

namespace sitrep::understand {

Asked<bool> ask_source(const Material& material, const std::vector<Segment>& segments, const Episode& episode, CueIndex source)
{
    const SourceCue& cue = material.cues.sources[source];
    Asked<bool> asked;
    Features& shared = asked.share();
    const bool inside = in_episode(segments, episode, cue.tokens);
    std::int64_t nearest = 99;
    bool eventful = false, same_paragraph = false;
    const auto& sentences = material.document.sentences();
    for (const std::uint32_t number : episode.segments) {
        const Segment& segment = segments[number];
        nearest = std::min(nearest, std::abs(std::int64_t{segment.sentence} - cue.sentence));
        eventful = eventful || (segment.eventful && segment.tokens.contains(cue.tokens));
        same_paragraph = same_paragraph || sentences[segment.sentence].paragraph == sentences[cue.sentence].paragraph;
    }
    shared.add("inside", inside * 4 + eventful * 2 + same_paragraph);
    shared.add("nearest", size_class(nearest) * 2 + (cue.sentence < segments[episode.segments.front()].sentence));
    shared.add("named", !cue.name.empty() * 2 + inside);
    if (!cue.name.empty()) shared.add("name", cue.name);
    shared.add("sources", size_class(std::ssize(material.cues.sources)));
    shared.add("length", size_class(std::int64_t{cue.tokens.last} - cue.tokens.first));
    shared.add_if(sentences[cue.sentence].in_title, "in title");
    shared.add("sentence", size_class(cue.sentence));
    shared.add_if(episode.background, "background");
    shared.add("lean", lean_to(material, cue.tokens, tag_role("source")) * 2 + inside);
    for (std::uint32_t at = cue.tokens.first; at < cue.tokens.last; ++at) shared.add_hash(feature_join(feature_hash("own word"), material.words.bare[at]));
    add_neighbours(material, cue.tokens, shared);
    for (const bool speaks_of_it : {false, true}) asked.offer_class(speaks_of_it, speaks_of_it, shared);
    return asked;
}

}  // namespace sitrep::understand
