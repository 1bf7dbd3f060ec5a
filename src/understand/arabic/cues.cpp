// The Arabic front end: what a parsed Arabic report's words say.
#include "understand/front_ends.hpp"

#include "understand/arabic/actors.hpp"
#include "understand/arabic/breaks.hpp"
#include "understand/arabic/cleared.hpp"
#include "understand/arabic/methods.hpp"
#include "understand/arabic/sentences.hpp"
#include "understand/arabic/sources.hpp"
#include "understand/arabic/tallies.hpp"
#include "understand/arabic/tolls.hpp"

namespace sitrep::understand {

namespace {

void note_clitics(const arabic::Reading& reading, const std::vector<arabic::FoundAct>& acts, const std::vector<arabic::FoundActor>& actors, Cues& cues)
{
    cues.clitics.assign(reading.document().tokens().size(), 0);
    const auto note = [&](std::uint32_t word, std::string_view clitics) { cues.clitics[reading.word(word).token] = reading.written_clitics(word, clitics); };
    for (const arabic::FoundAct& act : acts) {
        note(act.first, act.found->clitics);
    }
    for (const arabic::FoundActor& actor : actors) {
        note(actor.first, actor.clitics);
        if (actor.name_behind) {
            note(actor.name_behind->first, actor.name_behind->clitics);
        }
    }
    for (const arabic::Class cls : {arabic::Class::weapon, arabic::Class::source_noun, arabic::Class::at_least, arabic::Class::about, arabic::Class::several}) {
        for (std::uint32_t i = 0; i < reading.size(); ++i) {
            if (const arabic::Found* found = reading.find(i, cls)) {
                note(i, found->clitics);
            }
        }
    }
}

}  // namespace

Cues arabic_cues(const text::Document& document, const Context& context)
{
    const arabic::Reading reading(document, context);
    Cues cues;
    const auto acts = arabic::find_acts(reading, cues);
    const auto actors = arabic::find_actors(reading, acts, cues);
    arabic::read_roles(reading, acts, actors, cues);
    arabic::find_sources(reading, actors, cues);
    arabic::find_weapons(reading, acts, cues);
    arabic::find_claims(reading, acts, actors, cues);
    arabic::note_cleared(reading, actors, cues);
    arabic::find_persons(reading, cues);
    arabic::find_tolls(reading, acts, actors, cues);
    arabic::refine_kinds(reading, acts, cues);
    arabic::note_methods(reading, cues);
    arabic::read_sentences(reading, acts, cues);
    arabic::read_date_and_place_roles(reading, acts, cues);
    arabic::find_breaks(reading, cues);
    arabic::find_tallies(reading, cues);
    arabic::find_patterns(reading, cues);
    note_clitics(reading, acts, actors, cues);
    return cues;
}

}  // namespace sitrep::understand
