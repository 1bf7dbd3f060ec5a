// Tallies and patterns as the record keeps them.
#include <algorithm>

#include "understand/questions.hpp"
#include "understand/segment_features.hpp"

namespace sitrep::understand {

namespace {

std::string words_of_place(const Material& material, std::optional<std::uint32_t> place)
{
    if (!place) return {};
    const Tokens tokens = material.context.places[*place].tokens;
    return std::string(material.document.words(tokens.first, tokens.last));
}

std::string words_of_date(const Material& material, std::optional<std::uint32_t> date)
{
    if (!date) return {};
    const Tokens tokens = material.context.dates[*date].tokens;
    return std::string(material.document.words(tokens.first, tokens.last));
}

template <class Mention>
std::optional<std::uint32_t> nearest_in_sentence(const std::vector<Mention>& mentions, const TallyCue& cue)
{
    std::optional<std::uint32_t> best;
    std::int64_t least = 0;
    for (std::uint32_t i = 0; i < mentions.size(); ++i) {
        if (mentions[i].sentence != cue.sentence) continue;
        const auto gap = gap_between(mentions[i].tokens, cue.tokens);
        if (best && gap >= least) continue;
        best = i;
        least = gap;
    }
    return best;
}

// A tally that the tagger alone saw: its scope, period and claimant are those of its sentence.
TallyCue completed(const Material& material, TallyCue cue)
{
    cue.place = nearest_in_sentence(material.context.places, cue);
    cue.date = nearest_in_sentence(material.context.dates, cue);
    if (const auto source = nearest_in_sentence(material.cues.sources, cue)) cue.claimant = *source;
    return cue;
}

}  // namespace

Asked<bool> ask_tally(const Material& material, const TallyCue& cue)
{
    Asked<bool> asked;
    Features& shared = asked.share();
    shared.add("seen by", cue.tagged * 2 + cue.added);
    shared.add("size", size_class(cue.quantity));
    const SentenceFlags& flags = material.cues.sentences[cue.sentence];
    shared.add("flags", flags.tally * 8 + flags.pattern * 4 + flags.background * 2 + flags.hypothetical);
    shared.add_if(material.document.sentences()[cue.sentence].in_title, "in title");
    bool toll = false, dated = false, placed = false, period = false;
    const auto& sentence = material.document.sentences()[cue.sentence];
    const Tokens around{sentence.first, sentence.last};
    for (const auto& other : cues_in(material.cues.tolls, around)) {
        if (!other.tokens.overlaps(cue.tokens)) continue;
        toll = true;
        shared.add("toll", other.of_attackers * 8 + other.cumulative * 4 + other.part * 2 + other.added);
        shared.add("toll tagged", other.tagged);
    }
    for (const auto& date : cues_in(material.context.dates, around)) {
        dated = true;
        period = period || date.mention->is_period;
    }
    placed = !cues_in(material.context.places, around).empty();
    shared.add("with", toll * 8 + dated * 4 + placed * 2 + period);
    shared.add("acts", size_class(std::ssize(cues_in(material.cues.acts, around))));
    shared.add("others", size_class(std::ssize(cues_in(material.cues.tallies, around))));
    for (std::uint32_t at = cue.tokens.first; at < cue.tokens.last && at < cue.tokens.first + 6; ++at)
        shared.add_hash(feature_join(feature_hash("own word"), material.words.bare[at]));
    add_neighbours(material, cue.tokens, shared);
    add_words(material, around, "word", 30, shared);
    for (const bool counts : {false, true}) asked.offer_class(counts, counts, shared);
    return asked;
}

std::vector<CueIndex> accepted_tallies(const Material& material)
{
    std::vector<CueIndex> accepted;
    for (CueIndex index = 0; index < material.cues.tallies.size(); ++index)
        if (answer(material, Question::tally, ask_tally(material, material.cues.tallies[index])).answer) accepted.push_back(index);
    return accepted;
}

std::vector<Tally> tallies_of(const Material& material)
{
    std::vector<Tally> tallies;
    for (const CueIndex index : material.tallies) {
        const TallyCue& found = material.cues.tallies[index];
        const TallyCue cue = found.added ? completed(material, found) : found;
        Tally tally;
        tally.quantity = cue.quantity;
        tally.unit = cue.unit;
        tally.scope_place = words_of_place(material, cue.place);
        if (cue.place && material.context.places[*cue.place].mention->place.is_resolved())
            tally.scope = material.context.places[*cue.place].mention->place;
        if (cue.date) tally.period = material.context.dates[*cue.date].mention->range;
        tally.period_text = words_of_date(material, cue.date);
        if (cue.claimant != none) {
            const SourceCue& source = material.cues.sources[cue.claimant];
            tally.claimant = words_of(material, source.tokens);
            tally.claimant_name = source.name;
        } else if (cue.claimant_actor != none) {
            const ActorCue& actor = material.cues.actors[cue.claimant_actor];
            tally.claimant = words_of(material, actor.tokens);
            tally.claimant_name = actor.name;
        }
        if (cue.actor != none) tally.actor_name = material.cues.actors[cue.actor].name;
        tally.evidence = span_of(material.document, material.cues, cue.tokens);
        tallies.push_back(std::move(tally));
    }
    return tallies;
}

std::vector<Pattern> patterns_of(const Material& material)
{
    std::vector<Pattern> patterns;
    for (const PatternCue& cue : material.cues.patterns) {
        Pattern pattern;
        pattern.what = cue.what;
        pattern.place = words_of_place(material, cue.place);
        pattern.period = words_of_date(material, cue.date);
        if (cue.claimant != none) {
            const SourceCue& source = material.cues.sources[cue.claimant];
            pattern.claimant = words_of(material, source.tokens);
        }
        pattern.evidence = span_of(material.document, material.cues, cue.tokens);
        patterns.push_back(std::move(pattern));
    }
    return patterns;
}

}  // namespace sitrep::understand
