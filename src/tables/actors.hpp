// Inside tables/: the names that event tables give actors and sources, led to the register of actors (data/lexicon).
#pragma once

#include "core/kind.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sitrep::tables {

enum class Side : std::uint8_t { unknown, insurgent, state_force, foreign_force, militia, official, civilians, other };

struct TableActor {
    std::string name;  ///< canonical, or empty when the register does not know it
    Side side = Side::unknown;
    std::optional<TargetClass> when_hit;
};

/// "Islamic State (Syria)", "IS", "Government of Syria", "Military Forces of Iraq (2014-)", "Ahrar al-Sham, HTS": of several names the first known.
TableActor actor_named(std::string_view cell);

/// True for "Unidentified Armed Group (Syria)", "Unknown", "Unidentified gunmen": nobody is named.
bool is_nobody(std::string_view cell);

/// The canonical name of a source, where the register knows it as one; else empty.
std::string source_named(std::string_view name);

}  // namespace sitrep::tables
