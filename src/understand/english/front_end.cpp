// The English front end, step by step.
#include "understand/english/rival_figures.hpp"
#include "understand/english/steps.hpp"
#include "understand/front_ends.hpp"

namespace sitrep::understand {

Cues english_cues(const text::Document& document, const Context& context)
{
    const english::Sheet sheet(document, context);
    Cues cues;
    english::add_actors(sheet, cues);
    english::add_acts(sheet, cues);
    english::add_weapons(sheet, cues);
    english::add_methods(sheet, cues);
    english::add_tolls(sheet, cues);
    english::add_sources(sheet, cues);
    english::add_rival_figures(sheet, cues);
    english::add_claims(sheet, cues);
    english::add_persons(sheet, cues);
    english::add_flags(sheet, cues);
    english::add_roles(sheet, cues);
    english::add_tallies(sheet, cues);
    return cues;
}

}  // namespace sitrep::understand
