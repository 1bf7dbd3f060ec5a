// One reference number beside ours: a tab-separated line that bench/statistics/run.sh collects into docs/statistics.md.
#pragma once

#include <cmath>
#include <cstdio>
#include <string>

namespace sitrep::bench {

/// Prints "table, what, theirs, ours, tolerance, yes|NO". `tolerance` is absolute where theirs is 0, else relative to it; 0 = must be equal.
inline bool reference_row(const std::string& table, const std::string& what, double theirs, double ours, double tolerance)
{
    const double scale = theirs == 0 ? 1 : std::abs(theirs);
    const bool reproduced = std::abs(ours - theirs) <= tolerance * scale;
    std::printf("%s\t%s\t%.15g\t%.15g\t%.3g\t%s\n", table.c_str(), what.c_str(), theirs, ours, tolerance, reproduced ? "yes" : "NO");
    return reproduced;
}

}  // namespace sitrep::bench
