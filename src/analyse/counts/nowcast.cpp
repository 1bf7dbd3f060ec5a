#include "analyse/counts/nowcast.hpp"

#include "analyse/counts/exact_limits.hpp"

#include <algorithm>
#include <cmath>

namespace sitrep::analyse {
namespace {

/// Share told by each delay, and the relative variance of that estimate.
struct Delays {
    std::vector<double> share, relative_variance;
};

Delays delays_of(std::span<const Told> events, int now, int delay_max)
{
    const auto size = static_cast<std::size_t>(delay_max) + 1;
    // Reverse-time hazard of delay d: of the events told within d periods, in periods that are at least d old, the share told at d.
    std::vector<double> told_at(size), told_within(size);
    for (const Told& event : events) {
        const int delay = event.seen - event.happened, age = now - event.happened;
        if (delay < 0 || delay > delay_max || event.seen > now) continue;
        ++told_at[static_cast<std::size_t>(delay)];
        for (int d = delay; d <= std::min(age, delay_max); ++d) ++told_within[static_cast<std::size_t>(d)];
    }
    Delays out{std::vector<double>(size, 1), std::vector<double>(size, 0)};
    for (std::size_t d = size - 1; d-- > 0;) {
        const double within = told_within[d + 1], hazard = within > 0 ? told_at[d + 1] / within : 0;
        out.share[d] = out.share[d + 1] * (1 - hazard);
        out.relative_variance[d] = out.relative_variance[d + 1] + (hazard < 1 && within > 0 ? hazard / ((1 - hazard) * within) : 0);
    }
    return out;
}

/// Smallest whole number at least `seen` below which lies `probability` of the final number.
std::int64_t final_quantile(double probability, const NowcastPeriod& period, double deviation, NowcastLimits limits)
{
    const double seen = static_cast<double>(period.seen);
    const double below_seen = normal_cdf((seen - period.expected) / deviation), at_least_seen = 1 - below_seen;
    const double target = probability * at_least_seen + (limits == NowcastLimits::conditioned ? below_seen : 0);
    const double at = target <= 0 ? seen : period.expected + deviation * normal_quantile(std::min(target, 1 - 1e-15));
    return std::max(period.seen, static_cast<std::int64_t>(std::ceil(at)));
}

}  // namespace

std::vector<NowcastPeriod> nowcast(std::span<const Told> events, int now, int delay_max, double confidence, NowcastLimits limits)
{
    const Delays delays = delays_of(events, now, delay_max);
    std::vector<NowcastPeriod> out;
    for (int period = now - delay_max; period <= now; ++period) {
        NowcastPeriod entry{.period = period};
        for (const Told& event : events) entry.seen += event.happened == period && event.seen <= now && event.seen >= period;
        const auto age = static_cast<std::size_t>(now - period);
        const double share = entry.share_told = delays.share[age], seen = static_cast<double>(entry.seen);
        entry.expected = share > 0 ? seen / share : seen;
        double variance = share > 0 ? seen * (1 - share) / (share * share) : 0;
        if (limits == NowcastLimits::conditioned) variance += entry.expected * entry.expected * delays.relative_variance[age];
        entry.middle = entry.low = entry.high = entry.seen;
        if (variance > 0) {
            const double deviation = std::sqrt(variance);
            entry.middle = final_quantile(0.5, entry, deviation, limits);
            entry.low = final_quantile((1 - confidence) / 2, entry, deviation, limits);
            entry.high = final_quantile((1 + confidence) / 2, entry, deviation, limits);
        }
        out.push_back(entry);
    }
    return out;
}

}  // namespace sitrep::analyse
