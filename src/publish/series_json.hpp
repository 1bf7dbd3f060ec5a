// The answers of `sitrep trend`, `surge` and `outlook` as JSON for the desk's own use: not gated.
#pragma once

#include "analyse/outlook/desk_outlook.hpp"
#include "analyse/surge/desk_surge.hpp"

#include <string>

namespace sitrep::publish {

std::string trend_json(const analyse::CountTable& table);
std::string surge_json(const analyse::Surge& surge);
std::string outlook_json(const analyse::Outlook& outlook);

/// "quiet", "rising" …: the words of the JSON and of the command line.
std::string_view state_word(analyse::WeekState state);
std::string_view comparison_word(analyse::Comparison::With with);

}  // namespace sitrep::publish
