// Carries the year of a history forward.
#include "when/story.hpp"

#include <cstdlib>

namespace sitrep::when {
namespace {

constexpr unsigned months_per_season = 3;
// A month that lies further back than this is the next year's: stories look back by a few months and go on over a new year.
constexpr unsigned months_looked_back_max = 5;

// A year alone that lies further away than this may be an aside: "the charter of 1614", "in 2005 papers came to light".
constexpr int years_gone_on_max = 10;

bool far_apart(int one, int other) { return std::abs(one - other) > years_gone_on_max; }

}  // namespace

unsigned first_month_of_season(unsigned season) { return season * months_per_season; }

void Story::tell(int year, std::optional<unsigned> month, bool before_christ)
{
    if (!month && year_ && far_apart(year, *year_) && !(passing_ && !far_apart(year, *passing_))) {
        passing_ = year;
        return;
    }
    passing_.reset();
    if (!month && year_ == year) return;  // "in March 1941 … in 1941": still March
    year_ = year;
    month_ = month;
    before_christ_ = before_christ;
}

std::optional<int> Story::year_of(unsigned month, Toward toward) const
{
    if (!year() || !month_) return year();
    switch (toward) {
        case Toward::past: return later(*year_, month < *month_ ? 0 : -1);
        case Toward::future: return later(*year_, month > *month_ ? 0 : 1);
        case Toward::present: return year_;
        case Toward::none: break;
    }
    const bool over_the_new_year = month < *month_ && *month_ - month > months_looked_back_max;
    return later(*year_, over_the_new_year ? 1 : 0);
}

}  // namespace sitrep::when
