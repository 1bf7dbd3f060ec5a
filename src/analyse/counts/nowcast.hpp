// How many events of the last weeks are still to be told, by how late earlier ones were.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace sitrep::analyse {

/// An event by when it happened and when it was first seen, both in periods (days or weeks) on one scale.
struct Told {
    int happened = 0;
    int seen = 0;  ///< not before `happened`
};

struct NowcastPeriod {
    int period = 0;
    std::int64_t seen = 0;  ///< told until now
    double expected = 0;    ///< in the end, all told; equals `seen` where nothing is outstanding
    double share_told = 1;  ///< estimated share of the period's events that is told by now
    std::int64_t middle = 0, low = 0, high = 0;  ///< median and limits of the final number, at least `seen`
};

enum class NowcastLimits {
    conditioned,  ///< normal, given that the final number is at least what is seen; with the doubt about the delays
    scaled        ///< as surveillance 1.20.3 computes them: without that doubt, and too narrow where little is told. For comparison
};

/// Lawless (1994): the share told within d periods from reverse-time hazards of the delay, over all events seen by `now`. Delays above
/// `delay_max` count as never told. One entry a period from now − delay_max to now. Events after `now` in either sense are not looked at.
std::vector<NowcastPeriod> nowcast(std::span<const Told> events, int now, int delay_max, double confidence, NowcastLimits limits);

}  // namespace sitrep::analyse
