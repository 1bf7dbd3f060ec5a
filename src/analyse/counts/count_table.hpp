// Events counted by week or month, in rows by place, kind, target or status, with what the counts do not know.
#pragma once

#include "analyse/counts/exact_limits.hpp"
#include "analyse/counts/nowcast.hpp"
#include "analyse/events.hpp"
#include "analyse/provenance.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sitrep::analyse {

enum class Step { week, month };       ///< weeks begin on Monday
enum class GroupBy { all, governorate, district, kind, target, status };

struct CountQuestion {
    Step step = Step::month;
    GroupBy by = GroupBy::all;
    Series series = Series::attack;   ///< attacks, operations and other events are never summed
    Day from{}, until{};              ///< first and last day; the periods that hold them are counted whole
    Day as_of{};                      ///< the day the question is asked: the last periods before it may be incomplete
};

/// Why a 0 is there.
enum class Looked { yes, nobody };

struct CountTable {
    Step step = Step::month;
    std::vector<Day> starts;              ///< first day of each period
    std::vector<int> sources;             ///< sources that were looking in each period
    std::vector<Looked> looked;           ///< nobody: no source was; a 0 there is not "none recorded"
    std::vector<bool> incomplete;         ///< too recent: later reports will add to it
    std::vector<std::optional<NowcastPeriod>> expected;  ///< of incomplete periods, all rows together, where first-seen dates allow it
    struct Row {
        std::string key;                  ///< code or word; empty: not known
        std::string name;
        std::vector<double> counts;
    };
    std::vector<Row> rows;                ///< most events first
    std::vector<double> total;
    Provenance provenance;
};

/// Counts what happened in each period. An event counts where all its possible days lie in one period: one dated to a month is in no week
/// and is left out of a weekly table, never put on the month's first day.
/// A source is taken to be looking from one of its reports to its next when they are at most eight weeks apart.
CountTable count_table(std::span<const Event> events, const CountQuestion& question);

/// The last complete period against an earlier stretch.
struct Comparison {
    enum class With { last_month, same_month_last_year, twelve_months_before } with = With::last_month;
    double now = 0, then = 0;
    double days_now = 0, days_then = 0;
    RateRatio ratio;              ///< exact; of rates per day
    bool comparable = false;      ///< false: nobody was looking then, or the table does not reach back
};

/// The three comparisons of period `at` of a monthly table.
std::vector<Comparison> comparisons(const CountTable& table, const std::vector<double>& counts, std::size_t at);

/// Rate of change over the last `months` complete months by negative binomial regression: ratio for a year, with its Wald limits.
std::optional<RateRatio> yearly_change(const CountTable& table, const std::vector<double>& counts, std::size_t months);

Day period_start(Step step, Day day);
Day next_period_start(Step step, Day start);

}  // namespace sitrep::analyse
