// States whose armies act abroad so often that naming them says little of where.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace sitrep {

/// By ISO 3166-1 alpha-2.
inline bool acts_abroad(std::string_view country)
{
    constexpr std::array<std::string_view, 7> powers{"US", "RU", "TR", "FR", "GB", "IR", "IL"};
    return std::ranges::find(powers, country) != powers.end();
}

}  // namespace sitrep
