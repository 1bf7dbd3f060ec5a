// "Does one attack bring the next?": Knox's table and the self-exciting process over the desk's own incidents.
#pragma once

#include "analyse/events.hpp"
#include "analyse/provenance.hpp"
#include "analyse/repeat/hawkes.hpp"
#include "analyse/repeat/knox.hpp"
#include "analyse/repeat/uniformity.hpp"

#include <optional>
#include <span>

namespace sitrep::analyse {

struct RepeatQuestion {
    Day first{}, last{};  ///< the days that are looked at, both included
    std::vector<double> distance_edges_km{0, 1, 5, 10, 25};
    std::vector<double> day_edges{0, 1, 4, 8, 15};
    std::size_t replications = 999;
    std::uint64_t seed = 1;
    unsigned threads = 0;
    double knot_days = 91;                ///< about how far apart the baseline may bend
    TieRule ties = TieRule::at_random;
    std::size_t baseline_replications = 99;  ///< simulated series without contagion that judge the likelihood ratio
};

struct RepeatTable {
    KnoxTable table;
    Provenance provenance;
};

/// Knox's table over events with a known day and a place no coarser than "near" (about 25 km): the middle of a district would make
/// strangers neighbours. The others are left out and counted.
RepeatTable repeat_table(std::span<const Event> events, const RepeatQuestion& question);

/// A Hawkes process with a baseline that bends, beside the same baseline without contagion and a constant baseline with it.
struct SelfExcitation {
    Baseline baseline;
    HawkesFit exciting;        ///< baseline and contagion
    HawkesFit without;         ///< the baseline alone
    HawkesFit constant;        ///< contagion over a constant baseline: what one would have believed
    double likelihood_ratio = 0;  ///< 2 (ln likelihood of `exciting` - of `without`)
    double p = 1;              ///< (1 + simulated series without contagion whose ratio is as high) / (1 + series)
    KolmogorovTest residuals;  ///< of `exciting`, by time rescaling; a small p says that the model does not fit
    KolmogorovTest residuals_without;
};

struct SelfExcitationAnswer {
    std::optional<SelfExcitation> found;  ///< empty for fewer than `events_min` events
    Provenance provenance;
};

/// A process with a moving baseline is not fitted to fewer events.
inline constexpr std::int64_t events_min = 50;

/// Over events with a known day, wherever they were. Delays shorter than a day are not looked for: reports give days. Nor are delays longer
/// than half the distance of two knots, which the baseline answers for.
SelfExcitationAnswer self_excitation(std::span<const Event> events, const RepeatQuestion& question);

}  // namespace sitrep::analyse
