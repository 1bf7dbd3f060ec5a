// Whether people are told right away to be alive: "the two guards were unharmed", "nine suspects are in custody".
#pragma once

#include "text/document.hpp"

#include <cstdint>

namespace sitrep::understand::english {

/// Of people whose words end before token `behind`. False also where no English word tells it, and where the same clause tells of dead.
bool told_alive(const text::Document& document, std::uint32_t behind);

/// "Troops freed five captives": people held, of whom their sentence tells nothing worse.
bool are_captives(const text::Document& document, std::uint32_t behind);

/// "14 worshippers taken", "four caught", "25 people were led out": what is told of them is no hurt.
bool told_unhurt(const text::Document& document, std::uint32_t behind);

/// "Seven people were taken to hospital": nobody abducted them.
bool taken_to_hospital(const text::Document& document, std::uint32_t behind);

}  // namespace sitrep::understand::english
