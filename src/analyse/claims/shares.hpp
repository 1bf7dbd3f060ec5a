// Exact limits of a share: how far "110 of 320" can be from the share behind it.
#pragma once

#include <cstdint>

namespace sitrep::analyse {

struct ShareLimits {
    double share = 0, low = 0, high = 0;  ///< each 0..1
};

/// Clopper & Pearson 1934: the limits cover the true share with at least `level` (0..1), whatever it is.
/// 0 <= part <= whole, whole at least 1.
ShareLimits share_limits(std::int64_t part, std::int64_t whole, double level);

}  // namespace sitrep::analyse
