// The Arabic front end: what a parsed Arabic report's words say.
#include "understand/front_ends.hpp"

#include "understand/arabic/actors.hpp"
#include "understand/arabic/breaks.hpp"
#include "understand/arabic/methods.hpp"
#include "understand/arabic/sentences.hpp"
#include "understand/arabic/sources.hpp"
#include "understand/arabic/tallies.hpp"
#include "understand/arabic/tolls.hpp"

namespace sitrep::understand {

Cues arabic_cues(const text::Document& document, const Context& context)
{
    const arabic::Reading reading(document, context);
    Cues cues;
    const auto acts = arabic::find_acts(reading, cues);
    const auto actors = arabic::find_actors(reading, acts, cues);
    arabic::read_roles(reading, acts, actors, cues);
    arabic::find_sources(reading, cues);
    arabic::find_weapons(reading, acts, cues);
    arabic::find_claims(reading, actors, cues);
    arabic::find_persons(reading, cues);
    arabic::find_tolls(reading, acts, actors, cues);
    arabic::refine_kinds(reading, acts, cues);
    arabic::read_sentences(reading, acts, cues);
    arabic::read_date_and_place_roles(reading, acts, cues);
    arabic::find_breaks(reading, cues);
    arabic::find_tallies(reading, actors, cues);
    arabic::find_patterns(reading, cues);
    return cues;
}

}  // namespace sitrep::understand
