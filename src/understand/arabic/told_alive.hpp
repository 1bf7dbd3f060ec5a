// Whether people are told right away to be alive: "ستة من السكان جُرحوا", "أربع نساء أصبن".
#pragma once

#include "text/document.hpp"

#include <cstdint>

namespace sitrep::understand::arabic {

/// Of people whose words end before token `behind`. False also where no Arabic word tells it.
bool told_alive(const text::Document& document, std::uint32_t behind);

}  // namespace sitrep::understand::arabic
