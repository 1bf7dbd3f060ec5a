// Words that open, close or widen names of places and are none by themselves.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sitrep::place {

/// An Arabic word that opens names of two words and is none by itself: أم, تل, أبو … In normal form, as all words here.
bool opens_arabic_name(std::string_view normal);
/// Words that open names and are villages of their own somewhere: "Tell Umm Ghaznah" is not Tell.
bool opens_latin_name(std::string_view normal);

/// Shorter forms of a name that is found nowhere as it is, the longest first: without what tells which of two ("Salim at-Tahtani"), without a word for a hill,
/// a field, a well or a ruin before it ("Tall al-Sayyad", "Mazraat Rafin"): such a thing mostly lies by the village it is called after.
struct ShorterName {
    std::string name;
    bool beside = false;  ///< the name is that of a village beside it
};
std::vector<ShorterName> shorter_names(std::string_view name);

}  // namespace sitrep::place
