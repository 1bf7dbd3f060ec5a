// Marks that lead to a person, a house or a machine: telephone numbers, addresses, handles, fine coordinates, paths.
#pragma once

#include <optional>
#include <string_view>

namespace sitrep::publish {

/// The rule that the text breaks ("P1: a telephone number"), or nothing. Linear in the text.
std::optional<std::string_view> private_mark_in(std::string_view text);

}  // namespace sitrep::publish
