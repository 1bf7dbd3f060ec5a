// Place mentions in running text → places with honest precision, or "not resolved".
#pragma once

#include "core/place.hpp"
#include "place/gazetteer.hpp"
#include "text/document.hpp"

#include <span>
#include <vector>

namespace sitrep::place {

/// Every place mention of the document, in order; a mention inside another's span is not repeated ("eastern countryside
/// of Homs" is one mention). Names in no gazetteer are found too when the words around say that they are places
/// ("the village of X", "في قرية X"); they stay not resolved but inherit country and admin codes from the place
/// that contains them in the text ("al-Shuhail, in eastern Deir ez-Zor"), and its precision.
/// All mentions of a document are resolved together: containment and governorate in the sentence first, then the
/// document's other places, then kind of feature, population last.
///
/// Latin names are known by their capitals. In a text without any (lacks_capitals), `names` are stretches of it that are read as if they had them:
/// what somebody else, as a tagger, takes for places there.
/// `hints` tell of countries that the text is about beside those that it names.
PlacesFound find_places(const text::Document& document, const Gazetteer& gazetteer, std::span<const CountryHint> hints = {}, std::span<const Span> names = {});
/// The countries that a name of an outlet speaks of by its places and adjectives ("Niger Actu", "Jalalabad Eye", "وكالة غزة"), all their weights together
/// `weight`.
std::vector<CountryHint> countries_of_name(const text::Document& name, const Gazetteer& gazetteer, double weight);
/// True for a text in Latin letters that has hardly a capital: a message typed in haste. Its names are not found without help.
bool lacks_capitals(const text::Document& document);
/// The words right behind "in", "near" and "outside": names for find_places where nobody else takes any words of such a text for places.
std::vector<Span> names_behind_prepositions(const text::Document& document);

}  // namespace sitrep::place
