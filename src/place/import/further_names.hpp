// Other names under which a village of a list is known: lists tell namesakes apart by words that nobody says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sitrep::place {

/// Names besides the listed one, in either script:
/// the parts of a double name ("Dorra - Qoqaj", "درمش_درمشكانلي"); the name without the unit it is told apart by ("Mreimin Afrin" in Afrin), without
/// a word for which of two ("Upper Shghur", "حيمر كبير"), and with the article that English run-together spellings hide ("Altalila" for "التليلة").
/// `around` are the units that hold it, in the same script as the name or the other. Nothing short or generic ("Kafr", "تل") is among them.
std::vector<std::string> further_names(const std::string& english, const std::string& arabic, const std::vector<std::string>& around);

}  // namespace sitrep::place
