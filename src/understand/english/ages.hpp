// Numbers that count years and no people.
#pragma once

#include "text/document.hpp"

#include <cstdint>

namespace sitrep::understand::english {

/// Whether a number is somebody's age: "a teacher, 43, was", "a boy of 15", "aged 12". "A family of six" and "a crew of 24" are people.
bool is_age(const text::Document& document, std::uint32_t number);

}  // namespace sitrep::understand::english
