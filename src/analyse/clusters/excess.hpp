// How far a count stands above its expectation, given the total: the log likelihood ratio that the scans rank windows by.
#pragma once

#include <cmath>
#include <cstdint>

namespace sitrep::analyse {

/// ln likelihood ratio of `cases` inside against `expected`, given `all` cases in the table (Kulldorff 1997, eq. 6; used by the
/// permutation scan of 2005 as well): c ln(c/m) + (C-c) ln((C-c)/(C-m)). 0 where cases do not exceed the expectation.
inline double excess(std::int64_t cases, double expected, std::int64_t all)
{
    const auto c = double(cases), total = double(all);
    if (c <= expected) return 0;
    const double inside = c * std::log(c / expected);
    return cases == all ? inside : inside + (total - c) * std::log1p((expected - c) / (total - expected));
}

}  // namespace sitrep::analyse
