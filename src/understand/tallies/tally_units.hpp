// What a bare number of victims counts, in the report's language.
#pragma once

#include <array>
#include <string_view>

#include "understand/cue.hpp"

namespace sitrep::understand {

inline std::string_view unit_of_victims(Outcome outcome, bool arabic)
{
    constexpr std::array<std::string_view, 4> english_units{"killed", "injured", "abducted", "arrested"};
    constexpr std::array<std::string_view, 4> arabic_units{"قتلى", "جرحى", "مخطوفين", "معتقلين"};
    return (arabic ? arabic_units : english_units)[static_cast<std::size_t>(outcome)];
}

}  // namespace sitrep::understand
