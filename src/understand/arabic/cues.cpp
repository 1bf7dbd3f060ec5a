// The Arabic front end: what a parsed Arabic report's words say.
#include "understand/front_ends.hpp"

#include "understand/arabic/actors.hpp"
#include "understand/arabic/sentences.hpp"
#include "understand/arabic/sources.hpp"
#include "understand/arabic/tallies.hpp"
#include "understand/arabic/tolls.hpp"

namespace sitrep::understand {
namespace {

void find_weapons(const arabic::Reading& reading, Cues& cues)
{
    for (std::uint32_t i = 0; i < reading.size(); ++i) {
        const arabic::Found* weapon = reading.in_place(i) ? nullptr : reading.find(i, arabic::Class::weapon);
        if (weapon == nullptr) {
            continue;
        }
        cues.weapons.push_back({reading.tokens(weapon->first, weapon->last), reading.word(i).sentence, weapon->entry->weapon_class, weapon->entry->weapon_kind});
        i = weapon->last - 1;
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
    arabic::find_sources(reading, cues);
    find_weapons(reading, cues);
    arabic::find_claims(reading, actors, cues);
    arabic::find_persons(reading, cues);
    arabic::find_tolls(reading, acts, actors, cues);
    arabic::read_sentences(reading, acts, cues);
    arabic::read_date_and_place_roles(reading, acts, cues);
    arabic::find_tallies(reading, actors, cues);
    arabic::find_patterns(reading, cues);
    return cues;
}

}  // namespace sitrep::understand
