// What a number counts where the words before it say so: "the number of wounded rose to 14".
#pragma once

#include <cstdint>
#include <optional>

#include "text/document.hpp"

namespace sitrep::understand {

/// Whose number a figure is: of the dead, of the hurt, or of people of another fate ("the number of displaced").
enum class Numbered : std::uint8_t { dead, hurt, neither };

/// What "the number of ..." and a verb before a figure say that it counts: the 14 of "the number of wounded has risen to 14" are hurt. Nothing where the
/// words name no fate or two of them. English.
std::optional<Numbered> numbered_before(const text::Document& document, std::uint32_t number);

}  // namespace sitrep::understand
