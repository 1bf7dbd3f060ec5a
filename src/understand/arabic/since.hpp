// "منذ" and what it counts from.
#pragma once

#include "understand/arabic/reading.hpp"

#include <cstdint>

namespace sitrep::understand::arabic {

/// "منذ سيطرة الجيش عليها", "منذ عيد الأضحى": does a sentence count since an event that has no date?
bool since_event(const Reading& reading, std::uint32_t begin, std::uint32_t end);

}  // namespace sitrep::understand::arabic
