#include "understand/who/denials.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/clitics.hpp"

namespace sitrep::understand {

bool begins_denial(const text::Document& document, Tokens claim)
{
    constexpr std::array<std::string_view, 17> denials{"نفي", "نفت", "نفوا", "ينفي", "تنفي", "انكر", "انكرت", "ينكر", "تنكر", "تبرا",
                                                       "تبرات", "تبرو", "تنصل", "تنصلت", "ليس", "ليست", "ليسوا"};
    const std::string_view first = document.tokens()[claim.first].normal;
    return std::ranges::any_of(denials, [&](std::string_view word) { return text::matches_behind_clitics(first, word); });
}

}  // namespace sitrep::understand
