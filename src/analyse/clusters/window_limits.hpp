// From how many cases on a window would beat a level of the statistic: tables that replace logarithms in the scan's inner loop.
#pragma once

#include <cstdint>
#include <vector>

namespace sitrep::analyse {

/// The windows of a scan, one after the other by length, and how many cases of the whole table fall into each. A shuffle of days
/// over cases changes neither.
struct WindowList {
    std::int32_t steps = 0;      ///< of the table, or of its end that a prospective scan looks at
    std::int32_t steps_max = 0;  ///< longest window
    bool only_from_start = false;  ///< windows that begin at step 0 (a prospective scan counts steps back from the last)
    std::vector<std::int32_t> totals;
    std::int64_t all = 0, cases_min = 2;

    /// Lengths that are searched together: 1, 2, 3 and 4, 5 to 8 … 33 to 64, and all longer ones.
    static constexpr std::size_t bands_max = 8;
    struct LengthBand {
        std::int32_t first = 1, last = 1;
        std::size_t at = 0;  ///< where its windows begin in `totals`
    };
    std::vector<LengthBand> bands;

    std::int32_t starts(std::int32_t length) const { return only_from_start ? 1 : steps - length + 1; }
};

WindowList window_list(const std::vector<std::int64_t>& cases_by_step, std::int32_t steps_max, bool only_from_start);

/// Level 0 is 0; the others grow by 6 % a rung.
double level_value(int level);
/// Highest level not above a statistic.
int level_of(double statistic);

/// Per window the fewest cases whose statistic is above a level, for a circle with a given number of cases. `Count` is the type that the
/// inner loop counts in.
template <class Count>
class WindowLimits {
public:
    explicit WindowLimits(const WindowList& windows) : windows_(windows) {}

    struct LengthBand {
        Count lowest = 0;               ///< smallest limit
        std::int32_t first_length = 1;  ///< no shorter window of the band can do
        std::size_t at = 0;             ///< where windows of that length begin
    };
    struct Row {
        std::vector<Count> least;  ///< in order of WindowList::totals; the type's highest value where no count can do
        std::vector<LengthBand> bands;
    };
    /// Made at first use. Right for `cases` and more: limits grow with the cases of a circle, and near numbers share a row.
    const Row& row(int level, std::int64_t cases);

private:
    Row made(double level, std::int64_t cases) const;
    LengthBand made_band(const Row& row, const WindowList::LengthBand& band) const;

    const WindowList& windows_;
    std::vector<std::vector<Row>> rows_;  ///< by level, by rounded number of cases; empty until used
    std::size_t held_bytes_ = 0;
};

}  // namespace sitrep::analyse
