// Numbers that a toll may come to: "the toll could rise to ten", وقد ترتفع الحصيلة إلى عشرة.
#pragma once

#include "text/document.hpp"

namespace sitrep::understand {

/// Whether a number counts nobody yet, since the words before it say only that the dead or hurt may become as many.
bool is_feared(const text::Document& document, std::uint32_t number);

}  // namespace sitrep::understand
