// What next month may bring in each governorate, beside what the naive would say, and how often both were right.
#pragma once

#include "analyse/counts/count_table.hpp"
#include "analyse/outlook/scoreboard.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sitrep::analyse {

struct OutlookQuestion {
    CountQuestion counts;        ///< monthly, by governorate; never finer than district
    std::size_t scored_months = 24;  ///< at most so many past months are scored; 6 at least
    std::uint64_t seed = 1;
    unsigned threads = 0;
};

struct UnitOutlook {
    std::string key, name;
    double last_month = 0;       ///< last complete month
    std::string forecaster;      ///< the one shown
    double expected = 0;
    Limits half, nine_in_ten;    ///< central 50 and 90 % intervals
    bool conformal = false;      ///< the 90 % interval was corrected by its own past misses
    double chance_of_more = 0;   ///< than last month
};

struct Outlook {
    Day month{};                 ///< first day of the month foreseen
    std::vector<UnitOutlook> units;
    std::optional<Scoreboard> scores;
    std::string refused;         ///< why there is no outlook; empty when there is one
    Provenance provenance;
};

/// Needs 18 complete months and one unit with events. Months that are incomplete are not looked at.
Outlook outlook(std::span<const Event> events, const OutlookQuestion& question);

/// Conformal correction of central intervals: what to add to each end so that `share` of past outcomes would have been inside, from at least
/// 60 scored months, by bins of the forecast mean (after Randahl, Williams and Hegre 2026). 0 for a bin with fewer than 30 cases.
std::vector<double> conformal_widening(std::span<const double> means, std::span<const Limits> intervals, std::span<const double> outcomes, double share);
/// Bin of a forecast mean: 0 .. 4.
std::size_t conformal_bin(double mean);

}  // namespace sitrep::analyse
