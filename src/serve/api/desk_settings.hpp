// What a desk has set for itself, kept in the library.
#pragma once

#include "serve/api/json.hpp"
#include "serve/board/board.hpp"

#include <string>

namespace sitrep::serve {

struct DeskSettings {
    std::string desk_name, language, country;
    SecondRule second;
};
DeskSettings settings_of(store::Desk& desk);
void keep_settings(store::Desk& desk, const DeskSettings& settings);

/// The gate's rules with their labels.
Json gate_rules_json();

}  // namespace sitrep::serve
