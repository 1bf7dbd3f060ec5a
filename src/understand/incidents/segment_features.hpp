// What a trained model sees of one stretch of a report.
#pragma once

#include "understand/assemble.hpp"

namespace sitrep::understand {

/// Its flags, cues and words, whatever the question.
void add_segment_features(const Material& material, const Segment& segment, Features& features);
/// Whether words stand in it that only violence is told in (an attack, an exact method, a weapon, gunmen, with dead or hurt also a blast, and how many
/// were killed), and none of an accident, of another field, of plans or of courts.
bool tells_violence_plainly(const Material& material, const Segment& segment);
/// Its words alone, each with its neighbour, as far as `most` words.
void add_words(const Material& material, Tokens tokens, std::string_view name, std::size_t most, Features& features);
/// How the tagger leans to a role at the word of some tokens where it does most; less than any lean where there is no tagger.
std::int64_t lean_to(const Material& material, Tokens tokens, std::uint8_t role);
/// The words right before and after some tokens of one sentence.
void add_neighbours(const Material& material, Tokens tokens, Features& features);
/// The words of the sentence somewhat before and just behind some tokens, wherever they stand, under a name.
void add_words_around(const Material& material, Tokens tokens, std::uint64_t under, Features& features);

}  // namespace sitrep::understand
