// Tallies and patterns as the record keeps them.
#include "understand/assemble.hpp"

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

}  // namespace

std::vector<Tally> tallies_of(const Material& material)
{
    std::vector<Tally> tallies;
    for (const TallyCue& cue : material.cues.tallies) {
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
