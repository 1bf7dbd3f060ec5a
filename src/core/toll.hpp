// How many were hurt, as stated. We never invent the number nobody reported.
#pragma once

#include "core/span.hpp"

#include <cstdint>
#include <optional>

namespace sitrep {

/// "at least 12" is low = 12 and no high; "12" is low = high = 12; "12 to 15" is 12 and 15; "no casualties" 0 and 0.
/// 0 <= low <= high.
struct Toll {
    std::int64_t low = 0;
    std::optional<std::int64_t> high;
    Span evidence;
    std::optional<std::int64_t> best{};  ///< the estimate that a table itself calls its best, low <= best <= high
    /// The largest number stated: high, or low where there is none.
    std::int64_t max_stated() const { return high.value_or(low); }
    friend bool operator==(const Toll&, const Toll&) = default;
};

}  // namespace sitrep
