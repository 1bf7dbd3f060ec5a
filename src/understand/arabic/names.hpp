// Arabic names of the register of actors, found in a reading.
#pragma once

#include "understand/arabic/reading.hpp"
#include "understand/names/register.hpp"

#include <optional>

namespace sitrep::understand::arabic {

struct FoundName {
    std::uint32_t first = 0;  ///< words [first, last)
    std::uint32_t last = 0;
    const RegisteredActor* actor = nullptr;
    std::string_view clitics;
};

/// The longest registered name that begins at a word. An adjective ("تركية") counts only right behind an act or a weapon.
/// Words inside a place name are none, unless asked for.
std::optional<FoundName> name_at(const Reading& reading, std::uint32_t i, bool in_places = false);

}  // namespace sitrep::understand::arabic
